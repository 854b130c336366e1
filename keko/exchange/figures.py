"""Series as a table that leaves the house: the columns that every export has."""

from collections.abc import Sequence

import pandas as pd

from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.series import Question, Series
from keko.words.explanations import explain

COLUMNS = [
    "area", "area_name", "period", "sex", "age", "breakdown",
    "value", "lower", "upper", "numerator", "denominator", "status", "explanation",
]  # fmt: skip


def series_frame(every: Sequence[tuple[Series, Question]], areas: Areas, language: Language) -> pd.DataFrame:
    """A row a point with `COLUMNS`; `explanation` says in words why a value is as it is or is missing."""
    rows = [
        (
            series.area,
            areas.label(series.area, language),
            point.period,
            question.sex,
            question.age,
            question.breakdown,
            point.value,
            point.lower,
            point.upper,
            point.numerator,
            point.denominator,
            point.status,
            explain(point, language),
        )
        for series, question in every
        for point in series.points
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
