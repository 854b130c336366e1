"""Where the people of a segment came from within the newest year known, and where they went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from keko.segments.profiles import Move, Profile


@dataclass(frozen=True)
class Exchange:
    """Moves between a segment and another one; None where there is no row of them, as nobody moved."""

    other: str
    came: Move | None
    went: Move | None


@dataclass(frozen=True)
class Flows:
    """The moves of a segment's people in the year that begins at `period`.

    `exchanges`: with every segment to or from which somebody moved, or it is hidden whether anybody did. `stayed`: persons,
    and `stayed_share`: of all who were in the segment, 0 to 1; None where a part of that is hidden.
    """

    period: str
    exchanges: tuple[Exchange, ...]
    stayed: float | None
    stayed_share: float | None


def newest_flows(profile: Profile, codes: Sequence[str]) -> Flows | None:
    """The flows of the newest year known, in the order of `codes`, the model's segments; None where no moves are known."""
    period = max((move.period for move in profile.went_out), default=None)
    if period is None:
        return None
    came, went = (_at(moves, period) for moves in (profile.came_in, profile.went_out))
    exchanges = [Exchange(code, came.get(code), went.get(code)) for code in codes if code != profile.segment]
    stayed, share = _stayed(went.get(profile.segment), list(went.values()))
    return Flows(period, tuple(each for each in exchanges if _moved(each.came) or _moved(each.went)), stayed, share)


def _at(moves: Iterable[Move], period: str) -> dict[str, Move]:
    return {move.other: move for move in moves if move.period == period}


def _moved(move: Move | None) -> bool:
    return move is not None and move.persons != 0


def _stayed(stayed: Move | None, went: Sequence[Move]) -> tuple[float | None, float | None]:
    known = [move.persons for move in went if move.persons is not None]
    if stayed is None or stayed.persons is None or len(known) < len(went):
        return None, None
    return stayed.persons, stayed.persons / (sum(known) or 1.0)
