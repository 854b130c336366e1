"""Sexes, ages, areas and municipalities side by side: which there are, and how they are drawn."""

from collections.abc import Iterable, Sequence

from keko.charts.panels import Panel, panels
from keko.config import Language
from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.members import member_areas
from keko.indicators.series import Question, Series
from keko.room.actions import AfterAction
from keko.room.undertakings import Undertaking
from keko.ui import loads
from keko.ui.html import lead
from keko.ui.indicators import queries
from keko.ui.loads import DataVersion
from keko.ui.view import View
from keko.words import multiples as words
from keko.words.area_labels import short, short_names
from keko.words.formats import difference_in_words, number, period, quantity
from keko.words.subject import subject
from keko.words.terms import SEXES

MOST_AGES = 24


def possible(
    item: Indicator, dimensions: dict[str, list[str]], actions: Sequence[Undertaking], view: View, areas: Areas
) -> list[str]:
    """What can be shown of an indicator that `actions` aim at, the usual first."""
    pictures = ["kehitys"]
    if item.frequency != "year" or not item.comparable:
        pictures.append("alueet")
    if {"male", "female"} <= set(dimensions["sex"]):
        pictures.append("sukupuolet")
    if len(dimensions["age"]) > 1:
        pictures.append("iat")
    if areas[view.area].level in {"HVA", "TA", "MK"}:
        pictures.append("kunnat")
    if actions:
        pictures.append("toimet")
    return pictures


def multiples(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """The small multiples that the view asks for, as HTML with what they say above them."""
    make = {"alueet": _areas, "sukupuolet": _sexes, "iat": _ages, "kunnat": _municipalities, "toimet": _actions}[
        view.picture
    ]
    return make(item, view, others, version)


def _areas(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    codes = tuple(dict.fromkeys((view.area, view.benchmark, *others)))
    question = view.question
    series = queries.series(item.id, codes, (question,), view.period, version)
    looks = dict.fromkeys(codes, "other") | {view.benchmark: "benchmark"} | {view.area: "area"}
    areas, language = loads.areas(version), view.language
    names = short_names(codes, areas, language)
    of = subject(item, question, language)
    every = [_panel(names[code], [(series[code, question], looks[code])], of, item, language) for code in codes]
    if item.comparable:
        return _lead([words.SAME_SCALE.within(language)]) + panels(every, item.decimals, language)
    return _lead([words.OWN_SCALE.within(language)]) + _apart(every, item, language)


def _sexes(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    codes = tuple(dict.fromkeys((view.area, view.benchmark)))
    areas, language = loads.areas(version), view.language
    sexes = [SEXES[sex].within(language) for sex in ("female", "male")]
    names = short_names(codes, areas, language)
    of = subject(item, Question(age=view.age, breakdown=view.breakdown), language)
    every, sentences = [], []
    compared = queries.women_and_men(item.id, codes, view, version)
    for both, look in zip(compared, ("area", "benchmark"), strict=False):
        name = names[both.area]
        sentences += [words.gap_in_words(both.gap, item, name, language)] if both.gap else []
        for sex, own, other in zip(sexes, (both.women, both.men), (both.men, both.women), strict=True):
            every.append(_panel(f"{name}, {sex}", [(other, "other"), (own, look)], of, item, language))
    return _lead([*sentences, words.SAME_SCALE.within(language)]) + panels(every, item.decimals, language)


def _ages(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    ages = [age for age in loads.breakdowns(item.id, version)["age"] if age != "total"][:MOST_AGES]
    questions = tuple(Question(view.sex, age, view.breakdown) for age in ages)
    series = queries.series(item.id, (view.area, view.benchmark), questions, view.period, version)
    language, areas = view.language, loads.areas(version)
    of = subject(item, Question(view.sex, breakdown=view.breakdown), language)
    every = [
        _panel(
            asked.age,
            [(series[view.benchmark, asked], "other"), (series[view.area, asked], "area")],
            of,
            item,
            language,
        )
        for asked in questions
    ]
    compared_with = words.BESIDE.within(
        language, name=short_names((view.benchmark, view.area), areas, language)[view.benchmark]
    )
    return _lead([compared_with, words.SAME_SCALE.within(language)]) + panels(every, item.decimals, language)


def _municipalities(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    areas, language = loads.areas(version), view.language
    codes = member_areas(view.area, areas)
    question = view.question
    whole = view.area if item.comparable and view.area != WHOLE_COUNTRY else None
    series = queries.series(item.id, (*codes, *([whole] if whole else [])), (question,), view.period, version)
    names = short_names((*codes, *([whole] if whole else [])), areas, language)
    every = []
    for code in codes:
        lines = [(series[code, question], "area")]
        if whole:
            lines.insert(0, (series[whole, question], "other"))
        every.append(_panel(names[code], lines, subject(item, question, language), item, language))
    compared_with = [words.BESIDE.within(language, name=names[whole])] if whole else []
    return _lead([*compared_with, words.SAME_SCALE.within(language)]) + panels(every, item.decimals, language)


def _actions(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """Of every action on the area the difference from the areas it was declared to be compared with."""
    return "".join(
        _action(item, after, view, version) for after in queries.after_actions(item.id, view, others, version)
    )


def _action(item: Indicator, after: AfterAction, view: View, version: DataVersion) -> str:
    language, divergence, own = view.language, after.divergence, after.own
    if divergence is None:
        return _lead([words.undeclared_in_words(after.mark, language)])
    since = words.divergence_in_words(after.mark, divergence, item, language)
    if divergence.reason:
        return _lead([since])
    sentence = _lead(filter(None, [since, words.said_in_words(after.declared, after.recorded_late, language)]))
    name = short(loads.areas(version)[view.area], language)
    title = f"{name}, {words.COMPARISON_AREAS.within(language)}"
    of = subject(item, view.question, language)
    both = _panel(title, [(divergence.weighted(own), "other"), (own, "area")], of, item, language)
    apart = [(divergence.differences(own), "area")]
    difference = _panel(words.DIFFERENCE_FROM.within(language), apart, of, item, language, differs=True)
    return sentence + _apart([both, difference], item, language)


def _apart(every: Iterable[Panel], item: Indicator, language: Language) -> str:
    """Panels each on a scale of its own."""
    each = "".join(panels([panel], item.decimals, language) for panel in every)
    return f'<div class="keko-panels apart">{each}</div>'


def _panel(
    title: str, lines: list[tuple[Series, str]], of: str, item: Indicator, language: Language, differs: bool = False
) -> Panel:
    """The last of `lines` is what the panel is about, of figures that are called `of`; `differs`: they are differences."""
    own = lines[-1][0]
    if not own.valued:
        return Panel(title, lines[:-1], "–", f"{of}, {title}")
    first, last = own.valued[0], own.valued[-1]
    newest = quantity(last.value or 0.0, item.decimals, item.unit, language)
    if differs:
        newest = difference_in_words(last.value or 0.0, item.decimals, item.unit, language, sign=True)
    described = words.PANEL.within(
        language,
        title=f"{of}, {title}",
        first=number(first.value or 0.0, item.decimals, language),
        start=period(first.period, language),
        last=newest,
        end=period(last.period, language),
    )
    return Panel(title, lines, newest, described, "" if differs else item.unit)


def _lead(sentences: Iterable[str]) -> str:
    return lead(" ".join(sentences))
