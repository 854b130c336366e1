"""How long disclosure control takes on the largest table it is made for: `python -m benchmarks.disclosure`.

One period of one count: every municipality, county, employment area, region and the country by sex and six ages, with
many small cells; choosing what to hide and the bounds of every small cell included.
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
from keko.disclosure.protect import Protected, protect
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
    wanted = parser.parse_args(arguments)
    areas = every_area()
    table = roll_up(municipal_counts(areas, wanted.share, wanted.seed), item(), areas)
    print(f"{len(table)} cells, of which 1–4 persons: {int(table['value'].between(1, 4).sum())}", file=sys.stderr)
    start = time.perf_counter()
    protected = protect(table, item(), areas, progress=_told)
    print(f"\r{summary(table, protected)}\nseconds: {time.perf_counter() - start:.1f}")
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


def item() -> Indicator:
    """A count of persons, protected by default."""
    text = Text.same("clients")
    return Indicator(
        id="clients", theme="services", names=text, definition=text, population=Population(who=text), unit="",
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
