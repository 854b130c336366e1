"""Series as a table that leaves the house: the columns that every export has, and that KEKO reads back."""

from collections.abc import Iterable, Sequence

import pandas as pd
import sqlalchemy as sa

from keko.config import Language
from keko.data.areas import Areas
from keko.data.own_files import COLUMNS, COUNTS, FIGURES
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question, Series, read_every_series
from keko.words import downloads as words
from keko.words.explanations import explain
from keko.words.formats import moment, period
from keko.words.terms import DEMO_NOTICE, LICENCE_NOT_KNOWN

Asked = tuple[Series, Question]


def published_series(connection: sa.Connection, indicator: str, provider: str | None = None) -> list[Asked]:
    """Every series of an indicator that readers see, or of one provider of it, by question, area and time."""
    every = read_every_series(connection, indicator, provider=provider)
    asked = [(series, question) for question, own in every.items() for series in own.values()]
    return sorted(asked, key=lambda pair: (pair[1].sex, pair[1].age, pair[1].breakdown, pair[0].area))


def series_frame(every: Sequence[Asked], item: Indicator, areas: Areas, language: Language) -> pd.DataFrame:
    """A row a point of series of `item`, with `COLUMNS`; figures as they are stored, `unit` theirs.

    `reason` and `explanation` say why a value is as it is or is missing, in KEKO's term and in words; `provider` is empty
    where several deliver a series.
    """
    rows = [
        {
            **point._asdict(),
            "area": series.area,
            "area_name": areas.label(series.area, language),
            "sex": question.sex,
            "age": question.age,
            "breakdown": question.breakdown,
            "indicator": item.id,
            "indicator_name": item.names.within(language),
            "unit": item.unit,
            "kind": item.kind,
            "provider": series.provider or "",
            "is_demo": series.is_demo,
            "explanation": explain(point, language),
        }
        for series, question in every
        for point in series.points
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys((*FIGURES, *COUNTS), "float64"))


def series_notes(item: Indicator, every: Iterable[Series], data_version: int, language: Language) -> dict[str, str]:
    """What has to be said of series: of what, from when, by whom, and whether they are demo figures."""
    filled = [series for series in every if series.points]
    periods = [point.period for series in filled for point in series.points]
    source = next((series.source for series in filled if series.source), item.source)
    published = max((series.published_at for series in filled), default="")
    notes = {
        words.INDICATOR: item.names.within(language),
        words.PERIOD: f"{period(min(periods), language)}–{period(max(periods), language)}" if periods else "–",
        words.SOURCE: source.within(language),
        words.LICENCE: item.licence or LICENCE_NOT_KNOWN.within(language),
        words.PUBLISHED: moment(published, language) if published else "–",
        words.VERSION: str(data_version),
    }
    if any(series.is_demo for series in filled):
        notes[words.NOTICE] = DEMO_NOTICE.within(language)
    return {name.within(language): text for name, text in notes.items()}
