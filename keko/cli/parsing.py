"""How commands are made known: by their names, and the names of the functions that run them."""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol, TypeAlias

from keko.cli.values import name
from keko.commands import Arguments, WrongUse
from keko.config import LANGUAGES

COMMANDS = "keko.commands"
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class Parser(argparse.ArgumentParser):
    """Takes every argument without a type of its own as a name, and tells in one sentence what it does not take."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.register("type", None, name)

    def add_subparsers(self, **options: Any) -> Any:
        """The commands of this parser; what stands after a command's name is for its own parser to read."""
        commands = super().add_subparsers(**options)
        commands.type = str
        return commands

    def error(self, message: str) -> Any:
        """Stop.

        Raises:
            WrongUse: always.
        """
        raise WrongUse(f"{self.prog}: {message}")


class Declare(Protocol):
    """Makes a command known, with the options that every command has.

    `run`: its function of `keko.commands`, as "module.function"; `group`: the commands it is one of.
    """

    def __call__(self, name: str, run: str, help_: str, group: "Commands | None" = None) -> argparse.ArgumentParser: ...


def declaring(commands: Commands) -> Declare:
    """What makes commands known, those of no other group among `commands`."""

    def declare(name: str, run: str, help_: str, group: "Commands | None" = None) -> argparse.ArgumentParser:
        command = (group or commands).add_parser(name, help=help_)
        command.set_defaults(run=run)
        command.add_argument("--json", action="store_true", help="one JSON document on stdout")
        command.add_argument("--language", choices=LANGUAGES, help="language of the sentences")
        return command

    return declare


def function(run: str) -> Callable[[Arguments], int]:
    """The function that "module.function" names; its module is loaded here, with all that it needs."""
    module, _, called = run.partition(".")
    command: Callable[[Arguments], int] = getattr(import_module(f"{COMMANDS}.{module}"), called)
    return command


def run(chosen: Arguments) -> int:
    """Do what was chosen and return the exit code."""
    return int(function(chosen.run)(chosen))
