"""Packs of open figures: writing one, telling what is in it, bringing it in."""

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
from keko.commands.keeping import kept_text, problems_of
from keko.data.problems import Refused
from keko.exchange.answers import import_answer
from keko.exchange.pack_answers import pack_answer, packed_answer
from keko.exchange.packs import write_pack
from keko.indicators import store
from keko.intake.mappings import Mapping
from keko.intake.packs.bring_in import bring_pack
from keko.intake.packs.manifest import FORMAT, Pack, open_pack
from keko.intake.release.order import Order, refusal
from keko.intake.workbench import Bench


def pack(chosen: Arguments) -> int:
    engine, language = open_database(), language_of(chosen)
    if chosen.indicator:
        with engine.connect() as connection:
            known(chosen.indicator, store.load(connection))
    made, staying = write_pack(engine, chosen.file, chosen.indicator or (), chosen.by)
    stays = [
        {"indicator": each.indicator, "provider": each.provider, "reason": each.why.message.within(language)}
        for each in staying
    ]
    tell(chosen, {"file": chosen.file.name, **pack_answer(made, language), "stays": stays}, kept_text)
    return DONE


def inspect_pack(chosen: Arguments, data: bytes) -> int:
    language = language_of(chosen)
    answer: Answer = {"file": chosen.file.name, "format": FORMAT, "problems": []}
    try:
        with open_pack(data) as (_, held):
            answer |= pack_answer(held, language)
    except Refused as refused:
        answer |= {"problems": problems_of(refused, language)}
    tell(chosen, answer, kept_text)
    return BAD_DATA if answer["problems"] else DONE


def import_pack(chosen: Arguments, data: bytes, bench: Bench, order: Order, mapping: Mapping) -> int:
    language = language_of(chosen)
    try:
        with open_pack(data) as (archive, held):
            wanted, own_provider = _only(held, chosen.indicator), chosen.provider is not None
            brought = bring_pack(bench, archive, wanted, order, mapping, own_provider, shown_progress())
    except Refused as refused:
        rejected = import_answer(refusal(refused), language)
        tell(chosen, rejected, lambda answer: "\n".join(problem_lines(answer["problems"])))
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


def _brought_text(answer: Answer) -> str:
    lines = []
    for release in answer["releases"]:
        lines.append(f"{release['status']:10} {release['indicator']:40} {release['provider']:12} {release['line']}")
        lines += [f"    {line}" for line in problem_lines(release["problems"])]
    return "\n".join([f"status     {answer['status']}", *lines])
