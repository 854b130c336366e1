"""Every command of the parser, and plain values for the arguments it cannot do without: a new command needs no line here."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from keko.cli.options import parser
from keko.cli.values import day, figure, path, whole, year

_BY_NAME = {"indicator": "population", "id": "tapahtuma", "model": "malli", "select": "Alue=SSS", "years": "2020-2021"}
_BY_TYPE = {day: "2026-03-01", figure: "5", year: "2026"}
_WHOLE = whole(1)


class Command(NamedTuple):
    """`words`: how it is called; `parser`: reads what stands after them."""

    words: tuple[str, ...]
    parser: argparse.ArgumentParser

    @property
    def arguments(self) -> list[argparse.Action]:
        """Those that take a value."""
        return [action for action in self.parser._actions if action.nargs != 0]

    @property
    def writes(self) -> bool:
        """Whether it is somebody's doing."""
        return any(action.dest == "by" for action in self.arguments)

    def line(self, odd: argparse.Action, value: str, file: Path) -> list[str]:
        """The command line on which `odd` is `value` and everything else that is needed is plain."""
        needed = [action for action in self.arguments if action is not odd and self._needs(action, odd)]
        written = [(action, _plain(action, file)) for action in needed] + [(odd, value)]
        named = [part for action, text in written if action.option_strings for part in _option(action, text)]
        placed = [text for action, text in sorted(written, key=self._order) if not action.option_strings]
        return [*self.words, "--json", *named, *(["--"] if placed else []), *placed]

    def _needs(self, action: argparse.Action, odd: argparse.Action) -> bool:
        """Whether a command line has to have it, where it has `odd` already."""
        for group in self.parser._mutually_exclusive_groups:
            if action in group._group_actions:
                return group.required and odd not in group._group_actions and action is group._group_actions[0]
        return action.required

    def _order(self, written: tuple[argparse.Action, str]) -> int:
        return self.parser._actions.index(written[0])


def commands() -> list[Command]:
    """All of them."""
    return list(_within((), parser()))


def _within(words: tuple[str, ...], own: argparse.ArgumentParser) -> Iterator[Command]:
    groups = [action for action in own._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield Command(words, own)
    for name, inner in (pair for group in groups for pair in group.choices.items()):
        yield from _within((*words, name), inner)


def _plain(action: argparse.Action, file: Path) -> str:
    if action.choices:
        return str(next(iter(action.choices)))
    if action.type is path:
        return str(file)
    if action.type in _BY_TYPE:
        return _BY_TYPE[action.type]
    if getattr(action.type, "__qualname__", None) == _WHOLE.__qualname__:
        return "1"
    return _BY_NAME.get(action.dest, "HVA02")


def _option(action: argparse.Action, value: str) -> Sequence[str]:
    """With the sign between them, a value that begins with a dash is a value."""
    return [f"{action.option_strings[-1]}={value}"]
