"""Free text that people write in KEKO holds no personal data: identity codes, and persons' e-mail addresses, phone numbers and names.

Whatever it is disguised by: texts are read as they look (keko.data.look_alikes). An organisation's own address,
such as info@, and numbers that are no mobile ones are no personal data.
"""

import re
from collections.abc import Callable, Iterable

from keko.data.look_alikes import readings
from keko.data.personal import addresses, codes, names, numbers
from keko.data.problems import ProblemKind
from keko.data.text import Text

# What most texts have none of is looked for first, which is quick.
_DIGIT = re.compile(r"\d")
_AT = re.compile(r"@|\b(?:at|ät|miukumauku)\b|[(\[{<]\s*a\s*[)\]}>]|_at_", re.IGNORECASE)

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


def kinds_in(texts: Iterable[str], may_name: bool = False) -> list[ProblemKind]:
    """The kinds of personal data that one of the texts holds, as problems whose sentences want `kind` (of record) and `field`.

    `may_name`: whether they are an organisation's own address or the authors of what is published, which name persons.
    """
    written = list(dict.fromkeys(filter(None, texts)))  # words that are given in one language stand for the others
    asked = {kind: holds for kind, holds in _CHECKS.items() if kind is not HOLDS_NAME or not may_name}
    return [kind for kind, holds in asked.items() if any(map(holds, written))]


def holds_identity_code(text: str) -> bool:
    """Whether a text, read as it looks, has an identity code in it."""
    return any(map(codes.holds, filter(_DIGIT.search, readings(text))))


def holds_email(text: str) -> bool:
    """Whether it has an e-mail address in it that is not plainly an organisation's."""
    return any(map(addresses.holds, filter(_AT.search, readings(text))))


def holds_mobile_number(text: str) -> bool:
    """Whether it has the number of a mobile phone in it, Finnish or of another country."""
    return any(map(numbers.holds, filter(_DIGIT.search, readings(text))))


def holds_name(text: str) -> bool:
    """Whether it has a person's name in it: a given name and another, or names after a title such as "yhteyshenkilö"."""
    return any(map(names.holds, readings(text)))


_CHECKS: dict[ProblemKind, Callable[[str], bool]] = {
    HOLDS_CODE: holds_identity_code,
    HOLDS_ADDRESS: holds_email,
    HOLDS_NUMBER: holds_mobile_number,
    HOLDS_NAME: holds_name,
}
