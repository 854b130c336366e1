"""From a file to published figures: all of it or nothing, and only what the file is about changes."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.area_names import AreaNames
from keko.data.engine import writing
from keko.data.observations import read_observations
from keko.data.people import Grant, NotAllowed, Person
from keko.data.releases import current_release, read_release
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.assessments import outdated
from keko.indicators.series import Question, read_series
from keko.intake.mappings import read_mapping
from keko.intake.release.bring_in import bring_in
from keko.intake.release.order import Order, Outcome
from keko.intake.understand import understand
from tests.data.figures import (
    ADMIN,
    KEUSOTE,
    READER,
    cell,
    counts,
    dump,
    every_area,
    item,
    prepare,
    protected,
    published,
)

AREAS = every_area()
NAMES = AreaNames(AREAS)
SHARE, CLIENTS, SCORE = item("share"), protected("clients", "count"), item("score", "mean", unit="pistettä")
KESKI_SUOMI = sorted(AREAS.municipalities("HVA15"))
NOTHING = {"new": 0, "changed": 0, "removed": 0, "same": 0}


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    """Three indicators and no figures."""
    with writing(engine) as connection:
        prepare(connection, SHARE, CLIENTS, SCORE)
    return engine


def catalogue(database: sa.Engine) -> dict[str, Indicator]:
    with database.connect() as connection:
        return store.load(connection)


def take(database: sa.Engine, text: str, indicator: str | None = "share", mapping: str = "", **order: Any) -> Outcome:
    """Bring in a file given as text, published unless told otherwise."""
    known = list(catalogue(database).values())
    told = read_mapping(mapping)
    understood = understand(text.encode(), "luvut.csv", NAMES, known, told, indicator, 10_000_000)
    settled: dict[str, Any] = {"provider": "keusote", "by": ADMIN, "publish": True}
    return bring_in(database, understood, text.encode(), AREAS, Order(**(settled | order)))


def shares(year: int, plus: int = 0, codes: tuple[str, ...] = KEUSOTE) -> str:
    lines = [f"{code};{year};{100 + n + plus};{1000 + 10 * n}" for n, code in enumerate(codes)]
    return "\n".join(["Alue;Vuosi;Osoittaja;Nimittäjä;Arvo", *(f"{line};{_per_cent(line)}" for line in lines)])


def _per_cent(line: str) -> str:
    *_, x, n = line.split(";")
    return str(100 * int(x) / int(n)).replace(".", ",")


def people(values: dict[str, int], year: int = 2023, sex: str = "yhteensä") -> str:
    return "\n".join(["Alue;Vuosi;Sukupuoli;Arvo", *(f"{code};{year};{sex};{value}" for code, value in values.items())])


def current(database: sa.Engine, indicator: str = "share", provider: str = "keusote") -> pd.DataFrame:
    with database.connect() as connection:
        release = current_release(connection, indicator, provider)
        assert release is not None
        return read_observations(connection, release)


def series(database: sa.Engine, area: str, indicator: str = "share", sex: str = "total") -> dict[str, float | None]:
    with database.connect() as connection:
        found = read_series(connection, [indicator], [area], Question(sex))[indicator, area]
    return {point.period: point.value for point in found.points}


def test_a_published_file_is_seen_with_its_roll_ups_and_intervals(database: sa.Engine) -> None:
    outcome = take(database, shares(2023), note="first")
    assert (outcome.status, outcome.indicators, outcome.rows) == ("published", ["share"], 6 + 4)
    assert outcome.difference == NOTHING | {"new": 10}
    county = cell(current(database), "HVA02")
    assert county["value"] == pytest.approx(100 * 615 / 6150)
    assert county["lower"] < county["value"] < county["upper"]
    with database.connect() as connection:
        release = read_release(connection, outcome.releases[0])
        assert outdated(connection, AREAS) == []
    assert (release["file_name"], release["sha256"]) == ("luvut.csv", hashlib.sha256(shares(2023).encode()).hexdigest())
    assert (release["note"], release["rows"], release["difference"]) == ("first", 10, outcome.difference)


def test_a_draft_is_stored_and_not_seen(database: sa.Engine) -> None:
    outcome = take(database, shares(2023), publish=False)
    assert outcome.status == "draft"
    assert series(database, "HVA02") == {}
    with database.connect() as connection:
        assert read_release(connection, outcome.releases[0])["status"] == "draft"


def test_a_dry_run_tells_everything_and_changes_nothing(database: sa.Engine) -> None:
    take(database, shares(2022))
    before = dump(database)
    outcome = take(database, shares(2023), dry_run=True)
    assert dump(database) == before
    assert (outcome.status, outcome.releases) == ("dry-run", [])
    assert outcome.difference == NOTHING | {"new": 10, "same": 10}
    real = take(database, shares(2023))
    assert (real.rows, real.difference) == (outcome.rows, outcome.difference)


BAD_FILES = {
    "duplicate": "Alue;Vuosi;Arvo\nKU186;2023;1\nKU186;2023;2",
    "unknown area": "Alue;Vuosi;Arvo\nKU186;2023;1\nKU999;2023;2",
    "abolished": "Alue;Vuosi;Arvo\nKU541;2023;1\nKU911;2023;2",
}


@pytest.mark.parametrize("text", BAD_FILES.values(), ids=BAD_FILES.keys())
@pytest.mark.parametrize("indicator", ["share", None])
def test_a_file_with_errors_is_rejected_and_changes_nothing(
    database: sa.Engine, text: str, indicator: str | None
) -> None:
    before = dump(database)
    outcome = take(database, text, indicator)
    assert (outcome.status, outcome.releases) == ("rejected", [])
    assert any(problem.severity == "error" for problem in outcome.problems)
    assert dump(database) == before


def test_warnings_do_not_stop_a_file(database: sa.Engine) -> None:
    outcome = take(database, "Alue;Vuosi;Arvo\nKU186;2023;101,5")
    assert [problem.severity for problem in outcome.problems] == ["warning"]
    assert outcome.status == "published"


def test_adding_a_year_keeps_the_years_before(database: sa.Engine) -> None:
    take(database, shares(2022))
    before = current(database)
    outcome = take(database, shares(2023, plus=5))
    assert outcome.difference == NOTHING | {"new": 10, "same": 10}
    after = current(database)
    pd.testing.assert_frame_equal(after[after["period"] == "2022"].reset_index(drop=True), before)
    assert set(series(database, "HVA02")) == {"2022", "2023"}


def test_the_same_file_again_is_all_the_same(database: sa.Engine) -> None:
    take(database, shares(2023))
    outcome = take(database, shares(2023))
    assert outcome.difference == NOTHING | {"same": 10}


def test_correcting_one_municipality_touches_its_period_alone(database: sa.Engine) -> None:
    take(database, shares(2022))
    take(database, shares(2023))
    outcome = take(database, shares(2023, plus=50, codes=("KU106",)))
    assert outcome.difference == NOTHING | {"changed": 3, "same": 17}  # itself, its county and its employment area
    assert series(database, "KU106")["2023"] == pytest.approx(15)
    assert series(database, "HVA02") == pytest.approx({"2022": 10.0, "2023": 100 * 665 / 6150})
    assert cell(current(database), "KU186", period="2023")["numerator"] == 101


def test_correcting_one_municipality_leaves_other_counties_means_the_same(database: sa.Engine) -> None:
    random = np.random.default_rng(5)
    codes = [*KEUSOTE, *KESKI_SUOMI]
    lines = [
        f"{code};2023;{random.uniform(1, 9):.2f};{random.integers(50, 9999)}" for code in random.permutation(codes)
    ]
    header = "Alue;Vuosi;Arvo;Nimittäjä"
    take(database, "\n".join([header, *lines]), "score")
    before = current(database, "score")
    outcome = take(database, f"{header}\nKU106;2023;5.5;100", "score")
    after = current(database, "score")
    pd.testing.assert_series_equal(cell(after, "HVA15"), cell(before, "HVA15"), check_names=False, check_exact=True)
    assert outcome.difference["changed"] == 3  # KU106, HVA02 and TA14


def test_what_was_delivered_for_a_county_stays_beside_new_municipalities(database: sa.Engine) -> None:
    take(database, "Alue;Vuosi;Arvo\nHVA02;2023;55,5")
    take(database, shares(2023))
    assert series(database, "HVA02") == {"2023": 55.5}
    assert series(database, "TA14") == pytest.approx({"2023": 10.0})


def test_another_providers_rows_are_untouched(database: sa.Engine) -> None:
    take(database, shares(2023, codes=tuple(KESKI_SUOMI)), provider="hyvaks")
    before = current(database, provider="hyvaks")
    take(database, shares(2023))
    take(database, shares(2023, plus=5))
    pd.testing.assert_frame_equal(current(database, provider="hyvaks"), before)
    assert series(database, "HVA15")["2023"] is not None
    assert series(database, "HVA02")["2023"] is not None


@pytest.mark.parametrize("order", [{"publish": True}, {"dry_run": True, "publish": False}])
def test_another_providers_figures_are_not_overwritten(database: sa.Engine, order: dict[str, Any]) -> None:
    take(database, shares(2023))
    before = dump(database)
    outcome = take(database, shares(2023, codes=("KU106", "KU091")), provider="statfin", **order)
    assert (outcome.status, outcome.releases) == ("rejected", [])
    assert [problem.code for problem in outcome.problems] == ["provider-conflict"]
    assert "keusote" in outcome.problems[0].message.fi
    assert "Hyvinkää" in outcome.problems[0].message.fi
    assert dump(database) == before


@pytest.mark.parametrize("who", [READER, Person("analyst", (Grant("analyst", "hyvaks"),))])
def test_who_may_not_brings_nothing_in(database: sa.Engine, who: Person) -> None:
    before = dump(database)
    with pytest.raises(NotAllowed):
        take(database, shares(2023), by=who)
    assert dump(database) == before


@pytest.mark.parametrize("order", [{"publish": True}, {"dry_run": True, "publish": False}])
def test_a_file_with_areas_of_others_is_refused_in_one_sentence_that_names_them(
    database: sa.Engine, order: dict[str, Any]
) -> None:
    own = Person("analyst", (Grant("analyst", "keusote", KEUSOTE),))
    assert take(database, shares(2023), by=own).status == "published"
    before = dump(database)
    outcome = take(database, shares(2024, codes=(*KEUSOTE, "KU091", "KU049")), by=own, **order)
    assert (outcome.status, [problem.code for problem in outcome.problems]) == ("rejected", ["areas-beyond"])
    assert "2 alueelta" in outcome.problems[0].message.fi
    assert "Espoo, Helsinki" in outcome.problems[0].message.fi
    assert dump(database) == before


def test_a_figure_that_only_the_file_says_was_computed_is_not_believed_beyond_the_own_areas(
    database: sa.Engine,
) -> None:
    own = Person("analyst", (Grant("analyst", "keusote", ("KU186",)),))
    text = shares(2023, codes=("KU186", "HVA02"))
    known = list(catalogue(database).values())
    understood = understand(text.encode(), "luvut.csv", NAMES, known, read_mapping(""), "share", 10_000_000)
    rows = understood.arranged.observations
    told = rows.assign(origin=rows["area"].map({"KU186": "delivered", "HVA02": "rolled up"}))
    forged = replace(understood, arranged=replace(understood.arranged, observations=told))
    outcome = bring_in(database, forged, text.encode(), AREAS, Order(provider="keusote", by=own, publish=True))
    assert outcome.status == "published"
    assert series(database, "KU186") == {"2023": 10.0}
    assert series(database, "HVA02").get("2023") is None


NEW = "Alue;Vuosi;Kuntouttavan työtoiminnan asiakkaat\nKU106;2023;40\nKU186;2023;50"


@pytest.mark.parametrize(
    ("order", "is_stored"), [({"dry_run": True}, False), ({"publish": False}, True), ({"publish": True}, True)]
)
def test_a_new_indicator_is_kept_with_its_figures_only(
    database: sa.Engine, order: dict[str, Any], is_stored: bool
) -> None:
    before = dump(database)
    outcome = take(database, NEW, None, **order)
    assert outcome.indicators == ["kuntouttavan-tyotoiminnan-asiakkaat"]
    known = catalogue(database)
    assert ("kuntouttavan-tyotoiminnan-asiakkaat" in known) == is_stored
    if is_stored:
        made = known["kuntouttavan-tyotoiminnan-asiakkaat"]
        assert (made.kind, made.polarity, made.disclosure.rule) == ("count", "none", "small cells")
    else:
        assert dump(database) == before


def test_a_file_of_several_indicators_is_published_under_one_version(database: sa.Engine) -> None:
    text = "Alue;Vuosi;share fi;Uusi mittari\nKU106;2023;40;5,5\nKU186;2023;50;6,5"
    outcome = take(database, text, None)
    assert outcome.indicators == ["share", "uusi-mittari"]
    assert len(outcome.releases) == 2
    assert (series(database, "KU106"), series(database, "KU106", "uusi-mittari")) == ({"2023": 40}, {"2023": 5.5})
    with database.connect() as connection:
        versions = connection.execute(sa.text("SELECT DISTINCT data_version FROM publication")).all()
    assert len(versions) == 1


def test_no_small_number_is_ever_stored(database: sa.Engine) -> None:
    values = {"KU106": 3, "KU186": 40, "KU505": 9, "KU543": 80, "KU611": 0, "KU858": 60}
    outcome = take(database, people(values), "clients")
    assert (outcome.primary, outcome.secondary) == (1, 1)
    stored = [value for table in dump(database).values() for row in table for value in row]
    assert 3.0 not in [value for value in stored if isinstance(value, float)]
    assert series(database, "HVA02", "clients") == {"2023": 192}
    again = take(database, people(values), "clients")
    assert again.difference == NOTHING | {"same": 10}


def test_what_others_give_away_is_rejected_before_anything_of_it_is_stored(database: sa.Engine) -> None:
    others = {"HVA02": 265, "KU186": 40, "KU505": 19, "KU543": 80, "KU611": 63, "KU858": 60}
    with writing(database) as connection:
        published(connection, "clients", "keusote", counts(others))  # before the rule was there
    before = dump(database)
    outcome = take(database, people({"KU106": 3}), "clients", provider="statfin")
    assert (outcome.status, outcome.releases, outcome.difference) == ("rejected", [], NOTHING)
    assert "disclosed-before" in [problem.code for problem in outcome.problems]
    assert dump(database) == before


def test_figures_of_one_sex_brought_in_later_do_not_follow_from_those_that_are_out(database: sa.Engine) -> None:
    take(database, people({"HVA02": 20}), "clients")
    take(database, people({"HVA02": 17}, sex="naiset"), "clients")
    take(database, people({"HVA02": 3}, sex="miehet"), "clients")
    found = [series(database, "HVA02", "clients", sex)["2023"] for sex in ("total", "female", "male")]
    assert found[2] is None
    assert None in found[:2]


def test_two_who_add_years_at_the_same_time_both_keep_theirs(database: sa.Engine) -> None:
    take(database, shares(2020))
    start = Barrier(2, timeout=30)

    def work(year: int) -> str:
        start.wait()
        return take(database, shares(year)).status

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(work, (2021, 2022))) == ["published", "published"]
    assert set(series(database, "HVA02")) == {"2020", "2021", "2022"}


WAIT = protected("delay", "median", wait={"classes": "delay-classes"})
WAITED = protected("delay-classes", "count")
HEADER = "Kunta;Vuosi;0–7 pv;8–30 pv;31–90 pv;yli 90 pv"


def by_wait(database: sa.Engine, persons: Mapping[str, tuple[int, ...]], year: int = 2024) -> Outcome:
    """Bring in persons by class of waiting time of municipalities."""
    with writing(database) as connection:
        store.add(connection, [WAIT, WAITED])
    lines = [";".join(map(str, (code, year, *numbers))) for code, numbers in persons.items()]
    return take(database, "\n".join([HEADER, *lines]), "delay")


def point_of(database: sa.Engine, area: str) -> Any:
    with database.connect() as connection:
        return (
            read_series(connection, ["delay"], [area])["delay", area].latest
            or read_series(connection, ["delay"], [area])["delay", area].points[-1]
        )


ENOUGH = {code: (40 + n, 40, 40, 40 - n) for n, code in enumerate(KEUSOTE)}


def test_medians_of_municipalities_and_of_their_county_follow_from_classes(database: sa.Engine) -> None:
    outcome = by_wait(database, ENOUGH)
    assert (outcome.status, outcome.indicators) == ("published", ["delay-classes", "delay"])
    own = point_of(database, "KU106")
    assert (own.value, own.q1, own.denominator, own.origin) == (30, 7, 160, "classes")
    assert own.lower < 30 < own.upper
    county = point_of(database, "HVA02")
    assert (county.denominator, county.origin) == (960, "classes")
    # 255 within 7 days and 495 within 30: the 480th waited as many days as 225 of the 240 between them.
    assert county.value == pytest.approx(7 + 23 * 225 / 240)


def test_no_median_tells_of_a_class_that_is_hidden(database: sa.Engine) -> None:
    by_wait(database, ENOUGH | {"KU186": (50, 40, 30, 3)})
    classes = current(database, "delay-classes")
    hidden = classes.loc[classes["status"] == "hidden", ["area", "breakdown"]].to_numpy().tolist()
    assert ["KU186", "days:91-"] in hidden
    assert len([cell for cell in hidden if cell[0] == "KU186"]) == 2  # the class and what would give it away
    assert len({area for area, _ in hidden}) > 1
    point = point_of(database, "KU186")
    assert (point.value, point.q1, point.denominator) == (None, None, None)
    assert (point.status, point.reason) == ("missing at source", "classes hidden")
    assert point_of(database, "HVA02").value is not None


def test_a_median_in_the_open_class_and_one_of_a_county_that_lacks_members(database: sa.Engine) -> None:
    by_wait(database, {"KU186": (10, 10, 10, 60)})
    assert (point_of(database, "KU186").status, point_of(database, "KU186").reason) == (
        "missing at source",
        "open class",
    )
    county = point_of(database, "HVA02")
    assert (county.value, county.reason, county.members, county.members_present) == (None, "members missing", 6, 1)


def test_a_corrected_class_corrects_the_median_and_other_years_stay(database: sa.Engine) -> None:
    by_wait(database, ENOUGH, 2023)
    by_wait(database, ENOUGH)
    by_wait(database, {"KU106": (80, 40, 40, 40)})
    medians = current(database, "delay").set_index(["area", "period"])["value"]
    assert medians["KU106", "2023"] == 30
    assert medians["KU106", "2024"] == pytest.approx(7 + 23 / 2)
    assert medians["HVA02", "2024"] < medians["HVA02", "2023"]


def test_classes_with_other_ends_replace_those_before(database: sa.Engine) -> None:
    by_wait(database, ENOUGH, 2023)
    by_wait(database, ENOUGH)
    lines = [f"{code};2024;50;60;50" for code in KEUSOTE]
    take(database, "\n".join(["Kunta;Vuosi;Alle 15 pv;15–30 pv;yli 30 pv", *lines]), "delay")
    classes = current(database, "delay-classes")
    of_year = {year: sorted(rows["breakdown"].unique()) for year, rows in classes.groupby("period")}
    assert of_year["2024"] == ["days:0-14", "days:15-30", "days:31-", "total"]
    assert of_year["2023"] == ["days:0-7", "days:31-90", "days:8-30", "days:91-", "total"]
    for area in ("KU186", "HVA02"):
        assert point_of(database, area).value == pytest.approx(14 + 16 / 2)


def test_a_delivered_median_wins_over_that_of_classes(database: sa.Engine) -> None:
    by_wait(database, ENOUGH)
    take(database, "Kunta;Vuosi;Mediaani;Q1;Q3;n\nKU106;2024;28;6;61;160\n", "delay")
    by_wait(database, ENOUGH)
    assert (point_of(database, "KU106").value, point_of(database, "KU106").origin) == (28, "delivered")
    assert point_of(database, "KU186").origin == "classes"


def test_a_mean_with_its_spread_and_number_has_an_interval(database: sa.Engine) -> None:
    take(database, "Kunta;Vuosi;Keskiarvo;Keskihajonta;n\nKU106;2024;6,1;2;100\n", "score")
    own = cell(current(database, "score"), "KU106")
    assert (own["deviation"], own["denominator"]) == (2, 100)
    assert (own["lower"], own["upper"]) == pytest.approx((6.1 - 1.984 * 0.2, 6.1 + 1.984 * 0.2), abs=1e-3)
