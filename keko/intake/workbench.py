"""The workbench: a file on its way from bytes to a publication, the same for the page and for the command line."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, replace

import sqlalchemy as sa

from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.indicators.catalogue import Indicator
from keko.intake import remembered
from keko.intake.bring_in import Order, Outcome, bring_in, refusal
from keko.intake.mappings import Mapping
from keko.intake.opening import open_table
from keko.intake.problems import Problem, Refused
from keko.intake.understand import Understood, understand


@dataclass(frozen=True)
class Bench:
    """What a file is understood with."""

    engine: sa.Engine
    areas: Areas
    catalogue: Dictionary[str, Indicator]
    max_bytes: int


@dataclass(frozen=True)
class Looked:
    """A file that was looked at. `mapping`: the answers given, and those remembered from a file of the same shape."""

    file_name: str
    mapping: Mapping
    understood: Understood | None
    refused: tuple[Problem, ...] = ()
    recalled: bool = False


def look(bench: Bench, data: bytes, file_name: str, given: Mapping, indicator_id: str | None = None) -> Looked:
    """Read and understand a file; what was answered for the last file of its shape holds unless `given` says otherwise."""
    mapping, recalled = given, False
    try:
        names, catalogue = AreaNames(bench.areas), list(bench.catalogue.values())
        table = open_table(data, file_name, names, given, bench.max_bytes).table
        with bench.engine.connect() as connection:
            known = remembered.recall(connection, table)
        if known is not None:
            mapping, recalled = remembered.merged(known, given), True
        understood = understand(data, file_name, names, catalogue, mapping, indicator_id, bench.max_bytes)
    except Refused as refused:
        return Looked(file_name, mapping, None, tuple(refused.problems), recalled)
    return Looked(file_name, mapping, understood, recalled=recalled)


def described(looked: Looked, indicators: Dictionary[str, Indicator]) -> Looked:
    """The same file with new indicators as an analyst has described them."""
    if looked.understood is None:
        return looked
    own = [indicators.get(item.id, item) for item in looked.understood.indicators]
    return replace(looked, understood=replace(looked.understood, indicators=own))


def bring(bench: Bench, looked: Looked, data: bytes, order: Order) -> Outcome:
    """Try a file dry, keep it as a draft or publish it; what was answered about it is remembered unless it was only tried.

    Raises:
        NotAllowed: the person may not publish for the provider.
    """
    if looked.understood is None:
        return refusal(Refused(looked.refused))
    outcome = bring_in(bench.engine, looked.understood, data, bench.areas, order)
    if outcome.status in {"draft", "published"}:
        with writing(bench.engine) as connection:
            remembered.remember(connection, looked.understood.table, looked.mapping, order.by)
    return outcome
