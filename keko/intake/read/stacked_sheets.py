"""Sheets of one shape, one for each year or month: read as one table, the period from the name of the sheet."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from keko.data.problems import ProblemKind
from keko.data.text import Text
from keko.intake.read.metadata_lines import labelled_period, with_constant
from keko.intake.read.table import Table
from keko.intake.values.headings import beside_period
from keko.intake.values.periods import read_period

SHEETS_JOINED = ProblemKind(
    "sheets-joined",
    "info",
    Text(
        "Välilehdet {sheets} luettiin allekkain, ajankohta välilehden nimestä. Rivinumerot jatkuvat välilehdeltä toiselle: "
        "{starts}.",
        "Flikarna {sheets} lästes under varandra, tidpunkten ur flikens namn. Radnumren fortsätter från flik till flik: "
        "{starts}.",
        "The sheets {sheets} were read one below another, the period from the name of each. Row numbers go on from sheet to "
        "sheet: {starts}.",
    ),
)


def stacked(tables: Sequence[tuple[str, Table, int]]) -> Table | None:
    """One table of several, None where their headers are not the same or their sheets are not one for each period.

    `tables`: with the name of the sheet and how many rows it has.
    """
    periods = [_period_of(name) for name, _, _ in tables]
    alike = len({tuple(table.header) for _, table, _ in tables}) == 1
    if not alike or None in periods or len(set(periods)) < len(periods):
        return None
    starts, count, parts = list[str](), 0, list[Table]()
    for period, (name, table, rows) in zip(periods, tables, strict=True):
        dated = with_constant(table, str(period))
        parts.append(replace(dated, cells=dated.cells.set_axis(table.cells.index + count)))
        starts.append(f"{name} {count + 1}–{count + rows}")
        count += rows
    problem = SHEETS_JOINED.at(sheets=", ".join(name for name, _, _ in tables), starts=", ".join(starts))
    return replace(
        parts[0],
        cells=pd.concat([part.cells for part in parts]),
        footers=list(dict.fromkeys(line for part in parts for line in part.footers)),
        problems=[problem],
    )


def _period_of(name: str) -> str | None:
    """The period in the name of a sheet: "2022", "Vuosi 2022", "Työttömät 2022"."""
    if read_period(name):
        return name
    rest = beside_period(name)
    return labelled_period(name) or (name.replace(rest, "", 1).strip(" ,:;()") if rest else None)
