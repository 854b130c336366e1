"""The picture of the ecosystem, counted by hand from a small golden case.

Groups A (500 persons), B (30), C (0), D (hidden); stages in the order of the project. Services of five actors:

    stage         A                       B              C   D
    first-contact county, charity, school county         -   -
    skills        county (IPS)            -              -   charity
"""

from dataclasses import replace
from datetime import date

import pytest

from keko.data.areas import WHOLE_COUNTRY
from keko.ecosystem.coverage import coverage, network
from keko.ecosystem.obstacles import obstacles, quarter_ends, standing_over_time
from keko.ecosystem.offered import Here
from keko.ecosystem.picture import matrix, path
from keko.ecosystem.records import Actor, Cooperation, Method, Obstacle, Offering, Record, Service
from keko.ecosystem.register import Entry, Register
from keko.ecosystem.stages import read_stages
from keko.ecosystem.what_changed import Lost, changes
from tests.data.figures import every_area
from tests.ecosystem.invented import name, other

STAGES = read_stages()
PERSONS = {"A": 500.0, "B": 30.0, "C": 0.0, "D": None}
HERE, ELSEWHERE = ("KU106", "KU186"), ("KU179",)  # municipalities of HVA02 and HVA15


def actor(id_: str, sector: str, municipalities: tuple[str, ...] = HERE) -> Actor:
    return Actor.model_validate({"id": id_, "name": name(id_), "sector": sector, "municipalities": municipalities})


def service(id_: str, owner: str, **fields: object) -> Service:
    return Service.model_validate({"id": id_, "name": name(id_), "actor": owner} | fields)


def offered(service_: str, segment: str, stage: str, **fields: object) -> Offering:
    return Offering.model_validate({"service": service_, "model": "m", "segment": segment, "stage": stage} | fields)


IPS = Method(id="ips", name=name("IPS"), evidence="strong")
WORKSHOP = Method(id="workshop", name=name("Työpaja"), evidence="moderate")
FASHION = Method(id="fashion", name=name("Muoti"), evidence="emerging")
ADVICE = service("advice", "county", agreed_days=7, places=100)
COACHING = service("coaching", "county", agreed_days=30, places=20, methods=("ips",), delay="delay-first-interview")
PEER = service("peer", "charity", agreed_days=14)
GUIDANCE = service("guidance", "school")
FAR = service("far", "far-county", methods=("ips", "fashion"))
RECORDS: list[Record] = [
    actor("county", "public-county"), actor("charity", "ngo", ("KU186",)), actor("school", "education"),
    actor("far-county", "public-county", ELSEWHERE), actor("state", "state", ()),
    IPS, WORKSHOP, FASHION, ADVICE, COACHING, PEER, GUIDANCE, FAR,
    offered("advice", "A", "first-contact"), offered("advice", "B", "first-contact"),
    offered("peer", "A", "first-contact"), offered("guidance", "A", "first-contact"),
    offered("coaching", "A", "skills"), offered("peer", "D", "skills"),
    offered("far", "A", "skills"), offered("far", "B", "skills"),
    Offering(service="advice", model="other", segment="A", stage="skills"),
    Cooperation(actor="county", partner="charity"), Cooperation(actor="county", partner="far-county"),
    Obstacle(id="queue", what=name("Jono"), model="m", segment="A", stage="skills", areas=("KU186",),
             remover="county", since=date(2026, 1, 1)),
    Obstacle(id="law", what=name("Laki"), since=date(2025, 1, 1), remover="state"),
    Obstacle(id="bus", what=name("Linja-auto"), areas=("HVA02",), since=date(2025, 6, 1), state="removed", removed_on=date(2026, 2, 1)),
    Obstacle(id="far", what=name("Muualla"), areas=("HVA15",), since=date(2024, 1, 1)),
    Obstacle(id="other", what=name("Toinen malli"), model="other", segment="A", areas=("HVA02",), since=date(2024, 1, 1)),
]  # fmt: skip


def register(records: list[Record], is_demo: bool = False) -> Register:
    return Register({record.key: Entry(record, "2026-01-01", "x", 1, is_demo) for record in records})


