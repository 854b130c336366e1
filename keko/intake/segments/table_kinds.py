"""Which table of a segment model a table is, by its headers in Finnish, Swedish or English (docs/segmentit.md)."""

import re
from collections.abc import Mapping, Set
from typing import Literal

from keko.intake.values.headings import plain, word_of

TableKind = Literal[
    "model", "segments", "factors", "sizes", "prevalences", "participation", "overlaps", "flows"
]  # fmt: skip

_WORDS = {
    "segment": "segmentti|segmentin (?:koodi|tunnus)|segment|segmentkod|segment code",
    "factor": "tekijä|tekijän (?:koodi|tunnus)|faktor|faktorkod|factor|factor code",
    "factors": "tekijät|faktorer|factors",
    "source": "mistä|lähtösegmentti|från|från segment|from|from segment",
    "target": "mihin|kohdesegmentti|till|till segment|to|to segment",
    "persons": "henkilöitä|henkilöt|henkilömäärä|lukumäärä|personer|antal personer|antal|persons|number of persons",
    "share": "osuus|andel|share|esiintyvyys|prevalens|prevalence",
    "measure": "osallistuminen|mittari|deltagande|mått|participation|measure",
    "mean": "keskiarvo|kuukausia|medelvärde|månader|mean|months",
    "p10": "p10",
    "p90": "p90",
    "entry": "kohta|punkt|entry",
    "value": "arvo|värde|value",
    "names.fi": "nimi|nimi fi|namn fi|name fi",
    "names.sv": "nimi sv|namn|namn sv|name sv",
    "names.en": "nimi en|namn en|name|name en",
    "description.fi": "kuvaus|kuvaus fi|beskrivning fi|description fi",
    "description.sv": "kuvaus sv|beskrivning|beskrivning sv|description sv",
    "description.en": "kuvaus en|beskrivning en|description|description en",
    "difficult_to_employ": "vaikeasti työllistyvä|vaikeasti työllistyvät|svårsysselsatta?|difficult to employ",
    "at_risk": "riskissä|i riskzonen|at risk",
}
_ROLE = {role: re.compile(words) for role, words in _WORDS.items()}
_COMMON = {"time": "period", "area": "area", "sex": "sex", "age": "age"}

# What each table has to have, in the order in which they are told apart.
NEEDED: Mapping[TableKind, Set[str]] = {
    "flows": {"area", "period", "source", "target", "persons"},
    "overlaps": {"area", "period", "factors", "persons"},
    "participation": {"area", "period", "segment", "measure", "mean"},
    "prevalences": {"area", "period", "segment", "factor", "share"},
    "sizes": {"area", "period", "segment"},
    "factors": {"factor", "names.fi"},
    "segments": {"segment", "names.fi"},
    "model": {"entry", "value"},
}
COLUMNS: Mapping[TableKind, Set[str]] = {
    "flows": NEEDED["flows"],
    "overlaps": NEEDED["overlaps"] | {"segment"},
    "participation": NEEDED["participation"] | {"sex", "age", "p10", "p90"},
    "prevalences": NEEDED["prevalences"] | {"sex", "age", "persons"},
    "sizes": NEEDED["sizes"] | {"sex", "age", "persons", "share"},
}


def role_of(header: str) -> str | None:
    """What a column holds, None where its header is not one of the layout's."""
    text = plain(header)
    own = next((role for role, words in _ROLE.items() if words.fullmatch(text)), None)
    return own or _COMMON.get(str(word_of(header)))


def kind_of(roles: Set[str]) -> TableKind | None:
    """Which table has columns of these roles, None where it is none of them."""
    kind = next((kind for kind, needed in NEEDED.items() if needed <= roles), None)
    return None if kind == "sizes" and not roles & {"persons", "share"} else kind
