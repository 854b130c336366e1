"""Why the area differs from its benchmark: a waterfall of mix and within parts, and both by group."""

from html import escape
from typing import cast

from keko.charts.benchmark_bar import signed_drawing
from keko.charts.waterfall import Look, Step, waterfall
from keko.data.text import Text
from keko.segments.decomposition import Decomposition, Kind, Part, judged
from keko.segments.models import TOTAL
from keko.ui.segments import loads
from keko.ui.segments.scene import Chart, Picture, Scene, note
from keko.ui.tables import Cell, figure, table, text
from keko.words import segments as words
from keko.words.formats import number, signed
from keko.words.segment_sentences import decomposition_finding, decomposition_paragraph, months, share

LARGEST = 3  # of each kind of part stand for themselves in the waterfall


def difference_picture(scene: Scene) -> Picture:
    """The difference in the measure that the view names."""
    view, language = scene.view, scene.language
    asked = (scene.model.id, view.area, view.benchmark, view.measure)
    found = loads.decomposition(*asked, view.period, view.sex, scene.version)
    if found.reason in ("no common period", "no data") and view.period:
        found = loads.decomposition(*asked, None, view.sex, scene.version)
    finding = decomposition_finding(found, language)
    if found.reason:
        return Picture(
            finding, words.NO_SEX.within(language) if view.sex != TOTAL and found.reason == "no data" else "", ()
        )
    told = words.WATERFALL_NOTE_PLAIN if view.measure == "other" else words.WATERFALL_NOTE
    blocks = (_chart(found, scene), note(told.within(language)) + _table(found, scene) + scene.beneath(found.period))
    return Picture(finding, decomposition_paragraph(found, scene.own, scene.benchmark, language), blocks)


def steps(found: Decomposition, scene: Scene) -> list[Step]:
    """The largest parts of each kind, and the others of that kind together: they sum to the whole difference."""
    return [*_steps(found, "mix", words.MIX, scene), *_steps(found, "within", words.WITHIN, scene)]


def _steps(found: Decomposition, kind: Kind, name: Text, scene: Scene) -> list[Step]:
    language, (largest, rest) = scene.language, found.largest(kind, LARGEST)
    amounts = [(scene.names[part.code], part.amount(kind)) for part in largest]
    if rest is not None:
        amounts.append((words.REMAINING.within(language), rest))
    return [
        Step(words.STEP.within(language, part=name.within(language), group=group), value, cast(Look, judged(found.measure, value)))
        for group, value in amounts
    ]  # fmt: skip


def _chart(found: Decomposition, scene: Scene) -> Chart:
    language = scene.language
    start, end = found.benchmark_value or 0.0, found.area_value or 0.0
    drawn = waterfall((scene.benchmark, start), steps(found, scene), (scene.own, end), language, scene.theme)
    alt = words.WATERFALL_ALT.within(
        language,
        benchmark=scene.benchmark,
        area=scene.own,
        start=number(start, 2, language),
        end=number(end, 2, language),
        mix=signed(found.mix or 0.0, 2, language),
        within=signed(found.within or 0.0, 2, language),
    )
    return Chart(drawn, alt)


def _table(found: Decomposition, scene: Scene) -> str:
    language = scene.language
    reach = max(abs(value) for part in found.parts for value in (part.mix, part.within)) or 1.0
    share_of, mean = words.SHARE.within(language), words.MEASURES[found.measure].within(language)
    heads = [
        words.SEGMENT.within(language),
        f"{share_of}, {scene.own}",
        scene.benchmark,
        f"{mean}, {scene.own}",
        scene.benchmark,
        words.MIX.within(language),
        words.WITHIN.within(language),
    ]
    rows = [_row(part, found, reach, scene) for part in found.parts]
    sums = [
        Cell(f"<b>{escape(signed(value or 0.0, 2, language))}</b>", numeric=True) for value in (found.mix, found.within)
    ]
    ends = [figure(number(value or 0.0, 2, language)) for value in (found.area_value, found.benchmark_value)]
    total = [
        Cell(f"<b>{escape(words.TOGETHER.within(language))}</b>", header=True),
        figure(""),
        figure(""),
        *ends,
        *sums,
    ]
    caption = f"{words.PARTS.within(language)}, {words.MONTHS.within(language)}"
    return table(caption, heads, [*rows, total], numeric=(1, 2, 3, 4, 5, 6), kind="keko-parts")


def _row(part: Part, found: Decomposition, reach: float, scene: Scene) -> list[Cell]:
    language, name = scene.language, scene.names[part.code]
    known = part.code in scene.model.segment_codes
    return [
        Cell(scene.opener(part.code), header=True) if known else text(name, header=True),
        figure(share(part.share, language)),
        figure(share(part.benchmark_share, language)),
        figure(months(part.value, language)),
        figure(months(part.benchmark_value, language)),
        _part(part.mix, found, reach, f"{name}, {words.MIX.within(language)}", scene),
        _part(part.within, found, reach, f"{name}, {words.WITHIN.within(language)}", scene),
    ]


def _part(value: float, found: Decomposition, reach: float, name: str, scene: Scene) -> Cell:
    said = signed(value, 2, scene.language)
    drawn = signed_drawing(value, reach, judged(found.measure, value), f"{name}: {said}")
    return Cell(f'<span class="pair">{drawn}<b>{escape(said)}</b></span>', numeric=True)
