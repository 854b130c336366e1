"""Personal identity codes, however they are spaced and written."""

import re

from keko.data.identity_codes import is_identity_code

_DIGIT = r"[0-9OolI|SB]"
_APART = r"\s{0,3}"
_TWO, _PARTED = rf"({_DIGIT}{_APART}{_DIGIT})", rf"{_APART}[./-]?{_APART}"
_DATE = rf"{_TWO}{_PARTED}{_TWO}{_PARTED}(?:19|20)?{_TWO}"
_SIGN = r"\s{0,3}([-+A-FU-Ya-fu-y]|[^\w\s]{1,3}|[\s_]{0,3})\s{0,3}"
_CODE = re.compile(
    rf"(?=(?<!\d){_DATE}{_SIGN}({_DIGIT}(?:{_APART}{_DIGIT}){{2}})[\s-]{{0,3}}([0-9A-Ya-y])(?!\d))"
)  # all that follows, so that what looks like one hides none after it
_AS_DIGITS = str.maketrans("OolI|SB", "0011158")


def holds(text: str) -> bool:
    """Whether there is an identity code in it.

    A code without a sign of its century, or with another between, is one where its check character is a letter: numbers of
    other kinds would pass as such too often.
    """
    return any(_is_code(*match.groups()) for match in _CODE.finditer(text))


def _is_code(day: str, month: str, year: str, sign: str, number: str, check: str) -> bool:
    digits = [re.sub(r"\s", "", part).translate(_AS_DIGITS) for part in (day, month, year, number)]
    has_sign = sign.isalpha() or sign in {"-", "+"}
    code = f"{''.join(digits[:3])}-{digits[3]}{check}"
    return (has_sign or check.isalpha()) and is_identity_code(code)
