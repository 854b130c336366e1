"""Services from the national service register (PTV): fetched, or read from a file, as drafts that a person matches."""

import sys
from collections.abc import Callable

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    WrongUse,
    area_code,
    language_of,
    open_database,
    problem_lines,
    tell,
)
from keko.config import settings
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.drafts import keep, known_ids
from keko.ecosystem.found import Status
from keko.sources.from_ptv import fetch as fetch_services
from keko.sources.http import Http
from keko.sources.ptv_found import Looked, read_file
from keko.sources.ptv_problems import FILE_TOO_LARGE
from keko.sources.settings import source_settings

_LARGEST = 2_000  # MB of a file


def fetch(chosen: Arguments) -> int:
    """Fetch the services of an area."""
    engine = open_database()
    with engine.connect() as connection:
        areas, known = area_tables.load(connection), known_ids(connection)
    area = area_code(areas, chosen.area)
    try:
        fetched = fetch_services(Http(), source_settings(), areas, area, known, chosen.since, _progress(chosen))
    except Refused as refused:
        return _tell_refused(chosen, area, refused)
    return _keep(chosen, area, fetched.looked, fetched.ended)


def import_file(chosen: Arguments) -> int:
    """Read a file of services; with a dry run nothing is kept."""
    if chosen.whole:
        raise WrongUse("--whole is for the filled-in template: services of the national register come as drafts.")
    with open_database().connect() as connection:
        areas = area_tables.load(connection)
    area = area_code(areas, chosen.area or settings().area)
    try:
        looked = _look(chosen, areas, area)
    except Refused as refused:
        return _tell_refused(chosen, area, refused)
    return _keep(chosen, area, looked, {})


def _look(chosen: Arguments, areas: Areas, area: str) -> Looked:
    try:
        if not chosen.file.is_file():
            raise WrongUse(f"{chosen.file}: not a file")
        size = chosen.file.stat().st_size // 1_000_000
        if size > _LARGEST:
            raise Refused([FILE_TOO_LARGE.at(seen=size, limit=_LARGEST)])
        with chosen.file.open("rb") as file:
            return read_file(file, areas, area, _progress(chosen))
    except OSError as error:
        raise WrongUse(f"{chosen.file}: {error.strerror}") from error


def _keep(chosen: Arguments, area: str, looked: Looked, ended: dict[str, Status]) -> int:
    is_trial = getattr(chosen, "dry_run", False)
    counts: dict[str, int] = {}
    if not is_trial:
        with writing(open_database()) as connection:
            kept = keep(connection, looked.found, at_this_machine(chosen.by), area, ended)
        counts = {str(name): count for name, count in kept.items()}
    problems = [problem.as_json(language_of(chosen)) for problem in looked.problems]
    status = "dry-run" if is_trial else "drafts"
    answer: Answer = {"status": status, "area": area, "services": len(looked.found), **counts, "problems": problems}
    tell(chosen, answer, _as_text)
    return DONE


def _tell_refused(chosen: Arguments, area: str, refused: Refused) -> int:
    problems = [problem.as_json(language_of(chosen)) for problem in refused.problems]
    tell(chosen, {"status": "rejected", "area": area, "services": 0, "problems": problems}, _as_text)
    return BAD_DATA


def _progress(chosen: Arguments) -> Callable[[Text], None]:
    language = language_of(chosen)
    return lambda step: print(step.within(language), file=sys.stderr)


def _as_text(answer: Answer) -> str:
    facts = [f"{name:12} {value}" for name, value in answer.items() if name != "problems" and value is not None]
    return "\n".join([*facts, *problem_lines(answer["problems"])])
