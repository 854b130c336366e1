"""How long disclosure control takes on the largest table it is made for: `python -m benchmarks.disclosure`.

One period of one count: every municipality, county, employment area, region and the country by sex and six ages, with
many small cells; choosing what to hide and the bounds of every small cell included. `--linked`: of three counts, the last
of which is the sum of the others, looked at together.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.observations import shaped
from keko.data.schema import metadata
from keko.data.text import Text
from keko.disclosure.protect import Protected, protect_together
from keko.disclosure.tables import Table
from keko.indicators.catalogue import Indicator, Population
from keko.indicators.protection import Disclosure
from keko.intake.release.roll_up import roll_up

SEXES = ("male", "female")
AGES = ("20–24", "25–34", "35–44", "45–54", "55–59", "60–64")
PERIOD = "2025"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print what was hidden and how long it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.disclosure", description=__doc__)
    parser.add_argument("--share", type=float, default=0.004, help="persons counted per resident (default 0.004)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--linked", action="store_true", help="three counts that add up")
    wanted = parser.parse_args(arguments)
    areas = every_area()
    first = municipal_counts(areas, wanted.share, wanted.seed)
    frames = [first]
    if wanted.linked:
        second = municipal_counts(areas, 3 * wanted.share, wanted.seed + 1)
        frames += [second, first.assign(value=first["value"] + second["value"])]
    tables = [Table.of(item(f"clients-{n}"), roll_up(frame, item(), areas)) for n, frame in enumerate(frames, 1)]
    small = sum(int(table.rows["value"].between(1, 4).sum()) for table in tables)
    print(f"{sum(len(table.rows) for table in tables)} cells, of which 1–4 persons: {small}", file=sys.stderr)
    start = time.perf_counter()
    for table, protected in zip(tables, protect_together(tables, areas, progress=_told), strict=True):
        print(f"\r{summary(table.rows, protected)}")
    print(f"seconds: {time.perf_counter() - start:.1f}")
    return 0


def _told(done: int, total: int) -> None:
    print(f"\r{done} of {total} small cells proved", end="", file=sys.stderr)


def every_area() -> Areas:
    """The areas that the project ships."""
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        area_tables.write(connection)
        return area_tables.load(connection)


def item(id_: str = "clients") -> Indicator:
    """A count of persons, protected by default."""
    text = Text.same("clients")
    return Indicator(
        id=id_, theme="services", names=text, definition=text, population=Population(who=text), unit="",
        decimals=0, kind="count", polarity="none", frequency="year", source=text, licence="", responsible=text,
        availability="open", disclosure=Disclosure(rule="small cells"),
    )  # fmt: skip


def municipal_counts(areas: Areas, share: float, seed: int) -> pd.DataFrame:
    """Counts that would be there by chance alone, by sex and age with their totals."""
    random = np.random.default_rng(seed)
    places = [area for area in areas.of_level("KU") if area.existed(PERIOD)]
    mean = np.array([area.population or 0 for area in places]) * share / (len(SEXES) * len(AGES))
    cells = random.poisson(mean[:, None, None], (len(places), len(SEXES), len(AGES)))
    cells = np.concatenate([cells.sum(axis=1, keepdims=True), cells], axis=1)
    cells = np.concatenate([cells.sum(axis=2, keepdims=True), cells], axis=2)
    row_keys = product([area.code for area in places], ("total", *SEXES), ("total", *AGES))
    frame = pd.DataFrame(row_keys, columns=["area", "sex", "age"]).assign(value=cells.ravel().astype(float))
    return shaped(frame.assign(period=PERIOD, breakdown="total", status="final", origin="delivered"))


def summary(table: pd.DataFrame, protected: Protected) -> str:
    """How many cells of each level are hidden."""
    hidden = protected.observations["status"].eq("hidden").groupby(table["area"].str.rstrip("0123456789"))
    levels = ", ".join(f"{level} {int(cells.sum())} of {len(cells)}" for level, cells in hidden)
    return f"hidden: primary {protected.primary}, secondary {protected.secondary}; {levels}; unprotected {len(protected.unprotected)}"


if __name__ == "__main__":
    sys.exit(main())
