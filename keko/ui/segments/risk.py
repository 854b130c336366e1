"""Groups at risk: how many, how many move in a year to where finding work is hard, and what that would lead to."""

from html import escape

from keko.charts.projection import Size, ahead_chart
from keko.segments.models import TOTAL
from keko.segments.projection import AtRisk
from keko.ui import loads
from keko.ui.html import demo_tag, heading, note
from keko.ui.segments import queries
from keko.ui.segments.scene import Chart, Picture, SegmentScene
from keko.ui.tables import Cell, figure, table, text
from keko.words import segments as words
from keko.words.formats import period, quantity
from keko.words.segment_sentences import persons, risk_finding, risk_paragraph, share


def risk_picture(scene: SegmentScene) -> Picture:
    """Sizes, moves, projection and targets of the area."""
    view, language = scene.view, scene.language
    found = queries.at_risk(scene.model.id, view.area, scene.version)
    one_sex = note(words.SEX_NOT_HERE.within(language)) if view.sex != TOTAL else ""
    blocks = (*_projection(found, scene), _moves(found, scene) + _groups(scene) + one_sex, _targets(scene))
    return Picture(risk_finding(found, scene.model, language), risk_paragraph(found, language), blocks)


def _projection(found: AtRisk, scene: SegmentScene) -> tuple[str | Chart, ...]:
    language, title = scene.language, words.PROJECTION.within(scene.language)
    if found.period is None or not found.projected:
        return ()
    ahead = [Size(str(int(found.period) + one.years), one.persons, one.lower, one.upper) for one in found.projected]
    counted = _counted(found.period, found.start or 0.0, scene)
    first, last = counted[-1], ahead[-1]
    alt = words.PROJECTION_ALT.within(
        language,
        start=persons(first.persons, language),
        first=first.year,
        end=persons(last.persons, language),
        last=last.year,
        lower=persons(last.lower, language),
        upper=persons(last.upper, language),
    )
    said = words.PROJECTION_NOTE.within(language)
    if found.one_year:
        said = f"{words.ONE_YEAR.within(language)} {said}"
    chart = Chart(ahead_chart(counted, ahead, language, scene.theme), f"{title}. {alt}")
    return heading(title) + note(said), chart, scene.folded_table(_years(counted, ahead, scene))


def _counted(last: str, start: float, scene: SegmentScene) -> list[Size]:
    """The size in every year up to the last, as far as it shows."""
    codes = {one.code for one in scene.model.segments if one.difficult_to_employ}
    periods = queries.overview(scene.model.id, scene.compared_areas, None, TOTAL, scene.version).periods
    found = []
    for at in periods:
        standings = queries.overview(scene.model.id, scene.compared_areas, at, TOTAL, scene.version).standings[
            scene.view.area
        ]
        sizes = [one.size.persons for one in standings if one.segment in codes]
        if at < last and sizes and None not in sizes:
            found.append(Size(at, sum(one for one in sizes if one is not None)))
    return [*found, Size(last, start)]


def _years(counted: list[Size], ahead: list[Size], scene: SegmentScene) -> str:
    language = scene.language
    rows = [
        [
            text(period(one.year, language), header=True),
            text(kind.within(language)),
            figure(persons(one.persons, language)),
            figure("" if one.lower is None else f"{persons(one.lower, language)}–{persons(one.upper, language)}"),
        ]
        for kind, sizes in ((words.COUNTED, counted), (words.PROJECTED, ahead))
        for one in sizes
    ]
    heads = [one.within(language) for one in (words.YEAR, words.KIND, words.PERSONS, words.RANGE)]
    return table(words.PROJECTION.within(language), heads, rows, numeric=(2, 3), kind="keko-factors")


def _moves(found: AtRisk, scene: SegmentScene) -> str:
    language = scene.language
    if not found.moves:
        return ""
    hidden = words.HIDDEN.within(language)
    rows = [
        [
            text(words.FLOWS_PERIOD.within(language, start=period(one.period, language)), header=True),
            *(figure(hidden if value is None else persons(value, language)) for value in (one.at_risk, one.moved)),
            figure(share(one.share, language)),
        ]
        for one in found.moves
    ]
    heads = [one.within(language) for one in (words.YEAR, words.AT_RISK_PERSONS, words.MOVED, words.MOVED_SHARE)]
    return table(words.RISK_MOVES.within(language), heads, rows, numeric=(1, 2, 3), kind="keko-factors")


def _groups(scene: SegmentScene) -> str:
    """The groups at risk in the area beside the benchmark."""
    language, view = scene.language, scene.view
    codes = [one.code for one in scene.model.segments if one.at_risk]
    found = queries.overview(scene.model.id, scene.compared_areas, None, TOTAL, scene.version)
    own, other = ({one.segment: one.size for one in found.standings[area]} for area in (view.area, view.benchmark))
    rows = [
        [
            Cell(scene.segment_link(code), header=True),
            figure(persons(own[code].persons, language)),
            figure(share(own[code].share, language)),
            figure(share(other[code].share if code in other else None, language)),
        ]
        for code in codes
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
    ) + scene.beneath(found.period)


def _targets(scene: SegmentScene) -> str:
    language, known = scene.language, loads.catalogue(scene.version)
    found = queries.targets(scene.view.area, scene.version)
    title = heading(words.TARGETS.within(language))
    if not found:
        return title + note(words.NO_TARGETS.within(language))
    lines = [
        words.TARGET_LINE.within(
            language,
            name=known[one.indicator].names.within(language),
            value=quantity(one.value, known[one.indicator].decimals, known[one.indicator].unit, language),
            due=period(one.due, language),
        )
        for one in found
    ]
    tag = f" {demo_tag(language)}" if any(target.is_demo for target in found) else ""
    return title + "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</ul>{tag}"
