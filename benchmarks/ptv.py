"""A large file of the national service register, from its bytes to drafts: `python -m benchmarks.ptv --help`.

The file is one page of services of the shape of interface v11, all offered in the area and all with words of their own, so that
each is checked for personal data and kept. Goal: 20 000 services in 30 seconds and under 1 GB. The measurement is a process
of its own; the clock starts when its modules are loaded.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.intake import Cost, alone, ready
from keko.data import areas as area_tables
from keko.data.engine import connect, writing
from keko.data.people import at_this_machine
from keko.ecosystem.drafts import keep
from keko.sources.ptv_found import read_file

AREA, MUNICIPALITIES = "HVA02", ("186", "245", "505", "543", "611", "858")
GOAL_SECONDS, GOAL_MEGABYTES = 30.0, 1_000.0
SENTENCES = (
    "Palvelussa annetaan ohjausta ja tukea työllistymiseen ja työssä pysymiseen.",
    "Palveluun voi hakeutua itse, tai siihen ohjaa työllisyysalueen asiantuntija.",
    "Tapaamisessa selvitetään työ- ja toimintakykyä yhdessä, ja sovitaan seuraavista askelista.",
    "Kaupunki järjestää palvelun yhdessä hyvinvointialueen kanssa arkisin kello 9–15 (paitsi pyhinä).",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ptv", description=__doc__)
    parser.add_argument("--services", type=int, default=20_000)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        file = Path(folder) / "ptv.json"
        write_page(file, wanted.services)
        cost = alone(bring, ready(f"sqlite:///{Path(folder) / 'keko.db'}"), file)
        megabytes = file.stat().st_size / 1_000_000
    is_met = cost.seconds <= GOAL_SECONDS and cost.megabytes <= GOAL_MEGABYTES
    told = f"{wanted.services} services, {megabytes:.0f} MB: {cost.seconds:.1f} s, {cost.megabytes:.0f} MB at most"
    print(told if is_met else f"{told}  MISSED")
    return 0 if is_met else 1


def bring(url: str, file: Path) -> Cost:
    """What it costs to read the file and to keep its services."""
    import resource

    engine = connect(url)
    with engine.connect() as connection:
        areas = area_tables.load(connection)
    start = time.perf_counter()
    with file.open("rb") as data:
        looked = read_file(data, areas, AREA)
    with writing(engine) as connection:
        keep(connection, looked.found, at_this_machine(), AREA)
    return Cost(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000)


def write_page(file: Path, services: int) -> None:
    """Write a page of so many services."""
    with file.open("w", encoding="utf-8") as out:
        out.write(f'{{"pageNumber": 1, "pageSize": {services}, "pageCount": 1, "itemList": [')
        for number in range(services):
            out.write(("," if number else "") + json.dumps(service(number), ensure_ascii=False))
        out.write("]}")


def service(number: int) -> dict[str, Any]:
    """A service of the shape of v11, in three languages; about 8 kB."""
    id_ = f"{number:08x}-0000-4000-8000-000000000000"
    own = [*SENTENCES[number % 4 :], *SENTENCES[: number % 4], f"Ryhmä {number}, {number % 30} paikkaa."]
    texts = {"Summary": own[0], "Description": " ".join(own * 3), "UserInstruction": " ".join(own[:2])}
    languages = ("fi", "sv", "en")
    codes = MUNICIPALITIES[: 1 + number % len(MUNICIPALITIES)]
    municipalities = [{"code": code, "name": [{"language": "fi", "value": code}]} for code in codes]
    organisation = {"id": f"{number % 500:08x}-1111-4000-8000-000000000000", "name": f"Yhdistys {number % 500} ry"}
    return {
        "id": id_, "type": "Service", "fundingType": "PubliclyFunded", "publishingStatus": "Published",
        "modified": "2026-05-29T05:00:00Z", "areaType": "LimitedType", "languages": ["fi", "sv"],
        "serviceNames": [{"language": code, "value": f"Palvelu {number} {code}", "type": "Name"} for code in languages],
        "serviceDescriptions": [
            {"language": code, "value": f"{code}: {text}", "type": type_} for code in languages for type_, text in texts.items()
        ],
        "requirements": [{"language": "fi", "value": own[1]}],
        "areas": [{"type": "Municipality", "municipalities": municipalities}],
        "targetGroups": [{"code": "KR1.3", "name": [{"language": "fi", "value": "Nuoret"}]}],
        "serviceClasses": [{"code": f"P{place}", "name": [{"language": "fi", "value": "Työnhaku"}]} for place in range(3)],
        "organizations": [{"roleType": "Responsible", "organization": organisation}],
        "mainOrganization": organisation,
        "serviceChannels": [
            {"serviceChannel": {"id": id_, "name": f"Toimipiste {place}"}, "description": []} for place in range(5)
        ],
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
