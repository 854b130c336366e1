"""How wide a text is in a picture: room is left for names before they are drawn, so that none is cut."""

import textwrap
import unicodedata

# Widths of Helvetica, by a thousandth of the size of the font (Adobe Font Metrics), from space on. Liberation Sans, in which
# pictures to download are drawn, has the same; the font of the pages is narrower.
_WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BY_SIGN = {chr(32 + place): int(width) / 1000 for place, width in enumerate(_WIDTHS.split())}
_OTHER = 0.6  # of the size of the font: a sign that is not among them
_BOLD = 1.07


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """The width of the longest line of a text, in pixels."""
    return max(_line_width(line) for line in text.split("\n")) * size * (_BOLD if is_bold else 1.0)


def _line_width(line: str) -> float:
    plain = (sign for sign in unicodedata.normalize("NFKD", line) if not unicodedata.combining(sign))
    return sum(_BY_SIGN.get(sign, _OTHER) for sign in plain)


def wrapped(text: str, letters: int) -> str:
    """A text in lines of at most so many letters; a longer word has a line of its own."""
    return "\n".join(textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False))
