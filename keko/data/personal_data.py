"""Free text that people write in KEKO holds no personal data: identity codes, and persons' e-mail addresses, phone numbers and names.

Whatever it is disguised by: texts are read as they look (keko.data.look_alikes). An organisation's own address,
such as info@, and numbers that are no mobile ones are no personal data.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from keko.config import ASSETS
from keko.data.identity_codes import FORM, is_identity_code
from keko.data.look_alikes import readings
from keko.data.problems import ProblemKind
from keko.data.shipped import read_yaml
from keko.data.text import Text

HOLDS_CODE = ProblemKind(
    "personal-identity-code",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on henkilötunnus. Sitä ei tallennettu: poista se.",
        "{kind}: fältet ”{field}” innehåller en personbeteckning. Den sparades inte: ta bort den.",
        "{kind}: the field “{field}” holds a personal identity code. It was not saved: take it out.",
    ),
)
HOLDS_ADDRESS = ProblemKind(
    "personal-email",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on henkilön sähköpostiosoite. Anna organisaation osoite, kuten info@ tai kirjaamo@.",
        "{kind}: fältet ”{field}” innehåller en persons e-postadress. Ange organisationens adress, såsom info@ eller registratur@.",
        "{kind}: the field “{field}” holds a person's e-mail address. Give that of the organisation, such as info@.",
    ),
)
HOLDS_NUMBER = ProblemKind(
    "personal-phone",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on matkapuhelinnumero. Anna organisaation puhelinvaihde.",
        "{kind}: fältet ”{field}” innehåller ett mobiltelefonnummer. Ange organisationens telefonväxel.",
        "{kind}: the field “{field}” holds a mobile phone number. Give the organisation's switchboard.",
    ),
)
HOLDS_NAME = ProblemKind(
    "personal-name",
    "error",
    Text(
        "{kind}: kentässä ”{field}” on henkilön nimi. Kerro tehtävä tai yksikkö, ei henkilöä.",
        "{kind}: fältet ”{field}” innehåller en persons namn. Ange uppgiften eller enheten, inte personen.",
        "{kind}: the field “{field}” holds a person's name. Tell the task or the unit, not the person.",
    ),
)
_CHARACTERS = re.findall(
    r"\[[^]]+]", re.sub(r"(\[[^]]+])\{3}", r"\1\1\1", FORM)
)  # what each of an identity code's may be
_CODE_LIKE = re.compile(r"(?<![0-9A-Za-z])(" + r"\s{0,3}".join(_CHARACTERS) + r")(?![0-9A-Za-z])")
_AT = re.compile(r"\s*(?:@|[(\[{<]\s*(?:at|ät|a|miukumauku)\s*[)\]}>])\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|piste|punkt)\s*[)\]}>]\s*|\s+\.\s*(?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"([\w.+'-]+)@([\w-]+)(?:\.[\w-]+)+")
_BETWEEN = r"(?:[^\w+]|_){0,3}"
_MOBILE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:(?:\+|00){_BETWEEN}358{_BETWEEN}(?:0{_BETWEEN})?|0\s{{0,3}})(?:4\s{{0,3}}\d|5\s{{0,3}}0)(?:{_BETWEEN}\d){{5,9}}(?!\d)"
    rf"|(?:\+\s?|(?<!\d)00)(?!358)[1-9](?:{_BETWEEN}\d){{8,13}}(?!\d)"
)
_WITH_DIGIT = re.compile(r"\S*\d\S*")
_DIGITS = str.maketrans("OoQlI|", "000111")
_CAPITAL = r"(?:[^\W\d_a-zåäöéüõšž][\w'’]+(?:-\w+)?)"
_APART, _INITIAL = r"(?:\s+|[._·])", r"(?:\w\.?\s+)?"  # between names


def kinds_in(texts: Iterable[str], may_name: bool = False) -> list[ProblemKind]:
    """The kinds of personal data that one of the texts holds, as problems whose sentences want `kind` (of record) and `field`.

    `may_name`: whether they are an organisation's own address or the authors of what is published, which name persons.
    """
    written = [text for text in texts if text]
    asked = {kind: holds for kind, holds in _CHECKS.items() if kind is not HOLDS_NAME or not may_name}
    return [kind for kind, holds in asked.items() if any(map(holds, written))]


def holds_identity_code(text: str) -> bool:
    """Whether a text, read as it looks, has an identity code in it."""
    matches = (match for readable in readings(text) for match in _CODE_LIKE.finditer(readable))
    return any(is_identity_code(re.sub(r"\s", "", match[1])) for match in matches)


def holds_email(text: str) -> bool:
    """Whether it has an e-mail address in it that is not plainly an organisation's."""
    for readable in readings(text):
        addresses = _ADDRESS.finditer(_AT.sub("@", _DOT.sub(".", readable)))
        if any(not _is_organisations(match[1].lower(), match[2].lower()) for match in addresses):
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


def _is_organisations(local: str, domain: str) -> bool:
    beginnings = _words("organisation_addresses")
    plainly = local.translate(str.maketrans("åäö", "aao"))
    return any(word.startswith(beginnings) for word in re.split(r"[.+_'-]", plainly)) or local == domain


def _with_given_name(text: str) -> bool:
    pairs = (match for match in _pair().finditer(text) if (match["thing"] or "").lower() not in _words("things"))
    return any(match["given"].lower() in _given_names() for match in (*pairs, *_titled_pair().finditer(text)))


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
