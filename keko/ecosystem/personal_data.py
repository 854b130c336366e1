"""Free text of records holds no personal data (keko.data.personal_data): which of their fields are free text."""

from collections.abc import Iterator

from keko.data.personal_data import kinds_in
from keko.data.problems import Problem
from keko.data.text import Text
from keko.ecosystem.problems import at_field
from keko.ecosystem.records import Record

# An organisation's own, and authors of what is published, which may be called after a person.
_NAMED_BY_NATURE = frozenset({"address", "website", "switchboard", "source"})


def problems_of(record: Record) -> Iterator[Problem]:
    """What of personal data the fields of a record hold, each field and kind once; the data itself is not repeated."""
    for field, texts in _texts(record).items():
        for kind in kinds_in(texts, may_name=field in _NAMED_BY_NATURE):
            yield at_field(kind, record, field)


def _texts(record: Record) -> dict[str, set[str]]:
    """The texts that somebody has written, by field; codes and ids that are chosen are none."""
    values = {field: getattr(record, field) for field in type(record).model_fields}
    texts = {field: {part for part in value if part} for field, value in values.items() if isinstance(value, Text)}
    written = {"id", "address", "website", "switchboard", "source"}
    return texts | {field: {values[field]} for field in written & values.keys() if values[field]}
