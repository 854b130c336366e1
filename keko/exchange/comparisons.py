"""The benchmark as a table to take away: every comparison that the page shows, with what has to be said of it."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from keko.config import Language
from keko.data.areas import Areas
from keko.data.text import Text
from keko.indicators.benchmark import Row
from keko.indicators.comparing.chance import by_yearly_variation
from keko.indicators.comparing.comparison import Comparison
from keko.words import benchmark as words
from keko.words import interface
from keko.words.area_labels import collation, label
from keko.words.explanations import why_not_compared
from keko.words.formats import period, period_in, unit
from keko.words.terms import BASES, DEMO_NOTICE, SEXES, THEMES, VERDICTS

COLUMNS: tuple[Text, ...] = (
    words.THEME,
    interface.INDICATOR,
    interface.UNIT,
    interface.AREA,
    interface.BENCHMARK_AREA,
    words.TIME,
    words.OWN_VALUE,
    words.BENCHMARK_VALUE,
    interface.DIFFERENCE,
    words.LOWER,
    words.UPPER,
    interface.VERDICT,
    words.CONFIDENCE,
    words.REASON,
    words.PERSONS,
    words.BASIS,
    interface.SOURCE,
)


def comparison_frame(rows: Sequence[Row], areas: Areas, language: Language) -> pd.DataFrame:
    """A line for each comparison of each row, that of the row's own area first; numbers as they are, not rounded."""
    lines = [_line(row, comparison, areas, language) for row in rows for comparison in _by_name(row, areas, language)]
    return pd.DataFrame(lines, columns=[name.within(language) for name in COLUMNS])


def comparison_notes(
    rows: Sequence[Row],
    title: str,
    period: str | None,
    sex: str,
    data_version: int,
    corrected: bool,
    language: Language,
) -> dict[str, str]:
    """What has to be said of the table: what it shows, of when, of whom, which data, and whether they are demo data."""
    every = [comparison for row in rows for comparison in _comparisons(row)]
    periods = (
        words.AT_THE_LATEST.within(language, when=period_in(period, language))
        if period
        else words.NEWEST_OF_EACH.within(language)
    )
    notes = {
        words.TITLE.within(language): title,
        interface.PERIOD.within(language): periods,
        interface.SEX.within(language): SEXES[sex].within(language),
        words.DATA_VERSION.within(language): str(data_version),
    }
    if corrected or by_yearly_variation(every):
        notes[words.METHOD.within(language)] = words.chance_of(every, corrected, language)
    if any(row.standing.is_demo for row in rows):
        notes[words.NOTICE.within(language)] = DEMO_NOTICE.within(language)
    return notes


def _comparisons(row: Row) -> Iterator[Comparison]:
    yield from row.verdicts.values() or (row.comparison,)


def _by_name(row: Row, areas: Areas, language: Language) -> list[Comparison]:
    """The row's own comparison, then those of other areas by name."""
    own = row.standing.own.area

    def rank(compared: Comparison) -> tuple[bool, tuple[str, str]]:
        return compared.area != own, collation(label(areas[compared.area], language), language)

    return sorted(_comparisons(row), key=rank)


def _line(row: Row, compared: Comparison, areas: Areas, language: Language) -> list[Any]:
    item = row.standing.item
    reason = why_not_compared(compared.reason, language) if compared.reason else ""
    sources = dict.fromkeys(series.source for series in (row.standing.own, row.standing.benchmark) if series.source)
    return [
        THEMES[item.theme].within(language),
        item.names.within(language),
        unit(item.unit, language),
        label(areas[compared.area], language),
        label(areas[compared.benchmark], language),
        period(compared.period, language) if compared.period else "",
        compared.area_value,
        compared.benchmark_value,
        compared.difference,
        compared.lower,
        compared.upper,
        VERDICTS[compared.verdict].within(language),
        compared.confidence,
        reason,
        compared.persons if compared.is_real else None,
        BASES[compared.basis].within(language) if compared.basis else "",
        "; ".join(source.within(language) for source in sources),
    ]
