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
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import NotAllowed, Person
from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.changes import undo
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.problems import record_of
from keko.ecosystem.records import KINDS, Actor, Kind, Method, Obstacle, Occasion, Record, Service
from keko.ecosystem.register import Entry, Register
from keko.ecosystem.stages import read_stages
from keko.ecosystem.store import read, write, write_invented
from keko.ecosystem.takes import TAKES
from keko.exchange.ecosystem.cells import CellReader
from keko.exchange.ecosystem.columns import columns_of, kind_of
from keko.exchange.ecosystem.known import known_names
from keko.exchange.ecosystem.plan import Plan, look, publish
from keko.exchange.ecosystem.sheets import read_filled
from keko.exchange.ecosystem.template import csv_bytes, workbook
from keko.exchange.ecosystem.understanding import understand
from keko.intake.read.formats import spreadsheet
from keko.words.ecosystem_register import VALUES
from tests.data.figures import dump
from tests.ecosystem.invented import (
    ADMIN,
    COACHING,
    COMMON,
    COUNTY,
    EVERY,
    MODEL,
    OF_CHARITY,
    OF_COUNTY,
    PEER,
    QUEUE,
    name,
    offering,
    other,
)
from tests.segments.figures import stored, two_areas

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
        del sheets["Esteet"][1 + [row[0] for row in sheets["Esteet"][1:]].index(QUEUE.id)]

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
        "Esteet, rivi 4:",
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


def test_the_same_file_twice_adds_no_obstacle_twice(there: sa.Engine) -> None:
    heads = ["Kuvaus suomeksi", "Ylläpitäjä", "Missä", "Alkaen"]
    rows = [["Arvioon jonotetaan", "Tuki ry", "Järvenpää", "2026-01-01"], ["Bussi ei kulje", "", "", "2026-02-01"]]
    first = planned(there, "esteet.csv", table(heads, *rows))
    assert [record.key for record in first.new] == [("obstacle", "bussi-ei-kulje")]
    assert (first.unchanged, first.changed, first.problems) == (1, {}, [])
    published(there, first)
    again = planned(there, "esteet.csv", table(heads, *rows))
    assert (again.unchanged, again.written, again.problems) == (2, [], [])
    twice = planned(there, "esteet.csv", table(heads, *rows, rows[1]))
    told = [(problem.code, problem.severity, problem.row) for problem in twice.problems]
    assert told == [("ecosystem-obstacle-taken", "error", 4), ("ecosystem-obstacle-taken", "warning", 3)]


def test_an_actor_that_is_called_as_a_sector_stays_an_actor(there: sa.Engine) -> None:
    company = Actor(id="valtio", name=name("Valtio Oy"), sector="company")
    with writing(there) as connection:
        write(connection, [company, other(QUEUE, remover="valtio"), other(COMMON, remover="state")], ADMIN)
    for language in LANGUAGES:
        for file, data in (
            ("x.xlsx", workbook(register(there), language)),
            ("x.csv", csv_bytes(register(there), "obstacle", language)),
        ):
            assert planned(there, file, data).written == []
    data = table(["Nimi suomeksi", "Sektori"], ["State", "Valtio"])
    assert [record.key for record in planned(there, "toimijat.csv", data).new] == [("actor", "state-2")]


def test_what_was_not_touched_does_not_stop_a_file(there: sa.Engine) -> None:
    """A group may have gone from a newer release of its model: whose offering it is, is told, and the rest comes."""
    with writing(there) as connection:
        stored(connection, two_areas())
        write(connection, [offering("vertaistuki")], ADMIN)
        connection.execute(sa.text("UPDATE segment SET code = 'Q' WHERE code = 'B'"))
        data = workbook(read(connection), "fi")
    wanted = planned(there, "x.xlsx", data, OF_COUNTY)
    assert [(problem.code, problem.severity) for problem in wanted.problems] == [("ecosystem-code-unknown", "warning")]
    data = appended(data, "Palvelut", Nimi_suomeksi="Uusi", Toimija="keusote")
    wanted = planned(there, "x.xlsx", data, OF_COUNTY)
    assert wanted.may_be_published
    published(there, wanted)


