"""What the forms of the register choose from, read once for a data version."""

from collections import Counter

from keko.data.text import Text
from keko.ecosystem.codes import KnownCodes, known_codes
from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.naming import called_among
from keko.ecosystem.records import Key, Record
from keko.ecosystem.register import Register, may_edit, owner_of
from keko.ui import loads
from keko.ui.ecosystem import queries
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.session import Visit


@kept(2)
def real(version: DataVersion) -> Register:
    """The records that are not invented: only these are kept by anybody."""
    return queries.register(version).real


@kept(2)
def codes(version: DataVersion) -> KnownCodes:
    """The codes that records may hold."""
    with loads.engine().connect() as connection:
        return known_codes(connection)


def own(visit: Visit) -> dict[Key, Record]:
    """The real records that whoever asks may edit."""
    records = real(visit.version).records
    return {key: record for key, record in records.items() if may_edit(visit.person, record, records)}


@kept(2)
def _groups(version: DataVersion) -> dict[tuple[str, str], Text]:
    """The names of groups, by model and code."""
    models = loads.segment_models(version)
    return {(id_, group.code): group.names for id_, known in models.items() for group in known.model.segments}


def called(record: Record, visit: Visit) -> str:
    """What to call a record."""
    records = queries.register(visit.version).records
    return called_among(record, records, _groups(visit.version)).within(visit.view.language)


def named(keys: dict[Key, Record], visit: Visit) -> dict[str, str]:
    """Id and name, in the order of the names; whose each is where several are called the same."""
    names = {key[1]: called(record, visit) for key, record in keys.items()}
    counts = Counter(names.values())
    for id_, record in ((key[1], record) for key, record in keys.items()):
        if counts[names[id_]] > 1:
            names[id_] = f"{names[id_]} ({_whose(record, id_, visit)})"
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def _whose(record: Record, id_: str, visit: Visit) -> str:
    """What to call who keeps a record; its id where nobody does."""
    records = queries.register(visit.version).records
    keeper = records.get(("actor", owner_of(record, records) or ""))
    return called(keeper, visit) if keeper else id_


def told(record: object, visit: Visit) -> str:
    """A record as it was found when it was to be saved."""
    if not isinstance(record, Record):
        return ""
    return f"{KIND_NAMES[record.kind].within(visit.view.language)} {called(record, visit)}"
