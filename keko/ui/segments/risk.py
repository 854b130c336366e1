"""Groups at risk: how many, how many move in a year to where finding work is hard, and what that would lead to."""

from html import escape

from keko.charts.projection import Size, ahead_chart
from keko.segments.models import TOTAL
from keko.segments.projection import AtRisk
from keko.ui import loads as common
from keko.ui.segments import loads
from keko.ui.segments.scene import Chart, Picture, Scene, folded, heading, note
from keko.ui.tables import Cell, figure, table, text
from keko.words import interface
from keko.words import segments as words
from keko.words.formats import period, quantity
from keko.words.segment_sentences import persons, risk_finding, risk_paragraph, share


def risk_picture(scene: Scene) -> Picture:
    """Sizes, moves, projection and targets of the area."""
    view, language = scene.view, scene.language
    found = loads.at_risk(scene.model.id, view.area, scene.version)
    one_sex = note(words.SEX_NOT_HERE.within(language)) if view.sex != TOTAL else ""
    blocks = (*_projection(found, scene), _moves(found, scene) + _groups(scene) + one_sex, _targets(scene))
    return Picture(risk_finding(found, scene.model, language), risk_paragraph(found, language), blocks)


def _projection(found: AtRisk, scene: Scene) -> tuple[str | Chart, ...]:
    language, title = scene.language, words.PROJECTION.within(scene.language)
    if not found.counted or not found.projected:
        return ()
    ahead = [Size(one.period, one.persons, one.lower, one.upper) for one in found.projected]
    counted = [Size(one.period, one.persons) for one in found.counted]
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
    return heading(title) + note(said), chart, folded(_years(counted, ahead, scene), language)


def _years(counted: list[Size], ahead: list[Size], scene: Scene) -> str:
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


def _moves(found: AtRisk, scene: Scene) -> str:
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


def _groups(scene: Scene) -> str:
    """The groups at risk in the area beside the benchmark."""
    language, view = scene.language, scene.view
    found = loads.overview(scene.model.id, scene.beside, None, TOTAL, scene.version)
    own, other = (found.by_segment(area) for area in (view.area, view.benchmark))
    rows = [
        [
            Cell(scene.opener(code), header=True),
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
        f"{words.SHARE.within(language)}, {scene.own}",
        scene.benchmark,
    ]
    return table(
        words.RISK_GROUPS.within(language), heads, rows, numeric=(1, 2, 3), kind="keko-factors"
    ) + scene.beneath(found.period)


def _targets(scene: Scene) -> str:
    language, known = scene.language, common.catalogue(scene.version)
    found = loads.targets(scene.view.area, scene.version)
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
    tag = (
        f' <span class="keko-tag">{escape(interface.DEMO_TILE.within(language))}</span>'
        if any(one.is_demo for one in found)
        else ""
    )
    return title + "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + f"</ul>{tag}"
