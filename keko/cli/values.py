"""What stands on the command line, made into what it means; what means nothing is refused with a sentence.

Nothing else reads an argument, so that what comes further can be stored, printed and compared.
"""

import math
import unicodedata
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

LONGEST_NAME, LONGEST_NOTE = 200, 10_000
LARGEST = 2**31 - 1  # of a whole number in the database
_SHOWN = 40


def name(text: str) -> str:
    """A name or a code: up to 200 characters that can be seen, with single spaces between its words."""
    words = " ".join(text.split())
    if not words:
        raise ArgumentTypeError("nothing is written here")
    if len(words) > LONGEST_NAME:
        raise ArgumentTypeError(f"{shown(words)} is longer than {LONGEST_NAME} characters")
    if not words.isprintable():
        raise ArgumentTypeError(f"{shown(words)} has characters that cannot be seen")
    return words


def event_kind(text: str) -> str:
    """A kind of event; an action is no event."""
    if text == "action":
        raise ArgumentTypeError("an action is recorded by the command action, or on the page of goals and actions")
    return name(text)


def note(text: str) -> str:
    """Sentences of any kind, none as well: up to 10 000 characters without control characters."""
    if len(text) > LONGEST_NOTE:
        raise ArgumentTypeError(f"{shown(text)} is longer than {LONGEST_NOTE} characters")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in set(text) - set("\t\r\n")):
        raise ArgumentTypeError(f"{shown(text)} has characters that are no text")
    return text


def path(text: str) -> Path:
    """Where a file is."""
    if not text:
        raise ArgumentTypeError("nothing is written here")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ArgumentTypeError(f"{shown(text)} has characters that are no text: give the file another name")
    return Path(text)


def whole(least: int, most: int = LARGEST) -> Callable[[str], int]:
    """What reads a whole number from `least` to `most`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise ArgumentTypeError(f"{shown(text)} is not a whole number") from None
        if not least <= number <= most:
            raise ArgumentTypeError(f"{shown(text)} is not between {least} and {most}")
        return number

    return read


year = whole(1_000, 9_999)


def figure(text: str) -> float:
    """A number; the decimals stand after a comma or a point."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise ArgumentTypeError(f"{shown(text)} is not a number") from None
    if not math.isfinite(number):
        raise ArgumentTypeError(f"{shown(text)} is not a number that can be reached")
    return number


def day(text: str) -> date:
    """A day, as 2026-03-01."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{shown(text)} is not a day: it is written 2026-03-01") from None


def shown(text: str) -> str:
    """As a sentence quotes it: short, on one line, and what cannot be seen by its code."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
