"""PX files: keywords in any order, languages, missing cells, and what is cut short."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.read.formats.px import read
from keko.intake.read.table import Table

PX = """CHARSET="ANSI";
CODEPAGE="iso-8859-15";
LANGUAGE="fi";
LANGUAGES="fi","en";
TITLE="Työttömät; ""kuukausittain"
" ja alueittain";
CONTENTS="Työttömät";
STUB="Alue","Kuukausi";
HEADING="Tiedot";
CONTVARIABLE="Tiedot";
VALUES("Alue")="KOKO MAA","Eckerö";
CODES("Alue")="SSS","KU043";
MAP("Alue")="Alue 2024";
VALUES("Kuukausi")="tammikuu","helmikuu";
CODES("Kuukausi")="2024M01","2024M02";
TIMEVAL("Kuukausi")=TLIST(M1),"202401","202402";
VALUES("Tiedot")="Työttömät, naiset (lkm.)","Osuus (%)";
CODES("Tiedot")="N","O";
UNITS("Työttömät, naiset (lkm.)")="lukumäärä";
UNITS("Osuus (%)")="%";
LAST-UPDATED("Osuus (%)")="20241223 08:00";
SOURCE="TEM; työnvälitys";
STUB[en]="Region","Month";
VALUES[en]("Region")="WHOLE COUNTRY","Eckerö";
DATA=
10.0 1.5 "..." 2
"-" ".." 4 €5
;"""


def table(text: str = PX) -> Table:
    return read(text.replace("€", "").encode("iso-8859-15"), "a.px", Mapping())


def refusal(text: str) -> Problem:
    with pytest.raises(Refused) as refused:
        table(text)
    (problem,) = refused.value.problems
    return problem


def test_a_cube_becomes_rows_in_the_order_of_the_file() -> None:
    parsed = table()
    assert parsed.header == ["Alue", "Kuukausi", "Tiedot", "Yksikkö", "Arvo"]
    assert (parsed.encoding, parsed.header_rows, list(parsed.cells.index)) == ("iso-8859-15", [], list(range(1, 9)))
    assert list(parsed.cells[0].unique()) == ["KOKO MAA", "KU043 Eckerö"]
    assert list(parsed.cells[1].unique()) == ["2024M01", "2024M02"]
    assert list(parsed.cells[3]) == ["lukumäärä", "%"] * 4
    assert list(parsed.cells[4]) == ["10.0", "1.5", "...", "2", "0", "..", "4", "5"]


def test_titles_tell_source_and_day() -> None:
    assert table().titles == [
        "Työttömät; kuukausittain ja alueittain", "Työttömät", "Lähde: TEM; työnvälitys", "Päivitetty: 20241223 08:00",
    ]  # fmt: skip


def test_finnish_is_preferred() -> None:
    text = (
        'LANGUAGE="en";LANGUAGES="en","fi";STUB="Year";HEADING="Sex";STUB[fi]="Vuosi";HEADING[fi]="Sukupuoli";'
        'VALUES("Year")="2020";VALUES("Sex")="Males","Females";VALUES[fi]("Vuosi")="2020";'
        'VALUES[fi]("Sukupuoli")="Miehet","Naiset";CONTENTS="Rate";CONTENTS[fi]="Aste";UNITS="%";DATA=1 2;'
    )
    parsed = table(text)
    assert parsed.header == ["Vuosi", "Sukupuoli", "Tiedot", "Yksikkö", "Arvo"]
    assert list(parsed.cells[1]) == ["Miehet", "Naiset"]
    assert list(parsed.cells[2]) == ["Aste", "Aste"]
    assert list(parsed.cells[3]) == ["%", "%"]


def test_a_code_page_that_is_not_true() -> None:
    data = PX.replace("€", "").replace("iso-8859-15", "nonsense").encode("utf-8")
    assert read(data, "a.px", Mapping()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("10.0 1.5", "10.0", "px-incomplete"),
        ("DATA=", "DAT=", "px-incomplete"),
        ('VALUES("Alue")', 'VALUES("Maa")', "px-incomplete"),
        ('CODES("Alue")="SSS","KU043"', 'CODES("Alue")="SSS"', "px-incomplete"),
        ('STUB="Alue","Kuukausi";\nHEADING="Tiedot";', "", "px-incomplete"),
    ],
)
def test_what_is_cut_short(old: str, new: str, code: str) -> None:
    problem = refusal(PX.replace(old, new))
    assert problem.code == code
    assert len(set(problem.message)) == 3


def test_more_cells_than_are_read() -> None:
    values = ",".join(f'"{number}"' for number in range(2000))
    text = "".join(f'VALUES("{name}")={values};' for name in "abc")
    assert refusal(f'STUB="a","b";HEADING="c";{text}DATA=1;').code == "too-many-cells"


@pytest.mark.parametrize("text", ['A="' * 100_000, "A=" * 100_000, "A(" * 100_000, ";" * 300_000, '"' * 100_001])
def test_nonsense_takes_no_time(text: str) -> None:
    assert refusal(f'STUB="a";{text}').code == "px-incomplete"


@given(st.integers(0, len(PX)), st.text(st.sampled_from('";,()[]=\n KU"€ä'), max_size=5), st.integers(0, 30))
def test_mutated_files_are_a_table_or_refused(at: int, put: str, dropped: int) -> None:
    with suppress(Refused):
        assert len(table(PX[:at] + put + PX[at + dropped :]).cells) > 0


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read(data, "a.px", Mapping())
