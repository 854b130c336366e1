"""The client: paced, insisting where that helps, and never reading more than was agreed."""

from collections.abc import Callable
from threading import Event

import pytest

from keko.data.problems import Refused
from keko.sources.http import USER_AGENT, Http, Pace, read_json
from tests.sources.conftest import Clock
from tests.sources.source import Answer, Source

Client = Callable[..., Http]


def refusal(ask: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        ask()
    (problem,) = caught.value.problems
    return problem.code


def test_an_answer_comes_as_it_is_and_the_source_knows_who_asks(source: Source, client: Client) -> None:
    source.answers["/a"] = {"väestö": 1}
    assert read_json(client().get(f"{source.url}/a", [("years", "2023"), ("years", "2024")]), "a") == {"väestö": 1}
    assert source.asked[0].url == "/a?years=2023&years=2024"
    assert source.asked[0].headers["User-Agent"] == USER_AGENT
    assert "Authorization" not in source.asked[0].headers


def test_too_many_requests_is_waited_out(source: Source, client: Client, clock: Clock) -> None:
    source.answers["/a"] = [Answer(status=429, headers={"Retry-After": "7"}), Answer(status=503), Answer(b"1")]
    assert client().get(f"{source.url}/a") == b"1"
    assert clock.slept == [7, 4]


def test_a_broken_connection_is_asked_again(source: Source, client: Client) -> None:
    source.answers["/a"] = [Answer(b"0123456789", cut=4), Answer(b"0123456789")]
    assert client().get(f"{source.url}/a") == b"0123456789"


def test_a_source_that_fails_with_two_questions_on_end_is_given_up(
    source: Source, client: Client, clock: Clock
) -> None:
    source.answers["/a"] = Answer(status=500)
    source.answers["/c"] = Answer(b"1")
    own = client()
    assert refusal(lambda: own.get(f"{source.url}/a")) == "source-unreachable"
    assert (source.count("GET"), clock.slept) == (5, [2, 4, 8, 16])
    assert own.get(f"{source.url}/c") == b"1"  # one broken table does not stop the others
    for _ in range(2):
        assert refusal(lambda: own.get(f"{source.url}/a")) == "source-unreachable"
    assert source.count("GET") == 16
    assert refusal(lambda: own.get(f"{source.url}/c")) == "source-unreachable"
    assert source.count("GET") == 16


def test_a_source_that_is_not_there_is_given_up_at_once(client: Client, clock: Clock) -> None:
    own = client()
    for _ in range(2):
        assert refusal(lambda: own.get("http://127.0.0.1:9/a")) == "source-unreachable"
    assert clock.slept == [2, 4, 8, 16]


def test_a_slow_source_is_not_waited_for_for_ever(source: Source, client: Client) -> None:
    answered = Event()
    source.answers["/a"] = lambda _: Answer(b"1") if answered.wait(10) else Answer(status=500)
    try:
        assert refusal(lambda: client(attempts=1, timeouts=(1.0, 0.01)).get(f"{source.url}/a")) == "source-unreachable"
    finally:
        answered.set()


def test_an_answer_that_trickles_is_given_up(source: Source, client: Client) -> None:
    source.answers["/a"] = Answer(b"1")
    own = client(attempts=1, longest=600.0)
    own.pace.clock = iter(
        [0.0, 0.0, 601.0]
    ).__next__  # when the call is counted, as the answer begins, at its first byte
    assert refusal(lambda: own.get(f"{source.url}/a")) == "source-unreachable"


def test_nobody_listening_is_said_so(client: Client) -> None:
    assert refusal(lambda: client(attempts=1).get("http://127.0.0.1:9/a")) == "source-unreachable"


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "source-not-found"), (400, "source-not-found"), (403, "source-too-large"), (401, "source-unreachable")],
)
def test_an_answer_that_will_not_change_is_not_asked_for_again(
    source: Source, client: Client, status: int, code: str
) -> None:
    source.answers["/a"] = Answer(status=status)
    assert refusal(lambda: client().post(f"{source.url}/a", {})) == code
    assert source.count("POST") == 1


def test_an_answer_is_not_read_beyond_the_limit(source: Source, client: Client) -> None:
    source.answers["/a"] = Answer(b"x" * 300_000)
    assert refusal(lambda: client(largest=200_000).get(f"{source.url}/a")) == "source-too-large"


def test_a_redirect_is_followed_on_the_same_host_only(source: Source, client: Client) -> None:
    source.answers |= {
        "/a": Answer(status=302, headers={"Location": "/b"}),
        "/b": {},
        "/c": Answer(status=302, headers={"Location": "http://localhost:9/b"}),
        "/d": Answer(status=302, headers={"Location": "/d"}),
    }
    assert client().get(f"{source.url}/a") == b"{}"
    assert refusal(lambda: client().get(f"{source.url}/c")) == "source-unreachable"
    assert refusal(lambda: client().get(f"{source.url}/d")) == "source-unreachable"


@pytest.mark.parametrize("url", ["http://sotkanet.fi/rest", "ftp://sotkanet.fi", "file:///etc/passwd", "sotkanet.fi"])
def test_only_encrypted_connections_leave_the_machine(client: Client, url: str) -> None:
    assert refusal(lambda: client().get(url)) == "source-address"


def test_no_more_than_the_agreed_calls_are_made_in_a_minute(clock: Clock) -> None:
    pace = Pace(calls=3, seconds=60, clock=clock.time, sleep=clock.sleep)
    made = []
    for _ in range(7):
        pace.wait()
        made.append(clock.now)
        clock.now += 1
    assert made == [0, 1, 2, 60, 61, 62, 120]


@pytest.mark.parametrize("data", [b"<html>", b"\xff\xfe{", b"", b"[" * 200_000])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    assert refusal(lambda: read_json(data, "a")) == "source-bad-answer"
