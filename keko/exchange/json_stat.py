"""Series as JSON-stat 2.0 (json-stat.org/full): a sparse cube that other programs read, and KEKO without losing anything.

What JSON-stat has no place for stands in its `extension`, where KEKO looks for it (`keko.intake.read.own_json`).
"""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from keko.config import Language
from keko.data.own_files import CELL_TEXTS, COUNTS, DIMENSIONS, FIGURES
from keko.indicators.catalogue import Indicator
from keko.words import downloads as words
from keko.words.formats import unit

Json = dict[str, Any]


def json_stat_bytes(frame: pd.DataFrame, item: Indicator, notes: Mapping[str, str], language: Language) -> bytes:
    """The frame of `keko.exchange.figures.series_frame` as JSON-stat in UTF-8.

    The dimensions are the columns that tell a row apart, and `figure`: the value and what stands beside it. The cell of a
    value has a status wherever there is a row, also where it has no value.
    """
    figures = [name for name in FIGURES if name == "value" or frame[name].notna().any()]
    categories = {name: list(dict.fromkeys(sorted(frame[name]))) for name in DIMENSIONS}
    sizes = [*(len(own) for own in categories.values()), len(figures)]
    places = _places(frame, categories, len(figures))
    data_set = {
        "version": "2.0",
        "class": "dataset",
        "label": item.names.within(language),
        "source": notes.get(words.SOURCE.within(language), ""),
        "note": [f"{name}: {text}" for name, text in notes.items()],
        "id": [*DIMENSIONS, "figure"],
        "size": sizes,
        "role": {"time": ["period"], "geo": ["area"], "metric": ["figure"]},
        "dimension": {
            **{name: _dimension(name, own, frame, language) for name, own in categories.items()},
            "figure": _figures(figures, item, language),
        },
        "value": {
            str(place + at): number
            for at, name in enumerate(figures)
            for place, number in zip(places, frame[name].tolist(), strict=True)
            if pd.notna(number)
        },
        "status": dict(zip(map(str, places), frame["status"], strict=True)),
        "extension": {"keko": _beside(frame, places, item)},
    }
    return json.dumps(data_set, ensure_ascii=False, allow_nan=False).encode()


def _places(frame: pd.DataFrame, categories: Mapping[str, list[str]], figures: int) -> list[int]:
    """For every row the place of the cell of its value, counted with the last dimension running fastest."""
    place = pd.Series(0, index=frame.index)
    for name, own in categories.items():
        place = place * len(own) + frame[name].map({code: at for at, code in enumerate(own)})
    return [int(at) * figures for at in place]


def _dimension(name: str, codes: list[str], frame: pd.DataFrame, language: Language) -> Json:
    labels = {code: code for code in codes}
    if name == "area":
        labels |= dict(zip(frame["area"], frame["area_name"], strict=True))
    return {"label": words.COLUMNS[name].within(language), "category": {"index": codes, "label": labels}}


def _figures(figures: list[str], item: Indicator, language: Language) -> Json:
    """What is told of every cell. Numbers of persons and the like beside a value have no unit of their own."""
    in_unit = {"label": unit(item.unit, language), "decimals": item.decimals}
    units = {name: in_unit for name in figures if name not in {"numerator", "denominator"}}
    labels = {name: words.COLUMNS[name].within(language) for name in figures}
    label = words.COLUMNS["figure"].within(language)
    return {"label": label, "category": {"index": figures, "label": labels, "unit": units}}


def _beside(frame: pd.DataFrame, places: list[int], item: Indicator) -> Json:
    """What else a row tells, by the cell of its value."""
    cells = pd.Series(list(map(str, places)), index=frame.index)
    told = {
        name: dict(zip(cells[filled], frame.loc[filled, name].tolist(), strict=True))
        for name in (*CELL_TEXTS, *COUNTS)
        if (filled := frame[name].map(_is_told)).any()
    }
    return {"indicator": item.id, "indicator_name": item.names.fi, "unit": item.unit, "kind": item.kind, **told}


def _is_told(cell: Any) -> bool:
    return pd.notna(cell) and cell is not False and cell != ""
