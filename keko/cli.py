"""`python -m keko …`: everything the pages do, from the same functions.

Exit 0 done, 1 bad data, 2 wrong use. `--json` prints exactly one JSON document on stdout; all else goes to stderr.
"""

import argparse
import json
import os
import sys
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Timer
from typing import Any

import sqlalchemy as sa
import uvicorn

from keko import health, installation
from keko.config import LANGUAGES, ROOT, Language, settings
from keko.data import areas as area_tables
from keko.data import releases
from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.engine import connect, is_set_up, writing
from keko.data.people import at_this_machine
from keko.data.schema import LEVELS, current
from keko.exchange import answers
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.comparison import compare
from keko.indicators.series import Question, read_series
from keko.intake.bring_in import Order, bring_in, refusal
from keko.intake.inspection import inspect
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.problems import Refused
from keko.intake.understand import understand

DONE, BAD_DATA, WRONG_USE = 0, 1, 2
BROWSER_SECONDS = 3.0
Arguments = argparse.Namespace


class WrongUse(Exception):
    """The command asks for something that is not there."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        chosen = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(chosen.run(chosen))
    except (WrongUse, releases.NoRelease) as wrong:
        return _stop(chosen, str(wrong), WRONG_USE)
    except Refused as refused:
        return _stop(chosen, refused.problems[0].message.within(_language(chosen)), BAD_DATA)
    except (releases.Conflict, releases.OutdatedDraft) as stopped:
        return _stop(chosen, str(stopped), BAD_DATA)
    except BrokenPipeError:
        return DONE


def _stop(chosen: Arguments, sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    if getattr(chosen, "json", False):
        print(json.dumps({"error": sentence}, ensure_ascii=False))
    return code


# --- what each command does ---------------------------------------------------------------------


def init(_: Arguments) -> int:
    installation.initialise(connect(settings().database_url))
    print("KEKO: tables, areas and catalogue are in place.", file=sys.stderr)
    return DONE


def demo(chosen: Arguments) -> int:
    engine = _engine()
    with engine.connect() as connection:
        if chosen.if_empty and releases.listed(connection):
            return DONE
    made = 0
    for made, name in enumerate(installation.fill_with_demo(engine, at_this_machine()), start=1):  # noqa: B007
        print(f"  {name}", file=sys.stderr)
    print(f"KEKO: demo figures of {made} indicators published ({installation.DEMO_SOURCE}).", file=sys.stderr)
    return DONE


def serve(chosen: Arguments) -> int:
    _engine()
    setting = settings()
    port = chosen.port or setting.port
    options = {
        "ADDRESS": setting.host,
        "PORT": port,
        "MAX_UPLOAD_SIZE": setting.max_upload_mb,
        "ALLOWED_HOSTS": setting.allowed_hosts.replace(",", " "),
    }
    os.environ.update({f"STREAMLIT_SERVER_{name}": str(value) for name, value in options.items() if value})
    os.chdir(ROOT)  # the server's other settings are read from the folder it starts in
    address = f"http://{setting.host}:{port}"
    print(f"KEKO: {address}", file=sys.stderr, flush=True)
    if sys.stdout.isatty():  # a person is there: the page opens once the server has had time to start
        Timer(BROWSER_SECONDS, webbrowser.open, [address]).start()
    # Not by `streamlit run`: its own listening socket waits for acknowledgements, which costs up to 40 ms a rerun.
    uvicorn.run("app:app", host=setting.host, port=port, access_log=False, log_level="warning", ws="websockets-sansio")
    return DONE


def inspect_file(chosen: Arguments) -> int:
    with _engine().connect() as connection:
        names, catalogue = AreaNames(area_tables.load(connection)), store.load(connection)
    limit = settings().max_upload_mb * 1_000_000
    found = inspect(
        _bytes(chosen.file),
        chosen.file.name,
        names,
        _mapping(chosen),
        list(catalogue.values()),
        _language(chosen),
        limit,
    )
    _print(chosen, found, _inspection_text)
    return BAD_DATA if any(one["severity"] == "error" for one in found["problems"]) else DONE


def import_file(chosen: Arguments) -> int:
    engine = _engine()
    with engine.connect() as connection:
        areas, catalogue = area_tables.load(connection), store.load(connection)
    if chosen.indicator:
        _known([chosen.indicator], catalogue)
    data = _bytes(chosen.file)
    try:
        order = Order(chosen.provider, at_this_machine(), _mapping(chosen), chosen.publish, chosen.dry_run)
        limit = settings().max_upload_mb * 1_000_000
        understood = understand(
            data, chosen.file.name, AreaNames(areas), list(catalogue.values()), order.mapping, chosen.indicator, limit
        )
        outcome = bring_in(engine, understood, data, areas, order)
    except Refused as refused:
        outcome = refusal(refused)
    _print(chosen, answers.import_answer(outcome, _language(chosen)), _import_text)
    return BAD_DATA if outcome.status == "rejected" else DONE


def list_releases(chosen: Arguments) -> int:
    with _engine().connect() as connection:
        found = releases.listed(connection, chosen.indicator)
    _print(chosen, {"releases": found}, lambda answer: "\n".join(_release_line(one) for one in answer["releases"]))
    return DONE


def show(chosen: Arguments) -> int:
    with _engine().connect() as connection:
        found = dict(releases.get(connection, chosen.release))
    _print(
        chosen,
        found,
        lambda answer: "\n".join(f"{name:14} {value}" for name, value in answer.items() if value is not None),
    )
    return DONE


def publish(chosen: Arguments) -> int:
    with writing(_engine()) as connection:
        version = releases.publish(connection, [chosen.release], at_this_machine())
    _print(
        chosen,
        {"release": chosen.release, "data_version": version},
        lambda answer: f"data version {answer['data_version']}",
    )
    return DONE


def rollback(chosen: Arguments) -> int:
    with writing(_engine()) as connection:
        _known([chosen.indicator], store.load(connection))
        provider = chosen.provider or _only_provider(connection, chosen.indicator)
        older = releases.rollback(connection, chosen.indicator, provider, at_this_machine())
    answer = {"indicator": chosen.indicator, "provider": provider, "release": older}
    _print(chosen, answer, lambda one: f"{one['indicator']}: release {one['release'] or '–'}")
    return DONE


def list_areas(chosen: Arguments) -> int:
    with _engine().connect() as connection:
        answer = answers.areas_answer(area_tables.load(connection), chosen.level)
    language = _language(chosen)
    _print(chosen, answer, lambda all_: "\n".join(f"{one['code']:6} {one['name'][language]}" for one in all_["areas"]))
    return DONE


def series(chosen: Arguments) -> int:
    with _engine().connect() as connection:
        areas = area_tables.load(connection)
        item = _known([chosen.indicator], store.load(connection))[0]
        codes = [_area(areas, text) for text in chosen.area]
        question = Question(chosen.sex, chosen.age, chosen.breakdown)
        found = read_series(connection, [item.id], codes, question)
    answer = answers.series_answer(item, [found[item.id, code] for code in codes], areas, _language(chosen))
    _print(chosen, answer, _series_text)
    return DONE


def compare_areas(chosen: Arguments) -> int:
    with _engine().connect() as connection:
        areas = area_tables.load(connection)
        catalogue = store.load(connection)
        area, benchmark = _area(areas, chosen.area), _area(areas, chosen.benchmark)
        items = _known(chosen.indicator, catalogue) if chosen.indicator else list(catalogue.values())
        found = read_series(connection, [item.id for item in items], [area, benchmark])
    pairs = [(item, found[item.id, area], found[item.id, benchmark]) for item in items]
    asked = bool(chosen.indicator)
    made = [compare(item, own, other, areas) for item, own, other in pairs if asked or own.points or other.points]
    _print(chosen, answers.comparison_answer(area, benchmark, made), _comparison_text)
    return DONE


def check(chosen: Arguments) -> int:
    found = health.check(connect(settings().database_url))
    answer = {"ok": all(one.ok for one in found), "checks": [one.__dict__ for one in found]}
    _print(
        chosen,
        answer,
        lambda all_: "\n".join(
            f"{'ok ' if one['ok'] else 'NOT'} {one['name']}: {one['detail']}" for one in all_["checks"]
        ),
    )
    return DONE if answer["ok"] else BAD_DATA


# --- what they share ----------------------------------------------------------------------------


def _engine() -> sa.Engine:
    engine = connect(settings().database_url)
    if not is_set_up(engine):
        raise WrongUse("The database is not set up: run `python -m keko init` first.")
    return engine


def _language(chosen: Arguments) -> Language:
    return chosen.language or settings().language


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror}") from error


def _mapping(chosen: Arguments) -> Mapping:
    if chosen.mapping is None:
        return Mapping()
    return read_mapping(_bytes(chosen.mapping).decode("utf-8", "replace"))


def _known(ids: Sequence[str], catalogue: dict[str, Indicator]) -> list[Indicator]:
    missing = [id_ for id_ in ids if id_ not in catalogue]
    if missing:
        raise WrongUse(f"No such indicator: {', '.join(missing)}")
    return [catalogue[id_] for id_ in ids]


def _area(areas: Areas, text: str) -> str:
    found = AreaNames(areas).match(text)
    if found.code is None:
        options = ", ".join(
            f"{code} ({areas[code].name.fi}, {areas[code].level})" for code in found.candidates if code in areas
        )
        raise WrongUse(f"{text}: which of {options}?" if options else f"No such area: {text}")
    return found.code


def _only_provider(connection: sa.Connection, indicator: str) -> str:
    query = sa.select(current.c.provider).where(current.c.indicator == indicator)
    names: list[str] = [name for name in connection.execute(query).scalars() if name != releases.DEMO]
    if len(names) != 1:
        raise WrongUse(
            f"{indicator}: " + (f"say whose with --provider: {', '.join(names)}" if names else "nothing is published")
        )
    return names[0]


def _print(chosen: Arguments, answer: dict[str, Any], as_text: Callable[[dict[str, Any]], str]) -> None:
    print(json.dumps(answer, ensure_ascii=False, default=str) if chosen.json else as_text(answer))


# --- how answers read without --json --------------------------------------------------------------


def _problem_lines(problems: list[dict[str, Any]]) -> list[str]:
    return [f"{one['severity']:8} {one['code']}: {one['message']}" for one in problems]


def _inspection_text(found: dict[str, Any]) -> str:
    facts = [
        f"{name:12} {found[name]}"
        for name in ("file", "format", "encoding", "delimiter", "decimal", "layout", "areas", "periods", "values")
    ]
    columns = [f"  {one['role']:12} {one['name']}" for one in found["columns"][:40]]
    return "\n".join([*facts, "columns", *columns, *_problem_lines(found["problems"])])


def _import_text(answer: dict[str, Any]) -> str:
    facts = [
        f"{name:12} {answer[name]}" for name in ("status", "release", "indicators", "rows", "difference", "hidden")
    ]
    return "\n".join([*facts, *_problem_lines(answer["problems"])])


def _release_line(one: dict[str, Any]) -> str:
    return f"{one['id']:5} {one['status']:10} {one['indicator']:40} {one['provider']:12} {one['rows']:8} {one['published_at'] or ''}"


def _series_text(answer: dict[str, Any]) -> str:
    lines = [f"{answer['name']} ({answer['unit']})"]
    if answer["is_demo"]:
        lines.append(installation.DEMO_SOURCE)
    for area in answer["areas"]:
        lines.append(area["name"])
        lines += [
            f"  {point['period']:8} {'–' if point['value'] is None else point['value']!s:>20}  {point['explanation']}"
            for point in area["points"]
        ]
    return "\n".join(lines)


def _comparison_text(answer: dict[str, Any]) -> str:
    lines = [
        f"{one['indicator']:44} {one['period'] or '–':8} {one['verdict']}"
        + (f" ({one['reason']})" if one["reason"] else "")
        for one in answer["comparisons"]
    ]
    return "\n".join(
        [*lines, f"{answer['made']} compared; {answer['expected_by_chance']} would differ by chance alone"]
    )


# --- the commands ---------------------------------------------------------------------------------


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="python -m keko", description="KEKO, tilannehuone.")
    commands = top.add_subparsers(required=True, metavar="command")

    def command(name: str, run: Callable[[Arguments], int], help_: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_)
        made.set_defaults(run=run, mapping=None, indicator=None)
        made.add_argument("--json", action="store_true", help="one JSON document on stdout")
        made.add_argument("--language", choices=LANGUAGES, help="language of the sentences")
        return made

    command("init", init, "make or renew tables, areas and catalogue")
    invented = command("demo", demo, "publish demo figures where there are none")
    invented.add_argument("--if-empty", action="store_true", help="only into a database without any figures")
    command("serve", serve, "start the dashboard").add_argument("--port", type=int)

    looked_at = command("inspect", inspect_file, "what a file is, what it holds, what is wrong with it")
    brought = command("import", import_file, "bring a file in as a draft, or publish it")
    for one in (looked_at, brought):
        one.add_argument("file", type=Path)
        one.add_argument("--mapping", type=Path, help="what the file does not say (YAML)")
    brought.add_argument("--indicator")
    brought.add_argument("--provider", default=releases.LOCAL, help="who delivers the rows")
    brought.add_argument("--dry-run", action="store_true")
    brought.add_argument("--publish", action="store_true")

    command("releases", list_releases, "releases, newest first").add_argument("indicator", nargs="?")
    command("show", show, "one release").add_argument("release", type=int)
    command("publish", publish, "publish a draft").add_argument("release", type=int)
    back = command("rollback", rollback, "take back the current release of an indicator")
    back.add_argument("indicator")
    back.add_argument("--provider")

    command("areas", list_areas, "areas and their codes").add_argument("--level", choices=LEVELS)
    asked = command("series", series, "the series of an indicator")
    asked.add_argument("indicator")
    asked.add_argument("--area", action="append", required=True)
    asked.add_argument("--sex", default="total", choices=["total", "male", "female"])
    asked.add_argument("--age", default="total")
    asked.add_argument("--breakdown", default="total")
    beside = command("compare", compare_areas, "an area beside a benchmark")
    beside.add_argument("--area", required=True)
    beside.add_argument("--benchmark", required=True)
    beside.add_argument("--indicator", action="append")
    command("check", check, "database, areas, catalogue, disclosure")
    return top
