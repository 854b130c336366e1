"""Whether a source can be reached, found out without asking it anything."""

import socket
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from threading import Barrier, BrokenBarrierError, Thread
from urllib.parse import urlsplit

from requests.utils import get_environ_proxies, prepend_scheme_if_needed, select_proxy

Connect = Callable[[tuple[str, int], float], socket.socket]
_PORTS = {"https": 443, "http": 80}
_SECONDS = 2.0


def reachable(urls: Sequence[str], seconds: float = _SECONDS, connect: Connect = socket.create_connection) -> bool:
    """Whether something listens at all of the addresses, or at the proxy on the way to them.

    No longer than `seconds` for all of them together, even where a name is looked up for ever.
    """
    together = Barrier(len(urls) + 1)

    def look(url: str) -> None:
        try:
            with closing(connect(_first_stop(url), seconds)), suppress(BrokenBarrierError):
                together.wait(seconds)
        except (OSError, KeyError, ValueError):
            together.abort()

    for url in urls:
        Thread(target=look, args=(url,), daemon=True).start()
    try:
        together.wait(seconds)
    except BrokenBarrierError:
        return False
    return True


def _first_stop(url: str) -> tuple[str, int]:
    """The host and port that a question to `url` goes to first: a proxy where the environment names one.

    Raises:
        KeyError, ValueError: the address is none.
    """
    proxy = select_proxy(url, get_environ_proxies(url))
    address = urlsplit(prepend_scheme_if_needed(proxy, "http") if proxy else url)
    return address.hostname or "", address.port or _PORTS[address.scheme]
