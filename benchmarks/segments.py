"""How long a large segment model takes to come in: 14 segments × 20 factors × 69 areas × sex × age × 10 years.

`python -m benchmarks.segments` makes the CSV files (seed 1), imports and publishes them into a fresh SQLite database, and
prints what each step took.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.arrays import Floats
from keko.data.engine import connect
from keko.data.people import at_this_machine
from keko.data.text import Text
from keko.installation import initialise
from keko.intake.release.order import Order
from keko.intake.segments.bring_in import bring_in
from keko.intake.segments.understand import Files, understand
from keko.segments.measures import MEASURES

Key = dict[str, list[str] | list[int]]

SEXES = ["yhteensä", "miehet", "naiset"]
AGES = ["yhteensä", "20–29", "30–39", "40–49", "50–64"]
LAST_YEAR = 2024
LARGEST = 1_000_000_000
WORKING_AGE = 0.57


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.segments", description=__doc__)
    parser.add_argument("--segments", type=int, default=14)
    parser.add_argument("--factors", type=int, default=20)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--flows", action="store_true", help="also flows between segments, by county")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        engine = connect(f"sqlite:///{Path(folder) / 'keko.db'}")
        initialise(engine)
        with engine.connect() as connection:
            areas = area_tables.load(connection)
        files = make_files(areas, wanted.segments, wanted.factors, wanted.years, wanted.flows)
        print(", ".join(f"{name} {len(data) / 1e6:.0f} MB" for name, data in files), file=sys.stderr)
        start = time.perf_counter()

        def tell(step: Text) -> None:
            print(f"{time.perf_counter() - start:6.1f} s  {step.en}", file=sys.stderr, flush=True)

        understood = understand(files, areas, LARGEST, tell)
        outcome = bring_in(engine, understood, areas, Order("ttl", at_this_machine(), publish=True), tell)
        for problem in outcome.problems[:3]:
            print(f"{problem.code}: {problem.message.en}", file=sys.stderr)
        seconds = time.perf_counter() - start
        print(
            f"{outcome.status}: {outcome.rows} rows, hidden {outcome.primary} + {outcome.secondary}, seconds: {seconds:.1f}"
        )
        engine.dispose()
    return 0 if outcome.status == "published" else 1


def make_files(areas: Areas, segments: int, factors: int, years: int, flows: bool) -> Files:
    """A description and one CSV file for each table; totals are the sums of their parts."""
    random = np.random.default_rng(1)
    places = [area.code for level in ("MAA", "HVA", "TA") for area in areas.of_level(level)][: 70 - 1]
    codes, named = [f"S{n}" for n in range(1, segments + 1)], [f"F{n}" for n in range(1, factors + 1)]
    periods = list(range(LAST_YEAR - years + 1, LAST_YEAR + 1))
    people = _people(areas, places, random, len(periods), segments)
    key: Key = {"alue": places, "vuosi": periods, "sukupuoli": SEXES, "ikä": AGES, "segmentti": codes}
    sizes = _table(key).assign(henkilöitä=people.ravel())
    chance = np.linspace(0.05, 0.6, factors)
    cases = _with_totals(random.binomial(people[..., None].astype(int), chance).astype(float), places)
    share = np.round(cases / np.maximum(people[..., None], 1), 3)
    prevalences = _table({**key, "tekijä": named}).assign(osuus=share.ravel())
    months = _table({**key, "osallistuminen": list(map(str, MEASURES))})
    months["kuukausia"] = np.round(random.uniform(2, 10, len(months)), 1)
    tables = {"koot": sizes, "esiintyvyydet": prevalences, "osallistuminen": months}
    if flows:
        counties = [place for place in places if place.startswith("HVA")]
        moved = _table({"alue": counties, "vuosi": periods[:-1], "mistä": codes, "mihin": codes})
        tables["siirtymät"] = moved.assign(henkilöitä=random.poisson(300, len(moved)))
    description = yaml.safe_dump(described(codes, named), allow_unicode=True).encode()
    return [
        ("malli.yaml", description),
        *((f"{name}.csv", table.to_csv(index=False).encode()) for name, table in tables.items()),
    ]


def _people(areas: Areas, places: list[str], random: np.random.Generator, years: int, segments: int) -> Floats:
    """Persons by area, year, sex, age and segment."""
    weight = random.dirichlet(np.full(segments, 4.0))
    lived = {place: sum(areas[area].population or 0 for area in areas.municipalities(place)) for place in places}
    mean = np.array([lived[place] * WORKING_AGE for place in places])[:, None, None, None, None] * weight
    persons = random.poisson(np.broadcast_to(mean / 8, (len(places), years, len(SEXES), len(AGES), segments)))
    return _with_totals(persons.astype(float), places)


def _with_totals(persons: Floats, places: list[str]) -> Floats:
    """Numbers with those of the country, of both sexes and of all ages as the sums of their parts."""
    persons[0] = persons[[place.startswith("HVA") for place in places]].sum(axis=0)
    persons[:, :, :, 0] = persons[:, :, :, 1:].sum(axis=3)
    persons[:, :, 0] = persons[:, :, 1:].sum(axis=2)
    return persons


def _table(key: Key) -> pd.DataFrame:
    return pd.MultiIndex.from_product(list(key.values()), names=list(key)).to_frame(index=False)


def described(codes: list[str], factors: list[str]) -> dict[str, object]:
    """A model of segments with these codes that says nothing more."""
    return {
        "id": "benchmark", "version": "1", "names": "Benchmark", "producer": "-", "method": "-", "years": "-",
        "limits": "-", "citation": "-", "approval": {"by": "-", "date": "-"},
        "population": {"ages": "20–64", "who": {"fi": "-", "sv": "-", "en": "-"}},
        "segments": [{"code": code, "names": code} for code in codes],
        "factors": [{"code": code, "names": code} for code in factors],
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
