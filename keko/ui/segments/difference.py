"""Why the area differs from its benchmark: a waterfall of mix and within parts, and both by group."""

from html import escape
from typing import cast

from keko.charts.benchmark_bar import signed_drawing
from keko.charts.waterfall import Look, Step, waterfall
from keko.data.text import Text
from keko.segments.decomposition import Decomposition, Kind, Part, judged
from keko.segments.models import TOTAL
from keko.ui.html import note
from keko.ui.segments import queries
from keko.ui.segments.scene import Chart, Picture, SegmentScene, drawn_figure
from keko.ui.tables import Cell, figure, table, text
from keko.words import segments as words
from keko.words.formats import number, signed
from keko.words.segment_figures import months, share
from keko.words.segment_sentences import decomposition_finding, decomposition_paragraph

LARGEST = 3  # of each kind of part stand for themselves in the waterfall


def difference_picture(scene: SegmentScene) -> Picture:
    """The difference in the measure that the view names."""
    view, language = scene.view, scene.language
    compared = (scene.model.id, view.area, view.benchmark, view.measure)
    decomposition = queries.decomposition(*compared, view.period, view.sex, scene.version)
    if decomposition.reason in ("no common period", "no data") and view.period:
        decomposition = queries.decomposition(*compared, None, view.sex, scene.version)
    if view.sex != TOTAL and decomposition.reason == "no data":
        of_both = queries.decomposition(*compared, None, TOTAL, scene.version)
        if of_both.reason is None:
            return Picture(words.NO_SEX.within(language), "", (), sex=view.sex)
    finding = decomposition_finding(decomposition, language)
    if decomposition.reason:
        return Picture(finding, "", (), sex=view.sex)
    reading = words.WATERFALL_NOTE_PLAIN if view.measure == "other" else words.WATERFALL_NOTE
    parts = _table(decomposition, scene) + scene.beneath(decomposition.period)
    blocks = (_chart(decomposition, scene), note(reading.within(language)) + parts)
    return Picture(
        finding,
        decomposition_paragraph(decomposition, language),
        blocks,
        period=decomposition.period,
        sex=view.sex,
    )


def steps(decomposition: Decomposition, scene: SegmentScene) -> list[Step]:
    """The largest parts of each kind, and the others of that kind together: they sum to the whole difference."""
    return [*_steps(decomposition, "mix", words.MIX, scene), *_steps(decomposition, "within", words.WITHIN, scene)]


def _steps(decomposition: Decomposition, kind: Kind, name: Text, scene: SegmentScene) -> list[Step]:
    language, (largest, rest) = scene.language, decomposition.largest(kind, LARGEST)
    amounts = [(scene.names[part.code], part.amount(kind)) for part in largest]
    if rest is not None:
        amounts.append((words.REMAINING.within(language), rest))
    part = name.within(language)
    return [
        Step(
            words.STEP.within(language, part=part, group=group), value, cast(Look, judged(decomposition.measure, value))
        )
        for group, value in amounts
    ]


def _chart(decomposition: Decomposition, scene: SegmentScene) -> Chart:
    language = scene.language
    start, end = decomposition.benchmark_value or 0.0, decomposition.area_value or 0.0
    ends = (scene.benchmark_name, start), (scene.area_name, end)
    drawing = waterfall(ends[0], steps(decomposition, scene), ends[1], "kk/v", language, scene.theme)
    alt = words.WATERFALL_ALT.within(
        language,
        benchmark=scene.benchmark_name,
        area=scene.area_and_sex,
        start=number(start, 2, language),
        end=number(end, 2, language),
        mix=signed(decomposition.mix or 0.0, 2, language),
        within=signed(decomposition.within or 0.0, 2, language),
    )
    return Chart(drawing, alt)


def _table(decomposition: Decomposition, scene: SegmentScene) -> str:
    language = scene.language
    reach = max(abs(value) for part in decomposition.parts for value in (part.mix, part.within)) or 1.0
    share_of, mean = words.SHARE.within(language), words.MEASURES[decomposition.measure].within(language)
    heads = [
        words.SEGMENT.within(language),
        f"{share_of}, {scene.area_name}",
        scene.benchmark_name,
        f"{mean}, {scene.area_name}",
        scene.benchmark_name,
        words.MIX.within(language),
        words.WITHIN.within(language),
    ]
    rows = [_row(part, decomposition, reach, scene) for part in decomposition.parts]
    sums = [
        Cell(f"<b>{escape(signed(value or 0.0, 2, language))}</b>", numeric=True)
        for value in (decomposition.mix, decomposition.within)
    ]
    ends = [
        figure(number(value or 0.0, 2, language)) for value in (decomposition.area_value, decomposition.benchmark_value)
    ]
    total = [
        Cell(f"<b>{escape(words.TOGETHER.within(language))}</b>", header=True),
        figure(""),
        figure(""),
        *ends,
        *sums,
    ]
    both = f"{scene.area_and_sex} – {scene.benchmark_name}"
    caption = f"{words.PARTS.within(language)}: {both}, {words.MONTHS.within(language)}"
    return table(caption, heads, [*rows, total], numeric=(1, 2, 3, 4, 5, 6), kind="keko-parts")


def _row(part: Part, decomposition: Decomposition, reach: float, scene: SegmentScene) -> list[Cell]:
    language, name = scene.language, scene.names[part.code]
    is_segment = part.code in scene.model.segment_codes
    return [
        Cell(scene.segment_link(part.code), header=True) if is_segment else text(name, header=True),
        figure(share(part.share, language)),
        figure(share(part.benchmark_share, language)),
        figure(months(part.value, language)),
        figure(months(part.benchmark_value, language)),
        _part(part.mix, decomposition, reach, f"{name}, {words.MIX.within(language)}", scene),
        _part(part.within, decomposition, reach, f"{name}, {words.WITHIN.within(language)}", scene),
    ]


def _part(value: float, decomposition: Decomposition, reach: float, name: str, scene: SegmentScene) -> Cell:
    amount = signed(value, 2, scene.language)
    bar = signed_drawing(value, reach, judged(decomposition.measure, value), f"{name}: {amount}")
    return Cell(drawn_figure(bar, amount), numeric=True)
