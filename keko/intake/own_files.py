"""Figures that KEKO gave come back as they were: its columns mean what they say, and nothing in them is guessed.

Rows that were computed stay computed, hidden ones hidden, and the indicator is the one of the same id.
"""

import re
from collections.abc import Sequence
from typing import get_args

import pandas as pd

from keko.data.area_names import AreaNames
from keko.data.area_sets import PREFIX
from keko.data.observations import COUNTS
from keko.data.own_files import COLUMNS, FIGURES, is_own, unharmed
from keko.data.problems import Problem, ProblemKind
from keko.data.providers import DEMO
from keko.data.text import Plural, Text
from keko.indicators.catalogue import Indicator, IndicatorKind
from keko.intake.arrange.accounting import Accounting, Passed
from keko.intake.arrange.measure_names import Measure, counted
from keko.intake.arrange.observations import OBSERVATION, Arranged
from keko.intake.mappings import Mapping, NewIndicator, Role
from keko.intake.match.measures import ONE_INDICATOR_FOR_MANY
from keko.intake.match.new_indicators import new_indicator
from keko.intake.read.table import Table
from keko.intake.recognise.confidence import BY_HEADER
from keko.intake.recognise.layout import Layout, ValueColumn
from keko.intake.values.areas import read_areas
from keko.intake.values.dimensions import LONGEST_AGE, LONGEST_BREAKDOWN, TOTAL, read_sexes
from keko.intake.values.distinct import Distinct
from keko.intake.values.headings import Heading
from keko.intake.values.numbers import NOT_A_NUMBER
from keko.intake.values.periods import read_periods
from keko.intake.values.statuses import REASON_WITHOUT_VALUE, read_statuses
from keko.words.terms import ORIGINS, REASONS

OWN_FILE = ProblemKind(
    "own-file",
    "info",
    Text(
        "Tiedosto on KEKOn oma: sen luvut luetaan sellaisinaan, laskettuja ja peitettyjä myöten.",
        "Filen är KEKOs egen: dess tal läses som sådana, även beräknade och dolda.",
        "The file is KEKO's own: its figures are read as they are, computed and hidden ones too.",
    ),
)
SETS_PASSED_OVER = ProblemKind(
    "sets-passed-over",
    "info",
    Plural(
        one=Text(
            "{count} rivi ohitettiin: aluejoukon luku lasketaan sen alueista.",
            "{count} rad hoppades över: en områdesmängds tal beräknas av dess områden.",
            "{count} row was passed over: the figure of a set of areas is computed from its areas.",
        ),
        other=Text(
            "{count} riviä ohitettiin: aluejoukkojen luvut lasketaan niiden alueista.",
            "{count} rader hoppades över: områdesmängders tal beräknas av deras områden.",
            "{count} rows were passed over: the figures of sets of areas are computed from their areas.",
        ),
    ),
)
_SETS = Text("aluejoukot", "områdesmängder", "sets of areas")
_ROLES: dict[str, Role] = {
    "area": "area", "period": "time", "sex": "sex", "age": "age", "breakdown": "breakdown", "indicator": "measure",
    "value": "value", "lower": "lower", "upper": "upper", "numerator": "numerator", "denominator": "denominator",
    "deviation": "deviation", "q1": "q1", "q3": "q3", "status": "status",
}  # fmt: skip
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TRUE = frozenset(("true", "1", "tosi", "sant"))


def reads_own(table: Table, mapping: Mapping) -> bool:
    """Whether a table is KEKO's own and nobody has said that its columns mean something else."""
    return is_own(table.header) and not mapping.columns and not mapping.constants.model_dump(exclude_none=True)


def provider_of(table: Table) -> str | None:
    """Who delivers the figures of a table that KEKO gave: the one that all its rows name, and of demo figures the demo."""
    cells = _cells(table, ("provider", "is_demo"))
    if cells["is_demo"].str.casefold().isin(_TRUE).any():
        return DEMO
    names = cells["provider"].unique()
    return str(names[0]) if len(names) == 1 and names[0] else None


def layout_of(table: Table) -> Layout:
    """The roles that the names of the columns tell."""
    roles: list[Role] = [_ROLES.get(name, "ignored") for name in table.header]
    value = ValueColumn(table.header.index("value"), Heading("", "", None))
    return Layout("long", roles, [value], None, (), None, [], [BY_HEADER] * len(roles))


def rows_of(table: Table, names: AreaNames) -> Arranged:
    """The observations of a table that KEKO gave, with `origin`, `members`, `members_present` and `coverage` of each."""
    cells = _own_rows(table)
    of_sets = len(table.cells) - len(cells)
    areas = read_areas(Distinct.of(cells["area"]), "area", names, None)
    periods, _, of_periods = read_periods(Distinct.of(cells["period"]), "period")
    sexes, of_sexes = read_sexes(Distinct.of(cells["sex"]), "sex")
    statuses, of_statuses = read_statuses(Distinct.of(cells["status"]), "status")
    numbers, of_numbers = _numbers(cells, (*FIGURES, *COUNTS, "coverage"))
    measures, of_row = _measures(cells)
    rows = pd.DataFrame(
        {
            "measure": of_row,
            "area": areas.codes,
            "period": periods,
            "sex": sexes,
            "age": cells["age"].str[:LONGEST_AGE].replace("", TOTAL),
            "breakdown": cells["breakdown"].str[:LONGEST_BREAKDOWN].replace("", TOTAL),
            **numbers,
            "origin": cells["origin"].where(cells["origin"].isin(ORIGINS), "delivered"),
            "row": cells.index,
            "column": "value",
        }
    )
    known = rows[["area", "period", "sex"]].notna().all(axis=1)
    observations = _with_statuses(rows, statuses, cells)[known].reset_index(drop=True)
    passed = (Passed(_SETS, of_sets),) if of_sets else ()
    problems = [*areas.problems, *of_periods, *of_sexes, *of_statuses, *of_numbers]
    problems += [SETS_PASSED_OVER.at(count=of_sets)] if of_sets else []
    return Arranged(
        observations=observations[[*OBSERVATION, "origin", *COUNTS, "coverage"]],
        measures=counted(measures, observations),
        decimal="," if cells[list(FIGURES)].apply(lambda column: column.str.contains(",").any()).any() else ".",
        unmatched=areas.unmatched,
        ambiguous=areas.ambiguous,
        problems=[OWN_FILE.at(), *problems],
        accounting=Accounting(len(table.cells), len(observations), int(observations["value"].notna().sum()), passed),
    )


