"""`python -m keko …`."""

import sys

from keko.cli import main

sys.exit(main(sys.argv[1:]))
