"""What stands beside a map: the legend, the selected area, and the same figures as a table."""

from html import escape

from keko.charts.legend import TOTAL, Legend, LegendEntry
from keko.charts.map_symbols import RADIUS, SMALL_RADIUS
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.change import change as change_of
from keko.indicators.situation import Standing
from keko.ui.html import paragraph
from keko.ui.maps.scene import MapScene
from keko.ui.tables import Cell, figure, table, verdict
from keko.ui.view import PARAMETERS
from keko.words import maps as words
from keko.words import sentences
from keko.words.area_labels import by_name, label
from keko.words.changes import change_in_words
from keko.words.formats import number, period
from keko.words.terms import VERDICT_MARKS, VERDICTS


def legend_list(scene: MapScene) -> str:
    """The looks with their counts, as HTML."""
    counted = scene.view.picture != "vuodet"
    shown_entries = [entry for entry in scene.legend.entries if entry.key != TOTAL]
    entries = _sizes(scene.legend, SMALL_RADIUS if scene.view.picture == "vuodet" else RADIUS)
    entries += "".join(_entry(entry, counted) for entry in shown_entries) + _outlines(scene)
    return f'<ul class="keko-legend" aria-label="{escape(words.LEGEND.within(scene.language))}">{entries}</ul>'


def _sizes(legend: Legend, radius: float) -> str:
    """Circles as large as they are on the map."""
    return "".join(
        f'<li><i class="size" style="width:{2 * radius * step.share:.0f}px;height:{2 * radius * step.share:.0f}px"></i>'
        f"{escape(step.label)}</li>"
        for step in legend.sizes
    )


def _outlines(scene: MapScene) -> str:
    """Whose outlines are on the map."""
    if not scene.has_shapes and scene.view.picture != "ruudut":
        return ""
    outlines = scene.frame.outlines(scene.areas)[::-1]
    outlines = outlines[:1] if scene.view.picture == "vuodet" else outlines
    return "".join(
        f'<li class="{role}"><i class="outline {role}"></i>{escape(scene.name_of(code))}</li>'
        for role, _, code in outlines
    )


def _entry(entry: LegendEntry, counted: bool) -> str:
    ground = "" if entry.pattern else f' style="background:{entry.colour}"'
    count = f" <small>{entry.count}</small>" if counted else ""
    mark = f'<span aria-hidden="true">{entry.mark}</span> ' if entry.mark else ""
    return f'<li><i class="{entry.pattern}"{ground}></i>{mark}{escape(entry.label)}{count}</li>'


def profile(scene: MapScene, standing: Standing) -> str:
    """The view's own area: its value, interval and verdict at the map's period, and its change in a year."""
    section, language, code = scene.section, scene.language, scene.view.area
    name = f"<h2>{escape(label(scene.areas[code], language))}</h2>"
    body = _at_period(scene, standing) if code in section.series else _of_standing(scene, standing)
    return f'<div class="keko-profile">{name}{body}</div>'


def _at_period(scene: MapScene, standing: Standing) -> str:
    section, language, code = scene.section, scene.language, scene.view.area
    value = words.value_in_words(section, code, language) if code in section.values else scene.legend.entry(code).label
    interval = words.interval_in_words(section, code, language)
    facts = [
        period(section.period, language) if section.period else "",
        f"{words.COLUMNS['interval'].within(language)} {interval}" if interval else "",
    ]
    point = section.points.get(code)
    is_newest = point and standing.latest and standing.latest.period == point.period
    change = change_in_words(standing, change_of(standing), language) if is_newest else ""
    lines = "".join(paragraph(line) for line in (", ".join(filter(None, facts)), change) if line)
    return f'<p class="value">{escape(value)}</p>{lines}{_verdict(section.comparisons[code], scene)}'


def _of_standing(scene: MapScene, standing: Standing) -> str:
    """The same of an area that is not on the map's level."""
    language = scene.language
    change = change_in_words(standing, change_of(standing), language)
    changed = paragraph(change) if change else ""
    value = escape(sentences.value_in_words(standing, language))
    return f'<p class="value">{value}</p>{changed}{_verdict(standing.comparison, scene)}'


def _verdict(compared: Comparison, scene: MapScene) -> str:
    """Nothing of totals, of which none is better."""
    return "" if scene.section.is_total else f"<p>{verdict(compared, scene.language)}</p>"


def figures_table(scene: MapScene) -> str:
    """Every area of the map, the largest value first, then by name those without one; each name selects its area."""
    section, language = scene.section, scene.language
    without = section.series.keys() - section.values.keys()
    ordered = [*section.values, *by_name(without, scene.name_of, language)]
    columns = ("area", "value") if section.is_total else ("area", "value", "interval", "verdict")
    heads = [words.COLUMNS[name].within(language) for name in columns]
    rows = [_row(code, scene)[: len(columns)] for code in ordered]
    caption = f"{words.map_title(section, language)}. {words.TABLE.within(language)}"
    figures = table(caption, heads, rows, numeric=range(1, min(3, len(columns))), kind="map", tall=True)
    # A form, since links would repeat the whole address in each of 308 rows: half of what is sent.
    return f"<form>{_rest_of_address(scene)}{figures}</form>"


def _rest_of_address(scene: MapScene) -> str:
    """The parameters that go along with the area that is chosen."""
    parameters = scene.view.parameters_without_area().items()
    return "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in parameters)


def _value(code: str, scene: MapScene) -> Cell:
    """An area's value; beside what a count is per resident the count itself."""
    section, language = scene.section, scene.language
    value = figure(number(section.values[code], section.item.decimals, language))
    count = section.points[code].numerator if section.item.counted else None
    if count is None:
        return value
    return Cell(f"{value.html} <small>({escape(number(count, 0, language))})</small>", numeric=True)


def _row(code: str, scene: MapScene) -> list[Cell]:
    section, language = scene.section, scene.language
    current = ' aria-current="true"' if code == scene.view.area else ""
    name = f'<button name="{PARAMETERS["area"]}" value="{code}"{current}>{escape(scene.name_of(code))}</button>'
    if code not in section.values:
        why = Cell(f"<small>{escape(scene.legend.entry(code).label)}</small>")
        return [Cell(name, header=True), why, Cell(""), Cell("")]
    judged = section.comparisons[code].verdict
    marked = f"{VERDICT_MARKS[judged]} {escape(VERDICTS[judged].within(language))}"
    if judged in {"better", "worse"}:
        marked = f'<b class="{judged}">{marked}</b>'
    value = _value(code, scene)
    interval = figure(words.interval_in_words(section, code, language) or "–")
    return [Cell(name, header=True), value, interval, Cell(marked)]
