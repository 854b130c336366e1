"""What the template gives out comes back unchanged; what is filled in comes as one change; what is wrong is told at its place."""

import csv
import io
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import sqlalchemy as sa
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.config import LANGUAGES, Language
from keko.data.engine import writing
from keko.data.people import Person
from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.changes import undo
from keko.ecosystem.records import KINDS, Actor, Kind, Method, Obstacle, Occasion, Record, Service
from keko.ecosystem.register import Entry, Register
from keko.ecosystem.store import read, write_invented
from keko.exchange.ecosystem.cells import CellReader
from keko.exchange.ecosystem.columns import columns_of, kind_of
from keko.exchange.ecosystem.plan import Plan, look, publish
from keko.exchange.ecosystem.sheets import read_filled
from keko.exchange.ecosystem.template import csv_bytes, workbook
from keko.exchange.ecosystem.understanding import understand
from keko.intake.read.formats import spreadsheet
from tests.data.figures import dump
from tests.ecosystem.invented import ADMIN, COACHING, COUNTY, EVERY, OF_CHARITY, QUEUE, name, other

_LIMIT = 10_000_000


def planned(engine: sa.Engine, file: str, data: bytes, by: Person = ADMIN, removing: bool = False) -> Plan:
    with engine.connect() as connection:
        return look(connection, file, data, _LIMIT, by, removing)


def published(engine: sa.Engine, wanted: Plan) -> int:
    with writing(engine) as connection:
        return publish(connection, wanted, ADMIN)


def register(engine: sa.Engine) -> Register:
    with engine.connect() as connection:
        return read(connection)


def edited(data: bytes, edit: Callable[[dict[str, list[list[str]]]], None]) -> bytes:
    sheets, target = {sheet.name: sheet.rows for sheet in spreadsheet.sheets_of(data)}, BytesIO()
    edit(sheets)
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return target.getvalue()


def appended(data: bytes, sheet: str, **cells: str) -> bytes:
    """The workbook with one more row; `cells` by the Finnish headings."""

    def edit(sheets: dict[str, list[list[str]]]) -> None:
        heads = [head.replace(" ", "_") for head in sheets[sheet][0]]
        assert cells.keys() <= set(heads)
        sheets[sheet].append([cells.get(head, "") for head in heads])

    return edited(data, edit)


def table(heads: list[str], *rows: list[str]) -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows([heads, *rows])
    return target.getvalue().encode()


def test_what_is_given_out_comes_back_unchanged(there: sa.Engine) -> None:
    for language in LANGUAGES:
        wanted = planned(there, "rekisteri.xlsx", workbook(register(there), language), removing=True)
        assert (wanted.new, wanted.changed, wanted.gone, wanted.unchanged) == ([], {}, [], len(EVERY))
        assert wanted.problems == []
        assert not wanted.may_be_published


def test_one_kind_comes_back_as_csv(there: sa.Engine) -> None:
    for language in LANGUAGES:
        for kind in {record.kind for record in EVERY}:
            wanted = planned(there, "x.csv", csv_bytes(register(there), kind, language), removing=True)
            assert (wanted.written, wanted.gone, wanted.problems) == ([], [], [])
            assert wanted.unchanged == sum(record.kind == kind for record in EVERY)


@pytest.mark.parametrize("kind", KINDS)
def test_headings_alone_tell_the_kind(kind: Kind) -> None:
    for language in LANGUAGES:
        assert kind_of([column.title.within(language) for column in columns_of(kind)]) == kind
    assert kind_of(["Nimi suomeksi", "Jotain muuta"]) is None


def test_a_filled_in_file_is_one_change_that_is_taken_back_as_one(there: sa.Engine) -> None:
    before = register(there).records

    def edit(sheets: dict[str, list[list[str]]]) -> None:
        services = sheets["Palvelut"]
        sheets["Toimijat"].append(["", "Uusi yritys", "", "", "Yritys", "Järvenpää; KU858"])
        services.append(["", "Työvalmennus", "", "", "uusi yritys"])
        services[1][services[0].index("Sovittu odotusaika, päivää")] = "30"
        del sheets["Esteet"][1]

    data = edited(workbook(register(there), "fi"), edit)
    wanted = planned(there, "rekisteri.xlsx", data, removing=True)
    company = Actor(id="uusi-yritys", name=name("Uusi yritys"), sector="company", municipalities=("KU186", "KU858"))
    training = Service(id="tyovalmennus", name=name("Työvalmennus"), actor="uusi-yritys")
    assert list(wanted.problems) == []
    assert list(wanted.new) == [company, training]
    assert list(wanted.gone) == [QUEUE]
    assert [fields for _, fields in wanted.changed.values()] == [
        (Text("Sovittu odotusaika, päivää", "Överenskommen väntetid, dagar", "Agreed wait, days"),)
    ]
    change = published(there, wanted)
    assert register(there).records == {
        **{key: record for key, record in before.items() if key != QUEUE.key},
        company.key: company, training.key: training, COACHING.key: other(COACHING, agreed_days=30),
    }  # fmt: skip
    assert {entry.change for entry in register(there).entries.values()} >= {change}
    with writing(there) as connection:
        undo(connection, change, ADMIN)
    assert register(there).records == before


