"""`python -m keko …`: everything the pages do, from the same functions.

Exit 0 done, 1 bad data, 2 wrong use. `--json` prints exactly one JSON document on stdout; all else goes to stderr.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from keko.commands import (
    BAD_DATA,
    DONE,
    WRONG_USE,
    Arguments,
    WrongUse,
    agreed,
    fetching,
    figures,
    files,
    language_of,
    mapping,
    publishing,
    running,
    segments,
)
from keko.config import LANGUAGES
from keko.data.geometry import NoBoundaries
from keko.data.problems import Refused
from keko.data.providers import LOCAL
from keko.data.publishing import Conflict, NeedsApproval, OutdatedDraft
from keko.data.releases import NoRelease
from keko.data.schema import LEVELS
from keko.segments.models import MEASURES
from keko.sources.boundaries import SCHEMATIC


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        chosen = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(chosen.run(chosen))
    except (WrongUse, NoRelease, NeedsApproval, NoBoundaries) as wrong:
        return _stop(chosen, str(wrong), WRONG_USE)
    except Refused as refused:
        return _stop(chosen, refused.problems[0].message.within(language_of(chosen)), BAD_DATA)
    except (Conflict, OutdatedDraft) as stopped:
        return _stop(chosen, str(stopped), BAD_DATA)
    except BrokenPipeError:
        return DONE


def _stop(chosen: Arguments, sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    if getattr(chosen, "json", False):
        print(json.dumps({"error": sentence}, ensure_ascii=False))
    return code


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _sources(
    command: Callable[..., argparse.ArgumentParser], commands: Commands
) -> tuple[argparse.ArgumentParser, ...]:
    fetched = commands.add_parser("fetch", help="fetch open figures from a source, as drafts").add_subparsers(
        required=True
    )
    thl = command("sotkanet", fetching.sotkanet, "indicators of THL's Sotkanet", fetched)
    thl.add_argument("--indicator", type=int, action="append", required=True, help="Sotkanet's own number")
    statistics = command("statfin", fetching.statfin, "tables of Statistics Finland's StatFin", fetched)
    statistics.add_argument("--table", action="append", required=True, help="for example vaerak/11ra.px")
    statistics.add_argument("--select", action="append", default=[], help="DIMENSION=code,code")
    statistics.add_argument("--indicator", help="the indicator of the catalogue that the figures are")
    whole = command("all", fetching.everything, "everything that assets/sources.yaml lists", fetched)
    for source in (thl, statistics):
        source.add_argument("--years", help="2015-2024")
    return thl, statistics, whole


def _agreements(command: Callable[..., argparse.ArgumentParser]) -> None:
    command("targets", agreed.list_targets, "what areas aim at")
    aimed = command("target", agreed.target, "set the target of an area, or take it away")
    aimed.add_argument("indicator")
    aimed.add_argument("--area", required=True)
    aimed.add_argument("--value", type=float, help="in the indicator's unit")
    aimed.add_argument("--due", help="the period by which it is to be reached: 2027")
    aimed.add_argument("--since", help="the period from which it holds; this year where left out")
    command("events", agreed.list_events, "what happened: reforms, events, actions")
    happened = command("event", agreed.event, "add or change an event on the time line, or remove it")
    happened.add_argument("id")
    happened.add_argument("--day", type=date.fromisoformat, help="2026-03-01")
    happened.add_argument("--kind", choices=["reform", "event", "action"], default="event")
    for language in LANGUAGES:
        happened.add_argument(f"--{language}", help="its name")
    happened.add_argument("--area", action="append", default=[], help="whom it touched; all where left out")
    happened.add_argument("--about", action="append", default=[], help="the indicators it touched; all where left out")
    happened.add_argument("--donor", action="append", default=[], help="an area that an action is to be compared with")
    happened.add_argument("--declared", type=date.fromisoformat, help="the day on which these areas were chosen")
    for edited in (aimed, happened):
        edited.add_argument("--remove", action="store_true")
        edited.add_argument("--by", help="who does this; without sign-in, as they say it")


def _boundaries(command: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    drawn = command("boundaries", mapping.boundaries, "bring boundaries of areas in, for the maps")
    place = drawn.add_mutually_exclusive_group(required=True)
    place.add_argument("file", type=Path, nargs="?", help="GeoPackage, GeoJSON, TopoJSON, or a Shapefile in a zip")
    place.add_argument("--statfi", type=int, metavar="YEAR", help="from Statistics Finland, 1:4 500 000")
    place.add_argument("--back", action="store_true", help="return to the boundaries before")
    drawn.add_argument("--year", type=int, help="of the division into municipalities")
    drawn.add_argument("--key", help="the column of codes, where it is not found by itself")
    drawn.add_argument("--source", help="whom the map names as the publisher; the file's name where not said")
    drawn.add_argument("--licence", default="")
    sea = drawn.add_mutually_exclusive_group()
    sea.add_argument("--keep-sea", action="store_true", help="areas as delivered (the default)")
    sea.add_argument(
        "--clip-sea", type=Path, nargs="?", const=SCHEMATIC, metavar="LAND", help="land only; LAND: its shape"
    )
    return drawn


def _segments(command: Callable[..., argparse.ArgumentParser], commands: Commands) -> argparse.ArgumentParser:
    among = commands.add_parser("segments", help="population segments").add_subparsers(required=True)
    brought = command("import", segments.import_files, "bring a segment model in as a draft, or publish it", among)
    brought.add_argument("files", type=Path, nargs="+", metavar="file")
    _delivered(brought)
    made = command("template", segments.write_template, "the workbook in which a model is delivered", among)
    made.add_argument("--out", type=Path, required=True)
    shown = command("show", segments.show, "models, one model, or its segments in areas", among)
    shown.add_argument("model", nargs="?")
    shown.add_argument("--area", action="append")
    parted = command("decompose", segments.decompose_difference, "why two areas differ", among)
    for name in ("--model", "--area", "--benchmark"):
        parted.add_argument(name, required=True)
    parted.add_argument("--measure", choices=MEASURES, default="employment")
    for one in (shown, parted):
        one.add_argument("--year")
    return brought


def _delivered(brought: argparse.ArgumentParser) -> None:
    """How a delivery is brought in, and what is kept with its release."""
    brought.add_argument("--provider", default=LOCAL, help="who delivers the rows")
    brought.add_argument("--dry-run", action="store_true")
    brought.add_argument("--publish", action="store_true")
    for told in ("--note", "--permit", "--conditions"):
        brought.add_argument(told, help="kept with the release")


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="python -m keko", description="KEKO, tilannehuone.")
    commands = top.add_subparsers(required=True, metavar="command")

    def command(
        name: str,
        run: Callable[[Arguments], int],
        help_: str,
        among: "Commands | None" = None,
    ) -> argparse.ArgumentParser:
        made = (among or commands).add_parser(name, help=help_)
        made.set_defaults(run=run, mapping=None, indicator=None)
        made.add_argument("--json", action="store_true", help="one JSON document on stdout")
        made.add_argument("--language", choices=LANGUAGES, help="language of the sentences")
        return made

    command("init", running.init, "make or renew tables, areas and catalogue")
    invented = command("demo", running.demo, "publish demo figures where there are none")
    invented.add_argument("--if-empty", action="store_true", help="only into a database without any figures")
    command("serve", running.serve, "start the dashboard").add_argument("--port", type=int)

    looked_at = command("inspect", files.inspect_file, "what a file is, what it holds, what is wrong with it")
    brought = command("import", files.import_file, "bring a file in as a draft, or publish it")
    for one in (looked_at, brought):
        one.add_argument("file", type=Path)
        one.add_argument("--mapping", type=Path, help="what the file does not say (YAML)")
    brought.add_argument("--indicator")
    _delivered(brought)

    model = _segments(command, commands)
    sources = _sources(command, commands)
    discarded = command("discard", publishing.discard, "throw a draft away")
    discarded.add_argument("release", type=int)
    command("releases", publishing.list_releases, "releases, newest first").add_argument("indicator", nargs="?")
    command("show", publishing.show, "one release").add_argument("release", type=int)
    published = command("publish", publishing.publish, "publish a draft")
    published.add_argument("release", type=int)
    back = command("rollback", publishing.rollback, "take back the current release of an indicator or a segment model")
    back.add_argument("indicator", help="its id; of a segment model segments/ID")
    back.add_argument("--provider")
    drawn = _boundaries(command)
    for written in (brought, model, published, discarded, back, drawn, *sources):
        written.add_argument("--by", help="who does this; without sign-in, as they say it")

    _agreements(command)
    command("areas", figures.list_areas, "areas and their codes").add_argument("--level", choices=LEVELS)
    asked = command("series", figures.series, "the series of an indicator")
    asked.add_argument("indicator")
    asked.add_argument("--area", action="append", required=True)
    asked.add_argument("--sex", default="total", choices=["total", "male", "female"])
    asked.add_argument("--age", default="total")
    asked.add_argument("--breakdown", default="total")
    beside = command("compare", figures.compare_areas, "an area beside a benchmark")
    beside.add_argument("--area", required=True)
    beside.add_argument("--benchmark", required=True)
    beside.add_argument("--indicator", action="append")
    command("check", running.check, "database, areas, catalogue, disclosure")
    return top
