"""Downloads say what they hold, keep numbers numbers, and no cell of theirs does anything by itself."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from keko.config import LANGUAGES, Language
from keko.exchange.tables import csv_bytes, file_name, xlsx_bytes
from keko.indicators.catalogue import read_catalogue
from keko.words.formats import unit

OWASP = "=+-@\t\r\n＝＋－＠"
FRAME = pd.DataFrame({"Mittari": ["Työllisyysaste", "=cmd|' /C calc'!A0"], "Arvo": [-1234.5, None]})
NOTES = {"Alue": "Keski-Uusimaa", "Aineistoversio": "7", "Huomautus": "+358"}


def test_a_finnish_csv_opens_in_a_finnish_office_program() -> None:
    made = csv_bytes(FRAME, NOTES, "fi")
    assert made.startswith(b"\xef\xbb\xbf")
    lines = made.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Mittari;Arvo;Alue;Aineistoversio;Huomautus"
    assert lines[1] == "Työllisyysaste;-1234,5;Keski-Uusimaa;7;'+358"


def test_whole_numbers_have_no_decimals_and_others_all_of_theirs() -> None:
    made = csv_bytes(pd.DataFrame({"Arvo": [40760.0, 100 / 3, 12_345_678.0, 0.0001, -0.0, None]}), {}, "fi").decode(
        "utf-8-sig"
    )
    assert made.split("\r\n")[1:5] == ["40760", "33,333333333333336", "12345678", "0,0001"]


def test_an_english_csv_has_points_and_commas() -> None:
    read = pd.read_csv(StringIO(csv_bytes(FRAME, NOTES, "en").decode("utf-8-sig")))
    assert read["Arvo"].iloc[0] == -1234.5
    assert pd.isna(read["Arvo"].iloc[1])


# The signs of https://owasp.org/www-community/attacks/CSV_Injection.
@given(st.sampled_from(OWASP), st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_no_text_of_a_csv_is_a_formula(first: str, rest: str) -> None:
    text = first + rest
    made = csv_bytes(pd.DataFrame({text: [text]}), {"note": text}, "en").decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(made, newline="")) for cell in row]
    assert len(cells) == 4
    assert not [cell for cell in cells if cell[0] in OWASP]


UNITS = [unit(item.unit, language) for item in read_catalogue() for language in LANGUAGES]
NAMES = [name for item in read_catalogue() for name in item.names]


@given(
    st.sampled_from([*UNITS, *NAMES, *"%-+=@", "% työvoimasta", "/100"]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(LANGUAGES),
)
def test_no_unit_name_or_figure_is_marred(text: str, number: float, language: Language) -> None:
    made = csv_bytes(pd.DataFrame({text: [text], "Arvo": [number]}), {"note": text}, language).decode("utf-8-sig")
    heads, cells = csv.reader(StringIO(made, newline=""), delimiter="," if language == "en" else ";")
    assert (heads, cells[0], cells[2]) == ([text, "Arvo", "note"], text, text)
    assert float(cells[1].replace(",", ".")) == number


def sheets(made: bytes) -> list[list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    return [book.get_sheet_by_index(place).to_python() for place in range(len(book.sheet_names))]


def test_a_workbook_has_the_table_and_what_is_said_of_it() -> None:
    table, about = sheets(xlsx_bytes(FRAME, NOTES, ("Vertailu", "Tietoja: [x]")))
    assert table == [["Mittari", "Arvo"], ["Työllisyysaste", -1234.5], ["=cmd|' /C calc'!A0", ""]]
    assert about == [list(note) for note in NOTES.items()]


def test_an_empty_table_is_a_file_too() -> None:
    empty = FRAME.iloc[:0]
    assert csv_bytes(empty, NOTES, "fi")
    assert len(sheets(xlsx_bytes(empty, NOTES, ("a", "b")))) == 2


def test_a_note_does_not_overwrite_a_column() -> None:
    with pytest.raises(ValueError, match="Arvo"):
        csv_bytes(FRAME, {"Arvo": "x"}, "fi")


def test_a_file_is_named_after_what_it_shows() -> None:
    name = file_name(["Aluevertailu", "Keski-Uudenmaan hyvinvointialue", "Päijät-Häme", "", "2024"], "csv")
    assert name == "aluevertailu-keski-uudenmaan-hyvinvointialue-paijat-hame-2024.csv"
    assert "/" not in file_name(["../../etc/passwd"], "csv")