def test_what_the_file_lacks_stays_unless_it_is_the_whole(there: sa.Engine) -> None:
    data = table(["Tunnus", "Nimi suomeksi", "Toimija"], ["vertaistuki", "Vertaistuki", "tuki"])
    assert planned(there, "palvelut.csv", data).gone == []
    assert list(planned(there, "palvelut.csv", data, removing=True).gone) == [COACHING]
    assert planned(there, "palvelut.csv", data, OF_CHARITY, removing=True).gone == []


def test_columns_that_the_file_lacks_are_as_they_were(there: sa.Engine) -> None:
    data = table(["Tunnus", "Nimi suomeksi", "Toimija"], ["ips-keusote", "IPS-valmennus nyt", "keusote"])
    (changed,) = planned(there, "palvelut.csv", data).changed.values()
    assert changed[0] == other(COACHING, name=name("IPS-valmennus nyt"))


WRONG = [
    (
        "Tarjonta",
        {"Palvelu": "vertaistuki", "Segmenttimalli": "malli", "Asiakasryhmä": "Q", "Vaihe": "olematon"},
        "ecosystem-code-unknown",
        "Tarjonta, rivi 2:",
        "Vaihe",
    ),
    (
        "Palvelut",
        {"Nimi_suomeksi": "Uusi"},
        "ecosystem-field-missing",
        "Palvelut, rivi 4: Palvelu: kenttä ”Toimija” puuttuu.",
        "Toimija",
    ),
    (
        "Palvelut",
        {"Nimi_suomeksi": "Uusi", "Toimija": "ei kukaan"},
        "ecosystem-reference-unknown",
        "rivi 4:",
        "Toimija",
    ),
    (
        "Palvelut",
        {"Nimi_suomeksi": "Uusi", "Toimija": "tuki", "Sovittu_odotusaika,_päivää": "pari"},
        "ecosystem-field-invalid",
        "rivi 4:",
        "Sovittu odotusaika, päivää",
    ),
    (
        "Toimijat",
        {"Nimi_suomeksi": "TUKI ry", "Sektori": "Järjestö"},
        "ecosystem-name-taken",
        "Toimijat, rivi 4:",
        "Nimi suomeksi",
    ),
    (
        "Toimijat",
        {"Tunnus": "tuki", "Nimi_suomeksi": "Tuki ry", "Sektori": "Järjestö"},
        "ecosystem-record-twice",
        "Toimijat, rivi 3:",
        "Tunnus",
    ),
    (
        "Esteet",
        {"Kuvaus_suomeksi": "Jono", "Alkaen": "1.3.2026", "Tila": "Poistettu", "Poistettu": "1.2.2026"},
        "ecosystem-dates-reversed",
        "Esteet, rivi 3:",
        "Poistettu",
    ),
    (
        "Palvelut",
        {"Nimi_suomeksi": "Uusi", "Toimija": "tuki", "Kuvaus_suomeksi": "Soita 040 123 4567"},
        "personal-phone",
        "Palvelut, rivi 4:",
        "Kuvaus suomeksi",
    ),
    (
        "Palvelut",
        {"Nimi_suomeksi": "Uusi", "Toimija": "tuki", "Kuvaus_suomeksi": "maija.meikalainen@esimerkki.fi"},
        "personal-email",
        "Palvelut, rivi 4:",
        "Kuvaus suomeksi",
    ),
]


@pytest.mark.parametrize(("sheet", "cells", "code", "sentence", "column"), WRONG)
def test_what_is_wrong_is_told_with_sheet_row_and_column(
    there: sa.Engine, sheet: str, cells: dict[str, str], code: str, sentence: str, column: str
) -> None:
    before = dump(there)
    wanted = planned(there, "rekisteri.xlsx", appended(workbook(register(there), "fi"), sheet, **cells))
    assert not wanted.may_be_published
    told = [problem for problem in wanted.problems if (problem.code, problem.column) == (code, column)]
    assert any(sentence in problem.message.fi for problem in told)
    assert all(problem.message.fi.startswith(f"{sheet}, rivi {problem.row}: ") for problem in told)
    assert dump(there) == before