def here(records: list[Record] = RECORDS, area: str = "HVA02") -> Here:
    return Here(register(records), "m", area, every_area())


def test_a_gap_is_where_persons_have_no_service() -> None:
    answered = {("A", "first-contact"), ("B", "first-contact"), ("A", "skills")}
    picture = matrix(here(), PERSONS, STAGES)
    assert len(picture.cells) == 4 * 8
    assert {(cell.segment, cell.stage) for cell in picture.gaps} == {
        (segment, stage.code) for segment in "AB" for stage in STAGES if (segment, stage.code) not in answered
    }
    assert [cell.persons for cell in picture.gaps] == [500.0] * 6 + [30.0] * 7
    assert picture.undescribed == ()


def test_a_group_that_nothing_is_described_for_is_told_as_a_whole() -> None:
    picture = matrix(here(), {"X": 40.0, **PERSONS, "Y": 900.0, "Z": None}, STAGES)
    assert picture.undescribed == ("Y", "X")
    assert {cell.segment for cell in picture.gaps} == {"A", "B"}


def test_where_no_size_is_known_every_group_may_need_services() -> None:
    picture = matrix(here(), dict.fromkeys("ACDX"), STAGES)
    assert {cell.segment for cell in picture.gaps} == {"A", "D"}
    assert picture.undescribed == ("C", "X")
    assert here().models == ["m", "other"]


def test_an_overlap_is_where_three_actors_do_the_same() -> None:
    (cell,) = matrix(here(), PERSONS, STAGES).overlaps
    assert (cell.segment, cell.stage, cell.actors) == ("A", "first-contact", ("county", "charity", "school"))
    fewer = [record for record in RECORDS if record.key != ("offering", "guidance/m/A/first-contact")]
    again = [*fewer, service("advice-2", "county"), offered("advice-2", "A", "first-contact")]
    assert matrix(here(again), PERSONS, STAGES).overlaps == []  # three services, two actors


def test_three_municipalities_each_with_its_own_are_no_overlap_and_one_of_them_is_not_the_whole_area() -> None:
    own = {code: actor(code.lower(), "municipality", (code,)) for code in ("KU106", "KU186", "KU858")}
    services = [service(f"club-{id_.id}", id_.id) for id_ in own.values()]
    each = [offered(club.id, "A", "first-contact") for club in services]
    apart = matrix(here([*own.values(), *services, *each]), PERSONS, STAGES).cells["A", "first-contact"]
    assert (apart.most_together, apart.is_overlap, apart.served, apart.of_all, apart.is_partial) == (
        1,
        False,
        3,
        6,
        True,
    )
    shared = [offered(club.id, "A", "first-contact", areas=("HVA02",)) for club in services]
    together = matrix(here([*own.values(), *services, *shared]), PERSONS, STAGES).cells["A", "first-contact"]
    assert (together.most_together, together.is_overlap, together.is_partial) == (3, True, False)


def test_only_groups_that_need_services_lack_them() -> None:
    of_b = matrix(here(), PERSONS, STAGES, needing=("B",))
    assert {cell.segment for cell in of_b.gaps} == {"B"}
    assert of_b.described == ("B",)
    assert of_b.cells["A", "job-search"].services == ()
    assert not of_b.cells["A", "job-search"].is_gap


def test_methods_with_evidence_that_are_not_used_here_are_told_for_their_groups() -> None:
    picture = matrix(here(), PERSONS, STAGES)
    assert {place: cell.unused for place, cell in picture.cells.items() if cell.unused} == {("B", "skills"): (IPS,)}
    assert picture.never_used == (WORKSHOP,)
    assert picture.unused == [(IPS, (("B", "skills"),))]


@pytest.mark.parametrize(
    ("areas", "is_here"),
    [(("HVA02",), True), (("KU106",), True), ((WHOLE_COUNTRY,), True), (("HVA15",), False), (("KU179", "KU186"), True)],
)
def test_what_is_offered_in_part_of_an_area_is_offered_there(areas: tuple[str, ...], is_here: bool) -> None:
    records = [*RECORDS, offered("far", "C", "job-search", areas=areas)]
    assert bool(matrix(here(records), PERSONS, STAGES).cells["C", "job-search"].services) == is_here


