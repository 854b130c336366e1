"""What may leave an installation, and enter another: open figures, which their source has protected and everybody may use."""

import re

from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator

OWN_PROTECTION = ProblemKind(
    "pack-own-protection",
    "error",
    Text(
        "Luvut suojaa KEKO itse eikä niiden lähde, joten ne eivät kulje paketissa: tuo ne alkuperäisestä tiedostosta.",
        "Talen skyddas av KEKO och inte av sin källa, så de följer inte med i ett paket: importera dem från originalfilen.",
        "The figures are protected by KEKO and not by their source, so they do not travel in a pack: import them from the "
        "original file.",
    ),
)
LICENCE_NOT_OPEN = ProblemKind(
    "pack-licence",
    "error",
    Text(
        "Lisenssi ”{licence}” ei ole sellainen avoin lisenssi, joka sallii jakamisen eteenpäin (CC BY, CC BY-SA, CC0).",
        "Licensen ”{licence}” är inte en sådan öppen licens som tillåter vidare spridning (CC BY, CC BY-SA, CC0).",
        "The licence “{licence}” is not an open one that allows passing on (CC BY, CC BY-SA, CC0).",
    ),
)
NO_LICENCE = ProblemKind(
    "pack-no-licence",
    "error",
    Text(
        "Lukujen lisenssi ei ole tiedossa, joten ne eivät kulje paketissa: kysy se tuottajalta.",
        "Talens licens är inte känd, så de följer inte med i ett paket: fråga producenten.",
        "The licence of the figures is not known, so they do not travel in a pack: ask their producer.",
    ),
)
UNDER_PERMIT = ProblemKind(
    "pack-permit",
    "error",
    Text(
        "Luvut on julkaistu luvan tai ehtojen nojalla, joten ne eivät kulje paketissa.",
        "Talen har publicerats med stöd av ett tillstånd eller villkor, så de följer inte med i ett paket.",
        "The figures were published under a permit or conditions, so they do not travel in a pack.",
    ),
)
OF_SEGMENTS = ProblemKind(
    "pack-segments",
    "error",
    Text(
        "Väestösegmenttien mallit eivät kulje paketissa: tuo malli sen omasta työkirjasta.",
        "Modeller av befolkningssegment följer inte med i ett paket: importera modellen från dess egen arbetsbok.",
        "Models of population segments do not travel in a pack: import the model from its own workbook.",
    ),
)
ONLY_DEMO = ProblemKind(
    "pack-demo",
    "error",
    Text(
        "Luvut ovat esimerkkejä, joten ne eivät kulje paketissa.",
        "Talen är exempel, så de följer inte med i ett paket.",
        "The figures are examples, so they do not travel in a pack.",
    ),
)
NOTHING_PUBLISHED = ProblemKind(
    "pack-nothing-published",
    "error",
    Text(
        "Mittarista ei ole julkaistu mitään.",
        "Inget har publicerats om indikatorn.",
        "Nothing is published of the indicator.",
    ),
)
# Licences that let anybody pass figures on; one that forbids business or changes (NC, ND) does not.
_OPEN = re.compile(
    r"(?:cc[ -]?0|cc[ -]by(?:[ -]sa)?|creative commons (?:zero|attribution|nimeä|erkännande))(?:[ -]\d(?:\.\d)?)?"
    r"(?: (?:international|kansainvälinen|internationell))?"
    r"|https?://creativecommons\.org/(?:licenses/by(?:-sa)?|publicdomain/zero)/\d\.\d/?(?:deed\.\w+)?"
)


def obstacle(item: Indicator) -> Problem | None:
    """Why figures of an indicator do not travel, if they do not."""
    if item.disclosure.rule != "none":
        return OWN_PROTECTION.at()
    if not item.licence.strip():
        return NO_LICENCE.at()
    return None if _OPEN.fullmatch(item.licence.strip().lower()) else LICENCE_NOT_OPEN.at(licence=item.licence)


def without_persons(item: Indicator) -> Indicator:
    """Who said that its figures need no protection is neither told elsewhere nor believed of elsewhere.

    Whoever takes them in says it anew.
    """
    nobody = item.disclosure.model_copy(update={"stated_by": None, "stated_at": None})
    return item.model_copy(update={"disclosure": nobody})