def test_others_records_are_not_changed_by_a_file(there: sa.Engine) -> None:
    data = appended(workbook(register(there), "fi"), "Palvelut", Nimi_suomeksi="Uusi", Toimija="keusote")
    wanted = planned(there, "rekisteri.xlsx", data, OF_CHARITY)
    assert [problem.code for problem in wanted.problems] == ["ecosystem-not-yours"]
    assert planned(there, "rekisteri.xlsx", workbook(register(there), "fi"), OF_CHARITY).problems == []


def test_what_others_need_does_not_go(there: sa.Engine) -> None:
    data = table(["Tunnus", "Nimi suomeksi", "Sektori"], ["keusote", COUNTY.name.fi, "Hyvinvointialue"])
    codes = [problem.code for problem in planned(there, "toimijat.csv", data, removing=True).problems]
    assert codes == ["ecosystem-still-needed"]
    assert planned(there, "toimijat.csv", data).problems == []


def test_invented_records_are_neither_given_out_nor_made_real(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_invented(connection, EVERY, ADMIN)
    data = workbook(register(installation), "fi")
    assert read_filled("rekisteri.xlsx", data, _LIMIT).rows == ()
    wanted = planned(installation, "x.xlsx", appended(data, "Toimijat", Nimi_suomeksi="Tuki ry", Sektori="Järjestö"))
    assert [(record.key, record.sector) for record in wanted.new] == [(("actor", "tuki-ry"), "ngo")]  # type: ignore[attr-defined]
    published(installation, wanted)
    assert [record.key for record in register(installation).records.values()] == [("actor", "tuki-ry")]


@pytest.mark.parametrize(
    ("file", "data", "code"),
    [
        ("x.csv", b"a;b\r\n1;2\r\n", "ecosystem-template-unknown"),
        ("x.csv", b"", "empty-file"),
        ("x.csv", table(["Tunnus", "Nimi suomeksi", "Toimija", "Toimija"], ["a", "b", "c", "d"]), "ecosystem-heading-unknown"),
        ("x.xlsx", b"PK\x03\x04xl/ broken", "damaged-file"),
    ],
)  # fmt: skip
def test_a_foreign_file_is_refused_in_a_sentence(file: str, data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_filled(file, data, _LIMIT)
    assert [problem.code for problem in refused.value.problems] == [code]


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip
TEXTS = st.one_of(WORDS.map(Text.same), st.builds(Text, WORDS, WORDS, WORDS))
IDS = st.text("abcdefghij0123456789-", min_size=1, max_size=12)
MANY = st.lists(st.sampled_from(["KU186", "KU858", "KU245"]), max_size=3).map(tuple)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
POINTS = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
RECORDS = st.one_of(
    st.builds(Actor, id=IDS, name=TEXTS, sector=st.sampled_from(["ngo", "other"]), municipalities=MANY, point=POINTS),
    st.builds(Service, id=IDS, name=TEXTS, actor=IDS, what=TEXTS, how=TEXTS, agreed_days=st.none() | st.integers(0, 99),
              places=st.none() | st.integers(0, 10**6), languages=st.just(("fi", "sv")), municipalities=MANY,
              methods=st.lists(IDS, max_size=3).map(tuple)),
    st.builds(Method, id=IDS, name=TEXTS, what=TEXTS, evidence=st.sampled_from(["strong", "none-known"])),
    st.builds(Obstacle, id=IDS, what=TEXTS, areas=MANY, remover=st.sampled_from([None, "ngo", "tuki"]), since=DAYS),
    st.builds(Occasion, id=IDS, name=TEXTS, day=DAYS,
              participants=st.dictionaries(st.sampled_from(["ngo", "state"]), st.integers(0, 100))),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(record=RECORDS, language=st.sampled_from(LANGUAGES))
def test_any_record_is_read_as_it_was_written(record: Record, language: Language) -> None:
    there_is = Register({record.key: Entry(record, "2026-01-01T00:00:00+00:00", "p-1", 1)})
    stored = type(record).model_validate(record.model_dump(mode="json"))
    rows = read_filled("x.csv", csv_bytes(there_is, record.kind, language), _LIMIT).rows
    understood = understand(rows, {}, CellReader())
    assert understood.problems == []
    assert [read_ for read_, _ in understood.records] == [stored]
