"""Numbers of mobile phones, Finnish and of other countries, however their digits are grouped."""

import re
from itertools import accumulate

_AS_DIGITS = str.maketrans("OoQlI|", "000111")
_WITH_DIGIT = re.compile(r"(?<!\S)[^\s\d]*\d\S*")
# Numbers that look like those of phones: accounts, companies, books, ids, and references with their years.
_OTHERS = re.compile(
    r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,}(?: ?[0-9A-Z]{1,3})?\b"  # IBAN
    r"|\b\d{7}-\d\b"  # Y-tunnus
    r"|\b97[89][- ](?:\d+[- ]){3}\d\b"  # ISBN
    r"|\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"  # UUID
    r"|\b\d+(?:\.\d+){4,}\b"  # OID
    r"|\b10\.\d{4,9}/\S+"  # DOI
    r"|\b[A-ZÅÄÖ]{2,}[\w-]*/\d+/(?:19|20)\d{2}(?:/\d+)?\b|\b\d+/(?:19|20)\d{2}(?:/\d+)?\b"  # numbers of journals
)
_RUN = re.compile(r"\+?\s{0,2}\d+(?:[^\w+]{1,8}\d+|_{1,3}\d+)*")
_GROUP = re.compile(r"(\d+)([^\d]*)")
_FINNISH = re.compile(r"(?:(?:00)?3580?|0)(?:4\d|50)\d{5,8}")
_BEGINS = re.compile(r"(?:(?:00)?3580?|0)(?:4\d|50)")
_SWEDISH = re.compile(r"07[02369]\d{7}")
_COUNTRY = r"(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|3[578]\d|2[1-69]\d|42\d|5[09]\d|67\d|85\d|88\d|9[679]\d)"
_FOREIGN = re.compile(rf"(?!358){_COUNTRY}\d{{6,12}}")
_CODES = {"358", "00358", "3580", "003580"}  # a gap may come after them
_CLOSE, _SPACE = re.compile(r"[ )(./_-]{1,3}"), re.compile(r"[ )(]{1,3}")
_FEWEST = 7  # digits of any number, with its country
_DIGITS = {9, 10, 11}  # of a mobile number with its first zero


def holds(text: str) -> bool:
    """Whether there is the number of a mobile phone in it."""
    digits = _WITH_DIGIT.sub(lambda word: word[0].translate(_AS_DIGITS), _OTHERS.sub(" ; ", text))
    return any(len(run[0]) >= _FEWEST and _holds_mobile(run[0]) for run in _RUN.finditer(digits))


def _holds_mobile(run: str) -> bool:
    groups: list[tuple[str, str]] = _GROUP.findall(run)
    if run.startswith("+") and _is_foreign([group for group, _ in groups]):
        return True
    return any(_begins_mobile(groups[start:]) for start in range(len(groups)))


def _is_foreign(groups: list[str]) -> bool:
    """Whether groups after a plus or two zeros are a number of another country, and no amount in thousands."""
    first, *rest = groups
    if rest and not re.fullmatch(_COUNTRY, first) and len(first) < 5:
        return False
    is_amount = first in {"1", "7"} and all(len(group) == 3 for group in rest)
    return _FOREIGN.fullmatch("".join(groups)) is not None and not (rest and is_amount)


def _begins_mobile(groups: list[tuple[str, str]]) -> bool:
    """Whether a mobile number begins with the first of groups: it is all of them, or so many of them as make one."""
    (first, gap), *rest = groups
    if first in _CODES and rest and _CLOSE.fullmatch(gap):
        return _begins_mobile([(first + rest[0][0], rest[0][1]), *rest[1:]])
    numbers = [first, *(group for group, _ in rest)]
    if first.startswith("00") and not first.startswith("00358") and _is_foreign([first[2:], *numbers[1:]]):
        return True
    if len(first) < 3 and not (first == "0" and _SPACE.fullmatch(gap)):
        return False
    whole = "".join(numbers)
    if _FINNISH.fullmatch(whole) or _SWEDISH.fullmatch(whole):
        return True
    if not _BEGINS.match(first):
        return False
    lengths = accumulate(len(group) for group in ("0" + re.sub(r"^(?:00)?3580?|^0", "", first), *numbers[1:]))
    area = next(lengths)
    wanted = _DIGITS - {9} if area == 4 else _DIGITS  # 0400 and 0500 have six more
    return area in wanted or any(length in wanted for length in lengths)