def indicators_of(
    table: Table, arranged: Arranged, catalogue: Sequence[Indicator], described: NewIndicator, chosen: str | None
) -> tuple[list[Indicator], list[Problem]]:
    """The indicators of the measures, by id, and what is wrong with them; one that is not known is made.

    `described`: what a person says of a new one; `chosen`: the id of the indicator that a person says it is.
    """
    known = {item.id: item for item in catalogue}
    measures = arranged.measures
    if chosen and len(measures) > 1:
        named = ", ".join(measure.name for measure in measures[:3])
        return [], [ONE_INDICATOR_FOR_MANY.at(count=len(measures), measures=named, indicator=chosen)]
    indicators: list[Indicator] = []
    rows = _own_rows(table, ("area", "indicator", "indicator_name", "unit", "kind")).drop_duplicates("indicator")
    for index, (_, row) in enumerate(rows.iterrows()):
        item = known.get(chosen or row["indicator"])
        made = item or new_indicator(arranged, index, _described(row, described), known.keys(), table.file_name)
        known[made.id] = made
        indicators.append(made)
    return indicators, []


def _described(row: "pd.Series[str]", described: NewIndicator) -> NewIndicator:
    """What a person says of a new indicator, and else what the row says of it, as far as it can be."""
    told: dict[str, object] = {"name": Text.same(row["indicator_name"]), "unit": row["unit"]}
    if _ID.fullmatch(row["indicator"]):
        told["id"] = row["indicator"]
    if row["kind"] in get_args(IndicatorKind):
        told["kind"] = row["kind"]
    unsaid = {name: value for name, value in told.items() if value and getattr(described, name) is None}
    return described.model_copy(update=unsaid)


def _own_rows(table: Table, names: Sequence[str] = COLUMNS) -> pd.DataFrame:
    """The rows of areas; sets of areas are computed anew."""
    cells = _cells(table, names)
    return cells[~cells["area"].str.startswith(PREFIX)]


def _cells(table: Table, names: Sequence[str]) -> pd.DataFrame:
    """Some columns' cells, in CSV as they were before they were made harmless; a column that is not there is empty."""
    own = unharmed if table.format == "csv" else str
    texts = {name: table.cells[table.header.index(name)].str.strip().map(own) for name in names if name in table.header}
    return pd.DataFrame(texts, index=table.cells.index).reindex(columns=list(names), fill_value="")


def _numbers(cells: pd.DataFrame, names: Sequence[str]) -> tuple[dict[str, "pd.Series[float]"], list[Problem]]:
    """The numbers of some columns to their last digit, and what is none."""
    numbers, problems = {}, []
    for name in names:
        column = Distinct.of(cells[name])
        read = {text: float(text.replace(",", ".")) for text in column.texts if _NUMBER.fullmatch(text)}
        problems += NOT_A_NUMBER.each(column.firsts(lambda text: text not in {"", *read}).assign(column=name))  # noqa: B023
        numbers[name] = cells[name].map(read).astype("float64")
    return numbers, problems


def _measures(cells: pd.DataFrame) -> tuple[list[Measure], "pd.Series[int]"]:
    """What the file measures, one for each indicator that it names, and which of them every row is of."""
    places, ids = pd.factorize(cells["indicator"])
    first = cells.drop_duplicates("indicator")
    named = zip(ids, first["indicator_name"], first["unit"], strict=True)
    return [Measure(name or str(id_), unit) for id_, name, unit in named], pd.Series(places, cells.index)


def _with_statuses(rows: pd.DataFrame, statuses: "pd.Series[str]", cells: pd.DataFrame) -> pd.DataFrame:
    """Rows with their status and reason; a hidden one has no figures, whatever stands in its cells.

    A row that a person has added or filled in has the status that follows from its value; what KEKO never writes is no
    origin and no reason.
    """
    absent = rows["value"].isna()
    fits = statuses.eq("hidden") | (statuses.ne("final") & absent) | (~statuses.isin(REASON_WITHOUT_VALUE) & ~absent)
    status = statuses.where(fits & statuses.notna(), absent.map({True: "missing at source", False: "final"}))
    added = ~cells["origin"].isin(ORIGINS) | ~cells["reason"].isin({"", *REASONS}) | status.ne(statuses)
    reason = cells["reason"].replace("", None).mask(added, status.map(REASON_WITHOUT_VALUE).where(absent))
    hidden = status == "hidden"
    public = {name: rows[name].mask(hidden) for name in FIGURES}
    return rows.assign(status=status, reason=reason.astype(object).where(reason.notna(), None), **public)
