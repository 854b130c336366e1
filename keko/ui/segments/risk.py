"""Groups at risk: how many, how many move in a year to where finding work is hard, and what that would lead to."""

from html import escape

from keko.charts.projection import Size, projection_chart
from keko.segments.models import TOTAL
from keko.segments.projection import AtRisk
from keko.ui import loads
from keko.ui.html import demo_tag, heading, note
from keko.ui.segments import queries
from keko.ui.segments.scene import Chart, Picture, SegmentScene
from keko.ui.tables import Cell, figure, table, text
from keko.words import segments as words
from keko.words.formats import period, quantity
from keko.words.segment_figures import persons, share
from keko.words.segment_risk import risk_finding, risk_paragraph


def risk_picture(scene: SegmentScene) -> Picture:
    """Sizes, moves, projection and targets of the area."""
    view, language = scene.view, scene.language
    at_risk = queries.at_risk(scene.model.id, view.area, scene.version)
    blocks = (*_projection(at_risk, scene), _moves(at_risk, scene) + _groups(scene), _targets(scene))
    newest = at_risk.counted[-1].period if at_risk.counted else None
    finding, paragraph = risk_finding(at_risk, scene.model, language), risk_paragraph(at_risk, language)
    return Picture(finding, paragraph, blocks, period=newest)


def _projection(at_risk: AtRisk, scene: SegmentScene) -> tuple[str | Chart, ...]:
    language, title = scene.language, words.PROJECTION.within(scene.language)
    if not at_risk.counted or not at_risk.projected:
        return ()
    counted = [Size(known.period, known.persons) for known in at_risk.counted]
    projected = [Size(year.period, year.persons, year.lower, year.upper) for year in at_risk.projected]
    first, last = counted[-1], projected[-1]
    alt = words.PROJECTION_ALT.within(
        language,
        start=persons(first.persons, language),
        first=first.year,
        end=persons(last.persons, language),
        last=last.year,
        lower=persons(last.lower, language),
        upper=persons(last.upper, language),
    )
    reading = words.PROJECTION_NOTE.within(language)
    chart = Chart(projection_chart(counted, projected, scene.area_name, language, scene.theme), f"{title}. {alt}")
    return heading(title) + note(reading), chart, scene.folded_table(_years(counted, projected, scene))


def _years(counted: list[Size], projected: list[Size], scene: SegmentScene) -> str:
    language = scene.language
    rows = [
        [
            text(period(size.year, language), header=True),
            text(kind.within(language)),
            figure(persons(size.persons, language)),
            figure("" if size.lower is None else f"{persons(size.lower, language)}–{persons(size.upper, language)}"),
        ]
        for kind, sizes in ((words.COUNTED, counted), (words.PROJECTED, projected))
        for size in sizes
    ]
    heads = [title.within(language) for title in (words.YEAR, words.KIND, words.PERSONS, words.RANGE)]
    return table(words.PROJECTION.within(language), heads, rows, numeric=(2, 3), kind="keko-factors")


def _moves(at_risk: AtRisk, scene: SegmentScene) -> str:
    language = scene.language
    if not at_risk.moves:
        return ""
    hidden = words.HIDDEN.within(language)
    rows = [
        [
            text(words.FLOWS_PERIOD.within(language, start=period(year.period, language)), header=True),
            *(figure(hidden if value is None else persons(value, language)) for value in (year.at_risk, year.moved)),
            figure(share(year.share, language)),
        ]
        for year in at_risk.moves
    ]
    heads = [title.within(language) for title in (words.YEAR, words.AT_RISK_PERSONS, words.MOVED, words.MOVED_SHARE)]
    return table(words.RISK_MOVES.within(language), heads, rows, numeric=(1, 2, 3), kind="keko-factors")


def _groups(scene: SegmentScene) -> str:
    """The groups at risk in the area beside the benchmark."""
    language, view = scene.language, scene.view
    overview = queries.overview(scene.model.id, scene.compared_areas, None, TOTAL, scene.version)
    own, other = (overview.by_segment(area) for area in (view.area, view.benchmark))
    rows = [
        [
            Cell(scene.segment_link(code), header=True),
            figure(persons(own[code].size.persons, language)),
            figure(share(own[code].size.share, language)),
            figure(share(other[code].size.share if code in other else None, language)),
        ]
        for code in scene.model.at_risk_codes
        if code in own
    ]
    if not rows:
        return ""
    heads = [
        words.SEGMENT.within(language),
        words.PERSONS.within(language),
        f"{words.SHARE.within(language)}, {scene.area_name}",
        scene.benchmark_name,
    ]
    return table(
        words.RISK_GROUPS.within(language), heads, rows, numeric=(1, 2, 3), kind="keko-factors"
    ) + scene.beneath(overview.period)


def _targets(scene: SegmentScene) -> str:
    language, catalogue = scene.language, loads.catalogue(scene.version)
    targets = queries.targets(scene.view.area, scene.version)
    title = heading(words.TARGETS.within(language))
    if not targets:
        return title + note(words.NO_TARGETS.within(language))
    lines = [
        words.TARGET_LINE.within(
            language,
            name=item.names.within(language),
            value=quantity(target.value, item.decimals, item.unit, language),
            due=period(target.due, language),
        )
        for target, item in ((target, catalogue[target.indicator]) for target in targets)
    ]
    tag = f" {demo_tag(language)}" if any(target.is_demo for target in targets) else ""
    return title + "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</ul>{tag}"
