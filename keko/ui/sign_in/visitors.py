"""Who asks, by the cookie of their browser; looked up anew each time, so that a role taken away is gone at once."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from keko.access.sign_ins import SignedIn, signed_in
from keko.ui import loads
from keko.ui.sign_in.addresses import COOKIE


async def visitor(request: HTTPConnection) -> SignedIn | None:
    """Who sent a request, None where nobody is signed in."""
    key = request.cookies.get(COOKIE)
    return await run_in_threadpool(holder, key) if key else None


def holder(key: str | None) -> SignedIn | None:
    """Whose cookie holds `key`."""
    if not key:
        return None
    with loads.engine().connect() as connection:
        return signed_in(connection, key)
