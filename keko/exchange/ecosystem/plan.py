"""What a filled-in template would do to the register: what comes, changes and goes, and what is wrong; nothing is written."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from keko.config import Language
from keko.data.area_names import AreaNames
from keko.data.people import Person
from keko.data.problems import Problem, ProblemKind, Refused, errors
from keko.data.text import Text
from keko.ecosystem.checks import errors_of, twice, warnings_of
from keko.ecosystem.codes import KnownCodes, known_codes
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.naming import called_among
from keko.ecosystem.problems import at_field
from keko.ecosystem.records import Key, Kind, Record
from keko.ecosystem.register import Register, may_edit, referring
from keko.ecosystem.store import read, write
from keko.exchange.ecosystem.cells import CellReader
from keko.exchange.ecosystem.known import KnownNames, known_names
from keko.exchange.ecosystem.places import placed
from keko.exchange.ecosystem.sheets import Filled, read_filled
from keko.exchange.ecosystem.understanding import understand

NOT_YOURS = ProblemKind(
    "ecosystem-not-yours",
    "error",
    Text(
        "{kind} ”{name}” ei ole organisaatiosi eikä alueittesi: poista rivi tai jätä se ennalleen.",
        "{kind} ”{name}” hör inte till din organisation eller dina områden: ta bort raden eller låt den vara som förut.",
        "{kind} “{name}” is not of your organisation or areas: remove the row or leave it as it was.",
    ),
)
STILL_NEEDED = ProblemKind(
    "ecosystem-still-needed",
    "error",
    Text(
        "{kind} ”{name}” ei ole tiedostossa, mutta siihen viittaa yhä {other}.",
        "{kind} ”{name}” finns inte i filen, men {other} hänvisar fortfarande till den.",
        "{kind} “{name}” is not in the file, but {other} still refers to it.",
    ),
)


@dataclass(frozen=True)
class Plan:
    """By what happens the records of a file. `changed`: with the names of the fields that change; `gone`: as they are now.

    `seen`: by key the record as it was when this was made, which is asked again when it is written.
    """

    new: Sequence[Record]
    changed: Mapping[Key, tuple[Record, tuple[Text, ...]]]
    gone: Sequence[Record]
    unchanged: int
    problems: Sequence[Problem]
    seen: Mapping[Key, Record | None]

    @property
    def written(self) -> list[Record]:
        """What is written."""
        return [*self.new, *(record for record, _ in self.changed.values())]

    @property
    def is_wrong(self) -> bool:
        """Whether something is wrong that stops it."""
        return bool(errors(self.problems))

    @property
    def may_be_published(self) -> bool:
        """Whether there is something to do, and nothing is wrong."""
        return not self.is_wrong and bool(self.written or self.gone)


def refused(problems: Sequence[Problem]) -> Plan:
    """The plan of a file that cannot be read."""
    return Plan((), {}, (), 0, problems, {})


def look(connection: sa.Connection, name: str, data: bytes, max_bytes: int, by: Person, removing: bool = False) -> Plan:
    """The plan of a file: what is wrong with it is told in the plan, whatever it is."""
    try:
        filled = read_filled(name, data, max_bytes)
    except Refused as unread:
        return refused(unread.problems)
    return plan(filled, read(connection), known_codes(connection), known_names(connection), by, removing)


def publish(connection: sa.Connection, wanted: Plan, by: Person) -> int:
    """Do what a plan says as one change set, whose number is returned.

    Raises:
        NotAllowed, ChangedMeanwhile, Refused: as `keko.ecosystem.store.write`.
    """
    if wrong := errors(wanted.problems):
        raise Refused(wrong)
    return write(connection, wanted.written, by, wanted.seen, removed=[record.key for record in wanted.gone])


def plan(
    filled: Filled, register: Register, codes: KnownCodes, names: KnownNames, by: Person, removing: bool = False
) -> Plan:
    """What a filled-in template would do for `by`. `removing`: records of the file's kinds that `by` keeps and the file lacks go.

    Invented records are not there for a real one: they give way to it.
    """
    kept = register.real
    reader = CellReader(AreaNames(names.areas) if names.areas else None)
    understood = understand(filled.rows, kept.records, reader, names)
    records = [record for record, _ in understood.records]
    given = {record.key: record for record in records}
    missing = _missing(filled.kinds, given, kept, by) if removing else []
    would_be = kept.with_records({**given, **dict.fromkeys(record.key for record in missing)})
    differing = [record for record in records if kept.records.get(record.key) != record]
    same = [record for record in given.values() if kept.records.get(record.key) == record]
    at = {record.key: row for record, row in reversed(understood.records)}
    found = [
        *twice(records),
        *errors_of(list({record.key: record for record in differing}.values()), would_be, codes),
        *(replace(problem, severity="warning") for problem in errors_of(same, would_be, codes)),
        *warnings_of(differing),
        *_not_theirs(differing, kept, would_be, by),
    ]
    problems = [placed(problem, at[problem.facts["of"]]) for problem in found]
    changed = {
        record.key: (record, _fields(kept.records[record.key], record))
        for record in differing
        if record.key in kept.records
    }
    return Plan(
        new=[record for record in differing if record.key not in kept.records],
        changed=changed,
        gone=missing,
        unchanged=len(records) - len(differing),
        problems=[*understood.problems, *problems, *_still_needed(missing, would_be)],
        seen={key: kept.records.get(key) for key in [*given, *(record.key for record in missing)]},
    )


def _missing(kinds: Set[Kind], given: Mapping[Key, Record], kept: Register, by: Person) -> list[Record]:
    return [
        record
        for key, record in kept.records.items()
        if key[0] in kinds and key not in given and may_edit(by, record, kept.records)
    ]


def _not_theirs(
    differing: Sequence[Record], kept: Register, would_be: Mapping[Key, Record], by: Person
) -> list[Problem]:
    return [
        at_field(NOT_YOURS, record, "owner")
        for record in differing
        if not may_edit(by, record, would_be)
        or (record.key in kept.records and not may_edit(by, kept.records[record.key], kept.records))
    ]


def _still_needed(missing: Sequence[Record], would_be: Mapping[Key, Record]) -> list[Problem]:
    needing = referring(would_be.values())
    return [
        at_field(STILL_NEEDED, record, "id", other=called_among(needing[record.key][0], would_be))
        for record in missing
        if record.key in needing
    ]


def _fields(before: Record, after: Record) -> tuple[Text, ...]:
    return tuple(FIELDS[name] for name in type(after).model_fields if getattr(before, name) != getattr(after, name))


def answer(wanted: Plan, language: Language) -> dict[str, Any]:
    """`keko ecosystem import`: ids by what happens to them, and the problems."""
    return {
        "new": ["/".join(record.key) for record in wanted.new],
        "changed": ["/".join(key) for key in wanted.changed],
        "gone": ["/".join(record.key) for record in wanted.gone],
        "unchanged": wanted.unchanged,
        "problems": [problem.as_json(language) for problem in wanted.problems],
    }
