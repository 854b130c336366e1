"""What the lines above and below a table say: unit, source, the sex and the ages that the figures are about."""

import re
from typing import Literal

from keko.data.area_names import folded
from keko.intake.read.metadata_lines import labelled
from keko.intake.read.table import Table
from keko.intake.values.dimensions import SEX_WORDS, TOTAL, ages_within

_LINES = {
    "unit": re.compile(r"(?:mitta)?yksikkö ?:(.+)|(?:mått)?enhet ?:(.+)|units? ?:(.+)", re.IGNORECASE),
    "source": re.compile(r"läh(?:de|teet) ?:(.+)|käll(?:a|or) ?:(.+)|sources? ?:(.+)", re.IGNORECASE),
}


def line_of(table: Table, what: Literal["unit", "source"]) -> str | None:
    """The unit or the source that a line names ("Lähde: Tilastokeskus" → "Tilastokeskus"), None where none does."""
    matches = (_LINES[what].match(line.strip()) for line in [*table.titles, *table.footers])
    return next((str(match[match.lastindex or 0]).strip() for match in matches if match), None)


def titled_sex(table: Table) -> str | None:
    """The sex that a line above or below tells, being a word for it and nothing more, or labelled (Sukupuoli: Miehet)."""
    labelled_texts = [text for line in [*table.titles, *table.footers] for text in labelled(line, "sex")]
    sexes = {sex for text in [*table.titles, *labelled_texts] if (sex := SEX_WORDS.get(folded(text))) and sex != TOTAL}
    return sexes.pop() if len(sexes) == 1 else None


def titled_ages(table: Table) -> str | None:
    """The ages that a title tells ("Työllisyysaste, 15–64-vuotiaat")."""
    labelled_texts = [text for line in table.footers for text in labelled(line, "age")]
    return next((ages for line in [*table.titles, *labelled_texts] if (ages := ages_within(line))), None)
