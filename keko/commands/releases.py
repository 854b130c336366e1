"""Releases: what there is."""

from collections.abc import Mapping
from typing import Any

from keko.commands import DONE, Answer, Arguments, language_of, open_database, tell
from keko.data.releases import read_release, read_releases
from keko.data.text import Text


def list_releases(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        listed = [_told(release, chosen) for release in read_releases(connection, chosen.indicator)]
    tell(chosen, {"releases": listed}, lambda answer: "\n".join(map(_release_line, answer["releases"])))
    return DONE


def show(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        release = _told(dict(read_release(connection, chosen.release)), chosen)
    tell(
        chosen,
        release,
        lambda answer: "\n".join(f"{name:14} {value}" for name, value in answer.items() if value is not None),
    )
    return DONE


def _told(release: Mapping[str, Any], chosen: Arguments) -> Answer:
    """A stored release with its source in the reader's language."""
    return {**release, "source": Text.of(release["source"]).within(language_of(chosen))}


def _release_line(release: Answer) -> str:
    what = f"{release['id']:5} {release['status']:10} {release['indicator']:40} {release['provider']:12}"
    return f"{what} {release['rows']:8} {release['published_at'] or ''}"
