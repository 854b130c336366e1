"""Figures that KEKO gave come back exactly as they were, in every form and language."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.config import LANGUAGES, Language
from keko.data.area_names import AreaNames
from keko.data.observations import COUNTS, KEY, NUMBERS
from keko.data.own_files import harmless, unharmed
from keko.data.problems import errors
from keko.data.providers import DEMO
from keko.data.schema import STATUSES
from keko.data.text import Text
from keko.exchange.answers import series_answer
from keko.exchange.figures import Asked, series_frame, series_notes
from keko.exchange.json_stat import json_stat_bytes
from keko.exchange.tables import csv_bytes, parquet_bytes, xlsx_bytes
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point, Question, Series
from keko.intake.mappings import Mapping, NewIndicator
from keko.intake.own_files import provider_of
from keko.intake.understand import Understood, understand
from keko.words.terms import DEMO_NOTICE
from tests.data.figures import every_area, item, point

AREAS = every_area()
NAMES = AreaNames(AREAS)
ITEM = item("share", unit="%")
SEEN = [*KEY, *NUMBERS, *COUNTS, "status", "reason", "origin"]
LARGEST = 10_000_000
WITHOUT_VALUE = ("hidden", "missing at source", "not applicable", "below quality")

Written = Callable[[list[Asked], Language], bytes]


def of_frame(write: Callable[..., bytes]) -> Written:
    """A form of file that is made of the table of exports."""

    def written(every: list[Asked], language: Language) -> bytes:
        frame = series_frame(every, ITEM, AREAS, language)
        return write(frame, series_notes(ITEM, [series for series, _ in every], 7, language), language)

    return written


def answer(every: list[Asked], language: Language) -> bytes:
    """What `keko series --json` says, of one question."""
    told = series_answer(ITEM, every[0][1], [series for series, _ in every], AREAS, language)
    return json.dumps(told, ensure_ascii=False).encode()


FORMS: dict[str, Written] = {
    "luvut.csv": of_frame(csv_bytes),
    "luvut.json": of_frame(lambda frame, notes, language: json_stat_bytes(frame, ITEM, notes, language)),
    "luvut.xlsx": of_frame(lambda frame, notes, _: xlsx_bytes(frame, notes, ("a", "b"))),
    "luvut.parquet": of_frame(lambda frame, notes, _: parquet_bytes(frame, notes)),
}


def brought_back(data: bytes, name: str, catalogue: list[Indicator] | None = None) -> Understood:
    return understand(data, name, NAMES, [ITEM] if catalogue is None else catalogue, Mapping(), None, LARGEST)


def rows_of(every: list[Asked]) -> pd.DataFrame:
    cells = [
        {**asdict(question), "area": series.area, **point._asdict()}
        for series, question in every
        for point in series.points
    ]
    return in_order(pd.DataFrame(cells))


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    numbers = dict.fromkeys([*NUMBERS, *COUNTS], "float64")
    ordered = rows[SEEN].astype(object).astype(numbers).sort_values(KEY).reset_index(drop=True)
    return ordered.where(ordered.notna(), None).astype(numbers)


def is_the_same(every: list[Asked], data: bytes, name: str) -> None:
    understood = brought_back(data, name)
    assert [problem.code for problem in understood.problems if problem.severity != "warning"] == ["own-file"]
    assert [own.id for own in understood.indicators] == ["share"]
    account = understood.arranged.accounting
    assert (account.rows, account.refused, account.passed) == (account.read, 0, ())
    pd.testing.assert_frame_equal(in_order(understood.arranged.observations), rows_of(every), check_exact=True)


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
TEXTS = st.one_of(
    st.just("total"), st.sampled_from(["15-64", "65+", "Total area: a", "Koulutus: yhteensä", "-5", "'=1", "0", "NA"]), WORDS
)  # fmt: skip
NUMBER = st.floats(-1e12, 1e12, allow_nan=False).map(lambda number: number + 0.0)  # no negative nought
MAYBE = st.none() | NUMBER


@st.composite
def points(draw: st.DrawFn, period: str) -> Point:
    """A point as it may be stored: shown, or with the reason why not."""
    status = draw(st.sampled_from(STATUSES))
    shown = status not in WITHOUT_VALUE or (status == "below quality" and draw(st.booleans()))
    figures: dict[str, Any] = dict.fromkeys(
        ("value", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3")
    )
    if shown:
        value, spread = draw(NUMBER), draw(st.floats(0, 1e3))
        figures = {name: draw(MAYBE) for name in figures} | {
            "value": value,
            "deviation": draw(st.none() | st.just(spread)),
        }
        figures |= {"q1": value - spread, "q3": value + spread} if draw(st.booleans()) else {"q1": None, "q3": None}
    computed = draw(st.booleans())
    counts = (6, draw(st.integers(0, 6)), draw(st.floats(0, 1))) if computed else (None, None, None)
    reason = None if shown else draw(st.sampled_from([None, "small cell", "members hidden", "not published"]))
    beside: dict[str, Any] = dict(zip(("members", "members_present", "coverage"), counts, strict=True))
    origin = "rolled up" if computed else "delivered"
    return Point(period=period, status=status, reason=reason, origin=origin, **figures, **beside)


@st.composite
def series_of(draw: st.DrawFn, area: str) -> Series:
    periods = draw(st.lists(st.sampled_from(["2022", "2023", "2024-Q1", "2024-03"]), min_size=1, unique=True))
    own = tuple(draw(points(period)) for period in sorted(periods))
    return Series("share", area, own, provider=draw(st.sampled_from(["local", "statfin"])))


CODES = st.lists(
    st.sampled_from(["MAA", "HVA02", "TA14", "MK01", "KU186", "KU005"]), min_size=1, max_size=3, unique=True
)
QUESTIONS = st.builds(Question, st.sampled_from(["total", "male", "female"]), TEXTS, TEXTS)


@st.composite
def releases(draw: st.DrawFn, most: int = 4) -> list[Asked]:
    """What a release may hold."""
    questions = draw(st.lists(QUESTIONS, min_size=1, max_size=most, unique=True))
    return [(draw(series_of(code)), question) for question in questions for code in draw(CODES)]


@settings(max_examples=25)  # of many rows each
@given(releases(), st.sampled_from(["luvut.csv", "luvut.json"]), st.sampled_from(LANGUAGES))
def test_whatever_is_published_comes_back(every: list[Asked], name: str, language: Language) -> None:
    is_the_same(every, FORMS[name](every, language), name)


@settings(max_examples=10)
@given(releases(most=1), st.sampled_from(LANGUAGES))
def test_an_answer_of_series_comes_back(every: list[Asked], language: Language) -> None:
    is_the_same(every, answer(every, language), "vastaus.json")


@given(WORDS)
def test_what_is_made_harmless_is_unharmed(text: str) -> None:
    assert unharmed(harmless(text)) == text


SHOWN = point(0.1 + 0.2, "2022", lower=0.1, upper=1 / 3, numerator=3.0, denominator=1000.0, status="preliminary")
HIDDEN = point(None, "2023", status="hidden", reason="small cell")
COMPUTED = point(
    None, "2022", status="missing at source", reason="members hidden", origin="rolled up", members=6, members_present=5,
    coverage=0.9,
)  # fmt: skip
EXAMPLE = [
    (Series("share", "KU186", (SHOWN, HIDDEN), provider="statfin"), Question("female", "15-64", "-1 vuotta")),
    (Series("share", "HVA02", (COMPUTED,), provider="statfin"), Question()),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMS)
def test_every_form_keeps_every_digit_status_and_reason(name: str, language: Language) -> None:
    is_the_same(EXAMPLE, FORMS[name](EXAMPLE, language), name)


@pytest.mark.parametrize("name", FORMS)
def test_a_new_installation_makes_the_indicator_that_the_file_names(name: str) -> None:
    understood = brought_back(FORMS[name](EXAMPLE, "fi"), name, [])
    (made,) = understood.indicators
    assert (made.id, made.kind, made.unit, made.names.fi) == ("share", "proportion", "%", "share fi")


@pytest.mark.parametrize("name", FORMS)
def test_a_file_tells_who_delivers_it_and_that_it_is_a_demo(name: str) -> None:
    table = brought_back(FORMS[name](EXAMPLE, "fi"), name).table
    assert provider_of(table) == "statfin"
    demo = [(replace(series, is_demo=True, provider="x"), question) for series, question in EXAMPLE]
    assert provider_of(brought_back(FORMS[name](demo, "fi"), name).table) == DEMO
    assert DEMO_NOTICE.fi in FORMS["luvut.csv"](demo, "fi").decode("utf-8-sig")


def test_the_figures_of_a_set_of_areas_are_passed_over_with_a_word() -> None:
    every = [(replace(EXAMPLE[0][0], area="KU186"), Question()), (EXAMPLE[1][0], Question())]
    data = FORMS["luvut.csv"](every, "fi").replace(b"HVA02;", b"JOUKKO-x;")
    understood = brought_back(data, "luvut.csv")
    assert [problem.code for problem in understood.problems] == ["own-file", "sets-passed-over"]
    account = understood.arranged.accounting
    assert (account.rows, account.read, account.refused) == (3, 2, 0)


def edited(**cells: str) -> bytes:
    """The example as CSV with another row, of which some cells are given."""
    lines = FORMS["luvut.csv"](EXAMPLE, "en").decode("utf-8-sig").splitlines()
    lines.append(",".join(cells.get(name, "") for name in lines[0].split(",")))
    return "\n".join(lines).encode()


def test_a_row_that_a_person_adds_or_fills_in_is_an_ordinary_one() -> None:
    data = edited(area="KU186", period="2024", sex="total", value="7.5", indicator="share")
    rows = brought_back(data, "luvut.csv").arranged.observations
    added = rows[rows["period"] == "2024"].iloc[0]
    assert (added["value"], added["status"], added["origin"], added["age"]) == (7.5, "final", "delivered", "total")


def test_what_is_wrong_in_an_edited_file_is_told_where_it_stands() -> None:
    text = (
        FORMS["luvut.csv"](EXAMPLE, "en").decode("utf-8-sig").replace("KU186", "KU999", 1).replace(",1000,", ",tuhat,")
    )
    problems = brought_back(text.encode(), "luvut.csv").problems
    told = {(problem.row, problem.column, problem.code) for problem in problems}
    assert {(2, "area", "unknown-area-code"), (2, "denominator", "not-a-number")} <= told


def test_what_keko_never_writes_is_no_origin_and_no_reason() -> None:
    cells = {"area": "KU186", "period": "2024", "sex": "total", "indicator": "share"}
    data = edited(**cells, status="hidden", origin="made up at home", reason="somebody's word" * 4)
    rows = brought_back(data, "luvut.csv").arranged.observations
    added = rows[rows["period"] == "2024"].iloc[0]
    assert (added["status"], added["origin"], added["reason"]) == ("hidden", "delivered", "hidden at source")


def test_a_slip_in_an_edited_file_is_told_and_does_not_stop_it() -> None:
    cells = {"area": "KU186", "sex": "female", "age": "15-64", "breakdown": "-1 vuotta", "indicator": "share"}
    understood = brought_back(edited(**cells, period="2024", value="0.9", numerator="9", denominator="3"), "luvut.csv")
    assert {(problem.row, problem.severity) for problem in understood.problems} >= {(5, "warning")}
    assert not errors(understood.problems)


def test_what_a_person_says_of_a_new_indicator_holds_before_what_the_file_says() -> None:
    mapping = Mapping(indicator=NewIndicator(name=Text.same("Oma nimi"), kind="rate"))
    data = FORMS["luvut.csv"](EXAMPLE, "fi")
    (made,) = understand(data, "luvut.csv", NAMES, [], mapping, None, LARGEST).indicators
    assert (made.id, made.names.fi, made.kind, made.unit) == ("share", "Oma nimi", "rate", "%")
