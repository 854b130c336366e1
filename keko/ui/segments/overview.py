"""The groups of a model by size and by how they take part in work, beside the benchmark and the country."""

from html import escape

from keko.charts.benchmark_bar import MONTHS_A_YEAR, beside_drawing
from keko.data.areas import WHOLE_COUNTRY
from keko.segments.models import TOTAL, Measure
from keko.segments.overview import Overview, SegmentStanding
from keko.ui.segments import loads
from keko.ui.segments.scene import Picture, Scene, note
from keko.ui.segments.statement import statement
from keko.ui.tables import Cell, grouped_table, text
from keko.words import segments as words
from keko.words.segment_sentences import months, overview_finding, overview_paragraph, persons, share

SHOWN: tuple[Measure, ...] = ("employment", "unemployment", "disability")
By = dict[str, dict[str, SegmentStanding]]


def overview_picture(scene: Scene) -> Picture:
    """The finding, the table, and the model's statement."""
    view, language = scene.view, scene.language
    periods = loads.overview(scene.model.id, scene.beside, None, view.sex, scene.version).periods
    found = loads.overview(scene.model.id, scene.beside, scene.period_among(periods), view.sex, scene.version)
    own, other = found.standings[view.area], found.standings[view.benchmark]
    if not own:
        reason = words.NO_SEX if periods and view.sex != TOTAL else words.NO_AREA
        return Picture(reason.within(language), "", (statement(scene),))
    told = note(words.OVERVIEW_NOTE.within(language, area=scene.own, benchmark=scene.benchmark))
    return Picture(
        overview_finding(own, other, scene.model, scene.names, language),
        overview_paragraph(own, other, scene.names, language),
        (_table(found, scene) + told + scene.beneath(found.period), statement(scene)),
    )


def _table(found: Overview, scene: Scene) -> str:
    language = scene.language
    standings: By = {area: found.by_segment(area) for area in found.standings}
    heads = [
        text(words.SEGMENT.within(language)),
        Cell(escape(words.PERSONS.within(language)), numeric=True),
        text(words.SHARE.within(language)),
        *(Cell(escape(words.MEASURES[one].within(language)) + f" <small>{escape(words.MONTHS.within(language))}</small>") for one in SHOWN),
    ]  # fmt: skip
    reach = max(
        (one.size.share or 0.0 for every in standings.values() for code, one in every.items() if code != TOTAL),
        default=1.0,
    )
    rows = [_row(code, standings, reach, scene) for code in standings[scene.view.area]]
    caption = f"{words.GROUPS.within(language)}: {scene.own} – {scene.benchmark}"
    return grouped_table(caption, heads, [("", rows)], kind="keko-groups")


def _row(code: str, standings: By, reach: float, scene: Scene) -> list[Cell]:
    name = scene.opener(code) if code != TOTAL else f"<b>{escape(scene.names[code])}</b>"
    return [
        Cell(name, header=True),
        Cell(_persons(standings[scene.view.area][code], scene), numeric=True),
        text("") if code == TOTAL else _share(code, standings, reach, scene),
        *(_months(code, measure, standings, scene) for measure in SHOWN),
    ]


def _three(code: str, standings: By, scene: Scene) -> list[SegmentStanding | None]:
    """The group in the area, in the benchmark and in the country."""
    return [standings.get(area, {}).get(code) for area in (scene.view.area, scene.view.benchmark, WHOLE_COUNTRY)]


def _persons(own: SegmentStanding, scene: Scene) -> str:
    if own.size.persons is None:
        return f'<span class="why">{escape(words.HIDDEN.within(scene.language))}</span>'
    return escape(persons(own.size.persons, scene.language))


def _share(code: str, standings: By, reach: float, scene: Scene) -> Cell:
    shares = [one.size.share if one else None for one in _three(code, standings, scene)]
    said = [share(one, scene.language) for one in shares]
    return _beside(scene.names[code], shares, said, reach, words.HIDDEN.within(scene.language), scene)


def _months(code: str, measure: Measure, standings: By, scene: Scene) -> Cell:
    took = [one.months.get(measure) if one else None for one in _three(code, standings, scene)]
    means = [one.mean if one else None for one in took]
    name = f"{scene.names[code]}, {words.MEASURES[measure].within(scene.language)}"
    absent = words.HIDDEN.within(scene.language) if took[0] else "–"
    return _beside(name, means, [months(one, scene.language) for one in means], MONTHS_A_YEAR, absent, scene)


def _beside(name: str, values: list[float | None], said: list[str], reach: float, absent: str, scene: Scene) -> Cell:
    """The drawing, with the area's figure large and those of benchmark and country small beside it.

    `absent`: what stands for the area's figure where there is none.
    """
    own, benchmark, country = values
    shown = absent if own is None else said[0]
    if own is benchmark is country is None:
        return Cell(f'<span class="why">{escape(shown)}</span>')
    told = {"group": name, "own": shown, "area": scene.own, "other": said[1], "benchmark": scene.benchmark}
    described = words.BESIDE.within(scene.language, **told, whole=said[2])
    picture = beside_drawing(own, benchmark, country, reach, described)
    small = f'<small class="benchmark">{escape(said[1])}</small> <small>{escape(said[2])}</small>'
    return Cell(f'<span class="pair">{picture}<span class="three"><b>{escape(shown)}</b> {small}</span></span>')
