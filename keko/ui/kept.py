"""Answers that are kept: worked out once, however many readers ask for them at the same moment."""

from collections.abc import Callable
from functools import lru_cache, wraps
from threading import RLock
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
_NOTHING: Any = object()


class _Place:
    """Where one answer is kept. Whoever asks while it is worked out waits for it."""

    __slots__ = ("answer", "lock")

    def __init__(self) -> None:
        self.answer = _NOTHING
        self.lock = RLock()


def kept(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the answers of a function to the `most` questions that were asked last; its arguments are hashable.

    Unlike `functools.lru_cache`, which lets everybody work out what nobody has asked before: after a new data version, that is
    fifty readers who work on the same figures.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        place_of = lru_cache(maxsize=most)(lambda *_, **__: _Place())

        @wraps(function)
        def answer(*arguments: P.args, **named: P.kwargs) -> R:
            place = place_of(*arguments, **named)  # type: ignore[arg-type]
            if place.answer is _NOTHING:
                with place.lock:
                    if place.answer is _NOTHING:
                        place.answer = function(*arguments, **named)
            return cast(R, place.answer)

        return answer

    return decorate
