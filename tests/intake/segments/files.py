"""A small delivery in CSV, which tests change where they want it to go wrong."""

import yaml

from tests.segments.figures import model

DESCRIPTION = model().model_dump(mode="json") | {"approval": {"by": "TTL", "date": "2026-01-15"}}
SIZES = """alue;vuosi;segmentti;henkilöitä
HVA02;2021;A;600
HVA02;2021;B;400
HVA15;2021;A;300
HVA15;2021;B;700
"""
TABLES = {
    "koot": SIZES,
    "esiintyvyydet": "alue;vuosi;segmentti;tekijä;osuus\nHVA02;2021;A;language;0,1\nHVA02;2021;B;language;0,25\n",
    "osallistuminen": "alue;vuosi;segmentti;osallistuminen;kuukausia;p10;p90\n"
    "HVA02;2021;A;työssä;11,0;9;12\nHVA02;2021;B;työssä;5,0;0;12\n",
    "paallekkain": "alue;vuosi;segmentti;tekijät;henkilöitä\nHVA02;2021;B;language;100\nHVA02;2021;B;ei mitään;300\n",
    "siirtymat": "alue;vuosi;mistä;mihin;henkilöitä\nHVA02;2021;A;A;500\nHVA02;2021;A;B;100\nHVA02;2021;B;B;400\n",
}
Files = list[tuple[str, bytes]]


def files(tables: dict[str, str] | None = None, **description: object) -> Files:
    """The delivery with other `tables` in place of its own, and other entries of its description."""
    told = {name: value for name, value in (DESCRIPTION | description).items() if value is not None}
    contents = {name: text for name, text in (TABLES | (tables or {})).items() if text}
    found = [(f"{name}.csv", text.encode()) for name, text in contents.items()]
    return [("malli.yaml", yaml.safe_dump(told, allow_unicode=True).encode()), *found]
