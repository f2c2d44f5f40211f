"""A host in Python, standard library only: sign-in, a table of handles, `/api/itr/start` and `/api/itr/status`.

    npx itr-progress simulator --speed 5
    FINPASS_BASE_URL=http://127.0.0.1:4311/api/v1 FINPASS_API_KEY=any FINPASS_API_SECRET=any python3 server.py
"""

import json
import os
import secrets
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR
from threading import Lock, Timer
from urllib.parse import urlsplit

import itr_status
from itr_status import ProxyError

UPSTREAM_TIMEOUT = 10  # seconds
RESPONSE_LIMIT = 262_144  # bytes
MIN_INTERVAL = 5  # seconds between two calls for a job
TERMINAL_TTL = 600  # seconds
HANDLE_TTL = 3600  # seconds
MAX_ATTEMPTS = 3  # in a day: portals lock an account after a few wrong passwords

# These stand for your session library, your KYC data and two tables in your database.

sessions = {}


def user_of(headers):
    session = SimpleCookie(headers.get("Cookie")).get("session")
    return sessions.get(session.value) if session else None


pans = {"asha": "ABCDE1234F", "ben": "PQRST6789K"}

attempts = {}


def count_attempt(user):
    """Counts an attempt and returns True, or returns False. A refused press does not count: it would extend the lock."""
    now = time.time()
    recent = [at for at in attempts.get(user, []) if at > now - 86_400]
    if len(recent) >= MAX_ATTEMPTS:
        return False
    attempts[user] = recent + [now]
    return True


rows = {}


def issue_handle(job_id, user):
    handle = secrets.token_urlsafe(16)
    rows[handle] = (user, job_id, time.time() + HANDLE_TTL)
    return handle


def resolve_job(handle, user):
    """Returns the job id if this user may see the job. No denial can be told from another."""
    owner, job_id, expires_at = rows.get(handle, (None, None, 0))
    return job_id if user is not None and user == owner and expires_at > time.time() else None


@dataclass
class Outcome:
    """The last outcome of a job: the fields for the browser or an error."""

    lock: Lock = field(default_factory=Lock)
    expires_at: float = 0
    finished_at: float = 0
    status: dict = None
    error: ProxyError = None


class Analyzer:
    """The ITR Analyzer. Keeps each outcome, so that a job is requested once in 5 seconds for any number of browsers."""

    def __init__(self, base_url, api_key, api_secret):
        self.base_url = base_url.rstrip("/")
        self.secrets = (api_key, api_secret)
        self.outcomes = {}
        self.lock = Lock()
        # The most calls at once. More wait in line, within the same timeout.
        self.pool = ThreadPoolExecutor(max_workers=64)

    def get_status(self, job_id):
        arrived_at = time.time()
        with self.lock:
            if len(self.outcomes) >= 10_000:
                self.outcomes = {id: kept for id, kept in self.outcomes.items() if kept.expires_at > arrived_at}
            outcome = self.outcomes.setdefault(job_id, Outcome())
        # Other threads wait here, and then find the outcome, even if the call took longer than the interval.
        with outcome.lock:
            if max(outcome.expires_at, outcome.finished_at) <= arrived_at:
                self.refresh(job_id, outcome)
            status, error = outcome.status, outcome.error
        if error is not None:
            raise ProxyError(error.code, error.retry_at)
        return status

    def refresh(self, job_id, outcome):
        started_at = time.time()
        outcome.expires_at = started_at + MIN_INTERVAL
        outcome.status = outcome.error = None
        try:
            outcome.status = self.request_status(job_id)
            if outcome.status["status"] in itr_status.TERMINAL:
                outcome.expires_at = started_at + TERMINAL_TTL
        except ProxyError as error:
            outcome.error = error
            outcome.expires_at = max(outcome.expires_at, error.retry_at or 0)
        outcome.finished_at = time.time()

    def request_status(self, job_id):
        call = self.pool.submit(self.post, "status", {"job_id": job_id})
        try:
            status, headers, body = call.result(UPSTREAM_TIMEOUT)
        except (FutureTimeout, TimeoutError):
            call.cancel()  # A call that still waits would be sent later, for nobody.
            raise ProxyError("upstream_timeout") from None
        except ValueError:
            raise ProxyError("upstream_invalid") from None
        except (OSError, HTTPException):
            raise ProxyError("upstream_unavailable") from None
        return itr_status.to_public_status(job_id, status, headers, body, self.secrets, time.time())

    def start(self, pan, password):
        """Returns the job id. Never repeat this by code: a few wrong passwords lock the person's account."""
        status, _, body = self.post("analyze", {"username": pan, "password": password})
        payload = itr_status.parse_json(body)
        if status != 200 or not isinstance(payload, dict) or payload.get("success") is not True:
            return None
        data = payload.get("data")
        job_id = data.get("job_id") if isinstance(data, dict) else None
        return job_id if isinstance(job_id, str) and job_id else None

    def post(self, path, fields):
        """Sends one request, without following a redirect. Raises ValueError for a body above the limit."""
        url = urlsplit(f"{self.base_url}/itr-analyzer/{path}")
        connect = HTTPSConnection if url.scheme == "https" else HTTPConnection
        connection = connect(url.netloc, timeout=UPSTREAM_TIMEOUT)
        deadline = time.monotonic() + UPSTREAM_TIMEOUT
        headers = {"Content-Type": "application/json", "X-API-KEY": self.secrets[0], "X-API-SECRET": self.secrets[1]}
        # `timeout` begins again at each byte, so a server could send its headers for ever.
        timer = Timer(UPSTREAM_TIMEOUT, lambda: connection.sock and connection.sock.shutdown(SHUT_RDWR))
        timer.start()
        try:
            connection.request("POST", url.path, json.dumps(fields), headers)
            response = connection.getresponse()
            body = b""
            while chunk := response.read1(65_536):
                body += chunk
                if len(body) > RESPONSE_LIMIT:
                    raise ValueError("The body is too large.")
                if time.monotonic() > deadline:
                    raise TimeoutError
            if response.length:
                raise HTTPException("The body broke off.")
            return response.status, response.headers, body
        finally:
            timer.cancel()
            connection.close()


