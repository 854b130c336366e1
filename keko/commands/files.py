"""Files: what one is, and what is known and said of it."""

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    content,
    language_of,
    open_database,
    problem_lines,
    tell,
)
from keko.config import settings
from keko.data import areas as area_tables
from keko.indicators import store
from keko.intake.inspection import inspect
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.packs.manifest import is_pack
from keko.intake.workbench import Bench, look


def inspect_file(chosen: Arguments) -> int:
    data = content(chosen.file)
    if is_pack(data):
        from keko.commands.packing import inspect_pack

        return inspect_pack(chosen, data)
    here = bench()
    looked = look(here, data, chosen.file.name, mapping(chosen))
    answer = inspect(data, looked.file_name, looked.steps, looked.problems, here.areas, language_of(chosen))
    tell(chosen, answer, _inspection_text)
    return BAD_DATA if any(problem["severity"] == "error" for problem in answer["problems"]) else DONE


def bench() -> Bench:
    """What the database knows that files are understood with."""
    engine = open_database()
    with engine.connect() as connection:
        areas, catalogue = area_tables.load(connection), store.load(connection)
    return Bench(engine, areas, catalogue, settings().max_upload_mb * 1_000_000)


def mapping(chosen: Arguments) -> Mapping:
    """What was said of the file."""
    if chosen.mapping is None:
        return Mapping()
    return read_mapping(content(chosen.mapping).decode("utf-8", "replace"))


def _inspection_text(answer: Answer) -> str:
    facts = [
        f"{name:12} {answer[name]}"
        for name in ("file", "format", "encoding", "delimiter", "decimal", "layout", "areas", "periods", "values")
    ]
    columns = [f"  {column['role']:12} {column['name']}" for column in answer["columns"][:40]]
    return "\n".join([*facts, "columns", *columns, *problem_lines(answer["problems"])])
