"""What the page of indicators reads, cached by data version."""

from functools import lru_cache

from keko.indicators.series import Question, Series, read_series
from keko.room.development import Development, develop
from keko.ui.loads import DataVersion, areas, engine, situation
from keko.ui.view import View


@lru_cache(maxsize=200)
def development(indicator: str, view: View, others: tuple[str, ...], version: DataVersion) -> Development:
    """How the view's area has developed on an indicator, with what the chart beside it shows."""
    standing = situation((indicator,), view, others, version)[0]
    with engine().connect() as connection:
        return develop(connection, standing, areas(version), view.question)


@lru_cache(maxsize=100)
def series(
    indicator: str,
    codes: tuple[str, ...],
    questions: tuple[Question, ...],
    until: str | None,
    version: DataVersion,
) -> dict[tuple[str, Question], Series]:
    """Series of one indicator by area and question, as they were at the end of `until` where given."""
    with engine().connect() as connection:
        by_question = {question: read_series(connection, [indicator], codes, question) for question in questions}
    return {
        (code, question): by_question[question][indicator, code].until(until)
        for code in codes
        for question in questions
    }
