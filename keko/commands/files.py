"""Files: what one is, and bringing one in."""

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    content,
    known,
    language_of,
    open_database,
    problem_lines,
    shown_progress,
    tell,
)
from keko.config import settings
from keko.data import areas as area_tables
from keko.data.people import at_this_machine
from keko.data.providers import LOCAL
from keko.exchange import answers
from keko.indicators import store
from keko.intake.inspection import inspect
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.release.consequences import watched
from keko.intake.release.order import Order
from keko.intake.workbench import Bench, bring, look


def inspect_file(chosen: Arguments) -> int:
    bench, data = _bench(), content(chosen.file)
    looked = look(bench, data, chosen.file.name, _mapping(chosen))
    answer = inspect(data, looked.file_name, looked.steps, looked.problems, bench.areas, language_of(chosen))
    tell(chosen, answer, _inspection_text)
    return BAD_DATA if any(problem["severity"] == "error" for problem in answer["problems"]) else DONE


def import_file(chosen: Arguments) -> int:
    bench, setting, provider = _bench(), settings(), chosen.provider or LOCAL
    if chosen.indicator:
        known([chosen.indicator], dict(bench.catalogue))
    data = content(chosen.file)
    looked = look(bench, data, chosen.file.name, _mapping(chosen), chosen.indicator, provider)
    order = Order(
        provider,
        at_this_machine(chosen.by),
        publish=chosen.publish,
        dry_run=chosen.dry_run,
        note=chosen.note,
        permit=chosen.permit,
        conditions=chosen.conditions,
        watch=tuple(watched(bench.areas, setting.area, setting.benchmark)),
    )
    outcome = bring(bench, looked, data, order, shown_progress())
    tell(chosen, answers.import_answer(outcome, language_of(chosen)), _import_text)
    return BAD_DATA if outcome.status == "rejected" else DONE


def _bench() -> Bench:
    engine = open_database()
    with engine.connect() as connection:
        areas, catalogue = area_tables.load(connection), store.load(connection)
    return Bench(engine, areas, catalogue, settings().max_upload_mb * 1_000_000)


def _mapping(chosen: Arguments) -> Mapping:
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


def _import_text(answer: Answer) -> str:
    facts = [
        f"{name:12} {answer[name]}" for name in ("status", "release", "indicators", "rows", "difference", "hidden")
    ]
    turned = [
        f"{consequence['indicator']} {consequence['area']} – {consequence['benchmark']}: {consequence['before']} → {consequence['after']}"
        for consequence in answer["consequences"]
    ]
    return "\n".join([*facts, answer["accounting"]["line"], *problem_lines(answer["problems"]), *turned])
