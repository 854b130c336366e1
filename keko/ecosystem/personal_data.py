"""Free text of records holds no personal data: identity codes, and persons' e-mail addresses, phone numbers and names.

Whatever it is disguised by: texts are read as they look (keko.ecosystem.look_alikes). An organisation's own address,
such as info@, and numbers that are no mobile ones are no personal data.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from keko.config import ASSETS
from keko.data.identity_codes import is_identity_code
from keko.data.problems import Problem, ProblemKind
from keko.data.shipped import read_yaml
from keko.data.text import Text
from keko.ecosystem.look_alikes import readings
from keko.ecosystem.problems import at_field
from keko.ecosystem.records import Record

HOLDS_CODE = ProblemKind(
    "ecosystem-identity-code",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on henkilötunnus. Sitä ei tallennettu: poista se.",
        "{kind}: fältet ”{field}” innehåller en personbeteckning. Den sparades inte: ta bort den.",
        "{kind}: the field “{field}” holds a personal identity code. It was not saved: take it out.",
    ),
)
HOLDS_ADDRESS = ProblemKind(
    "ecosystem-personal-email",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on henkilön sähköpostiosoite. Anna organisaation osoite, kuten info@ tai kirjaamo@.",
        "{kind}: fältet ”{field}” innehåller en persons e-postadress. Ange organisationens adress, såsom info@ eller registratur@.",
        "{kind}: the field “{field}” holds a person's e-mail address. Give that of the organisation, such as info@.",
    ),
)
HOLDS_NUMBER = ProblemKind(
    "ecosystem-personal-phone",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on matkapuhelinnumero. Anna organisaation puhelinvaihde.",
        "{kind}: fältet ”{field}” innehåller ett mobiltelefonnummer. Ange organisationens telefonväxel.",
        "{kind}: the field “{field}” holds a mobile phone number. Give the organisation's switchboard.",
    ),
)
HOLDS_NAME = ProblemKind(
    "ecosystem-personal-name",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on henkilön nimi. Kerro tehtävä tai yksikkö, ei henkilöä.",
        "{kind}: fältet ”{field}” innehåller en persons namn. Ange uppgiften eller enheten, inte personen.",
        "{kind}: the field “{field}” holds a person's name. Tell the task or the unit, not the person.",
    ),
)
_DIGITS = str.maketrans("OoQlI|", "000111")  # letters that stand for digits
_ANY_DIGIT, _CENTURY = "[0-9OoQlI|]", "[-+_A-FU-Ya-fu-y]"
# What each character of an identity code may look like: six of the day, the sign of the century, three of the number, a check.
_LOOKS = [*[_ANY_DIGIT] * 6, _CENTURY, *[_ANY_DIGIT] * 3, "[0-9A-Za-z]"]
_CODE_LIKE = re.compile(r"(?<![0-9A-Za-z])" + r"[\s.]{0,3}".join(f"({look})" for look in _LOOKS) + r"(?![0-9A-Za-z])")
_AT = re.compile(r"\s*(?:@|[(\[{<]\s*(?:at|ät|a|miukumauku)\s*[)\]}>])\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|piste|punkt)\s*[)\]}>]\s*|\s+\.\s*(?=\w)", re.IGNORECASE)
_SAID_AT = re.compile(r"(\w+[._]\w+)\s+(?:at|ät|miukumauku)\s+(?=[\w-]+[.,]\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"([\w.+'-]+)@([\w-]+)(?:[.,][\w-]+)+|(\w{2,}[._]\w{2,})@([\w-]+)")
_BETWEEN = r"(?:[^\w+]|_){0,3}"
_MOBILE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:(?:\+|00){_BETWEEN}358{_BETWEEN}(?:0{_BETWEEN})?|0\s{{0,3}})(?:4\s{{0,3}}\d|5\s{{0,3}}0)(?:{_BETWEEN}\d){{5,9}}(?!\d)"
    rf"|(?:\+\s?|(?<!\d)00)(?!358)[1-9](?:{_BETWEEN}\d){{8,13}}(?!\d)"
)
_WITH_DIGIT = re.compile(r"\S*\d\S*")
_CAPITAL = r"(?:[^\W\d_a-zåäöéüõšž][\w'’]+(?:-\w+)?)"
_APART, _INITIAL = r"(?:\s+|[._·/])", r"(?:\w\.?\s+)?"  # between names
_JOINED_PAIR = re.compile(r"(?<![\w./@-])(?P<given>[^\W\d_]{3,})[._][^\W\d_]{3,}(?![\w@])")  # as in matti.meikalainen
# An organisation's own, and authors of what is published, which may be called after a person.
_NAMED_BY_NATURE = frozenset({"address", "website", "switchboard", "source"})


def problems_of(record: Record) -> Iterator[Problem]:
    """What of personal data the fields of a record hold, each field and kind once; the data itself is not repeated."""
    for field, texts in written_texts(record).items():
        for kind, holds in _CHECKS.items():
            if (kind is not HOLDS_NAME or field not in _NAMED_BY_NATURE) and any(map(holds, texts)):
                yield at_field(kind, record, field)


def holds_identity_code(text: str) -> bool:
    """Whether a text, read as it looks, has an identity code in it."""
    matches = (match for readable in readings(text) for match in _CODE_LIKE.finditer(readable))
    return any(is_identity_code(f"{''.join(match.groups()[:10]).translate(_DIGITS)}{match[11]}") for match in matches)


def holds_email(text: str) -> bool:
    """Whether it has an e-mail address in it that is not plainly an organisation's."""
    for readable in readings(text):
        addresses = _ADDRESS.finditer(_SAID_AT.sub(r"\1@", _AT.sub("@", _DOT.sub(".", readable))))
        if any(not _is_organisations(*filter(None, match.groups())) for match in addresses):
            return True
    return False


