"""The status route without its server: pure functions from an upstream response to a response for the browser.

Each function mirrors a step of docs/other-languages.md. `test_itr_status.py` runs docs/fixtures.
"""

import hashlib
import json
import math
import re
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

STATUSES = ("initiated", "processing", "completed", "failed")
TERMINAL = ("completed", "failed")
MAX_STEPS = 100
MAX_RETRY_AFTER = 60  # seconds
BODY_LIMIT = 4096  # bytes

HEADERS = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Sec-Fetch-Site, Origin",
}

ERRORS = {
    "method_not_allowed": (405, "Use the POST method."),
    "unsupported_media_type": (415, "Send the body as application/json."),
    "forbidden_origin": (403, "The origin of this page is not allowed."),
    "body_timeout": (408, "The body did not arrive in time."),
    "body_too_large": (413, "The body is larger than 4096 bytes."),
    "invalid_request": (400, "The body is not a JSON object with a non-empty string job_id."),
    "not_found": (404, "The job was not found."),
    "unavailable": (503, "The job could not be looked up. Try again later."),
    "rate_limited": (429, "The ITR Analyzer received too many requests. Try again later."),
    "upstream_unavailable": (502, "The ITR Analyzer is unavailable. Try again later."),
    "upstream_refused": (502, "The ITR Analyzer refused the request."),
    "upstream_invalid": (502, "The ITR Analyzer sent an invalid response."),
    "upstream_timeout": (504, "The ITR Analyzer did not respond in time. Try again later."),
}


class ProxyError(Exception):
    """An error response. `retry_at` is in epoch seconds."""

    def __init__(self, code, retry_at=None):
        super().__init__(code)
        self.code = code
        self.retry_at = retry_at


# The request of the browser


def is_json_type(content_type):
    return (content_type or "").split(";")[0].strip().lower() == "application/json"


def is_trusted_origin(site, origin, own_origin):
    """Whether the page is ours. Browsers before 2023 send no Sec-Fetch-Site. A caller without both headers is no browser."""
    if site is not None:
        return site == "same-origin"
    return origin == own_origin


def parse_handle(body):
    fields = parse_json(body)
    handle = fields.get("job_id") if isinstance(fields, dict) else None
    if not isinstance(handle, str) or handle == "":
        raise ProxyError("invalid_request")
    return handle


# The response of the upstream


def to_public_status(job_id, status, headers, body, secrets, now):
    """Returns the fields for the browser, without its handle.

    `headers` is any object with `get(name)`, `body` is bytes, `now` is in epoch seconds.
    Raises ProxyError if the response is no status of this job.
    """
    if 500 <= status <= 599:
        raise ProxyError("upstream_unavailable")
    if status == 429:
        raise ProxyError("rate_limited", parse_retry_after(headers.get("Retry-After"), now))
    if status in (401, 403):
        # Our keys are wrong. Passing on a 401 would sign people out.
        raise ProxyError("upstream_refused")
    if not (200 <= status <= 299 or 400 <= status <= 499):
        raise ProxyError("upstream_invalid")
    payload = parse_json(body)
    if not isinstance(payload, dict):
        raise ProxyError("upstream_invalid")
    if payload.get("success") is False:
        raise ProxyError("not_found" if status in (404, 410) else "upstream_refused")
    data = payload.get("data")
    fields = data if has_status(data) else payload
    if status >= 400 or not has_status(fields) or fields["job_id"] != job_id:
        raise ProxyError("upstream_invalid")

    doc_ids = [source.get("doc_id") for source in (payload, fields)]
    hidden = [job_id, *(s for s in secrets if len(s) >= 8), *(d for d in doc_ids if isinstance(d, str) and d)]
    job_status = fields["status"].strip().lower()
    if job_status not in STATUSES:
        job_status = "processing"
    current_step = text(fields.get("current_step"))
    steps_failed = step_ids(fields.get("steps_failed"))
    failure = classify_failure(text(fields.get("error_message")), steps_failed) if job_status == "failed" else None
    # A new object: whatever the upstream adds one day stays on the server.
    return {
        "status": job_status,
        "current_step": current_step if is_public_step(current_step, hidden) else None,
        "steps_completed": public_steps(step_ids(fields.get("steps_completed")), hidden),
        "steps_failed": public_steps(steps_failed, hidden),
        "failure_code": failure,
        "pan": mask_pan(fields.get("pan")),
        "created_at": to_iso_time(fields.get("created_at")),
        "updated_at": to_iso_time(fields.get("updated_at")),
        "completed_at": to_iso_time(fields.get("completed_at")),
        "reference": to_reference(job_id),
    }


def has_status(fields):
    return isinstance(fields, dict) and all(
        isinstance(fields.get(name), str) and fields[name] for name in ("job_id", "status")
    )


