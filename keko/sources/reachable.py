"""Whether a source can be reached, found out without asking it anything."""

import socket
from collections.abc import Callable, Sequence
from contextlib import closing
from threading import Thread
from urllib.parse import urlsplit

Connect = Callable[[tuple[str, int], float], socket.socket]
_PORTS = {"https": 443, "http": 80}
_SECONDS = 2.0


def reachable(urls: Sequence[str], seconds: float = _SECONDS, connect: Connect = socket.create_connection) -> bool:
    """Whether something listens at all of the addresses; no longer than `seconds`, even where a name is looked up for ever."""
    found: list[bool] = []

    def look(url: str) -> None:
        address = urlsplit(url)
        try:
            with closing(connect((address.hostname or "", address.port or _PORTS[address.scheme]), seconds)):
                found.append(True)
        except (OSError, KeyError, ValueError):
            pass

    looking = [Thread(target=look, args=(url,), daemon=True) for url in urls]
    for thread in looking:
        thread.start()
    for thread in looking:
        thread.join(seconds)
    return len(found) == len(urls)
