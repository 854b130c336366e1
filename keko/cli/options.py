"""Every command of `python -m keko`, with its arguments: a command is added here, and its function in `keko.commands`.

A function is named as "module.function", so that reading a command line loads none. An argument without a type is a name.
"""

import argparse
from functools import cache

from keko.cli.parsing import Commands, Declare, Parser, declaring
from keko.cli.values import day, event_kind, figure, note, path, whole, year
from keko.config import LANGUAGES
from keko.data.levels import LEVELS
from keko.exchange.forms import FORMS
from keko.segments.measures import MEASURES


@cache
def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = Parser(prog="python -m keko", description="KEKO, tilannehuone.")
    commands = top.add_subparsers(required=True, metavar="command")
    declare = declaring(commands)
    _installation(declare)
    writing = [
        _files(declare),
        _segments(declare, commands),
        *_sources(declare, commands),
        *_releases(declare),
        _boundaries(declare),
        *_agreements(declare),
        *_ecosystem(declare, commands),
        _keeping(declare),
    ]
    for command in writing:
        command.add_argument("--by", help="who does this; without sign-in, as they say it")
    _figures(declare)
    _texts(declare)
    return top


def _installation(declare: Declare) -> None:
    declare("init", "running.init", "make or renew tables, areas and catalogue")
    demo = declare("demo", "running.demo", "publish demo figures where there are none")
    demo.add_argument("--if-empty", action="store_true", help="only into a database without any figures")
    admin = declare("admin", "running.admin", "let the holder of an e-mail address sign in as an administrator")
    admin.add_argument("email", help="as the identity provider knows it")
    declare("serve", "running.serve", "start the dashboard").add_argument("--port", type=whole(1, 65_535))
    check = declare("check", "running.check", "database, areas, catalogue, disclosure")
    check.add_argument("--attack", action="store_true", help="try to infer hidden numbers")


def _files(declare: Declare) -> argparse.ArgumentParser:
    inspect = declare("inspect", "files.inspect_file", "what a file is, what it holds, what is wrong with it")
    bring_in = declare("import", "importing.import_file", "bring a file in as a draft, or publish it")
    for command in (inspect, bring_in):
        command.add_argument("file", type=path)
        command.add_argument("--mapping", type=path, help="what the file does not say (YAML)")
    bring_in.add_argument("--indicator")
    _delivery(bring_in)
    return bring_in


def _delivery(command: argparse.ArgumentParser) -> None:
    """How a delivery is brought in, and what is kept with its release."""
    command.add_argument("--provider", help="who delivers the rows; this installation itself where left out")
    command.add_argument("--dry-run", action="store_true")
    command.add_argument("--publish", action="store_true")
    for option in ("--note", "--permit", "--conditions"):
        command.add_argument(option, type=note, help="kept with the release")


def _segments(declare: Declare, commands: Commands) -> argparse.ArgumentParser:
    group = commands.add_parser("segments", help="population segments").add_subparsers(required=True, metavar="command")
    bring_in = declare("import", "segments.import_files", "bring a segment model in as a draft, or publish it", group)
    bring_in.add_argument("files", type=path, nargs="+", metavar="file")
    _delivery(bring_in)
    template = declare("template", "segments.write_template", "the workbook in which a model is delivered", group)
    template.add_argument("--out", type=path, required=True)
    show = declare("show", "segments.show", "models, one model, or its segments in areas", group)
    show.add_argument("model", nargs="?")
    show.add_argument("--area", action="append")
    decompose = declare("decompose", "segments.decompose_difference", "why two areas differ", group)
    for name in ("--model", "--area", "--benchmark"):
        decompose.add_argument(name, required=True)
    decompose.add_argument("--measure", choices=MEASURES, default="employment")
    for command in (show, decompose):
        command.add_argument("--year")
    return bring_in