def holds_mobile_number(text: str) -> bool:
    """Whether it has the number of a Finnish mobile phone in it, or one of another country."""
    for readable in readings(text):
        digits = _WITH_DIGIT.sub(lambda word: word[0].translate(_DIGITS), readable)
        if _MOBILE.search(digits):
            return True
    return False


def holds_name(text: str) -> bool:
    """Whether it has a person's name in it: two names after a title such as "yhteyshenkilö", or a given name and another."""
    return any(_after_title().search(readable) or _with_given_name(readable) for readable in readings(text))


_CHECKS: dict[ProblemKind, Callable[[str], bool]] = {
    HOLDS_CODE: holds_identity_code,
    HOLDS_ADDRESS: holds_email,
    HOLDS_NUMBER: holds_mobile_number,
    HOLDS_NAME: holds_name,
}


def written_texts(record: Record) -> dict[str, set[str]]:
    """The texts that somebody has written, by field; codes and ids that are chosen are none."""
    values = {field: getattr(record, field) for field in type(record).model_fields}
    texts = {field: {part for part in value if part} for field, value in values.items() if isinstance(value, Text)}
    written = {"id", "address", "website", "switchboard", "source"}
    return texts | {field: {values[field]} for field in written & values.keys() if values[field]}


def _is_organisations(local: str, domain: str) -> bool:
    local, domain = local.lower(), domain.lower()
    beginnings = _words("organisation_addresses")
    plainly = local.translate(str.maketrans("åäö", "aao"))
    return any(word.startswith(beginnings) for word in re.split(r"[.+_'-]", plainly)) or local == domain


def _with_given_name(text: str) -> bool:
    pairs = (match for match in _pair().finditer(text) if (match["thing"] or "").lower() not in _words("things"))
    named = (*pairs, *_titled_pair().finditer(text), *_JOINED_PAIR.finditer(text))
    return any(match["given"].lower() in _given_names() for match in named)


@cache
def _words(heading: str) -> tuple[str, ...]:
    words: dict[str, list[str]] = read_yaml(ASSETS / "personal_data.yaml")
    return tuple(words[heading])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_words("given_names"))


@cache
def _titles() -> str:
    titles = "|".join(sorted(map(re.escape, _words("titles")), key=len, reverse=True))
    return rf"(?<!\w)(?i:{titles})\.?\s*[:;=-]*\s*"


@cache
def _pair() -> re.Pattern[str]:
    """Two words with capitals, and a third that may tell that they are the name of a thing."""
    return re.compile(rf"(?<![\w-])(?P<given>{_CAPITAL}){_APART}{_INITIAL}(?={_CAPITAL}(?:[\s-]+(?P<thing>\w+))?)")


@cache
def _titled_pair() -> re.Pattern[str]:
    """Two words after a title, whatever their letters."""
    return re.compile(rf"{_titles()}(?P<given>\w[\w-]+){_APART}{_INITIAL}\w{{3}}")


@cache
def _after_title() -> re.Pattern[str]:
    """Two words with capitals after a title, or an initial and one."""
    return re.compile(rf"{_titles()}(?:{_CAPITAL}{_APART}{_INITIAL}|\w\.\s*){_CAPITAL}")
