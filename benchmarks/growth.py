"""Whether a page waits longer when the database has grown: `python -m benchmarks.growth --help`.

What a page asks for (every indicator of the catalogue for two areas) is read from a SQLite file, and again when the file
holds many times as many releases and rows: earlier releases of the same indicators, as years of publishing leave them.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.drafts import Draft, create_draft
from keko.data.engine import connect, writing
from keko.data.people import at_this_machine
from keko.data.publishing import publish
from keko.data.schema import observation
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.series import read_series
from keko.installation import initialise

PAIR = ("HVA02", "HVA15")
SEXES = ("total", "male", "female")
YEARS = range(2016, 2026)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="how many times as many rows in the end")
    parser.add_argument("--runs", type=int, default=50, help="measured readings, of which the median is shown")
    wanted = parser.parse_args(arguments)
    print(f"{'releases':>9}{'rows':>10}{'read ms':>9}{'ratio':>7}")
    first = 0.0
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        engine = connect(f"sqlite:///{Path(folder) / 'keko.db'}")
        initialise(engine)
        for releases in (1, wanted.times):
            for _ in range(1 if releases == 1 else releases - 1):
                publish_all(engine)
            seconds = reading(engine, wanted.runs)
            first = first or seconds
            print(f"{releases:>9}{rows(engine):>10}{seconds * 1000:>9.1f}{seconds / first:>7.2f}", flush=True)
        engine.dispose()
    return 0


def publish_all(engine: sa.Engine) -> None:
    """A new release of every indicator, with figures of every area."""
    with writing(engine) as connection:
        codes = list(area_tables.load(connection).by_code)
        key = pd.MultiIndex.from_product([codes, SEXES, map(str, YEARS)], names=["area", "sex", "period"])
        frame = key.to_frame(index=False).assign(age="total", breakdown="total", status="final", origin="delivered")
        frame["value"] = np.random.default_rng().random(len(frame)).round(3)
        by = at_this_machine()
        drafts = [
            create_draft(connection, Draft(id_, "local", frame, Text.same("-")), by).id
            for id_ in store.load(connection)
        ]
        publish(connection, drafts, by)


def reading(engine: sa.Engine, runs: int) -> float:
    """The median time to read what a page asks for."""
    with engine.connect() as connection:
        indicators = list(store.load(connection))
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        with engine.connect() as connection:
            read_series(connection, indicators, PAIR)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def rows(engine: sa.Engine) -> int:
    """How many observations there are."""
    with engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(observation)).scalar_one()


if __name__ == "__main__":
    sys.exit(main())
