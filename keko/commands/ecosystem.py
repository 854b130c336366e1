"""The register of actors and services: its template brought in, given out, and a change taken back."""

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    WrongUse,
    content,
    language_of,
    open_database,
    problem_lines,
    tell,
    write_file,
)
from keko.commands.service_register import import_file as import_services
from keko.config import settings
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.ecosystem.changes import undo
from keko.ecosystem.records import KINDS
from keko.ecosystem.store import read
from keko.exchange.ecosystem.known import known_names
from keko.exchange.ecosystem.plan import answer, look, publish
from keko.exchange.ecosystem.template import csv_bytes, workbook


def import_file(chosen: Arguments) -> int:
    """Look at a file and, where nothing is wrong and it is no dry run, do what it says as one change; JSON becomes drafts."""
    if chosen.file.suffix.lower() == ".json":
        return import_services(chosen)
    by, data = at_this_machine(chosen.by), content(chosen.file)
    with writing(open_database()) as connection:
        wanted = look(connection, chosen.file.name, data, settings().max_upload_mb * 1_000_000, by, chosen.whole)
        change = publish(connection, wanted, by) if wanted.may_be_published and not chosen.dry_run else None
    status = "rejected" if wanted.is_wrong else "dry-run" if chosen.dry_run else "published" if change else "unchanged"
    tell(chosen, {"status": status, "change": change, **answer(wanted, language_of(chosen))}, _as_text)
    return BAD_DATA if wanted.is_wrong else DONE


def export(chosen: Arguments) -> int:
    """Write the real records of the register."""
    if chosen.kind is not None and chosen.kind not in KINDS:
        raise WrongUse(f"No such kind: {chosen.kind}; there are {', '.join(KINDS)}.")
    if chosen.kind is None and chosen.out.suffix.lower() == ".csv":
        raise WrongUse("A CSV file holds one kind: say which with --kind, or write a workbook (.xlsx).")
    language = language_of(chosen)
    with open_database().connect() as connection:
        register, names = read(connection), known_names(connection)
    is_csv = chosen.kind is not None
    data = csv_bytes(register, chosen.kind, language) if is_csv else workbook(register, language, names)
    write_file(chosen.out, data)
    tell(chosen, {"file": str(chosen.out)}, lambda told: str(told["file"]))
    return DONE


def undo_change(chosen: Arguments) -> int:
    """Take a change set back."""
    with writing(open_database()) as connection:
        change = undo(connection, chosen.change, at_this_machine(chosen.by))
    tell(chosen, {"undone": chosen.change, "change": change}, lambda told: str(told["change"]))
    return DONE


def _as_text(told: Answer) -> str:
    counts = [f"{name:12} {len(told[name])}" for name in ("new", "changed", "gone")]
    facts = [f"{name:12} {told[name]}" for name in ("status", "change", "unchanged")]
    return "\n".join([*facts, *counts, *problem_lines(told["problems"])])
