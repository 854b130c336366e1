"""The published figures of an indicator as a file, which `import` reads back as they were."""

from collections.abc import Callable, Mapping

import pandas as pd

from keko.commands import DONE, Arguments, WrongUse, known, language_of, open_database, tell, write_file
from keko.config import Language
from keko.data import areas as area_tables
from keko.data.versions import read_version
from keko.exchange import tables
from keko.exchange.figures import published_series, series_frame, series_notes
from keko.exchange.forms import Form
from keko.exchange.json_stat import json_stat_bytes
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.words import downloads as words

_Write = Callable[[pd.DataFrame, Indicator, Mapping[str, str], Language], bytes]


def _xlsx(frame: pd.DataFrame, _: Indicator, notes: Mapping[str, str], language: Language) -> bytes:
    return tables.xlsx_bytes(frame, notes, (words.FIGURES.within(language), words.ABOUT.within(language)))


_WRITERS: dict[Form, _Write] = {
    "csv": lambda frame, _, notes, language: tables.csv_bytes(frame, notes, language),
    "xlsx": _xlsx,
    "parquet": lambda frame, _, notes, __: tables.parquet_bytes(frame, notes),
    "json-stat": json_stat_bytes,
}


def export(chosen: Arguments) -> int:
    """Write every row of an indicator that readers see, or those of one provider; hidden ones without their figures."""
    language = language_of(chosen)
    with open_database().connect() as connection:
        areas = area_tables.load(connection)
        item = known([chosen.exported], store.load(connection))[0]
        every = published_series(connection, item.id, chosen.provider)
        version = read_version(connection)
    if not every:
        whose = f" by {chosen.provider}" if chosen.provider else ""
        raise WrongUse(f"{item.id}: nothing is published{whose}")
    frame = series_frame(every, item, areas, language)
    notes = series_notes(item, [series for series, _ in every], version, language)
    write_file(chosen.out, _WRITERS[chosen.format](frame, item, notes, language))
    is_demo = any(series.is_demo for series, _ in every)
    answer = {"file": str(chosen.out), "indicator": item.id, "rows": len(frame), "is_demo": is_demo}
    tell(chosen, answer, lambda told: f"{told['file']}: {told['rows']}")
    return DONE
