"""One careful way to ask a source: paced, repeated where that helps, and never reading more than was agreed."""

import json
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import ChunkedEncodingError, ConnectionError, RequestException, Timeout

from keko.data.problems import Refused
from keko.sources.problems import (
    SOURCE_ADDRESS,
    SOURCE_BAD_ANSWER,
    SOURCE_NOT_FOUND,
    SOURCE_TOO_LARGE,
    SOURCE_UNREACHABLE,
)

USER_AGENT = "KEKO (tilannehuone; avoimen datan haku)"
_TIMEOUTS = (10.0, 90.0)  # to connect, and to wait for the next bytes
_PASSING = {429, 500, 502, 503, 504}
_MISSING = {400, 404, 410}  # PxWeb answers 400 where there is no such table
_REDIRECTS = 3
_LONGEST_WAIT = 300.0
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_MB = 1_000_000


@dataclass
class Pace:
    """At most `calls` in `seconds`. `clock` and `sleep` are there to be replaced in tests."""

    calls: int = 40
    seconds: float = 60.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _made: deque[float] = field(default_factory=deque, init=False, repr=False)

    def wait(self) -> None:
        """Return when the next call may be made, and count it."""
        if len(self._made) == self.calls:
            rest = self._made.popleft() + self.seconds - self.clock()
            if rest > 0:
                self.sleep(rest)
        self._made.append(self.clock())


class _Passing(Exception):
    """A failure that may be over the next time. `after`: seconds the source asked to wait for."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        self.reason, self.after = reason, after


@dataclass
class Http:
    """Asks sources; one that has not answered at all is not asked again.

    `largest`: bytes an answer may have; `attempts`: how often one question is asked at most.
    """

    pace: Pace = field(default_factory=Pace)
    largest: int = 100 * _MB
    attempts: int = 5
    _given_up: set[str] = field(default_factory=set, init=False, repr=False)
    _session: requests.Session = field(default_factory=requests.Session, init=False, repr=False)

    def __post_init__(self) -> None:
        self._session.headers["User-Agent"] = USER_AGENT
        self._session.auth = lambda request: request  # no password of this machine's user goes to a source

    def get(self, url: str, parameters: Sequence[tuple[str, str]] = ()) -> bytes:
        """The answer to a question.

        Raises:
            Refused: there is none, or it is too large.
        """
        return self._insisting("GET", url, params=list(parameters))

    def post(self, url: str, body: dict[str, Any]) -> bytes:
        """The answer to a question that is sent as JSON.

        Raises:
            Refused: there is none, or it is too large.
        """
        return self._insisting("POST", url, json=body)

    def _insisting(self, method: str, url: str, **content: Any) -> bytes:
        host = urlsplit(url).netloc
        attempt = 1
        while host not in self._given_up:
            self.pace.wait()
            try:
                return self._followed(method, url, content)
            except _Passing as failure:
                if attempt == self.attempts:
                    self._given_up.add(host)
                    raise _unreachable(url, failure.reason) from failure
                self.pace.sleep(failure.after if failure.after is not None else 2.0**attempt)
            attempt += 1
        raise _unreachable(url, "–")

    def _followed(self, method: str, url: str, content: dict[str, Any]) -> bytes:
        target = url
        for _ in range(1 + _REDIRECTS):
            _check(target)
            answer = self._once(method, target, content)
            if isinstance(answer, bytes):
                return answer
            if urlsplit(answer).netloc != urlsplit(url).netloc:
                raise _unreachable(url, f"→ {urlsplit(answer).netloc}")
            target, content = answer, {name: value for name, value in content.items() if name != "params"}
        raise _unreachable(url, "→ → →")

    def _once(self, method: str, url: str, content: dict[str, Any]) -> bytes | str:
        """The body of the answer, or the address that it sends to."""
        try:
            with self._session.request(
                method, url, timeout=_TIMEOUTS, stream=True, allow_redirects=False, **content
            ) as response:
                if response.is_redirect:
                    return urljoin(url, response.headers["Location"])
                _check_status(response, method, url)
                return self._body(response, url)
        except (ConnectionError, Timeout, ChunkedEncodingError) as error:
            raise _Passing(type(error).__name__) from error
        except RequestException as error:
            raise _unreachable(url, type(error).__name__) from error

    def _body(self, response: requests.Response, url: str) -> bytes:
        body = bytearray()
        for piece in response.iter_content(65_536):
            body += piece
            if len(body) > self.largest:
                raise _too_large(url, f"> {self.largest // _MB} MB", f"{self.largest // _MB} MB")
        return bytes(body)


def read_json(data: bytes, what: str) -> Any:
    """The JSON document in an answer.

    Raises:
        Refused: it is none.
    """
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:  # wrong UTF-8 and endless nesting too
        raise Refused([SOURCE_BAD_ANSWER.at(what=what)]) from error


def _check(url: str) -> None:
    address = urlsplit(url)
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in _LOOPBACK):
        raise Refused([SOURCE_ADDRESS.at(url=url)])


def _check_status(response: requests.Response, method: str, url: str) -> None:
    status = response.status_code
    if status in _PASSING:
        after = response.headers.get("Retry-After", "")
        raise _Passing(f"HTTP {status}", min(float(after), _LONGEST_WAIT) if after.isdigit() else None)
    if status in _MISSING:
        raise Refused([SOURCE_NOT_FOUND.at(what=url)])
    if status == 413 or (status == 403 and method == "POST"):  # so PxWeb says that a query has too many cells
        raise _too_large(url, f"HTTP {status}", "–")
    if status != 200:
        raise _unreachable(url, f"HTTP {status}")


def _unreachable(url: str, reason: str) -> Refused:
    return Refused([SOURCE_UNREACHABLE.at(host=urlsplit(url).netloc, reason=reason)])


def _too_large(url: str, seen: str, limit: str) -> Refused:
    return Refused([SOURCE_TOO_LARGE.at(what=url, seen=seen, limit=limit)])
