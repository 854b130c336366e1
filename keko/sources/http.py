"""One careful way to ask a source: paced, repeated where that helps, and never reading more than was agreed."""

import json
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import ChunkedEncodingError, ConnectionError, RequestException, Timeout
from urllib3.exceptions import ProtocolError

from keko.data.problems import Refused
from keko.sources.problems import (
    SOURCE_ADDRESS,
    SOURCE_BAD_ANSWER,
    SOURCE_NOT_FOUND,
    SOURCE_TOO_LARGE,
    SOURCE_UNREACHABLE,
)

USER_AGENT = "KEKO (tilannehuone; avoimen datan haku)"
_PASSING = {429, 500, 502, 503, 504}
_MISSING = {400, 404, 410}  # PxWeb answers 400 where there is no such table
_REDIRECTS = 3
_MOST_FAILURES = 2
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
    """A failure that may be over the next time. `after`: seconds the source asked to wait for; `answers`: whether it was
    there and said so itself.
    """

    def __init__(self, reason: str, after: float | None = None, answers: bool = False) -> None:
        self.reason, self.after, self.answers = reason, after, answers


@dataclass
class Http:
    """Asks sources; one that was not there, or that failed with two questions on end, is not asked again.

    `largest`: bytes an answer may have; `attempts`: how often one question is asked at most; `timeouts`: seconds to connect,
    and to wait for the next bytes; `longest`: seconds that one answer may take in all, however it trickles.
    """

    pace: Pace = field(default_factory=Pace)
    largest: int = 100 * _MB
    attempts: int = 5
    timeouts: tuple[float, float] = (10.0, 90.0)
    longest: float = 600.0
    _failures: Counter[str] = field(default_factory=Counter, init=False, repr=False)
    _session: requests.Session = field(default_factory=requests.Session, init=False, repr=False)

    def __post_init__(self) -> None:
        self._session.headers["User-Agent"] = USER_AGENT
        self._session.auth = lambda request: request  # no password of this machine's user goes to a source

    def get(
        self, url: str, parameters: Sequence[tuple[str, str]] = (), headers: Mapping[str, str] | None = None
    ) -> bytes:
        """The answer to a question. `headers`: what it has besides, such as a key; another host never sees them.

        Raises:
            Refused: there is none, or it is too large.
        """
        return self._insisting("GET", url, params=list(parameters), headers=headers)

    def post(self, url: str, body: dict[str, Any]) -> bytes:
        """The answer to a question that is sent as JSON.

        Raises:
            Refused: there is none, or it is too large.
        """
        return self._insisting("POST", url, json=body)

    def _insisting(self, method: str, url: str, **content: Any) -> bytes:
        host = urlsplit(url).netloc
        attempt = 1
        while self._failures[host] < _MOST_FAILURES:
            self.pace.wait()
            try:
                answer = self._followed(method, url, content)
                self._failures[host] = 0
                return answer
            except _Passing as failure:
                if attempt == self.attempts:
                    self._failures[host] += 1 if failure.answers else _MOST_FAILURES
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
                method, url, timeout=self.timeouts, stream=True, allow_redirects=False, **content
            ) as response:
                if response.is_redirect:
                    return urljoin(url, response.headers["Location"])
                _check_status(response, method, url)
                return self._body(response, url)
        except (ConnectionError, Timeout, ChunkedEncodingError) as error:
            raise _Passing(type(error).__name__, answers=_was_there(error)) from error
        except RequestException as error:
            raise _unreachable(url, type(error).__name__) from error

    def _body(self, response: requests.Response, url: str) -> bytes:
        body = bytearray()
        deadline = self.pace.clock() + self.longest
        for piece in response.iter_content(65_536):
            body += piece
            if self.pace.clock() > deadline:
                raise _Passing(f"> {self.longest:.0f} s", answers=True)
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
        raise _Passing(f"HTTP {status}", min(float(after), _LONGEST_WAIT) if after.isdigit() else None, answers=True)
    if status in _MISSING:
        raise Refused([SOURCE_NOT_FOUND.at(what=url)])
    if status == 413 or (status == 403 and method == "POST"):  # so PxWeb says that a query has too many cells
        raise _too_large(url, f"HTTP {status}", "–")
    if status != 200:
        raise _unreachable(url, f"HTTP {status}")


def _was_there(error: RequestException) -> bool:
    """Whether a source took a question before it failed with it."""
    return not isinstance(error, ConnectionError) or isinstance(next(iter(error.args), None), ProtocolError)


def _unreachable(url: str, reason: str) -> Refused:
    return Refused([SOURCE_UNREACHABLE.at(host=urlsplit(url).netloc, reason=reason)])


def _too_large(url: str, seen: str, limit: str) -> Refused:
    return Refused([SOURCE_TOO_LARGE.at(what=url, seen=seen, limit=limit)])
