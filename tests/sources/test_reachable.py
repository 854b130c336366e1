"""Whether sources can be reached: found out without asking them anything, and without waiting for ever."""

import socket
from threading import Event

import pytest

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


def test_one_that_is_not_there_is_told_while_another_is_still_looked_up() -> None:
    looked_up, found = list[str](), Event()

    def connect(address: tuple[str, int], _: float) -> socket.socket:
        if address[0] == "slow.example":
            found.wait(10)
            looked_up.append(address[0])
        raise OSError

    try:
        assert not reachable(["https://slow.example", "https://gone.example"], 60, connect)
        assert not looked_up
    finally:
        found.set()


def test_behind_a_proxy_it_is_the_proxy_that_has_to_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[tuple[str, int]]()

    def connect(address: tuple[str, int], _: float) -> socket.socket:
        asked.append(address)
        return socket.socket()

    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setenv("no_proxy", "inside.example")
    assert reachable(["https://pxdata.stat.fi/PxWeb"], connect=connect)
    assert reachable(["https://inside.example"], connect=connect)
    assert asked == [("proxy.example", 3128), ("inside.example", 443)]
