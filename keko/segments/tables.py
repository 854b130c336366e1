"""The tables of a segment model as frames: one shape for what a file gives, what is protected, and what is stored."""

from dataclasses import dataclass, fields

import pandas as pd
import sqlalchemy as sa

from keko.data.schema import segment_factor, segment_flow, segment_overlap, segment_participation, segment_size

STORED = {
    "sizes": segment_size,
    "prevalences": segment_factor,
    "participation": segment_participation,
    "overlaps": segment_overlap,
    "flows": segment_flow,
}
KEYS = {
    name: [column.name for column in table.primary_key if column.name != "release"] for name, table in STORED.items()
}
FIGURES = {
    name: [column.name for column in table.c if isinstance(column.type, sa.Float)] for name, table in STORED.items()
}


def columns(name: str) -> list[str]:
    """The columns of the table `name`, less its release."""
    return [*KEYS[name], *FIGURES[name], "status"]


def empty(name: str) -> pd.DataFrame:
    """The table `name` without rows."""
    return shaped(name, pd.DataFrame(columns=columns(name)))


def shaped(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the columns of the table `name`, in order; figures it lacks are empty, and what shows is final."""
    whole = frame.reindex(columns=columns(name)).astype(dict.fromkeys(FIGURES[name], "float64"))
    return whole.assign(status=whole["status"].astype("str").fillna("final"))


@dataclass(frozen=True)
class Tables:
    """All figures of a model, each shaped as `columns` tells; a table may be empty."""

    sizes: pd.DataFrame
    prevalences: pd.DataFrame
    participation: pd.DataFrame
    overlaps: pd.DataFrame
    flows: pd.DataFrame

    @classmethod
    def of(cls, frames: dict[str, pd.DataFrame]) -> "Tables":
        """From frames by the name of their table; those that are not there are empty."""
        names = [field.name for field in fields(cls)]
        return cls(**{name: shaped(name, frames[name]) if name in frames else empty(name) for name in names})

    def items(self) -> list[tuple[str, pd.DataFrame]]:
        """Name and rows of each table."""
        return [(field.name, getattr(self, field.name)) for field in fields(self)]

    @property
    def rows(self) -> int:
        """Of all tables together."""
        return sum(len(frame) for _, frame in self.items())