def _sources(declare: Declare, commands: Commands) -> list[argparse.ArgumentParser]:
    fetch = commands.add_parser("fetch", help="fetch open figures from a source")
    group = fetch.add_subparsers(required=True, metavar="command")
    sotkanet = declare("sotkanet", "fetching.sotkanet", "indicators of THL's Sotkanet", group)
    sotkanet.add_argument("--indicator", type=whole(1), action="append", required=True, help="Sotkanet's own number")
    statfin = declare("statfin", "fetching.statfin", "tables of Statistics Finland's StatFin", group)
    statfin.add_argument("--table", action="append", required=True, help="for example vaerak/11ra.px")
    statfin.add_argument("--select", action="append", default=[], help="DIMENSION=code,code")
    statfin.add_argument("--indicator", help="the indicator of the catalogue that the figures are")
    everything = declare("all", "fetching.everything", "everything that assets/sources.yaml lists", group)
    everything.add_argument("--publish", action="store_true", help="not as drafts: published once checked")
    everything.add_argument("--missing", action="store_true", help="only what has no open figures yet")
    for command in (sotkanet, statfin):
        command.add_argument("--years", help="2015-2024")
    ptv = declare("ptv", "service_register.fetch", "services of the national service register, as drafts", group)
    ptv.add_argument("--area", required=True, help="whose municipalities the services are for")
    ptv.add_argument("--since", type=day, help="only what has changed since this day")
    return [sotkanet, statfin, everything, ptv]


def _releases(declare: Declare) -> list[argparse.ArgumentParser]:
    """The commands about releases; those that change something come back."""
    discard = declare("discard", "publishing.discard", "throw a draft away")
    discard.add_argument("release", type=whole(1))
    declare("releases", "releases.list_releases", "releases, newest first").add_argument("indicator", nargs="?")
    declare("show", "releases.show", "one release").add_argument("release", type=whole(1))
    publish = declare("publish", "publishing.publish", "publish a draft")
    publish.add_argument("release", type=whole(1))
    rollback = declare(
        "rollback", "publishing.rollback", "take back the current release of an indicator or a segment model"
    )
    rollback.add_argument("indicator", help="its id; of a segment model segments/ID")
    rollback.add_argument("--provider")
    return [discard, publish, rollback]


def _boundaries(declare: Declare) -> argparse.ArgumentParser:
    command = declare("boundaries", "mapping.boundaries", "bring boundaries of areas in, for the maps")
    origin = command.add_mutually_exclusive_group(required=True)
    origin.add_argument("file", type=path, nargs="?", help="GeoPackage, GeoJSON, TopoJSON, or a Shapefile in a zip")
    origin.add_argument("--statfi", type=year, metavar="YEAR", help="from Statistics Finland, 1:4 500 000")
    origin.add_argument("--back", action="store_true", help="return to the boundaries before")
    command.add_argument("--year", type=year, help="of the division into municipalities")
    command.add_argument("--key", help="the column of codes, where it is not found by itself")
    command.add_argument("--source", help="whom the map names as the publisher; the file's name where not said")
    command.add_argument("--licence")
    sea = command.add_mutually_exclusive_group()
    sea.add_argument("--keep-sea", action="store_true", help="areas as delivered (the default)")
    sea.add_argument("--clip-sea", type=path, nargs="?", const=True, metavar="LAND", help="land only; LAND: its shape")
    return command


def _keeping(declare: Declare) -> argparse.ArgumentParser:
    """Backups and packs; the command that tells others who made what comes back."""
    pack = declare("pack", "packing.pack", "write the published open releases as one file, for another installation")
    pack.add_argument("--indicator", action="append", help="only of these; of all where left out")
    backup = declare("backup", "keeping.back_up", "write the whole database as one file")
    restore = declare("restore", "keeping.bring_back", "bring a backup into an empty database, of either kind")
    verify = declare(
        "verify", "keeping.verify", "what a backup, a pack or a file taken along is, and whether it is whole"
    )
    for command in (pack, backup, restore, verify):
        command.add_argument("file", type=path)
    return pack


