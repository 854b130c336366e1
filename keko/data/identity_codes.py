"""Finnish personal identity codes, which are kept nowhere in KEKO."""

import re

LENGTH = 11
FORM = r"[0-3][0-9][01][0-9]{3}[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]"
_CODE = re.compile(rf"(?<![0-9A-Za-z])({FORM})(?![0-9A-Za-z])")
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"


class IdentityCode(ValueError):
    """A text that would be stored holds somebody's identity code, which is not repeated."""


def is_identity_code(code: str) -> bool:
    """Whether 11 characters are a Finnish identity code: date, sign of the century, number, check character."""
    day, month = int(code[:2]), int(code[2:4])
    valid_date = 1 <= day <= 31 and 1 <= month <= 12
    return valid_date and code[10].upper() == _CHECK[int(code[:6] + code[7:10]) % len(_CHECK)]


def holds_code(text: str) -> bool:
    """Whether a text has an identity code in it."""
    return any(is_identity_code(match[1]) for match in _CODE.finditer(text))


def refuse_identity_code(*texts: str) -> None:
    """Stop where one of the texts has an identity code in it.

    Raises:
        IdentityCode: one has.
    """
    if any(map(holds_code, texts)):
        raise IdentityCode("a personal identity code")
