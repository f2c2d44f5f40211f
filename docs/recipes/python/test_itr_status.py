"""Runs the fixtures of itr-progress: python3 -m unittest"""

import contextlib
import json
import os
import socket
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from unittest import mock

import itr_status
import server

FIXTURES = Path(__file__).parents[2] / "fixtures"
HANDLE = "handle-of-asha"
SECRETS = ("key-5b1c9e", "secret-77aa01")
NOW = 1_775_561_054


def read(name):
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


def to_bytes(body):
    return (body if isinstance(body, str) else json.dumps(body)).encode()


class Fixtures(unittest.TestCase):
    def check(self, expected, response):
        """Compares a response with a fixture. The `message` of an error may be any text."""
        status, headers, body = response
        body, expected_body = dict(body), dict(expected["body"])
        self.assertEqual(type(body.pop("message", None)), type(expected_body.pop("message", None)))
        own = {name: value for name, value in headers.items() if name in ("Allow", "Retry-After")}
        self.assertEqual(
            (status, own, body), (expected["status"], expected.get("headers", {}), expected_body)
        )

    def test_exchanges(self):
        for pair in read("status-responses") + read("upstream-errors"):
            upstream = pair["upstream"]
            with self.subTest(pair["name"]):
                try:
                    fields = itr_status.to_public_status(
                        pair["jobId"],
                        upstream["status"],
                        upstream.get("headers", {}),
                        to_bytes(upstream["body"]),
                        SECRETS,
                        NOW,
                    )
                    response = 200, itr_status.HEADERS, {"job_id": HANDLE, **fields}
                except itr_status.ProxyError as error:
                    response = itr_status.error_response(error, NOW)
                self.check(pair["proxy"], response)

    def test_requests(self):
        processing = read("status-responses")[0]
        analyzer = server.Analyzer("http://localhost", *SECRETS)
        analyzer.post = lambda *_: (200, {}, to_bytes(processing["upstream"]["body"]))
        host = server.Host(analyzer, "https://app.example.com")
        server.sessions["s1"] = "asha"
        server.rows[HANDLE] = ("asha", processing["jobId"], float("inf"))
        server.rows["handle-of-ben"] = ("ben", processing["jobId"], float("inf"))
        for case in read("requests"):
            request = case["request"]
            with self.subTest(case["name"]):
                headers = {**request["headers"], "Cookie": "session=s1"}
                body = to_bytes(request["body"] or "")
                self.check(case["proxy"], host.serve_status(request["method"], headers, body))

    def test_failure_codes(self):
        fixture = read("failure-codes")
        for code, messages in fixture["error_message"].items():
            for message in messages:
                with self.subTest(message):
                    self.assertEqual(itr_status.classify_failure(message, []), code)
        for steps in fixture["steps_failed"]:
            with self.subTest(steps["ids"]):
                self.assertEqual(itr_status.classify_failure(None, steps["ids"]), steps["failure_code"])


class Analyzer(unittest.TestCase):
    def test_shares_a_call_that_is_slower_than_the_interval(self):
        analyzer = server.Analyzer("http://localhost", *SECRETS)
        calls = []

        def request_status(job_id):
            calls.append(job_id)
            time.sleep(0.3)
            return {"status": "processing"}

        analyzer.request_status = request_status
        with mock.patch.object(server, "MIN_INTERVAL", 0.1), ThreadPoolExecutor() as pool:
            early = pool.submit(analyzer.get_status, "job")
            time.sleep(0.2)
            late = pool.submit(analyzer.get_status, "job")
            self.assertEqual(early.result(), late.result())
        self.assertEqual(calls, ["job"])

    def test_never_sends_a_call_that_timed_out_while_it_waited(self):
        analyzer = server.Analyzer("http://localhost", *SECRETS)
        analyzer.pool = ThreadPoolExecutor(max_workers=1)
        calls = []
        end_call = threading.Event()
        self.addCleanup(end_call.set)

        def post(_, fields):
            calls.append(fields["job_id"])
            end_call.wait()
            raise OSError

        analyzer.post = post
        with mock.patch.object(server, "UPSTREAM_TIMEOUT", 0.1):
            for job_id in ("first", "second"):
                with self.assertRaises(server.ProxyError) as raised:
                    analyzer.get_status(job_id)
                self.assertEqual(raised.exception.code, "upstream_timeout")
        end_call.set()
        analyzer.pool.shutdown()  # Runs the calls that still wait.
        self.assertEqual(calls, ["first"])


    def test_has_one_time_limit_for_all_headers(self):
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)

        def send_slowly():
            client, _ = listener.accept()
            with client, contextlib.suppress(OSError):
                for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100:
                    client.sendall(bytes([byte]))
                    time.sleep(0.05)

        threading.Thread(target=send_slowly, daemon=True).start()
        analyzer = server.Analyzer(f"http://127.0.0.1:{listener.getsockname()[1]}", *SECRETS)
        started_at = time.monotonic()
        with mock.patch.object(server, "UPSTREAM_TIMEOUT", 0.3), self.assertRaises((OSError, HTTPException)):
            analyzer.post("status", {"job_id": "job"})
        self.assertLess(time.monotonic() - started_at, 2)


class RetryAfter(unittest.TestCase):
    @mock.patch.dict(os.environ, {"TZ": "Asia/Kolkata"})
    def test_is_in_utc_without_a_zone(self):
        time.tzset()
        self.addCleanup(time.tzset)
        self.assertEqual(itr_status.parse_retry_after(time.asctime(time.gmtime(NOW + 30)), NOW), NOW + 30)


class Attempts(unittest.TestCase):
    def test_refused_presses_do_not_extend_the_lock(self):
        for hours, expected in [(0, True)] * 3 + [(12, False)] * 3 + [(24, True)]:
            with mock.patch("time.time", return_value=NOW + hours * 3600), self.subTest(hours):
                self.assertEqual(server.count_attempt("refused"), expected)


class Body(unittest.TestCase):
    def test_has_one_deadline(self):
        host = server.Host(server.Analyzer("http://localhost", *SECRETS), "https://app.example.com")
        http_server = server.create_server(host, 0)
        http_server.RequestHandlerClass.timeout = 0.3
        threading.Thread(target=http_server.serve_forever, daemon=True).start()
        self.addCleanup(http_server.server_close)
        self.addCleanup(http_server.shutdown)
        with socket.create_connection(http_server.server_address, timeout=0.1) as client:
            client.sendall(
                b"POST /api/itr/status HTTP/1.1\r\nContent-Type: application/json\r\n"
                b"Sec-Fetch-Site: same-origin\r\nContent-Length: 100\r\n\r\n"
            )
            response = b""
            for _ in range(20):
                try:
                    client.sendall(b" ")
                    response += client.recv(4096)
                    break
                except TimeoutError:
                    pass
        self.assertIn(b" 408 ", response)


if __name__ == "__main__":
    unittest.main()
