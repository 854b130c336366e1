"""What a figure is of is said wherever it is shown: sex, ages and category, and another period than was asked for."""

import pytest

from keko.config import LANGUAGES, Language
from keko.data.text import Text
from keko.indicators.catalogue import Category, Population
from keko.indicators.series import Question
from keko.ui.descriptions import population
from keko.words.subject import other_period, subject
from tests.data.figures import item

SHARE = item(categories=(Category(id="basic", names=Text("perusaste", "grundnivå", "basic level")),))


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        (Question(), "fi", "share fi"),
        (Question("female"), "fi", "share fi, naiset"),
        (Question("male", "20–24"), "sv", "share sv, män, 20–24"),
        (Question("female", "total", "basic"), "en", "share en, women, basic level"),
    ],
)
def test_whom_a_figure_is_about_is_part_of_its_name(question: Question, language: Language, said: str) -> None:
    assert subject(SHARE, question, language) == said


def test_the_population_is_narrowed_down_as_the_figure_is() -> None:
    assert population(SHARE, "fi", Question("female")) == f"{population(SHARE, 'fi')}, naiset"


@pytest.mark.parametrize(
    ("asked", "shown", "said"),
    [
        ("2026", "2025", "Jaksolta 2026 ei ole lukua: näytetään 2025."),
        ("2026", "2025-12", "Jaksolta 2026 ei ole lukua: näytetään joulukuu 2025."),
        ("2025", "2025-12", ""),
        ("2025", "2025", ""),
        (None, "2025", ""),
        ("2026", None, ""),
    ],
)
def test_another_period_than_the_one_asked_for_is_told(asked: str | None, shown: str | None, said: str) -> None:
    assert other_period(asked, shown, "fi") == said
    assert all(bool(other_period(asked, shown, language)) == bool(said) for language in LANGUAGES)


def test_ages_without_an_end_are_told_as_such() -> None:
    elder = item(population=Population(ages="15–", who=Text.same("Asukkaat")))
    assert [population(elder, language) for language in LANGUAGES] == [
        "Asukkaat, 15 vuotta täyttäneet", "Asukkaat, 15 år fyllda", "Asukkaat, aged 15 and over",
    ]  # fmt: skip
