"""What a figure means and where it comes from, beside the figure."""

from html import escape

from keko.access.accounts import is_id
from keko.config import Language
from keko.data.people import called
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question
from keko.indicators.situation import Standing
from keko.ui.html import definitions
from keko.words import interface as words
from keko.words.access import SOMEBODY
from keko.words.formats import moment
from keko.words.subject import chosen
from keko.words.terms import KINDS, LICENCE_NOT_KNOWN, POLARITIES


def definition_list(standing: Standing, question: Question, language: Language) -> str:
    """Definition, population, source, licence, protection and date of the figures shown, as HTML."""
    rows = _meaning(standing.item, question, language)
    protected = words.DEMO_PROTECTED.within(language) if standing.is_demo else protection(standing.item, language)
    rows.append((words.PROTECTION.within(language), protected))
    series = standing.own if standing.own.published_at else standing.benchmark
    if series.published_at:
        rows.append((words.UPDATED.within(language), moment(series.published_at, language)))
    return as_list(rows)


def description(item: Indicator, language: Language) -> str:
    """All that the catalogue says of an indicator, as HTML."""
    rows = _meaning(item, Question(), language)
    rows.append((words.KIND.within(language), KINDS[item.kind].within(language)))
    if item.availability == "to be delivered" and item.deliverer:
        rows.append((words.DELIVERER.within(language), item.deliverer.within(language)))
    rows.append((words.PROTECTION.within(language), protection(item, language)))
    return as_list(rows)


def protection(item: Indicator, language: Language) -> str:
    """How small cells of the indicator are protected, who confirmed it and when, or that nobody has."""
    stated = item.disclosure
    if stated.about_persons == "yes":
        text = words.PROTECTED_BY_DEFAULT if item.theme == "imported" else words.PROTECTED_HERE
        return text.within(language, threshold=stated.threshold)
    if stated.stated_by is None:
        text = words.NOT_ABOUT_PERSONS if stated.about_persons == "no" else words.NOT_CONFIRMED
        return text.within(language, source=item.responsible.within(language))
    text = words.SAID_NOT_ABOUT_PERSONS if stated.about_persons == "no" else words.CONFIRMED
    at = moment(stated.stated_at, language) if stated.stated_at else words.DAY_NOT_KNOWN.within(language)
    by = SOMEBODY if is_id(stated.stated_by) else called(stated.stated_by)  # every reader sees it
    return text.within(language, by=by.within(language), at=at)


def population(item: Indicator, language: Language, question: Question = Question()) -> str:
    """Whom the figure is about, of which ages, and which of them `question` picks out."""
    ages = item.population.ages
    limited = words.AGES_UPWARDS if ages and ages.endswith("–") else words.AGES
    aged = limited.within(language, ages=ages.rstrip("–")) if ages else words.ALL_AGES.within(language)
    return ", ".join([item.population.who.within(language), aged, *chosen(item, question, language)])


def as_list(rows: list[tuple[str, str]]) -> str:
    """Term and description pairs as an HTML list, escaped."""
    return definitions((term, escape(meaning)) for term, meaning in rows)


def _meaning(item: Indicator, question: Question, language: Language) -> list[tuple[str, str]]:
    return [
        (words.DEFINITION.within(language), item.definition.within(language)),
        (words.POPULATION.within(language), population(item, language, question)),
        (words.DIRECTION.within(language), POLARITIES[item.polarity].within(language)),
        (words.LIMITATIONS.within(language), item.limitations.within(language) if item.limitations else ""),
        (words.SOURCE.within(language), item.source.within(language)),
        (words.LICENCE.within(language), item.licence or LICENCE_NOT_KNOWN.within(language)),
        (words.RESPONSIBLE.within(language), item.responsible.within(language)),
    ]
