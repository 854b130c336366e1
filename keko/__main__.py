"""`python -m keko …`."""

import sys
from io import TextIOWrapper

from keko.cli import main

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):  # it may be closed
        stream.reconfigure(errors="backslashreplace")  # not every terminal has every letter
sys.exit(main(sys.argv[1:]))
