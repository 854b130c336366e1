"""How often somebody may try: held in the memory of a process, by address or by browser, and never written down."""

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection

_LIMITER = MovingWindowRateLimiter(MemoryStorage())


class Limit:
    """So many times a minute."""

    def __init__(self, name: str, times: int) -> None:
        self._name = name
        self._item: RateLimitItem = RateLimitItemPerMinute(times)

    def allows(self, request: HTTPConnection) -> bool:
        """Whether the address that a request comes from may once more."""
        return self.allows_of(request.client.host if request.client else "")

    def allows_of(self, whose: str) -> bool:
        """Whether `whose` may once more."""
        return _LIMITER.hit(self._item, self._name, whose)


SIGN_INS = Limit("sign-in", 120)  # each is two requests, and an organisation may have one address
UPLOADS = Limit("upload", 60)
WRITES = Limit("write", 60)
TAKEN_ALONG = Limit("taken along", 30)
