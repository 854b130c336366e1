"""Bringing a file in: tried, kept as a draft, or published."""

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    content,
    known,
    language_of,
    problem_lines,
    shown_progress,
    tell,
)
from keko.commands.files import bench, mapping
from keko.config import settings
from keko.data.people import at_this_machine
from keko.data.providers import LOCAL
from keko.exchange import answers
from keko.intake.release.consequences import watched
from keko.intake.release.order import Order
from keko.intake.workbench import bring, look


def import_file(chosen: Arguments) -> int:
    here, setting, provider = bench(), settings(), chosen.provider or LOCAL
    if chosen.indicator:
        known([chosen.indicator], dict(here.catalogue))
    data = content(chosen.file)
    looked = look(here, data, chosen.file.name, mapping(chosen), chosen.indicator, provider)
    order = Order(
        provider,
        at_this_machine(chosen.by),
        publish=chosen.publish,
        dry_run=chosen.dry_run,
        note=chosen.note,
        permit=chosen.permit,
        conditions=chosen.conditions,
        watch=tuple(watched(here.areas, setting.area, setting.benchmark)),
    )
    outcome = bring(here, looked, data, order, shown_progress())
    tell(chosen, answers.import_answer(outcome, language_of(chosen)), _import_text)
    return BAD_DATA if outcome.status == "rejected" else DONE


def _import_text(answer: Answer) -> str:
    facts = [
        f"{name:12} {answer[name]}" for name in ("status", "release", "indicators", "rows", "difference", "hidden")
    ]
    turned = [
        f"{consequence['indicator']} {consequence['area']} – {consequence['benchmark']}: {consequence['before']} → {consequence['after']}"
        for consequence in answer["consequences"]
    ]
    return "\n".join([*facts, answer["accounting"]["line"], *problem_lines(answer["problems"]), *turned])
