"""Where the people of a group came from within a year, and where they went."""

from keko.charts.benchmark_bar import benchmark_bar
from keko.segments.flows import Flows, newest_flows
from keko.segments.profiles import Move, Profile
from keko.ui.html import heading, note
from keko.ui.segments.scene import SegmentScene, drawn_figure
from keko.ui.tables import Cell, table
from keko.words import segments as words
from keko.words.formats import period
from keko.words.segment_figures import persons, share


def flows(profile: Profile, scene: SegmentScene) -> str:
    """The moves of the newest year known, of the groups where there are any."""
    language = scene.language
    title = words.FLOWS.within(language)
    newest = newest_flows(profile, scene.model.segment_codes)
    if newest is None:
        return heading(title) + note(words.NO_PART.within(language))
    moves = [move for exchange in newest.exchanges for move in (exchange.came, exchange.went) if move]
    reach = max((move.persons or 0.0 for move in moves), default=1.0)
    rows = [
        [
            Cell(scene.segment_link(exchange.other), header=True),
            _cell(exchange.came, reach, scene),
            _cell(exchange.went, reach, scene),
        ]
        for exchange in newest.exchanges
    ]
    heads = [head.within(language) for head in (words.SEGMENT, words.CAME_IN, words.WENT_OUT)]
    when = words.FLOWS_PERIOD.within(language, start=period(newest.period, language))
    return table(f"{title}. {when}", heads, rows, kind="keko-factors") + _stayed(newest, scene)


def _cell(move: Move | None, reach: float, scene: SegmentScene) -> Cell:
    if move is None:
        return Cell("–")
    if move.persons is None:
        return Cell(scene.hidden())
    moved = persons(move.persons, scene.language)
    bar = benchmark_bar(move.persons, None, None, reach, f"{scene.names[move.other]}: {moved}")
    return Cell(drawn_figure(bar, moved))


def _stayed(newest: Flows, scene: SegmentScene) -> str:
    if newest.stayed is None:
        return ""
    stayed, part = persons(newest.stayed, scene.language), share(newest.stayed_share, scene.language, 0)
    return note(words.STAYED.within(scene.language, persons=stayed, share=part))
