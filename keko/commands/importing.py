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
from keko.intake.packs.manifest import is_pack
from keko.intake.release.consequences import watched
from keko.intake.release.order import Order
from keko.intake.workbench import Bench, bring, look


def import_file(chosen: Arguments) -> int:
    here, data = bench(), content(chosen.file)
    if is_pack(data):
        from keko.commands.packing import import_pack

        return import_pack(chosen, data, here, ordered(chosen, here), mapping(chosen))
    if chosen.indicator:
        known([chosen.indicator], dict(here.catalogue))
    order = ordered(chosen, here)
    looked = look(here, data, chosen.file.name, mapping(chosen), chosen.indicator, order.provider)
    outcome = bring(here, looked, data, order, shown_progress())
    tell(chosen, answers.import_answer(outcome, language_of(chosen)), _import_text)
    return BAD_DATA if outcome.status == "rejected" else DONE


def ordered(chosen: Arguments, here: Bench) -> Order:
    """How what was chosen is to be brought in."""
    setting = settings()
    return Order(
        chosen.provider or LOCAL,
        at_this_machine(chosen.by),
        publish=chosen.publish,
        dry_run=chosen.dry_run,
        note=chosen.note,
        permit=chosen.permit,
        conditions=chosen.conditions,
        watch=tuple(watched(here.areas, setting.area, setting.benchmark)),
    )


def _import_text(answer: Answer) -> str:
    facts = [
        f"{name:12} {answer[name]}" for name in ("status", "release", "indicators", "rows", "difference", "hidden")
    ]
    turned = [
        f"{consequence['indicator']} {consequence['area']} – {consequence['benchmark']}: {consequence['before']} → {consequence['after']}"
        for consequence in answer["consequences"]
    ]
    return "\n".join([*facts, answer["accounting"]["line"], *problem_lines(answer["problems"]), *turned])
