"""How much of a file is read: cells and columns are counted before any work is done on them."""

from keko.config import settings
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text

TOO_MANY_CELLS = ProblemKind(
    "too-many-cells",
    "error",
    Text(
        "Taulukossa on {count} solua, mutta enintään {limit} luetaan (asetus KEKO_MAX_CELLS): rajaa tai jaa aineisto.",
        "Tabellen har {count} celler men högst {limit} läses (inställningen KEKO_MAX_CELLS): avgränsa eller dela upp "
        "materialet.",
        "The table has {count} cells but at most {limit} are read (the setting KEKO_MAX_CELLS): take a smaller selection "
        "or split the data.",
    ),
)
TABLE_TOO_WIDE = ProblemKind(
    "table-too-wide",
    "error",
    Text(
        "Taulukossa on {count} saraketta, mutta enintään {limit} luetaan (asetus KEKO_MAX_COLUMNS): rajaa aineistoa tai "
        "tarkista erotin.",
        "Tabellen har {count} kolumner men högst {limit} läses (inställningen KEKO_MAX_COLUMNS): avgränsa materialet "
        "eller kontrollera skiljetecknet.",
        "The table has {count} columns but at most {limit} are read (the setting KEKO_MAX_COLUMNS): take a smaller "
        "selection or check the delimiter.",
    ),
)


def refuse_size(rows: int, columns: int) -> None:
    """Turn away what would take too much memory or time.

    Raises:
        Refused: more columns, or more cells in all, than the settings allow.
    """
    most = settings()
    if columns > most.max_columns:
        raise Refused([TABLE_TOO_WIDE.at(count=columns, limit=most.max_columns)])
    if rows * columns > most.max_cells:
        raise Refused([TOO_MANY_CELLS.at(count=rows * columns, limit=most.max_cells)])
