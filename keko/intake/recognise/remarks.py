"""Columns of words that say something of figures without dividing them: statuses, remarks, notes of KEKO's own files."""

from collections.abc import Sequence

import pandas as pd

from keko.data.area_names import folded
from keko.intake.mappings import Role
from keko.intake.read.table import Table
from keko.intake.values.headings import Word
from keko.intake.values.statuses import is_status

_KEYS: frozenset[Role] = frozenset({"area", "time", "measure", "sex", "age", "breakdown"})


def settled_remarks(texts: Sequence[Sequence[str]], words: Sequence[Word | None]) -> list[Word | None]:
    """The words of headers, with statuses only where texts are such.

    A column called Status whose texts are none ("In employment") divides the figures; one of remarks whose texts are
    ("ennakkotieto") tells their status, unless another column does. `texts`: samples of the columns.
    """
    settled: list[Word | None] = [
        None if word == "status" and _none_is_status(column) else word
        for word, column in zip(words, texts, strict=True)
    ]
    for place, word in enumerate(settled):
        if word == "ignored" and "status" not in settled and _all_are_statuses(texts[place]):
            settled[place] = "status"
    return settled


def remarks_among(table: Table, roles: Sequence[Role]) -> set[int]:
    """The columns of words that are no breakdown: of one area some periods have a word and others none.

    A row without a word would be a total; where no row stands beside it that is a part of it, the word is a remark.
    """
    keys = [place for place, role in enumerate(roles) if role in _KEYS]
    remarks = set[int]()
    for place in [place for place in keys if roles[place] == "breakdown"]:
        filled = table.cells[place].str.strip() != ""
        others = [other for other in keys if other != place and other not in remarks]
        series = [other for other in others if roles[other] != "time"]
        if filled.all() or not filled.any() or not series or table.cells[others].duplicated().any():
            continue
        with_words = pd.MultiIndex.from_frame(table.cells.loc[filled, series])
        if pd.MultiIndex.from_frame(table.cells.loc[~filled, series]).isin(with_words).any():
            remarks.add(place)
    return remarks


def _none_is_status(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and not any(map(is_status, filled))


def _all_are_statuses(texts: Sequence[str]) -> bool:
    """Whether all are statuses in words; a letter may mean anything."""
    filled = [text for text in texts if text]
    return bool(filled) and all(is_status(text) and len(folded(text)) > 1 for text in filled)
