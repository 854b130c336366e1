r"""A first column that holds several dimensions at once, as Eurostat writes them: "age,sex,geo\time" above "Y15-24,F,FI"."""

from dataclasses import replace

import pandas as pd

from keko.intake.read.table import Table

_PARTS, _ACROSS = ",", "\\"


def parted(table: Table) -> Table:
    """The table with a column for each dimension; what follows the backslash heads the other columns, which tell it too."""
    names, backslash, _ = table.header[0].partition(_ACROSS)
    if not backslash:
        return table
    header = [" ".join(name.split()) for name in names.split(_PARTS)]
    keys = table.cells[0]
    if not (keys.str.count(_PARTS) == len(header) - 1).all():
        return table
    columns = keys.str.split(_PARTS, expand=True, n=len(header) - 1) if len(header) > 1 else keys.to_frame()
    others = table.cells[list(range(1, len(table.header)))]
    cells = pd.concat([columns, others], axis=1)
    cells.columns = pd.RangeIndex(cells.shape[1])
    return replace(table, header=[*header, *table.header[1:]], cells=cells.apply(lambda column: column.str.strip()))
