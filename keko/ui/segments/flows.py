"""Where the people of a group came from within a year, and where they went."""

from html import escape

from keko.charts.benchmark_bar import beside_drawing
from keko.segments.flows import Flows, newest_flows
from keko.segments.profiles import Move, Profile
from keko.ui.segments.scene import Scene, heading, note
from keko.ui.tables import Cell, table
from keko.words import segments as words
from keko.words.formats import period
from keko.words.segment_sentences import persons, share


def flows(found: Profile, scene: Scene) -> str:
    """The moves of the newest year known, of the groups where there are any."""
    language = scene.language
    title = words.FLOWS.within(language)
    newest = newest_flows(found, scene.model.segment_codes)
    if newest is None:
        return heading(title) + note(words.NO_PART.within(language))
    moves = [move for each in newest.exchanges for move in (each.came, each.went) if move]
    reach = max((move.persons or 0.0 for move in moves), default=1.0)
    rows = [
        [Cell(scene.opener(each.other), header=True), _cell(each.came, reach, scene), _cell(each.went, reach, scene)]
        for each in newest.exchanges
    ]
    heads = [head.within(language) for head in (words.SEGMENT, words.CAME_IN, words.WENT_OUT)]
    when = words.FLOWS_PERIOD.within(language, start=period(newest.period, language))
    return table(f"{title}. {when}", heads, rows, kind="keko-factors") + _stayed(newest, scene)


def _cell(move: Move | None, reach: float, scene: Scene) -> Cell:
    language = scene.language
    if move is None:
        return Cell("–")
    if move.persons is None:
        return Cell(f'<span class="why">{escape(words.HIDDEN.within(language))}</span>')
    said = persons(move.persons, language)
    drawn = beside_drawing(move.persons, None, None, reach, f"{scene.names[move.other]}: {said}")
    return Cell(f'<span class="pair">{drawn}<b>{escape(said)}</b></span>')


def _stayed(newest: Flows, scene: Scene) -> str:
    if newest.stayed is None:
        return ""
    stayed, part = persons(newest.stayed, scene.language), share(newest.stayed_share, scene.language, 0)
    return note(words.STAYED.within(scene.language, persons=stayed, share=part))
