"""The groups of a model by size and by how they take part in work, beside the benchmark and the country."""

from html import escape

from keko.charts.benchmark_bar import MONTHS_A_YEAR, benchmark_bar
from keko.data.areas import WHOLE_COUNTRY
from keko.segments.measures import Measure
from keko.segments.models import TOTAL
from keko.segments.overview import Overview, SegmentStanding
from keko.ui.html import note, reason
from keko.ui.segments import queries
from keko.ui.segments.scene import Picture, SegmentScene
from keko.ui.segments.statement import statement
from keko.ui.tables import Cell, grouped_table, text
from keko.words import segments as words
from keko.words.segment_figures import months, persons, share, why_none
from keko.words.segment_sentences import overview_finding, overview_paragraph
from keko.words.subject import sexes

SHOWN: tuple[Measure, ...] = ("employment", "unemployment", "disability")
BySegment = dict[str, dict[str, SegmentStanding]]


def overview_picture(scene: SegmentScene) -> Picture:
    """The finding, the table, and the model's statement."""
    view, language = scene.view, scene.language
    periods = queries.overview(scene.model.id, scene.compared_areas, None, view.sex, scene.version).periods
    overview = queries.overview(
        scene.model.id, scene.compared_areas, scene.period_among(periods), view.sex, scene.version
    )
    standings, of_benchmark = overview.standings[view.area], overview.standings[view.benchmark]
    if not standings:
        why = words.NO_SEX if periods and view.sex != TOTAL else words.NO_AREA
        return Picture(why.within(language), "", (statement(scene),), sex=view.sex)
    reading = note(words.OVERVIEW_NOTE.within(language, area=scene.area_name, benchmark=scene.benchmark_name))
    return Picture(
        overview_finding(standings, of_benchmark, scene.model, scene.names, view.sex, language),
        overview_paragraph(standings, of_benchmark, scene.names, language),
        (_table(overview, scene) + reading + scene.beneath(overview.period), statement(scene)),
        period=overview.period,
        sex=view.sex,
    )


def _table(overview: Overview, scene: SegmentScene) -> str:
    language = scene.language
    standings: BySegment = {area: overview.by_segment(area) for area in overview.standings}
    heads = [
        text(words.SEGMENT.within(language)),
        Cell(escape(words.PERSONS.within(language)), numeric=True),
        text(words.SHARE.within(language)),
        *(Cell(_measured(measure, scene)) for measure in SHOWN),
    ]
    reach = max(
        (
            standing.size.share or 0.0
            for by_segment in standings.values()
            for code, standing in by_segment.items()
            if code != TOTAL
        ),
        default=1.0,
    )
    rows = [_row(code, standings, reach, scene) for code in standings[scene.view.area]]
    caption = f"{words.GROUPS.within(language)}: {scene.area_and_sex} – {scene.benchmark_name}"
    return grouped_table(caption, heads, [("", rows)], kind="keko-groups")


def _measured(measure: Measure, scene: SegmentScene) -> str:
    months_a_year = escape(words.MONTHS.within(scene.language))
    return f"{escape(words.MEASURES[measure].within(scene.language))} <small>{months_a_year}</small>"


def _row(code: str, standings: BySegment, reach: float, scene: SegmentScene) -> list[Cell]:
    name = scene.segment_link(code) if code != TOTAL else f"<b>{escape(scene.names[code])}</b>"
    return [
        Cell(name, header=True),
        Cell(_persons(standings[scene.view.area][code], scene), numeric=True),
        text("") if code == TOTAL else _share(code, standings, reach, scene),
        *(_months(code, measure, standings, scene) for measure in SHOWN),
    ]


def _three(code: str, standings: BySegment, scene: SegmentScene) -> list[SegmentStanding | None]:
    """The group in the area, in the benchmark and in the country."""
    return [standings.get(area, {}).get(code) for area in (scene.view.area, scene.view.benchmark, WHOLE_COUNTRY)]


def _persons(own: SegmentStanding, scene: SegmentScene) -> str:
    if own.size.persons is None:
        return reason(why_none(own.size.status, scene.language), "span")
    return escape(persons(own.size.persons, scene.language))


def _share(code: str, standings: BySegment, reach: float, scene: SegmentScene) -> Cell:
    shares = [standing.size.share if standing else None for standing in _three(code, standings, scene)]
    written = [share(value, scene.language) for value in shares]
    return _side_by_side(
        _named(code, scene),
        shares,
        written,
        reach,
        why_none(standings[scene.view.area][code].size.status, scene.language),
        scene,
    )


def _months(code: str, measure: Measure, standings: BySegment, scene: SegmentScene) -> Cell:
    took = [standing.months.get(measure) if standing else None for standing in _three(code, standings, scene)]
    means = [months_in_measure.mean if months_in_measure else None for months_in_measure in took]
    name = f"{_named(code, scene)}, {words.MEASURES[measure].within(scene.language)}"
    absent = why_none(took[0].status if took[0] else "", scene.language)
    return _side_by_side(name, means, [months(mean, scene.language) for mean in means], MONTHS_A_YEAR, absent, scene)


def _named(code: str, scene: SegmentScene) -> str:
    """A group and which sex of it."""
    return ", ".join([scene.names[code], *sexes(scene.view.sex, scene.language)])


def _side_by_side(
    name: str, values: list[float | None], written: list[str], reach: float, absent: str, scene: SegmentScene
) -> Cell:
    """The drawing, with the area's figure large and those of benchmark and country small beside it.

    `absent`: what stands for the area's figure where there is none.
    """
    own, benchmark, country = values
    of_area = absent if own is None else written[0]
    if own is benchmark is country is None:
        return Cell(reason(of_area, "span"))
    described = words.BESIDE.within(
        scene.language,
        group=name,
        own=of_area,
        area=scene.area_name,
        other=written[1],
        benchmark=scene.benchmark_name,
        whole=written[2],
    )
    bars = benchmark_bar(own, benchmark, country, reach, described)
    small = f'<small class="benchmark">{escape(written[1])}</small> <small>{escape(written[2])}</small>'
    return Cell(f'<span class="pair">{bars}<span class="three"><b>{escape(of_area)}</b> {small}</span></span>')
