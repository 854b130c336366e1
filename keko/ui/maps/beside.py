"""What stands beside a map: the legend, the selected area, and the same figures as a table."""

from html import escape
from urllib.parse import parse_qsl, urlencode

from keko.charts.legend import LegendEntry
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.situation import Standing
from keko.ui.maps.scene import Shown
from keko.ui.tables import Cell, figure, table, verdict
from keko.ui.view import PARAMETERS
from keko.words import maps as words
from keko.words.area_labels import label, short
from keko.words.formats import number, period
from keko.words.sentences import change_in_words
from keko.words.terms import VERDICT_MARKS, VERDICTS


def legend_list(shown: Shown) -> str:
    """The looks with their counts, as HTML."""
    language = shown.view.language
    counted = shown.view.picture != "vuodet"
    entries = "".join(_entry(one, counted) for one in shown.legend.entries)
    return f'<ul class="keko-legend" aria-label="{escape(words.LEGEND.within(language))}">{entries}</ul>'


def _entry(one: LegendEntry, counted: bool) -> str:
    ground = "" if one.pattern else f' style="background:{one.colour}"'
    count = f" <small>{one.count}</small>" if counted else ""
    mark = f'<span aria-hidden="true">{one.mark}</span> ' if one.mark else ""
    return f'<li><i class="{one.pattern}"{ground}></i>{mark}{escape(one.label)}{count}</li>'


def profile(shown: Shown, standing: Standing, areas: Areas) -> str:
    """The view's own area: its value, interval and verdict at the map's period, and its change in a year."""
    view, found, code = shown.view, shown.found, shown.view.area
    language = view.language
    name = f"<h2>{escape(label(areas[code], language))}</h2>"
    if code not in found.series:
        return f'<div class="keko-profile">{name}{_of_standing(standing, language)}</div>'
    point = found.points.get(code)
    value = words.value_in_words(found, code, language) if code in found.values else shown.legend.entry(code).label
    when = period(found.period, language) if found.period else ""
    interval = words.interval_in_words(found, code, language)
    facts = [when, f"{words.COLUMNS['interval'].within(language)} {interval}" if interval != "–" else ""]
    change = (
        change_in_words(standing, language)
        if point and standing.latest and standing.latest.period == point.period
        else ""
    )
    told = "".join(f"<p>{escape(text)}</p>" for text in (", ".join(filter(None, facts)), change) if text)
    judged = verdict(found.comparisons[code], language)
    return f'<div class="keko-profile">{name}<p class="value">{escape(value)}</p>{told}<p>{judged}</p></div>'


def _of_standing(standing: Standing, language: Language) -> str:
    """The same of an area that is not on the map's level."""
    from keko.words.sentences import value_in_words

    change = change_in_words(standing, language)
    changed = f"<p>{escape(change)}</p>" if change else ""
    value = escape(value_in_words(standing, language))
    return f'<p class="value">{value}</p>{changed}<p>{verdict(standing.comparison, language)}</p>'


def figures_table(shown: Shown, areas: Areas) -> str:
    """Every area of the map, the largest value first, then those without one; each name selects its area."""
    view, found = shown.view, shown.found
    language = view.language
    ordered = [*found.values, *(code for code in found.series if code not in found.values)]
    heads = [words.COLUMNS[name].within(language) for name in ("area", "value", "interval", "verdict")]
    rows = [_row(code, shown, areas) for code in ordered]
    told = table(words.TABLE.within(language), heads, rows, numeric=(1, 2), kind="map", tall=True)
    # A form, since links would repeat the whole address in each of 308 rows: half of what is sent.
    return f"<form>{_kept(shown)}{told}</form>"


def _kept(shown: Shown) -> str:
    """The page's parameters without the area, which go along with the area that is chosen."""
    told = parse_qsl(query_without_area(shown))
    return "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in told)


def query_without_area(shown: Shown) -> str:
    """The page's parameters, to which an area is added."""
    told = shown.view.parameters()
    del told[PARAMETERS["area"]]
    return urlencode(told)


def _row(code: str, shown: Shown, areas: Areas) -> list[Cell]:
    found, language = shown.found, shown.view.language
    here = ' aria-current="true"' if code == shown.view.area else ""
    name = f'<button name="{PARAMETERS["area"]}" value="{code}"{here}>{escape(short(areas[code], language))}</button>'
    if code not in found.values:
        return [
            Cell(name, header=True),
            Cell(f"<small>{escape(shown.legend.entry(code).label)}</small>"),
            Cell(""),
            Cell(""),
        ]
    judged = found.comparisons[code].verdict
    said = f"{VERDICT_MARKS[judged]} {escape(VERDICTS[judged].within(language))}"
    if judged in {"better", "worse"}:
        said = f'<b class="{judged}">{said}</b>'
    value = number(found.values[code], found.item.decimals, language)
    return [Cell(name, header=True), figure(value), figure(words.interval_in_words(found, code, language)), Cell(said)]