def parse_json(body):
    """Returns None if the body is not JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def text(value):
    return value if isinstance(value, str) and value.strip() else None


# Step ids

PAN_ANYWHERE = re.compile(r"[a-z]{5}(\d{4}|\*{4})[a-z]", re.IGNORECASE | re.ASCII)


def step_ids(value):
    """Returns the non-blank strings of a list, each once."""
    return list(dict.fromkeys(step for step in value if text(step))) if isinstance(value, list) else []


def squash(value):
    """Returns the text in lower case without separators, so that another spelling is found too."""
    return re.sub(r"[_.-]", "", value).lower()


def is_public_step(step, hidden):
    return (
        step is not None
        and re.fullmatch(r"[A-Za-z0-9_.-]{1,64}", step) is not None
        and re.search(r"[0-9]{6}", step) is None
        and PAN_ANYWHERE.search(squash(step)) is None
        # Every step id contains the empty text that is left of an id like "-".
        and not any(squash(secret) in squash(step) for secret in hidden if squash(secret))
    )


def public_steps(steps, hidden):
    return [step for step in steps if is_public_step(step, hidden)][:MAX_STEPS]


# PAN, times, reference


def mask_pan(value):
    """Returns `ABCDE****F`, or None for what is neither a PAN nor a masked PAN."""
    match = re.fullmatch(r"([A-Z]{5})(?:[0-9]{4}|\*{4})([A-Z])", value.strip().upper()) if text(value) else None
    return f"{match[1]}****{match[2]}" if match else None


ISO_8601 = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?:(:\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)


def to_iso_time(value):
    """Returns a time as `2026-04-07T11:24:14.383Z`. A time without a zone is UTC. None for what is no time."""
    match = ISO_8601.fullmatch(value.strip()) if text(value) else None
    if match is None:
        return None
    day, minute, second, fraction, zone = match.groups()
    try:
        time = datetime.fromisoformat(f"{day}T{minute}{second or ':00'}{'+00:00' if zone in (None, 'Z') else zone}")
        in_utc = time.astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None
    return f"{in_utc.isoformat()[:19]}.{(fraction or '').ljust(3, '0')[:3]}Z"


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def to_reference(job_id):
    """Returns the first 40 bits of the SHA-256 of the job id in Crockford's base32: `7F3K-9Q2M`."""
    bits = int.from_bytes(hashlib.sha256(job_id.encode()).digest()[:5], "big")
    digits = "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{digits[:4]}-{digits[4:]}"


# Failure codes. The first match wins.

MESSAGE_PATTERNS = (
    ("account_locked", r" locked "),
    ("invalid_credentials", r" (invalid credentials|wrong password) "),
    ("second_factor_required", r" (otp|two factor|vault) "),
    ("pan_not_registered", r" pan (.* )?not registered "),
    ("no_itr_found", r" (no itr|no records found) "),
    ("session_expired", r" session (has )?expired "),
    ("consent_denied", r" consent (.* )?denied "),
    ("report_failed", r" (download|parse|report) (.* )?failed | failed (.* )?(download|parse|report) "),
    ("portal_unavailable", r" (portal|technical error|try (again )?later|service unavailable) "),
)
STEP_PATTERNS = (
    ("invalid_credentials", r" credentials "),
    ("second_factor_required", r" (otp|2fa) "),
    ("report_failed", r" (download|parse|report) "),
)


def classify_failure(error_message, steps_failed):
    return (
        find_code(MESSAGE_PATTERNS, error_message or "") or find_code(STEP_PATTERNS, " ".join(steps_failed)) or "unknown"
    )


def find_code(patterns, message):
    # Whole words in lower case, with a blank around each. Only the first 2,000 characters: a match of `.*` takes long.
    words = f" {re.sub(r'[^a-z0-9]+', ' ', message[:2000].lower())} "
    return next((code for code, pattern in patterns if re.search(pattern, words)), None)


# The response for the browser


def parse_retry_after(value, now):
    """Returns the end of the wait in epoch seconds, at most 60 seconds from now. None if there is no valid header."""
    value = (value or "").strip()
    if re.fullmatch(r"[0-9]+", value):
        until = now + int(value[:9])
    else:
        try:
            date = parsedate_to_datetime(value)
            until = date.replace(tzinfo=date.tzinfo or timezone.utc).timestamp()
        except (TypeError, ValueError):
            return None
    return min(max(until, now), now + MAX_RETRY_AFTER)


def error_response(error, now):
    """Returns HTTP status, headers and body."""
    status, message = ERRORS[error.code]
    headers = dict(HEADERS)
    if status == 405:
        headers["Allow"] = "POST"
    if error.retry_at is not None:
        headers["Retry-After"] = str(max(0, math.ceil(error.retry_at - now)))
    return status, headers, {"error_code": error.code, "message": message}
