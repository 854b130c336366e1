"""Fetching open figures from their sources, as drafts unless the command publishes them."""

import sys
from collections.abc import Callable, Sequence

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
    tell,
)
from keko.data.people import at_this_machine
from keko.data.text import Text
from keko.exchange import answers
from keko.indicators import store
from keko.sources.arguments import Years, read_selection, read_years
from keko.sources.fetch import fetch_recipes, fetch_sotkanet, fetch_statfin
from keko.sources.http import Http
from keko.sources.not_yet_fetched import not_yet_fetched
from keko.sources.recipes import AnyRecipe, read_recipes
from keko.sources.session import Fetched


def sotkanet(chosen: Arguments) -> int:
    engine, by = open_database(), at_this_machine(chosen.by)
    fetched = fetch_sotkanet(engine, chosen.indicator, _years(chosen), by, Http(), progress=_progress(chosen))
    return _tell_fetched(chosen, fetched)


def statfin(chosen: Arguments) -> int:
    engine, by = open_database(), at_this_machine(chosen.by)
    if chosen.indicator:
        with engine.connect() as connection:
            known([chosen.indicator], store.load(connection))
    try:
        select = read_selection(chosen.select)
    except ValueError as error:
        raise WrongUse(str(error)) from error
    fetched = fetch_statfin(
        engine,
        chosen.table,
        select,
        _years(chosen),
        by,
        Http(),
        indicator=chosen.indicator,
        progress=_progress(chosen),
    )
    return _tell_fetched(chosen, fetched)


def everything(chosen: Arguments) -> int:
    engine, recipes = open_database(), read_recipes()
    wanted: Sequence[AnyRecipe] = recipes.every
    if chosen.missing:
        with engine.connect() as connection:
            wanted = not_yet_fetched(connection, wanted)
    fetched = fetch_recipes(
        engine,
        wanted,
        at_this_machine(chosen.by),
        Http(),
        _progress(chosen),
        publish=chosen.publish,
        recipes=recipes,
    )
    return _tell_fetched(chosen, list(fetched))


def _years(chosen: Arguments) -> Years:
    try:
        return read_years(chosen.years) if chosen.years else Years()
    except ValueError as error:
        raise WrongUse(str(error)) from error


def _progress(chosen: Arguments) -> Callable[[Text], None]:
    language = language_of(chosen)

    def tell_progress(step: Text) -> None:
        print(step.within(language), file=sys.stderr)

    return tell_progress


def _tell_fetched(chosen: Arguments, fetched: Sequence[Fetched]) -> int:
    language = language_of(chosen)
    listed = [{"what": result.what, **answers.import_answer(result.outcome, language)} for result in fetched]
    tell(chosen, {"fetched": listed}, _fetched_text)
    return BAD_DATA if any(result["status"] == "rejected" for result in listed) else DONE


def _fetched_text(answer: Answer) -> str:
    lines = []
    for result in answer["fetched"]:
        lines.append(f"{result['what']}: {result['status']} {result['release'] or ''}")
        lines += problem_lines(result["problems"])
    return "\n".join(lines)
