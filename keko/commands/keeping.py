"""What is kept and what travels: backups of the whole database, packs of open figures."""

from collections.abc import Sequence
from typing import Any

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    WrongUse,
    known,
    language_of,
    open_database,
    problem_lines,
    shown_progress,
    tell,
)
from keko.config import Language, settings
from keko.data import backup, restore, sealed
from keko.data.backup import Backup
from keko.data.engine import connect
from keko.data.people import at_this_machine
from keko.data.problems import Refused
from keko.data.providers import LOCAL
from keko.exchange import packs
from keko.exchange.answers import import_answer, pack_answer, packed_answer
from keko.indicators import store
from keko.intake.mappings import Mapping
from keko.intake.packs import manifest
from keko.intake.packs.bring_in import bring_pack
from keko.intake.packs.manifest import Pack
from keko.intake.release.consequences import watched
from keko.intake.release.order import Order, refusal
from keko.intake.workbench import Bench


def back_up(chosen: Arguments) -> int:
    try:
        made = backup.back_up(open_database(), chosen.file)
    except OSError as error:
        raise WrongUse(f"{chosen.file}: {error.strerror}") from error
    tell(chosen, _backup_answer(chosen, made), _kept_text)
    return DONE


def bring_back(chosen: Arguments) -> int:
    try:
        restored = restore.restore(connect(settings().database_url), chosen.file)
    except OSError as error:
        raise WrongUse(f"{chosen.file}: {error.strerror}") from error
    tell(chosen, _backup_answer(chosen, restored), _kept_text)
    return DONE


def verify(chosen: Arguments) -> int:
    language = language_of(chosen)
    try:
        with sealed.opened(chosen.file) as archive:
            if sealed.format_of(archive) == manifest.FORMAT:
                answer = {"file": chosen.file.name, **pack_answer(manifest.verify(archive), language)}
            else:
                answer = _backup_answer(chosen, restore.verify(archive))
    except Refused as refused:
        answer = {"file": chosen.file.name, "whole": False, "problems": _told(refused, language)}
    except OSError as error:
        raise WrongUse(f"{chosen.file}: {error.strerror}") from error
    tell(chosen, {"whole": True, "problems": [], **answer}, _kept_text)
    return DONE if answer.get("whole", True) else BAD_DATA


def pack(chosen: Arguments) -> int:
    engine, language = open_database(), language_of(chosen)
    if chosen.indicator:
        with engine.connect() as connection:
            known(chosen.indicator, store.load(connection))
    try:
        made, staying = packs.write_pack(engine, chosen.file, chosen.indicator or (), chosen.by)
    except OSError as error:
        raise WrongUse(f"{chosen.file}: {error.strerror}") from error
    stays = [
        {"indicator": each.indicator, "provider": each.provider, "reason": each.why.message.within(language)}
        for each in staying
    ]
    tell(chosen, {"file": chosen.file.name, **pack_answer(made, language), "stays": stays}, _kept_text)
    return DONE


def inspect_pack(chosen: Arguments, data: bytes) -> int:
    language = language_of(chosen)
    try:
        with manifest.open_pack(data) as (_, held):
            answer = {"file": chosen.file.name, **pack_answer(held, language), "problems": []}
    except Refused as refused:
        answer = {"file": chosen.file.name, "format": manifest.FORMAT, "problems": _told(refused, language)}
    tell(chosen, answer, _kept_text)
    return BAD_DATA if answer["problems"] else DONE


def import_pack(chosen: Arguments, data: bytes, bench: Bench, mapping: Mapping) -> int:
    setting, language = settings(), language_of(chosen)
    order = Order(
        chosen.provider or LOCAL,
        at_this_machine(chosen.by),
        publish=chosen.publish,
        dry_run=chosen.dry_run,
        note=chosen.note,
        permit=chosen.permit,
        conditions=chosen.conditions,
        watch=tuple(watched(bench.areas, setting.area, setting.benchmark)),
    )
    own_provider = chosen.provider not in {None, LOCAL}
    try:
        with manifest.open_pack(data) as (archive, held):
            wanted = _only(held, chosen.indicator)
            brought = bring_pack(bench, archive, wanted, order, mapping, own_provider, shown_progress())
    except Refused as refused:
        tell(chosen, import_answer(refusal(refused), language), lambda answer: _lines(answer["problems"]))
        return BAD_DATA
    tell(chosen, packed_answer(held, brought, language), _brought_text)
    return BAD_DATA if any(each.status == "rejected" for each in brought) else DONE


def _only(held: Pack, indicator: str | None) -> Pack:
    """The pack with the releases of one indicator, where one was asked for."""
    if indicator is None:
        return held
    releases = tuple(release for release in held.releases if release.indicator.id == indicator)
    if not releases:
        raise WrongUse(f"The pack has no such indicator: {indicator}")
    return held.model_copy(update={"releases": releases})


def _backup_answer(chosen: Arguments, held: Backup) -> Answer:
    facts = held.model_dump(include={"format", "keko", "made_at", "revision", "engine"})
    tables = {part.table: part.rows for part in held.tables}
    return {"file": chosen.file.name, **facts, "rows": held.rows, "size": chosen.file.stat().st_size, "tables": tables}


def _told(refused: Refused, language: Language) -> list[Answer]:
    return [problem.as_json(language) for problem in refused.problems]


def _lines(problems: Sequence[Answer]) -> str:
    return "\n".join(problem_lines(problems))


def _kept_text(answer: Answer) -> str:
    def shown(value: Any) -> Any:
        return ", ".join(f"{name} {count}" for name, count in value.items()) if isinstance(value, dict) else value

    lists = ("releases", "stays", "problems")
    facts = [f"{name:12} {shown(value)}" for name, value in answer.items() if name not in lists]
    releases = [
        f"{release['indicator']:40} {release['provider']:12} {release['first']}–{release['last']} {release['rows']:8}  {release['licence']}"
        for release in answer.get("releases", [])
    ]
    stays = [
        f"stays: {stay['indicator']} {stay['provider'] or ''}: {stay['reason']}" for stay in answer.get("stays", [])
    ]
    return "\n".join([*facts, *releases, *stays, *problem_lines(answer.get("problems", []))])


def _brought_text(answer: Answer) -> str:
    lines = []
    for release in answer["releases"]:
        lines.append(f"{release['status']:10} {release['indicator']:40} {release['provider']:12} {release['line']}")
        lines += [f"    {line}" for line in problem_lines(release["problems"])]
    return "\n".join([f"status     {answer['status']}", *lines])
