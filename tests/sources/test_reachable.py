"""Whether sources can be reached: found out without asking them anything, and without waiting for ever."""

import socket
from threading import Event

from keko.sources.reachable import reachable
from tests.sources.source import Source


def test_a_source_that_listens_is_reachable_and_asked_nothing(source: Source) -> None:
    assert reachable([source.url, f"{source.url}/rest"])
    assert not source.asked


def test_one_that_is_not_there_is_enough_to_say_no(source: Source) -> None:
    assert not reachable([source.url, "http://127.0.0.1:9/rest"])
    assert not reachable(["nowhere"])


def test_a_name_that_is_looked_up_for_ever_is_not_waited_for() -> None:
    found = Event()

    def connect(_: tuple[str, int], __: float) -> socket.socket:
        found.wait(10)
        raise OSError

    try:
        assert not reachable(["https://pxdata.stat.fi"], 0.01, connect)
    finally:
        found.set()
