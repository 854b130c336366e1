"""What the page of indicators reads, cached by data version."""

from keko.indicators.gaps import WomenAndMen
from keko.indicators.gaps import women_and_men as read_women_and_men
from keko.indicators.series import Question, Series, read_questions
from keko.room.actions import AfterAction
from keko.room.actions import after_actions as read_after_actions
from keko.room.development import Development, develop
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine, situation
from keko.ui.view import View


@kept(200)
def development(indicator: str, view: View, others: tuple[str, ...], version: DataVersion) -> Development:
    """How the view's area has developed on an indicator, with what the chart beside it shows."""
    standing = situation((indicator,), view, others, version)[0]
    with engine().connect() as connection:
        return develop(connection, standing, areas(version), view.question, view.period)


@kept(100)
def series(
    indicator: str,
    codes: tuple[str, ...],
    questions: tuple[Question, ...],
    until: str | None,
    version: DataVersion,
) -> dict[tuple[str, Question], Series]:
    """Series of one indicator by area and question, as they were at the end of `until` where given."""
    with engine().connect() as connection:
        by_question = read_questions(connection, [indicator], codes, questions)
    return {
        (code, question): by_question[question][indicator, code].until(until)
        for code in codes
        for question in questions
    }


def women_and_men(indicator: str, codes: tuple[str, ...], view: View, version: DataVersion) -> list[WomenAndMen]:
    """Both sexes side by side in some areas, of the view's age and other category."""
    return _women_and_men(indicator, codes, view.age, view.breakdown, view.period, version)


@kept(100)
def _women_and_men(
    indicator: str, codes: tuple[str, ...], age: str, breakdown: str, until: str | None, version: DataVersion
) -> list[WomenAndMen]:
    item = catalogue(version)[indicator]
    with engine().connect() as connection:
        return read_women_and_men(connection, item, codes, age, breakdown, until)


@kept(100)
def after_actions(indicator: str, view: View, others: tuple[str, ...], version: DataVersion) -> list[AfterAction]:
    """What happened in the view's area after each action on it."""
    actions = development(indicator, view, others, version).actions
    with engine().connect() as connection:
        return read_after_actions(connection, indicator, view.area, actions, areas(version), view.question, view.period)
