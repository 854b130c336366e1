"""The catalogue as readers browse it."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from keko.config import Language
from keko.indicators.catalogue import Indicator
from keko.ui.descriptions import description, population
from keko.ui.html import link
from keko.ui.view import View, everybody
from keko.words import interface as words
from keko.words.formats import unit
from keko.words.terms import THEMES


def catalogue_sections(items: Sequence[Indicator], figures: Mapping[str, bool], view: View, opened: bool) -> str:
    """Indicators by theme, each to be opened, with a link to its figures, as HTML."""
    ordered = sorted(items, key=lambda item: list(THEMES).index(item.theme))
    sections = (
        f"<h3>{escape(THEMES[theme].within(view.language))}</h3>"
        + "".join(_entry(item, figures, view, opened) for item in group)
        for theme, group in groupby(ordered, lambda item: item.theme)
    )
    return f'<div class="keko-catalogue">{"".join(sections)}</div>'


def _entry(item: Indicator, figures: Mapping[str, bool], view: View, opened: bool) -> str:
    language = view.language
    facts = [unit(item.unit, language), population(item, language), _figures(item, figures, language)]
    if item.seed_number:
        facts.insert(0, words.SEED_NUMBER.within(language, number=item.seed_number))
    return (
        f"<details{' open' if opened else ''}><summary>{escape(item.names.within(language))}"
        f"<small>{escape(' · '.join(facts))}</small></summary>{described(item, view)}</details>"
    )


def described(item: Indicator, view: View) -> str:
    """What an indicator means and where it comes from, with a link to its figures, as HTML."""
    figures_of = view if item.id == view.indicator else everybody(view).with_(indicator=item.id)
    opened = link("indicators", figures_of, words.OPEN_FIGURES.within(view.language))
    return f'{description(item, view.language)}<p class="keko-open">{opened}</p>'


def _figures(item: Indicator, figures: Mapping[str, bool], language: Language) -> str:
    if item.id not in figures:
        return words.FIGURES_NONE.within(language)
    return (words.FIGURES_DEMO if figures[item.id] else words.FIGURES_REAL).within(language)
