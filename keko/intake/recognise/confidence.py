"""How sure it is what a column is: told by the file, likely by what it holds, or for an analyst to say."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from keko.data.text import Text
from keko.intake.mappings import Role
from keko.intake.recognise.column_roles import Columns, Source

Confidence = Literal["certain", "likely", "asked"]


@dataclass(frozen=True)
class Certainty:
    """How sure a role is, and why in a few words."""

    confidence: Confidence
    reason: Text


BY_MAPPING = Certainty("certain", Text("kuvaus kertoo", "beskrivningen anger det", "the mapping says so"))
BY_HEADER = Certainty("certain", Text("otsikko kertoo", "rubriken anger det", "the header says so"))
BY_CELLS = Certainty("certain", Text("solut kertovat", "cellerna visar det", "the cells show it"))
SAME_AREAS = Certainty(
    "certain", Text("samat alueet toisin", "samma områden på annat sätt", "the same areas in other words")
)
EMPTY = Certainty("certain", Text("ei sisältöä", "inget innehåll", "no content"))
LIKELY = Certainty("likely", Text("solut viittaavat siihen", "cellerna tyder på det", "the cells suggest it"))
ASKED = Certainty("asked", Text("merkitystä ei tunnistettu", "betydelsen är okänd", "what it means is not known"))
_OF_SOURCE: dict[Source, Certainty] = {"mapping": BY_MAPPING, "header": BY_HEADER, "cells": BY_CELLS, "guess": LIKELY}


def certainties(columns: Columns, roles: list[Role], labels: Collection[int]) -> list[Certainty]:
    """How sure the role of each column is. `labels`: the columns that name the areas again."""
    return [SAME_AREAS if place in labels else _certainty(columns, place, role) for place, role in enumerate(roles)]


def _certainty(columns: Columns, place: int, role: Role) -> Certainty:
    guessed, source = columns.guesses[place], columns.sources[place]
    if role == "ignored" and not any(columns.texts[place]):
        return EMPTY
    if role == "ignored" and guessed not in {"ignored", "unit"}:
        return ASKED
    return _OF_SOURCE[source]
