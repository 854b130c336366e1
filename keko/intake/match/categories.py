"""An indicator's own categories: from what a file calls them to what they are stored as."""

import pandas as pd

from keko.data.area_names import folded
from keko.indicators.catalogue import Indicator


def recoded(rows: pd.DataFrame, item: Indicator) -> pd.DataFrame:
    """`rows` with the breakdowns that mean a category of `item`, in any language, as its id; others stay as they are.

    A file that has a column for it says what divides as well ("Koulutus: perusaste"): the last word tells the category.
    """
    if not item.categories:
        return rows
    ids = {folded(name): category.id for category in item.categories for name in (category.id, *category.names)}

    def id_of(text: str) -> str:
        return ids.get(folded(text)) or ids.get(folded(text.rpartition(": ")[2])) or text

    known = {text: id_of(text) for text in rows["breakdown"].unique()}
    return rows.assign(breakdown=rows["breakdown"].map(known))