def _agreements(declare: Declare) -> list[argparse.ArgumentParser]:
    declare("targets", "agreed.list_targets", "what areas aim at")
    target = declare("target", "agreed.target", "set the target of an area, or take it away")
    target.add_argument("indicator")
    target.add_argument("--area", required=True)
    target.add_argument("--value", type=figure, help="in the indicator's unit")
    target.add_argument("--due", help="the period by which it is to be reached: 2027")
    target.add_argument("--since", help="the period from which it holds; this year where left out")
    declare("events", "agreed.list_events", "what happened: reforms and events")
    event = declare("event", "agreed.event", "add or change an event on the time line, or remove it")
    event.add_argument("id")
    event.add_argument("--day", type=day, help="2026-03-01")
    event.add_argument("--kind", type=event_kind, choices=["reform", "event"], default="event")
    event.add_argument("--area", action="append", default=[], help="whom it touched; all where left out")
    event.add_argument("--about", action="append", default=[], help="the indicators it touched; all where left out")
    action = _action(declare)
    for command in (event, action):
        for language in LANGUAGES:
            command.add_argument(f"--{language}", help="its name")
    for command in (target, event, action):
        command.add_argument("--remove", action="store_true")
    return [target, event, action]


def _action(declare: Declare) -> argparse.ArgumentParser:
    declare("actions", "actions.list_actions", "what has been undertaken, the late first")
    action = declare("action", "actions.action", "add an action, change what is given of it, or remove it")
    action.add_argument("id")
    action.add_argument("--owner", help="the organisation that answers, by its id")
    action.add_argument("--status", choices=["not started", "under way", "done", "dropped"])
    action.add_argument("--begins", type=day, help="2026-03-01")
    action.add_argument("--due", type=day, help="the day by which it is done")
    action.add_argument("--area", action="append", default=[], help="where")
    action.add_argument("--about", action="append", default=[], help="an indicator that it aims at")
    action.add_argument("--donor", action="append", default=[], help="an area that it is to be compared with")
    action.add_argument("--declared", type=day, help="the day on which these areas were chosen")
    clear = ("owner", "begins", "due", "about", "donor")
    action.add_argument("--clear", action="append", choices=clear, default=[], help="what it has no longer")
    return action


def _ecosystem(declare: Declare, commands: Commands) -> list[argparse.ArgumentParser]:
    """The register of actors and services; the commands that change it come back."""
    group = commands.add_parser("ecosystem", help="actors and services").add_subparsers(
        required=True, metavar="command"
    )
    bring_in = declare("import", "ecosystem.import_file", "bring the filled-in template in", group)
    bring_in.add_argument("file", type=path, help="XLSX, CSV of one kind, or JSON of the national service register")
    bring_in.add_argument("--area", help="of JSON: whose municipalities; the installation's own where left out")
    bring_in.add_argument("--dry-run", action="store_true")
    bring_in.add_argument("--whole", action="store_true", help="what the file's tables lack is removed")
    export = declare("export", "ecosystem.export", "the register as the template, filled in", group)
    export.add_argument("--out", type=path, required=True, help="XLSX, or CSV with --kind")
    export.add_argument("--kind", help="actor, service, method, offering, cooperation, obstacle or occasion")
    undo = declare("undo", "ecosystem.undo_change", "take a change of the register back", group)
    undo.add_argument("change", type=whole(1), help="its number, which import tells")
    return [bring_in, undo]


def _figures(declare: Declare) -> None:
    declare("areas", "figures.list_areas", "areas and their codes").add_argument("--level", choices=LEVELS)
    series = declare("series", "figures.series", "the series of an indicator")
    series.add_argument("indicator")
    series.add_argument("--area", action="append", required=True)
    series.add_argument("--sex", default="total", choices=["total", "male", "female"])
    series.add_argument("--age", default="total")
    series.add_argument("--breakdown", default="total")
    compare = declare("compare", "figures.compare_areas", "an area compared with a benchmark")
    compare.add_argument("--area", required=True)
    compare.add_argument("--benchmark", required=True)
    compare.add_argument("--indicator", action="append")
    export = declare("export", "exporting.export", "the published figures of an indicator as a file")
    export.add_argument("exported", metavar="indicator")
    export.add_argument("--format", choices=FORMS, required=True)
    export.add_argument("--out", type=path, required=True)
    export.add_argument("--provider", help="only what this one has delivered")


def _texts(declare: Declare) -> None:
    command = declare("texts", "texts.texts", "all texts in three languages for translators, and back")
    direction = command.add_mutually_exclusive_group(required=True)
    direction.add_argument("--out", type=path, metavar="FILE", help="write the workbook of all texts (XLSX)")
    direction.add_argument(
        "--in", type=path, dest="given_back", metavar="FILE", help="take a translated workbook back into the sources"
    )
