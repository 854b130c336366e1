"""Changing what is published: a draft comes out or goes away, an older release comes back."""

import sqlalchemy as sa

from keko.commands import DONE, Arguments, WrongUse, open_database, tell
from keko.data import drafts
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.providers import DEMO
from keko.data.schema import current
from keko.intake import publication


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