def test_a_path_tells_in_order_who_answers_and_how_long_one_may_wait() -> None:
    steps = path(here(), "A", STAGES)
    assert [step.stage.code for step in steps if step.is_answered] == ["first-contact", "skills"]
    first, skills = steps[0], steps[4]
    assert (first.actors, first.agreed_days, first.places) == (("county", "charity", "school"), 14, 100)
    assert (skills.services, skills.agreed_days, skills.delays) == ((COACHING,), 30, ("delay-first-interview",))
    assert steps[2].delays == ("delay-work-ability-assessment",)
    assert (steps[2].agreed_days, steps[2].places) == (None, None)
    assert path(here(area="HVA15"), "A", STAGES)[4].services == (FAR,)


def test_coverage_tells_sectors_and_municipalities_that_are_missing() -> None:
    told = coverage(here())
    assert {sector: count for sector, count in told.sectors.items() if count} == {
        "public-county": 1, "ngo": 1, "education": 1, "state": 1,
    }  # fmt: skip
    assert told.missing_sectors == ["employment-area", "municipality", "company", "research", "parish"]
    assert (told.municipalities["KU106"], told.municipalities["KU186"]) == (3, 4)
    assert told.missing_municipalities == ["KU505", "KU543", "KU611", "KU858"]
    assert told.actors == {
        "KU106": 3,
        "KU186": 4,
        "KU505": 1,
        "KU543": 1,
        "KU611": 1,
        "KU858": 1,
    }  # the state's serve all


def test_a_network_is_rows_with_those_who_work_alone() -> None:
    told = network(here())
    assert [link.key[1] for link in told.links] == ["charity/county", "county/far-county"]
    assert [alone.id for alone in told.alone] == ["school", "state"]


def test_obstacles_are_counted_and_those_that_stand_longest_come_first() -> None:
    told = obstacles(here(), date(2026, 3, 1))
    assert [obstacle.id for obstacle in told.standing] == ["law", "queue"]
    assert [obstacle.id for obstacle in told.removed] == ["bus"]
    assert told.by_stage == {None: 1, "skills": 1}
    assert told.by_segment == {None: 1, "A": 1}
    assert told.by_remover == {"state": 1, "county": 1}
    assert [told.days_open(obstacle) for obstacle in (*told.standing, *told.removed)] == [424, 59, 245]
    days = [date(2024, 12, 31), date(2025, 7, 1), date(2026, 1, 15), date(2026, 3, 1)]
    assert [count for _, count in standing_over_time(here(), days)] == [0, 2, 3, 2]


def test_quarters_end_at_their_last_days_and_the_last_is_today() -> None:
    assert quarter_ends(date(2026, 2, 15), 3) == [
        date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31), date(2026, 2, 15),
    ]  # fmt: skip
    assert quarter_ends(date(2026, 3, 31), 1) == [date(2025, 12, 31), date(2026, 3, 31)]


def test_what_changed_tells_who_lost_their_only_service() -> None:
    gone = {COACHING.key, ("offering", "coaching/m/A/skills"), ("offering", "peer/m/A/first-contact")}
    later: list[Record] = [record for record in RECORDS if record.key not in gone and record.key != ADVICE.key]
    longer = other(ADVICE, agreed_days=21)
    new = service("new", "school")
    later += [longer, new, offered("new", "B", "job-search")]
    told = changes(here(), here(later))
    assert (told.came, told.went, told.changed) == ((new,), (COACHING,), ((ADVICE, longer),))
    assert told.lost == (Lost("A", "skills", (COACHING,)),)
    assert told.gained == (("B", "job-search"),)
    assert changes(here(), here()) == changes(here(later), here(later))


def test_invented_records_that_gave_way_are_no_change() -> None:
    invented = replace(here(), register=register(RECORDS, is_demo=True))
    told = changes(invented, here([actor("county", "public-county")]))
    assert (told.came, told.went, told.lost) == ((), (), ())
