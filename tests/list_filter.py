"""The filter of the framework's lists as a browser applies it (Streamlit 1.67, `filter_mode="fuzzy"`): every sign typed must
stand in an option's text, in its order; the options are sorted by the score of fzy (github.com/jhawthorn/fzy, ALGORITHM.md)."""

from collections.abc import Iterable
from math import inf

_LEADING, _TRAILING, _INNER = -0.005, -0.005, -0.01
_BEGINNINGS = {"/": 0.9, "-": 0.8, "_": 0.8, " ": 0.8, ".": 0.6}
_CAPITAL, _CONSECUTIVE = 0.7, 1.0


def filtered(typed: str, texts: Iterable[str]) -> list[str]:
    """The texts that are left of a list, in the order in which they stand then."""
    return sorted(left(typed, texts), key=lambda text: -_score(typed, text))


def left(typed: str, texts: Iterable[str]) -> list[str]:
    """The texts that are left of a list."""
    return [text for text in texts if _stands_in(typed.lower(), text.lower())]


def _stands_in(typed: str, text: str) -> bool:
    place = 0
    for sign in typed:
        place = text.find(sign, place) + 1
        if not place:
            return False
    return True


def _bonuses(text: str) -> list[float]:
    bonuses, before = [], "/"
    for sign in text:
        capital = _CAPITAL if before == before.lower() and sign == sign.upper() else 0.0
        bonuses.append(_BEGINNINGS.get(before, capital))
        before = sign
    return bonuses


def _score(typed: str, text: str) -> float:
    if len(text) > 1024:
        return -inf
    if len(typed) == len(text):
        return inf
    bonuses, lowered = _bonuses(text), text.lower()
    ending: list[float] = []
    best: list[float] = []
    for row, sign in enumerate(typed.lower()):
        gap = _TRAILING if row == len(typed) - 1 else _INNER
        here, reached, so_far = [], [], -inf
        for column, letter in enumerate(lowered):
            score = -inf
            if letter == sign:
                if row == 0:
                    score = column * _LEADING + bonuses[column]
                elif column:
                    score = max(best[column - 1] + bonuses[column], ending[column - 1] + _CONSECUTIVE)
            so_far = max(score, so_far + gap)
            here.append(score)
            reached.append(so_far)
        ending, best = here, reached
    return best[-1]
