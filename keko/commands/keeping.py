"""Backups of the whole database, and whether a file that was kept is whole."""

from typing import Any

from keko.commands import BAD_DATA, DONE, Answer, Arguments, language_of, open_database, problem_lines, tell
from keko.config import Language, settings
from keko.data import backup, restore, sealed
from keko.data.backup import Backup
from keko.data.engine import connect
from keko.data.problems import Refused


def back_up(chosen: Arguments) -> int:
    tell(chosen, _answer(chosen, backup.back_up(open_database(), chosen.file)), kept_text)
    return DONE


def bring_back(chosen: Arguments) -> int:
    tell(chosen, _answer(chosen, restore.restore(connect(settings().database_url), chosen.file)), kept_text)
    return DONE


def verify(chosen: Arguments) -> int:
    """What a backup, a pack, or a file that was taken along is."""
    language = language_of(chosen)
    answer: Answer = {"file": chosen.file.name, "whole": True, "problems": []}
    try:
        with sealed.opened(chosen.file) as archive:
            if sealed.format_of(archive) == backup.FORMAT:
                answer |= _answer(chosen, restore.verify(archive))
            else:
                from keko.exchange.pack_answers import pack_answer  # with what packs need
                from keko.intake.packs import manifest

                answer |= pack_answer(manifest.verify(archive), language)
    except Refused as refused:
        from keko.commands import provenance  # with what frozen views need

        if seals := provenance.seals_of(chosen.file):
            return provenance.verify(chosen, seals)
        answer |= {"whole": False, "problems": problems_of(refused, language)}
    tell(chosen, answer, kept_text)
    return DONE if answer["whole"] else BAD_DATA


def problems_of(refused: Refused, language: Language) -> list[Answer]:
    """Why a file was refused."""
    return [problem.as_json(language) for problem in refused.problems]


def kept_text(answer: Answer) -> str:
    """What a file holds, as a person reads it."""

    def in_words(value: Any) -> Any:
        return ", ".join(f"{name} {count}" for name, count in value.items()) if isinstance(value, dict) else value

    lists = ("releases", "stays", "problems")
    facts = [f"{name:12} {in_words(value)}" for name, value in answer.items() if name not in lists]
    releases = [
        f"{held['indicator']:40} {held['provider']:12} {held['first']}–{held['last']} {held['rows']:8}  {held['licence']}"
        for held in answer.get("releases", [])
    ]
    stays = [f"stays: {own['indicator']} {own['provider'] or ''}: {own['reason']}" for own in answer.get("stays", [])]
    return "\n".join([*facts, *releases, *stays, *problem_lines(answer.get("problems", []))])


def _answer(chosen: Arguments, held: Backup) -> Answer:
    facts = held.model_dump(include={"format", "keko", "made_at", "revision", "engine"})
    tables = {part.table: part.rows for part in held.tables}
    return {"file": chosen.file.name, **facts, "rows": held.rows, "size": chosen.file.stat().st_size, "tables": tables}
