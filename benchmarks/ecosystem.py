"""Reruns of *Actors and services* with a large register, against the floor: 2 000 services × 14 groups × 8 stages.

`python -m benchmarks.ecosystem` adds a segment model of 14 groups and real records (seed 1) to demo data, or to the SQLite file
that `KEKO_DATABASE_URL` names, and prints the same table as `python -m benchmarks`: a view in the caches is to take no longer
than 1.5 times the floor.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pandas as pd
import sqlalchemy as sa

from benchmarks import __main__ as pages
from benchmarks.segments import described
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.engine import connect, writing
from keko.data.people import at_this_machine
from keko.data.publishing import publish
from keko.data.text import Text
from keko.ecosystem.records import SECTORS, Actor, Cooperation, Method, Obstacle, Offering, Record, Service
from keko.ecosystem.stages import read_stages
from keko.ecosystem.store import write
from keko.segments.models import SegmentModel
from keko.segments.store import ModelDraft, create_model_draft
from keko.segments.tables import Tables
from keko.ui.view import ECOSYSTEM_PICTURES
from tests.server import keko

GOAL_RATIO = 1.5
MODEL, SEGMENTS = "benchmark", 14
COUNTIES = ("HVA02", "HVA05", "HVA15")
ACTORS, METHODS, OBSTACLES = 200, 20, 100
PLACES_EACH = 3  # groups and stages that a service is for
PICTURES = tuple(f"toimijat?kuva={picture}&malli={MODEL}" for picture in ECOSYSTEM_PICTURES)
CELL = f"toimijat?kuva=matriisi&malli={MODEL}&segmentti=S1&vaihe=skills"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ecosystem", description=__doc__)
    parser.add_argument(
        "pages", nargs="*", default=(*PICTURES, CELL), help="pages by their address; all pictures where none is named"
    )
    parser.add_argument("--services", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=30, help="measured reruns of each kind (default 30)")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        url = f"sqlite:///{Path(folder) / 'keko.db'}"
        _begin(url)
        fill(url, wanted.services)
        results = pages.measured(wanted.pages, wanted.runs, url)
    print(pages.table(results, GOAL_RATIO))
    return 0


def _begin(url: str) -> None:
    """Demo data, or a copy of the database that the environment names."""
    named = os.environ.get("KEKO_DATABASE_URL")
    if named:
        original, copy = (sqlite3.connect(sa.make_url(each).database or "") for each in (named, url))
        original.backup(copy)
        original.close()
        copy.close()
    else:
        for command in ("init", "demo"):
            keko(command, url)


def fill(url: str, services: int) -> None:
    """Publish the model, and write the records instead of the invented ones."""
    engine = connect(url)
    with engine.connect() as connection:
        areas = area_tables.load(connection)
    by, segments = at_this_machine(), [f"S{number + 1}" for number in range(SEGMENTS)]
    key = pd.MultiIndex.from_product([COUNTIES, segments], names=["area", "segment"])
    sizes = key.to_frame(index=False).assign(
        period="2025", sex="total", age="total", persons=10_000.0, share=1 / SEGMENTS
    )
    model = SegmentModel.model_validate(described(segments, []))
    with writing(engine) as connection:
        draft = ModelDraft(model, "ttl", Tables.of({"sizes": sizes}), Text.same("-"))
        publish(connection, [create_model_draft(connection, draft, by).id], by)
        write(connection, list(records(areas, services)), by)
    engine.dispose()


def records(areas: Areas, services: int) -> Iterator[Record]:
    """Records of Central Uusimaa, one in ten of Central Finland."""
    random, stages = Random(1), [stage.code for stage in read_stages()]
    here, there = (sorted(areas.municipalities(county) & set(areas.living("KU"))) for county in COUNTIES[::2])
    homes = [there if number % 10 == 9 else here for number in range(ACTORS)]
    for number, home in enumerate(homes):
        name = Text.same(f"Toimija {number}")
        yield Actor(
            id=f"a{number}", name=name, sector=random.choice(SECTORS), municipalities=tuple(random.sample(home, 3))
        )
        if number:
            yield Cooperation(
                actor=f"a{number}", partner=f"a{random.randrange(number)}", what=Text.same("Ohjaavat toisilleen")
            )
    for number in range(METHODS):
        yield Method(
            id=f"m{number}", name=Text.same(f"Menetelmä {number}"), evidence=random.choice(("strong", "moderate"))
        )
    for number in range(services):
        yield Service(
            id=f"s{number}",
            name=Text.same(f"Palvelu {number}"),
            actor=f"a{number % ACTORS}",
            what=Text.same("Mitä palvelussa tehdään ja kenen kanssa. " * 5),
            how=Text.same("Lähetteellä tai itse hakeutuen"),
            agreed_days=random.randrange(90),
            places=random.randrange(500),
            methods=(f"m{random.randrange(METHODS)}",),
        )
        places = [(f"S{segment + 1}", stage) for segment in range(SEGMENTS) for stage in stages]
        for segment, stage in random.sample(places, PLACES_EACH):
            yield Offering(service=f"s{number}", model=MODEL, segment=segment, stage=stage)
    for number in range(OBSTACLES):
        yield Obstacle(
            id=f"o{number}",
            what=Text.same(f"Este {number}"),
            model=MODEL,
            segment=f"S{random.randrange(SEGMENTS) + 1}",
            stage=random.choice(stages),
            areas=("HVA02",),
            remover=f"a{random.randrange(ACTORS)}",
            since=date(2026, 1, 1) + timedelta(days=number),
        )


if __name__ == "__main__":
    sys.exit(main())
