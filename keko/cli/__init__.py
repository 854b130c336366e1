"""`python -m keko …`: everything the pages do, from the same functions.

Exit 0 done, 1 bad data, 2 wrong use. `--json` prints exactly one JSON document on stdout; all else goes to stderr.
What goes wrong is one sentence on stderr.

A command is added in `options`: its name, its arguments, and the function of `keko.commands` that it runs. That module is
loaded when the command runs and not before, so that help, and every command, starts without what the others need.
"""

import os
import sys
from collections.abc import Sequence

from keko.cli.failures import explained
from keko.cli.options import parser
from keko.cli.parsing import run
from keko.commands import DONE, Arguments, as_json

INTERRUPTED = 130  # as shells tell it
LONGEST_SENTENCE = 1_000


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        return _told(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read what is printed has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _told(arguments: Sequence[str]) -> int:
    """The exit code; what went wrong has been told."""
    chosen = Arguments(json="--json" in arguments, language=None)
    try:
        chosen = parser().parse_args(arguments)
        code = run(chosen)
        print(end="", flush=True)  # what cannot be written is seen here, and not when the interpreter ends
    except SystemExit as stop:  # help was asked for
        return int(stop.code or 0)
    except BrokenPipeError:
        raise
    except Exception as error:
        sentence, code = explained(error, chosen)
        sentence = " ".join(sentence.split())[:LONGEST_SENTENCE]
        print(sentence, file=sys.stderr)
        if chosen.json:
            print(as_json({"error": sentence}), flush=True)
    return code
