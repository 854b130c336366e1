"""What the page of data and definitions reads, cached by data version."""

from itertools import chain
from operator import itemgetter
from typing import Any

from keko.data.publication_log import read_publication_log
from keko.data.schema import SEGMENTS
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, engine


@kept(2)
def publication_log(version: DataVersion) -> list[dict[str, Any]]:
    """What was published and taken back, newest first."""
    with engine().connect() as connection:
        logs = [read_publication_log(connection, kind=kind) for kind in ("indicator", SEGMENTS)]
    return sorted(chain.from_iterable(logs), key=itemgetter("at"), reverse=True)