class Host:
    """The two routes. `origin` is the one that browsers see."""

    def __init__(self, analyzer, origin):
        self.analyzer = analyzer
        self.origin = origin

    def serve_status(self, method, headers, body):
        """Returns HTTP status, headers and fields. `body` is None if it did not arrive in time."""
        try:
            handle = self.check(method, headers, body)
            try:
                job_id = resolve_job(handle, user_of(headers))
            except Exception:
                raise ProxyError("unavailable") from None
            if not job_id:
                raise ProxyError("not_found")
            return 200, itr_status.HEADERS, {"job_id": handle, **self.analyzer.get_status(job_id)}
        except ProxyError as error:
            return itr_status.error_response(error, time.time())

    def check(self, method, headers, body):
        """Returns the handle. The cheapest check comes first."""
        if method != "POST":
            raise ProxyError("method_not_allowed")
        if not itr_status.is_json_type(headers.get("Content-Type")):
            raise ProxyError("unsupported_media_type")
        if not itr_status.is_trusted_origin(headers.get("Sec-Fetch-Site"), headers.get("Origin"), self.origin):
            raise ProxyError("forbidden_origin")
        if body is None:
            raise ProxyError("body_timeout")
        if len(body) > itr_status.BODY_LIMIT:
            raise ProxyError("body_too_large")
        return itr_status.parse_handle(body)

    def serve_start(self, method, headers, body):
        """Starts a job. Record the person's consent before real data is read: see docs/from-consent-to-data.md."""
        user = user_of(headers)
        # CSRF: another site cannot send JSON without a CORS preflight, and this route does not allow one.
        if method != "POST" or user is None or not itr_status.is_json_type(headers.get("Content-Type")):
            return 403, itr_status.HEADERS, {}
        if body is None or len(body) > itr_status.BODY_LIMIT:
            return 413, itr_status.HEADERS, {}
        fields = itr_status.parse_json(body)
        password = fields.get("password") if isinstance(fields, dict) else None
        if not isinstance(password, str) or not password:
            return 400, itr_status.HEADERS, {}
        if not count_attempt(user):
            return 429, itr_status.HEADERS, {}
        try:
            # A PAN from the form would let a user lock somebody else's account.
            job_id = self.analyzer.start(pans[user], password)
        except (OSError, ValueError, HTTPException):
            # It is unknown whether a job has started.
            return 503, itr_status.HEADERS, {}
        if job_id is None:
            return 422, itr_status.HEADERS, {}
        return 201, itr_status.HEADERS, {"handle": issue_handle(job_id, user)}


def create_server(host, port):
    routes = {"/api/itr/status": host.serve_status, "/api/itr/start": host.serve_start}

    class Handler(BaseHTTPRequestHandler):
        timeout = 3  # seconds for the body, and for each read of the headers

        def serve(self):
            route = routes.get(urlsplit(self.path).path)
            if route is None:
                return self.send_error(404)
            status, headers, fields = route(self.command, self.headers, self.read_body())
            body = json.dumps(fields).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve

        def read_body(self):
            """Read for every response: the kernel resets a connection that is closed with unread bytes."""
            length = self.headers.get("Content-Length") or ""
            size = min(int(length), 65_536) if length.isascii() and length.isdigit() else 0
            deadline = time.monotonic() + self.timeout
            body = b""
            try:
                while len(body) < size and (chunk := self.rfile.read1(size - len(body))):
                    body += chunk
                    left = deadline - time.monotonic()
                    if left <= 0:
                        return None
                    self.connection.settimeout(left)  # for one read
                return body
            except TimeoutError:
                return None
            finally:
                self.connection.settimeout(self.timeout)

        def log_message(self, *_):
            """Logs nothing. A log of your own must not contain handles."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def required(name):
    """Returns an environment variable. Without it the host does not start."""
    value = os.environ.get(name)
    if not value:
        sys.exit(f"{name} is missing. Set it to your key, or to any text for the simulator.")
    return value


def main():
    environment = os.environ
    analyzer = Analyzer(
        environment.get("FINPASS_BASE_URL", "https://api.finpass.ai/api/v1"),
        required("FINPASS_API_KEY"),
        required("FINPASS_API_SECRET"),
    )
    host = Host(analyzer, environment.get("PUBLIC_ORIGIN", ""))
    server = create_server(host, int(environment.get("PORT", "8000")))
    origin = f"http://127.0.0.1:{server.server_port}"
    host.origin = host.origin or origin
    print(origin, flush=True)
    for user in ("asha", "ben"):
        session = secrets.token_urlsafe(16)
        sessions[session] = user
        print(f"Cookie of {user}: session={session}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