def test_the_template_lists_what_may_be_chosen_and_is_filled_in_by_name(there: sa.Engine) -> None:
    with writing(there) as connection:
        stored(connection, two_areas())
        names = known_names(connection)
    group, model = names.groups[MODEL]["B"], names.models[MODEL]
    for language in LANGUAGES:
        data = workbook(register(there), language, names)
        sheet = next(sheet for sheet in spreadsheet.sheets_of(data) if sheet.name == VALUES.within(language))
        assert [*(row[1:] for row in sheet.rows)].count([group.within(language), "B"]) == 1
        assert any(row[1:] == [model.within(language), MODEL] for row in sheet.rows)
        wanted = planned(there, "rekisteri.xlsx", data, removing=True)
        assert (wanted.written, wanted.gone, wanted.problems) == ([], [], [])
        cells = [PEER.name.fi, model.within(language), group.within(language), read_stages()[0].names.within(language)]
        heads = [FIELDS[name].within(language) for name in ("service", "model", "segment", "stage")]
        (new,) = planned(there, "x.csv", table(heads, cells)).new
        assert new == offering("vertaistuki", stage=read_stages()[0].code)


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("municipalities", "KU186, KU858", ("KU186", "KU858")),
        ("municipalities", "KU186; KU858", ("KU186", "KU858")),
        ("languages", "fi,sv", ("fi", "sv")),
        ("point", "60.4, 25.1", ("60.4", "25.1")),
        ("point", "60,4 25,1", ("60.4", "25.1")),
        ("point", "60.4;25.1", ("60.4", "25.1")),
        ("point", "60,4, 25,1", ("60.4", "25.1")),
    ],
)
def test_lists_and_places_are_parted_as_people_part_them(field: str, cell: str, value: object) -> None:
    assert CellReader().read(field, cell) == value


@pytest.mark.parametrize("field", [name for kind in KINDS.values() for name in kind.model_fields])
def test_a_field_that_will_not_do_says_what_it_takes(field: str) -> None:
    assert all(TAKES[field])


def test_an_address_without_its_scheme_gets_it_and_another_is_told_what_will_do() -> None:
    assert other(COUNTY, website="www.tuki.fi").website == "https://www.tuki.fi"
    with pytest.raises(Refused) as refused:
        record_of("actor", COUNTY.model_dump() | {"switchboard": "029 151 2000 (vaihde)", "website": "tuki"})
    told = [problem.message.fi for problem in refused.value.problems]
    assert [sentence.endswith(("www.esimerkki.fi.", "029 151 2000.")) for sentence in told] == [True, True]


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


FORMULAS = ["=cmd|' /C calc'!A0", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1:A9)", '-HYPERLINK("x")', "＝1+1", "\u200b=1+1"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_that_a_spreadsheet_would_calculate_is_refused(there: sa.Engine, formula: str) -> None:
    before = dump(there)
    wanted = planned(
        there, "palvelut.csv", table(["Nimi suomeksi", "Toimija", "Kuvaus suomeksi"], ["Uusi", "tuki", formula])
    )
    assert [(problem.code, problem.row, problem.column) for problem in wanted.problems] == [
        ("ecosystem-formula", 2, "Kuvaus suomeksi")
    ]
    with pytest.raises(Refused), writing(there) as connection:
        write(connection, [other(COACHING, what=name(formula))], ADMIN)
    assert dump(there) == before


@pytest.mark.parametrize("text", ["+358 29 123 4567", "- maksuton", "-20 % alennus", "@työ-ryhmä", "2 + 2 = 4"])
def test_a_text_that_only_begins_oddly_is_taken(there: sa.Engine, text: str) -> None:
    with writing(there) as connection:
        write(connection, [other(COACHING, what=name(text))], ADMIN)


def test_a_file_of_very_many_rows_is_refused_in_one_sentence(there: sa.Engine) -> None:
    rows = "Nimi suomeksi;Toimija\n" + "".join(f"Palvelu {number};ei kukaan\n" for number in range(100_000))
    (problem,) = planned(there, "palvelut.csv", rows.encode()).problems
    assert problem.code == "ecosystem-too-many-rows"
    assert "(100001)" in problem.message.fi


def test_a_file_seen_before_somebody_else_edited_changes_nothing(there: sa.Engine) -> None:
    wanted = planned(
        there, "palvelut.csv", table(["Tunnus", "Nimi suomeksi", "Toimija"], ["ips-keusote", "Uusi nimi", "keusote"])
    )
    with writing(there) as connection:
        write(connection, [other(COACHING, places=7)], OF_COUNTY, seen={COACHING.key: COACHING})
    before = dump(there)
    with pytest.raises(ChangedMeanwhile), writing(there) as connection:
        publish(connection, wanted, ADMIN)
    assert dump(there) == before


def test_of_two_files_for_one_record_the_second_is_looked_at_again(there: sa.Engine) -> None:
    head = ["Tunnus", "Nimi suomeksi", "Toimija"]
    one, two = (planned(there, "palvelut.csv", table(head, ["uusi", title, "tuki"])) for title in ("Yksi", "Kaksi"))
    published(there, one)
    with pytest.raises(ChangedMeanwhile):
        published(there, two)


def test_a_plan_of_one_is_not_published_by_another(there: sa.Engine) -> None:
    wanted = planned(there, "palvelut.csv", table(["Nimi suomeksi", "Toimija"], ["Uusi", "keusote"]))
    before = dump(there)
    with pytest.raises(NotAllowed), writing(there) as connection:
        publish(connection, wanted, OF_CHARITY)
    assert dump(there) == before
