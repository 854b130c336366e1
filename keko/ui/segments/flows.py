"""Where the people of a group came from within a year, and where they went."""

from collections.abc import Iterable
from html import escape

from keko.charts.benchmark_bar import beside_drawing
from keko.segments.profiles import Move, Profile
from keko.ui.html import heading, note
from keko.ui.segments.scene import SegmentScene
from keko.ui.tables import Cell, table
from keko.words import segments as words
from keko.words.formats import period
from keko.words.segment_sentences import persons, share


def flows(found: Profile, scene: SegmentScene) -> str:
    """The moves of the newest year known, of the groups where there are any."""
    language = scene.language
    title = words.FLOWS.within(language)
    last = max((one.period for one in found.went_out), default=None)
    if last is None:
        return heading(title) + note(words.NO_PART.within(language))
    came, went = (_of(moves, last) for moves in (found.came_in, found.went_out))
    stayed = went.get(found.segment)
    codes = [
        code
        for code in scene.model.segment_codes
        if code != found.segment and (_moved(came, code) or _moved(went, code))
    ]
    reach = max((one.persons or 0.0 for code in codes for one in (came.get(code), went.get(code)) if one), default=1.0)
    rows = [
        [
            Cell(scene.segment_link(code), header=True),
            _cell(came.get(code), reach, scene),
            _cell(went.get(code), reach, scene),
        ]
        for code in codes
    ]
    heads = [one.within(language) for one in (words.SEGMENT, words.CAME_IN, words.WENT_OUT)]
    when = words.FLOWS_PERIOD.within(language, start=period(last, language))
    return table(f"{title}. {when}", heads, rows, kind="keko-factors") + _stayed(stayed, went.values(), scene)


def _of(moves: Iterable[Move], at: str) -> dict[str, Move]:
    return {one.other: one for one in moves if one.period == at}


def _moved(moves: dict[str, Move], code: str) -> bool:
    """Whether somebody moved, or it is hidden whether anybody did."""
    return code in moves and moves[code].persons != 0


def _cell(move: Move | None, reach: float, scene: SegmentScene) -> Cell:
    language = scene.language
    if move is None:
        return Cell("–")
    if move.persons is None:
        return Cell(scene.hidden())
    said = persons(move.persons, language)
    drawn = beside_drawing(move.persons, None, None, reach, f"{scene.names[move.other]}: {said}")
    return Cell(f'<span class="pair">{drawn}<b>{escape(said)}</b></span>')


def _stayed(stayed: Move | None, went: Iterable[Move], scene: SegmentScene) -> str:
    numbers = [one.persons for one in went]
    if stayed is None or stayed.persons is None or None in numbers:
        return ""
    whole = sum(persons for persons in numbers if persons is not None)
    told = {
        "persons": persons(stayed.persons, scene.language),
        "share": share(stayed.persons / (whole or 1.0), scene.language, 0),
    }
    return note(words.STAYED.within(scene.language, **told))
