"""Releases: what there is, publishing, taking back."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from keko.commands import DONE, Answer, Arguments, WrongUse, language_of, open_database, tell
from keko.data import drafts
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.providers import DEMO
from keko.data.releases import read_release, read_releases
from keko.data.schema import current
from keko.data.text import Text
from keko.intake import publication


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


def publish(chosen: Arguments) -> int:
    with writing(open_database()) as connection:
        version = publication.publish(connection, [chosen.release], at_this_machine(chosen.by))
    tell(
        chosen,
        {"release": chosen.release, "data_version": version},
        lambda answer: f"data version {answer['data_version']}",
    )
    return DONE


def discard(chosen: Arguments) -> int:
    with writing(open_database()) as connection:
        drafts.discard(connection, chosen.release, at_this_machine(chosen.by))
    tell(chosen, {"release": None, "discarded": chosen.release}, lambda answer: f"discarded {answer['discarded']}")
    return DONE


def rollback(chosen: Arguments) -> int:
    with writing(open_database()) as connection:
        provider = chosen.provider or _only_provider(connection, chosen.indicator)
        older = publication.rollback(connection, chosen.indicator, provider, at_this_machine(chosen.by))
    answer = {"indicator": chosen.indicator, "provider": provider, "release": older}
    tell(chosen, answer, lambda line: f"{line['indicator']}: release {line['release'] or '–'}")
    return DONE


def _only_provider(connection: sa.Connection, indicator: str) -> str:
    query = sa.select(current.c.provider).where(current.c.indicator == indicator)
    names: list[str] = [name for name in connection.execute(query).scalars() if name != DEMO]
    if len(names) != 1:
        raise WrongUse(
            f"{indicator}: " + (f"say whose with --provider: {', '.join(names)}" if names else "nothing is published")
        )
    return names[0]


def _told(release: Mapping[str, Any], chosen: Arguments) -> Answer:
    """A stored release with its source in the reader's language."""
    return {**release, "source": Text.of(release["source"]).within(language_of(chosen))}


def _release_line(release: Answer) -> str:
    what = f"{release['id']:5} {release['status']:10} {release['indicator']:40} {release['provider']:12}"
    return f"{what} {release['rows']:8} {release['published_at'] or ''}"
