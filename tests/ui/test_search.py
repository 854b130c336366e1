"""Every indicator is found by many words: those of its names and definition, in any language, inflected, without accents."""

import re

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.ui.catalogue.search import matching
from keko.words.interface import FIGURES_NONE
from keko.words.other_names import code_of, indicator_labels, other_names_of_indicators, without_accents
from keko.words.terms import THEMES
from tests.list_filter import filtered, left

ITEMS = read_catalogue()
BY_ID = {item.id: item for item in ITEMS}
WITH_FIGURES = {item.id for item in ITEMS[::2]}
EVERY = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


def words_of(item: Indicator) -> set[str]:
    texts = [*item.names, *item.definition, *THEMES[item.theme], *item.aliases]
    return {word for text in texts for word in re.findall(r"\w{4,}", text)}


def offered(language: Language) -> dict[str, str]:
    labels = indicator_labels(BY_ID, WITH_FIGURES, language)
    return labels | other_names_of_indicators(BY_ID, labels, language)


@EVERY
def test_the_search_finds_an_indicator_by_any_word_of_it(item: Indicator) -> None:
    words = words_of(item)
    assert len(words) > 10
    for word in words:
        assert item in matching(ITEMS, word), word
        assert item in matching(ITEMS, without_accents(word).upper()), word


@pytest.mark.parametrize(
    ("wanted", "id_"),
    [
        ("työttömyyden kesto", "unemployment-duration"),
        ("työttömyyttä kestoon", "unemployment-duration"),
        ("eläkkeellä", "disability-pension-share"),
        ("tyokyvyttomyyselake", "disability-pension-share"),
        ("sairauspoissaoloja", "long-sickness-absences"),
        ("arbetslösheten", "unemployment-duration"),
        ("sysselsättning", "employment-rate-20-64"),
        ("pensions", "disability-pensioners"),
        ("väkiluvun", "population"),
    ],
)
def test_the_search_finds_inflected_words(wanted: str, id_: str) -> None:
    assert id_ in {item.id for item in matching(ITEMS, wanted)}


def test_the_search_finds_nothing_where_a_word_stands_nowhere() -> None:
    assert matching(ITEMS, "työttömyys avaruusalus") == []


@pytest.mark.parametrize("language", LANGUAGES)
@EVERY
def test_the_list_finds_an_indicator_by_its_names_its_theme_and_its_definition(
    item: Indicator, language: Language
) -> None:
    texts = [text for option, text in offered(language).items() if code_of(option) == item.id]
    definition = re.findall(r"\w{4,}", item.definition.within(language))[:20]
    for typed in (*item.names, *item.aliases, THEMES[item.theme].within(language), *definition):
        assert left(typed, texts), typed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_an_indicator_puts_it_first(language: Language) -> None:
    options = offered(language)
    means = {text: code_of(option) for option, text in options.items()}
    for item in ITEMS[::12]:
        for name in item.names:
            high = [means[text] for text in filtered(name, options.values())[:5]]
            assert item.id in high, name


def test_the_list_stands_by_theme_and_marks_what_has_no_figures() -> None:
    labels = indicator_labels(BY_ID, WITH_FIGURES, "fi")
    assert labels["employment-rate-20-64"] == "Työhön osallistuminen: Työllisyysaste, 20–64-vuotiaat"
    marked = [label.startswith(f"({FIGURES_NONE.fi})") for label in labels.values()]
    assert marked == sorted(marked)
    assert marked.count(False) == len(WITH_FIGURES)
    themes = [BY_ID[id_].theme for id_ in labels if id_ in WITH_FIGURES]
    assert themes == sorted(themes, key=[*THEMES].index)
