"""What the lines above and below a table say: unit, source, the sex and the ages that the figures are about."""

import re
from typing import Literal

from keko.data.area_names import folded
from keko.intake.read.metadata_lines import labelled
from keko.intake.read.table import Table
from keko.intake.values.dimensions import SEX_WORDS, TOTAL, ages_within
from keko.intake.values.units import Unit, split_unit

_LINES = {
    "unit": re.compile(r"(?:mitta)?yksikkö ?:(.+)|(?:mått)?enhet ?:(.+)|units? ?:(.+)", re.IGNORECASE),
    "source": re.compile(r"läh(?:de|teet) ?:(.+)|käll(?:a|or) ?:(.+)|sources? ?:(.+)", re.IGNORECASE),
}
# What stands behind a unit at the end of a title: a year or years.
_HEAD = re.compile(r"[\s,]*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\.?$|\.$")


def line_of(table: Table, what: Literal["unit", "source"]) -> str | None:
    """The unit or the source that a line names ("Lähde: Tilastokeskus" → "Tilastokeskus"), None where none does."""
    matches = (_LINES[what].match(line.strip()) for line in [*table.titles, *table.footers])
    return next((str(match[match.lastindex or 0]).strip() for match in matches if match), None)


def unit_around(table: Table) -> str:
    """The unit that the lines around a table or the name of its sheet tell, empty where they tell none.

    A line that names the unit comes first; of other lines above the table, and of the name of its sheet, those that are
    a unit or end in one.
    """
    stated = line_of(table, "unit")
    if stated:
        return stated
    lines = [*table.titles, table.sheet]
    whole = [line for line in lines if Unit.of(line).is_known]
    ends = [unit for line in lines if (unit := split_unit(_HEAD.sub("", line))[1]) and Unit.of(unit).multiple != 1]
    return next(iter([*whole, *ends]), "")


def titled_sex(table: Table) -> str | None:
    """The sex that a line above or below tells, being a word for it and nothing more, or labelled (Sukupuoli: Miehet)."""
    labelled_texts = [text for line in [*table.titles, *table.footers] for text in labelled(line, "sex")]
    sexes = {sex for text in [*table.titles, *labelled_texts] if (sex := SEX_WORDS.get(folded(text))) and sex != TOTAL}
    return sexes.pop() if len(sexes) == 1 else None


def titled_ages(table: Table) -> str | None:
    """The ages that a title tells ("Työllisyysaste, 15–64-vuotiaat")."""
    labelled_texts = [text for line in table.footers for text in labelled(line, "age")]
    return next((ages for line in [*table.titles, *labelled_texts] if (ages := ages_within(line))), None)
