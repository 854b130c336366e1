"""The tile of one indicator: value, change, verdict and a small line."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from keko.charts.sparkline import sparkline
from keko.config import Language
from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.over_time.change import Change
from keko.indicators.series import Question
from keko.indicators.situation import Standing
from keko.room.evidence import target_progress
from keko.room.targets import Target
from keko.ui.html import demo_tag
from keko.ui.tables import verdict
from keko.ui.view import View
from keko.words import interface as words
from keko.words.area_labels import short_names
from keko.words.changes import change_in_words, judged_in_words
from keko.words.charts import TARGET
from keko.words.formats import number, of_size, period, quantity, unit_after
from keko.words.overview import REACHED
from keko.words.sentences import compared_value_in_words
from keko.words.subject import subject
from keko.words.terms import VERDICT_MARKS


class Beside(NamedTuple):
    """What else a tile shows: the whole country's own standing, the area's target, and its changes since earlier years."""

    country: Standing
    target: Target | None
    changes: Sequence[Change] = ()

    @property
    def of_a_year(self) -> Change | None:
        """The change since a year ago."""
        return next((each for each in self.changes if each.years == 1), None)


def tile(standing: Standing, beside: Beside, view: View, areas: Areas, tagged: bool) -> str:
    """The body of a tile as HTML, of the figures the view asks for, where there are any. `tagged`: mark demo figures on the tile itself."""
    item, language, latest = standing.item, view.language, standing.latest
    assert latest is not None and latest.value is not None
    value = escape(of_size(latest.value, item.decimals, language))
    measured = escape(unit_after(latest.value, item.decimals, item.unit, language))
    demo = demo_tag(language) if tagged and standing.is_demo else ""
    return (
        '<div class="keko-tile"><div class="keko-row"><div>'
        f'<div class="keko-value">{value} <span class="keko-unit">{measured}</span>{demo}</div>'
        f'<div class="keko-facts">{escape(_measured(standing, language))}</div>'
        f'<div class="keko-facts">{escape(change_in_words(standing, beside.of_a_year, language))}</div></div>'
        f"{sparkline(standing.own, standing.benchmark, _described(standing, view.question, areas, language))}</div>"
        f"{_judged(beside.changes, language)}"
        f'<div class="keko-beside">{verdict(standing.comparison, language, reasoned=False)} '
        f"{escape(_benchmark_value(standing, areas, language))}</div>"
        f"{_further(standing, beside, areas, language)}</div>"
    )


def _further(standing: Standing, beside: Beside, areas: Areas, language: Language) -> str:
    """The country's value and the target, in small type."""
    parts = _country_value(standing, beside.country, areas, language), _target(standing, beside.target, language)
    said = " · ".join(part for part in parts if part)
    return f'<div class="keko-further">{escape(said)}</div>' if said else ""


def _country_value(standing: Standing, country: Standing, areas: Areas, language: Language) -> str:
    """Of the period at which the area stands beside the benchmark; none where the country is one of the two."""
    form, item = country.as_compared.own, standing.as_compared.item
    if WHOLE_COUNTRY in {standing.own.area, standing.benchmark.area} or not item.comparable:
        return ""
    if standing.period is None or country.as_compared.item != item or country.is_demo != standing.is_demo:
        return ""
    point = form.at(standing.period)
    if point is None or point.value is None:
        return ""
    name = short_names((WHOLE_COUNTRY,), areas, language)[WHOLE_COUNTRY]
    return f"{name} {number(point.value, item.decimals, language)}"


def _target(standing: Standing, target: Target | None, language: Language) -> str:
    if target is None:
        return ""
    item = standing.item
    value = quantity(target.value, item.decimals, item.unit, language, of_size)
    named = TARGET.within(language, value=value, due=period(target.due, language))
    return f"{named}: {REACHED[target_progress(standing, target)].within(language)}"


def _judged(found: Sequence[Change], language: Language) -> str:
    """Whether the figure has become better or worse over the years, where that is shown."""
    judged = judged_in_words(found, language)
    if judged is None:
        return ""
    looks: Verdict = "better" if judged[0] == "improved" else "worse"
    mark = f'<span aria-hidden="true">{VERDICT_MARKS[looks]}</span>'
    return f'<div class="keko-beside"><span class="keko-verdict {looks}">{mark} {escape(judged[1])}</span></div>'


def _measured(standing: Standing, language: Language) -> str:
    """The period, and what a count is per resident."""
    per, at = compared_value_in_words(standing, language), standing.latest
    return ", ".join(part for part in (period(at.period, language) if at else "", per) if part)


def _benchmark_value(standing: Standing, areas: Areas, language: Language) -> str:
    """The benchmark's own value, for who wants to see it."""
    comparison, item = standing.comparison, standing.as_compared.item
    name = _names(standing, areas, language)[standing.benchmark.area]
    if comparison.benchmark_value is None or comparison.reason == "same area":
        return ""
    return f"{name} {quantity(comparison.benchmark_value, item.decimals, item.unit, language)}"


def _described(standing: Standing, question: Question, areas: Areas, language: Language) -> str:
    valued, names = standing.own.valued, _names(standing, areas, language)
    return words.SPARK.within(
        language,
        name=subject(standing.item, question, language),
        first=period(valued[0].period, language),
        last=period(valued[-1].period, language),
        area=names[standing.own.area],
        benchmark=names[standing.benchmark.area],
    )


def _names(standing: Standing, areas: Areas, language: Language) -> dict[str, str]:
    return short_names((standing.own.area, standing.benchmark.area), areas, language)
