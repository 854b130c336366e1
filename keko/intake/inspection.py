"""What a file is, what it holds and what is wrong with it, as one JSON document."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from keko.config import Language
from keko.data.areas import Areas
from keko.data.levels import LEVELS
from keko.data.periods import frequency
from keko.data.problems import Problem
from keko.intake.arrange.observations import Arranged
from keko.intake.read.file import format_of
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.understand import Steps

Json = dict[str, Any]

_NO_PERIODS: Json = {"first": None, "last": None, "count": 0, "frequency": None}


def inspect(
    data: bytes, file_name: str, steps: Steps, problems: Sequence[Problem], areas: Areas, language: Language
) -> Json:
    """The document of `inspect`: the same keys for every file, those that a refused file leaves open empty or None.

    `steps`: how far the file was understood; `problems` are told in `language`.
    """
    document = _nothing(file_name, format_of(data, file_name))
    if steps.table is not None:
        document |= _of_table(steps.table)
    if steps.table is not None and steps.layout is not None:
        document |= _of_layout(steps.table, steps.layout, language)
    if steps.arranged is not None:
        document |= _of_content(steps.arranged, areas)
    return document | {"problems": [problem.as_json(language) for problem in problems]}


def _nothing(file_name: str, format_name: str) -> Json:
    return {
        "file": file_name,
        "format": format_name,
        "encoding": None,
        "delimiter": None,
        "decimal": None,
        "header_rows": [],
        "layout": None,
        "columns": [],
        "areas": {"levels": {}, "unmatched": [], "ambiguous": []},
        "periods": dict(_NO_PERIODS),
        "measures": [],
        "values": 0,
        "missing": {},
    }


def _of_table(table: Table) -> Json:
    return {
        "format": table.format,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_rows": table.header_rows,
        "columns": [{"name": name, "role": "ignored"} for name in table.names],
    }


def _of_layout(table: Table, layout: Layout, language: Language) -> Json:
    recognised = zip(table.names, layout.roles, layout.certainties, strict=True)
    columns = [
        {"name": name, "role": role, "confidence": sure.confidence, "reason": sure.reason.within(language)}
        for name, role, sure in recognised
    ]
    return {"layout": layout.kind, "columns": columns}


def _of_content(arranged: Arranged, areas: Areas) -> Json:
    rows = arranged.observations
    levels = [areas[code].level for code in rows["area"].unique()]
    return {
        "decimal": arranged.decimal,
        "areas": {
            "levels": {level: levels.count(level) for level in LEVELS if level in levels},
            "unmatched": arranged.unmatched,
            "ambiguous": arranged.ambiguous,
        },
        "periods": _periods(rows["period"]),
        "measures": [
            {"name": measure.name, "unit": measure.unit, "values": measure.values} for measure in arranged.measures
        ],
        "values": int(rows["value"].notna().sum()),
        "missing": arranged.missing,
    }


def _periods(periods: "pd.Series[str]") -> Json:
    distinct = sorted(periods.unique())
    if not distinct:
        return dict(_NO_PERIODS)
    usual = frequency(str(periods.mode().iloc[0]))
    return {"first": distinct[0], "last": distinct[-1], "count": len(distinct), "frequency": usual}
