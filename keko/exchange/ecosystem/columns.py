"""The columns of the register's template: a column for each field of a kind, and for words one in each language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from keko.config import LANGUAGES, Language
from keko.data.area_names import folded
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.records import KINDS, Kind
from keko.words.ecosystem_register import IN_LANGUAGE

TEXTS = ("name", "what", "for_whom", "how")  # fields that hold words in three languages


@dataclass(frozen=True)
class Column:
    """A field, or its words in one language. `required`: a row has to fill it."""

    field: str
    part: Language | None
    title: Text
    required: bool


@cache
def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns of a kind, in the order of its fields."""
    return tuple(
        Column(field, part, _title(field, part), info.is_required() and field != "id" and part in {None, "fi"})
        for field, info in KINDS[kind].model_fields.items()
        for part in (LANGUAGES if field in TEXTS else (None,))
    )


def recognised(kind: Kind, heads: Sequence[str]) -> list[Column | None]:
    """Which column of the kind each heading is, in whatever language; None for a heading that is none."""
    titles = {folded(title): column for column in columns_of(kind) for title in column.title}
    titles |= {folded(column.field): column for column in columns_of(kind) if column.part in {None, "fi"}}
    return [titles.get(folded(head)) for head in heads]


def kind_of(heads: Sequence[str]) -> Kind | None:
    """The kind that has all these headings and what it needs among them; None where there is none."""
    fitting = [kind for kind in KINDS if _fits(kind, heads)]
    return min(fitting, key=lambda kind: len(columns_of(kind)), default=None)


def _fits(kind: Kind, heads: Sequence[str]) -> bool:
    found = recognised(kind, heads)
    return None not in found and {column for column in columns_of(kind) if column.required} <= set(found)


def _title(field: str, part: Language | None) -> Text:
    if part is None:
        return FIELDS[field]
    return Text(*(IN_LANGUAGE[part].within(language, field=FIELDS[field]) for language in LANGUAGES))
