"""Answers of Sotkanet's interface (CSV and JSON): areas by Sotkanet's own numbers, a share beside what it is made of."""

import csv
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from keko.config import ASSETS
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Plural, Text
from keko.intake.mappings import Mapping
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.grid import NO_ROWS
from keko.intake.read.records import table_of
from keko.intake.read.table import Table
from keko.intake.values.headings import plain, word_of

SOTKANET_REGION_IDS = ProblemKind(
    "sotkanet-region-ids",
    "error",
    Plural(
        one=Text(
            "Sarakkeen ”{column}” luvut ovat Sotkanetin omia aluetunnisteita eivätkä kuntakoodeja, ja niistä {count} "
            "on tuntematon ({text}): anna kuvauksessa sen aluekoodi (sotkanet_regions; Sotkanet kertoo sen "
            "osoitteessa /regions).",
            "Talen i kolumnen ”{column}” är Sotkanets egna områdesnummer, inte kommunkoder, och {count} av dem är "
            "okänt ({text}): ange dess områdeskod i beskrivningen (sotkanet_regions; Sotkanet ger den under "
            "/regions).",
            "The numbers in the column “{column}” are Sotkanet's own ids of areas, not municipality codes, and "
            "{count} of them is not known ({text}): give its area code in the mapping (sotkanet_regions; Sotkanet "
            "gives it at /regions).",
        ),
        other=Text(
            "Sarakkeen ”{column}” luvut ovat Sotkanetin omia aluetunnisteita eivätkä kuntakoodeja, ja niistä {count} "
            "on tuntemattomia (esim. {text}): anna kuvauksessa niiden aluekoodit (sotkanet_regions; Sotkanet kertoo "
            "ne osoitteessa /regions).",
            "Talen i kolumnen ”{column}” är Sotkanets egna områdesnummer, inte kommunkoder, och {count} av dem är "
            "okända (t.ex. {text}): ange deras områdeskoder i beskrivningen (sotkanet_regions; Sotkanet ger dem "
            "under /regions).",
            "The numbers in the column “{column}” are Sotkanet's own ids of areas, not municipality codes, and "
            "{count} of them are not known (e.g. {text}): give their area codes in the mapping (sotkanet_regions; "
            "Sotkanet gives them at /regions).",
        ),
    ),
)
SOTKANET_METADATA = ProblemKind(
    "sotkanet-metadata",
    "error",
    Text(
        "Tiedosto kuvaa Sotkanetin mittareita, mutta siinä ei ole lukuja: hae luvut erikseen.",
        "Filen beskriver Sotkanets indikatorer men innehåller inga tal: hämta talen för sig.",
        "The file describes Sotkanet's indicators but holds no figures: fetch the figures separately.",
    ),
)
FORMER_NUMBERS = Text(
    "samat hyvinvointialueet entisillä numeroillaan",
    "samma välfärdsområden under sina tidigare nummer",
    "the same counties under their former numbers",
)
_REGION, _VALUE, _ABSOLUTE = "region", "primary value", "absolute value"
_KEYS = {
    "indicator": "indicator", "region": _REGION, "year": "year", "gender": "gender",
    "value": _VALUE, "absValue": _ABSOLUTE,
}  # fmt: skip
_DESCRIBES = {"title", "primaryValueType", "organization", "classifications"}


def is_answer(parsed: object) -> bool:
    """Whether parsed JSON is figures of Sotkanet, or describes its indicators."""
    return _is_figures(parsed) or _is_metadata(parsed)


def read(parsed: Any, file_name: str, encoding: str) -> Table:
    """The figures as a table, one row each.

    Raises:
        Refused: the file describes indicators and holds no figures.
    """
    if not _is_figures(parsed):
        raise Refused([SOTKANET_METADATA.at()])
    if not all(isinstance(record, dict) for record in parsed):
        raise Refused([DAMAGED_FILE.at(format="JSON (Sotkanet)")])
    records = [{name: record.get(key) for key, name in _KEYS.items()} for record in parsed]
    return table_of(records, file_name, encoding)


def with_codes(table: Table, mapping: Mapping) -> Table:
    """A table of any format, with codes of areas for Sotkanet's numbers if it comes from its interface.

    Raises:
        Refused: some of the numbers are not known.
    """
    places = {plain(header): place for place, header in enumerate(table.header)}
    areas = [plain(header) for header in table.header if word_of(header) == "area"]
    if not places.keys() >= {"indicator", _REGION, _VALUE} or areas != [_REGION] or _REGION in mapping.columns:
        return table
    codes = region_codes() | mapping.sotkanet_regions
    ids = table.cells[places[_REGION]].str.strip()
    unknown = [text for text in ids.unique() if text and text not in codes]
    if unknown:
        header = table.header_rows[0] if table.header_rows else None
        name = table.name(places[_REGION])
        raise Refused([SOTKANET_REGION_IDS.at(header, name, text=unknown[0], count=len(unknown))])
    cells = table.cells.copy()
    cells[places[_REGION]] = ids.replace(codes)
    if _ABSOLUTE in places:
        cells[places[_ABSOLUTE]] = _numerators(cells, places)
    kept = _newest(cells, ids, places)
    if kept.empty:
        raise Refused([NO_ROWS.at()])
    return replace(table, cells=kept, dropped=((FORMER_NUMBERS, len(cells) - len(kept)),))


@cache
def region_codes() -> dict[str, str]:
    """Codes of areas by Sotkanet's numbers, as far as KEKO knows them."""
    with (ASSETS / "areas" / "sotkanet_regions.csv").open(encoding="utf-8", newline="") as file:
        return {row["region"]: row["code"] for row in csv.DictReader(file)}


def _numerators(cells: pd.DataFrame, places: dict[str, int]) -> "pd.Series[str]":
    """The absolute values of shares and rates; those of an indicator that is itself a count say the same again."""
    indicator, value, absolute = (cells[places[name]].str.strip() for name in ("indicator", _VALUE, _ABSOLUTE))
    other = (absolute != "") & (pd.to_numeric(value, errors="coerce") != pd.to_numeric(absolute, errors="coerce"))
    return absolute.where(other.groupby(indicator).transform("any"), "")


def _newest(cells: pd.DataFrame, ids: "pd.Series[str]", places: dict[str, int]) -> pd.DataFrame:
    """One row of each area: counties have an old and a new number, and answers may hold both."""
    key = [places[name] for name in ("indicator", _REGION, "year", "gender") if name in places]
    twice = cells.duplicated(key, keep=False)
    if not twice.any():
        return cells
    newest = pd.to_numeric(ids, errors="coerce").groupby([cells[place] for place in key]).transform("max")
    return cells[~twice | (pd.to_numeric(ids, errors="coerce") == newest)]


def _is_figures(parsed: object) -> bool:
    first = parsed[0] if isinstance(parsed, list) and parsed else None
    return isinstance(first, dict) and first.keys() >= {"indicator", "region", "value"}


def _is_metadata(parsed: object) -> bool:
    """One indicator, a list of them, or a collection of them under their ids."""
    if isinstance(parsed, dict) and isinstance(parsed.get("indicators"), dict):
        return any(map(_is_metadata, list(parsed["indicators"].values())[:1]))
    if isinstance(parsed, list):
        return any(isinstance(entry, dict) and _is_metadata(entry) for entry in parsed[:1])
    return isinstance(parsed, dict) and len(_DESCRIBES & parsed.keys()) > 1
