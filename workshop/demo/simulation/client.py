"""One person's way to the API: signs in, stays signed in, and waits out whatever does not answer."""

import http.client
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

ANSWERS_WITHIN = 15.0
LONGEST_WAIT = 5.0


class Refused(Exception):
    """An answer that will not get better by asking again as it was: its status and its problem."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(str(problem.get("detail") or problem.get("title") or status))
        self.status = status
        self.problem = problem


class Client:
    """A signed-in person. `wait` is called with seconds while the workshop does not answer."""

    def __init__(self, url: str, email: str, password: str, wait: Callable[[float], None]) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "localhost", parts.port
        self._kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection: http.client.HTTPConnection | None = None
        self._email, self._password, self._wait = email, password, wait
        self._access = self._refresh = ""
        self.person: dict[str, Any] = {}
        self.center = ""

    @property
    def signed_in(self) -> bool:
        """Whether this person has signed in."""
        return bool(self._access)

    def sign_in(self) -> None:
        """Sign in with email and password."""
        body = {"email": self._email, "password": self._password}
        self._take(self._asked("POST", "/api/auth/login", body, {}))

    def get(self, path: str) -> Any:
        """Return what is at a path."""
        return self._as_me("GET", path, None, {})

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Send a request that is safe to repeat, and return the answer; raise Refused."""
        return self._as_me("POST", path, body, {"Idempotency-Key": str(uuid4())})

    def close(self) -> None:
        """Let the connection go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _as_me(self, method: str, path: str, body: Mapping[str, Any] | None, headers: dict[str, str]) -> Any:
        if not self.signed_in:
            self.sign_in()
        try:
            return self._asked(method, path, body, headers | self._bearer())
        except Refused as refused:
            if refused.status != 401:
                raise
        self._renew()
        return self._asked(method, path, body, headers | self._bearer())

    def _renew(self) -> None:
        try:
            self._take(self._asked("POST", "/api/auth/refresh", {"refresh_token": self._refresh}, {}))
        except Refused as refused:
            if refused.status != 401:
                raise
            self.sign_in()

    def _take(self, answer: Mapping[str, Any]) -> None:
        self._access, self._refresh = answer["access_token"], answer["refresh_token"]
        self.person, self.center = answer["user"], answer["service_center_id"] or ""

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._access}"}

    def _asked(self, method: str, path: str, body: Mapping[str, Any] | None, headers: dict[str, str]) -> Any:
        pause = 0.5
        while True:
            found = self._once(method, path, body, headers)
            if found is not None:
                status, answer, retry_after = found
                if status < 300:
                    return answer
                if status < 500 and status != 429:
                    raise Refused(status, answer)
                pause = max(pause, retry_after)
            self._wait(pause)
            pause = min(pause * 2, LONGEST_WAIT)

    def _once(
        self, method: str, path: str, body: Mapping[str, Any] | None, headers: dict[str, str]
    ) -> tuple[int, Any, float] | None:
        sent = headers | ({} if body is None else {"Content-Type": "application/json"})
        try:
            if self._connection is None:
                self._connection = self._kind(self._host, self._port, timeout=ANSWERS_WITHIN)
            self._connection.request(method, path, None if body is None else json.dumps(body), sent)
            answer = self._connection.getresponse()
            text = answer.read()
            found = json.loads(text) if text else {}
            return answer.status, found, float(answer.headers.get("Retry-After") or 0)
        except (OSError, http.client.HTTPException, ValueError):
            self.close()
            return None
