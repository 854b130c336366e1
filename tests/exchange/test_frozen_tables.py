"""The tables and pictures of frozen views, opened again; and the seals that any of these files carries."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from keko.exchange.frozen_pictures import sealed_png
from keko.exchange.frozen_tables import csv_files, picture_files, pictures_of, xlsx_bytes
from keko.exchange.handout import CannotMake, mark
from keko.exchange.seals import seals_in
from keko.room.frozen import FrozenView, Table
from tests.exchange.frozen_views import BARS, DRAWN, EMPLOYMENT, TABLE, VIEWS, WORDS, handout


def test_a_workbook_has_a_sheet_for_each_table_and_says_what_they_are() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx_bytes(handout(EMPLOYMENT, TABLE, decisions=("Näin.",)))))
    assert book.sheet_names == ["Tiedot aineistosta", "1. Työllisyysaste", "2. Kunnat"]
    about = dict(row[:2] for row in book.get_sheet_by_name("Tiedot aineistosta").to_python())
    assert about["1. Lähde"] == "Tilastokeskus, työssäkäynti"
    assert about["2. Havainto"] == TABLE.finding
    assert about["Päätökset 1"] == "Näin."
    rows = book.get_sheet_by_name("2. Kunnat").to_python()
    assert rows[1] == ["Kunta 1 & <kunta> #1", "1,5", 1.0, ""]


def test_a_view_without_a_table_gives_the_figures_of_its_picture() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx_bytes(handout(replace(BARS, tables=())))))
    rows = book.get_sheet_by_index(1).to_python()
    assert rows[0][1] == "2024"
    assert rows[1] == ["Hyvinkää", 6.1]
    assert rows[5] == ["Pornainen", ""]


def test_tables_of_one_name_have_sheets_of_their_own() -> None:
    table = replace(EMPLOYMENT.tables[0], title="Hyvin pitkä taulukon nimi, jota ei mahdu välilehdelle")
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx_bytes(handout(replace(EMPLOYMENT, tables=(table, table))))))
    assert len(set(book.sheet_names)) == 3


def test_one_table_is_csv_and_several_are_a_zip() -> None:
    data, ending = csv_files(handout(EMPLOYMENT))
    assert ending == "csv"
    header, row, *_ = data.decode("utf-8-sig").splitlines()
    assert header.startswith("Alue;2022;2023;2024;Näkymä: Alue;Vertailualue;")
    assert mark(EMPLOYMENT) in row
    several, ending = csv_files(handout(EMPLOYMENT, TABLE))
    assert ending == "zip"
    with ZipFile(BytesIO(several)) as archive:
        assert [name[:5] for name in archive.namelist()] == ["01-1-", "02-1-"]


def test_a_view_without_figures_has_no_table_and_that_is_said() -> None:
    with pytest.raises(CannotMake) as reason:
        csv_files(handout(WORDS))
    assert reason.value.sentence.fi == "Näkymissä ei ole lukuja, joista tulisi taulukko."


@pytest.mark.parametrize("view", [EMPLOYMENT, BARS, DRAWN])
def test_a_picture_says_what_it_shows_and_carries_its_seal(view: FrozenView) -> None:
    (png,) = pictures_of(view, handout(view), "png")
    (svg,) = pictures_of(view, handout(view), "svg")
    with Image.open(BytesIO(png)) as image:
        image.load()
        assert image.text["KEKO"] == mark(view)  # type: ignore[attr-defined]
    root = ElementTree.fromstring(svg)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == view.title
    assert view.finding in svg.decode()
    assert seals_in(png) == seals_in(svg) == [view.seal]


def test_whatever_check_sum_follows_a_seal_it_is_read() -> None:
    """Of a PNG, alone or among others: the sum comes right after the seal, and may begin as if that went on."""
    (png,) = pictures_of(EMPLOYMENT, handout(EMPLOYMENT), "png")
    for seal in (f"{number:064x}" for number in range(100)):
        sealed = sealed_png(png[: png.index(b"IHDR") + 21], "", "", [f"keko:{seal}"])
        several = BytesIO()
        with ZipFile(several, "w") as archive:
            archive.writestr("01.png", sealed)
        assert seals_in(sealed) == seals_in(several.getvalue()) == [seal]


def test_there_is_no_picture_of_a_view_without_any() -> None:
    with pytest.raises(CannotMake) as reason:
        picture_files(handout(WORDS), "png")
    assert reason.value.sentence.fi == "Näkymissä ei ole kuvaa, jonka voisi viedä."


def test_several_pictures_come_in_a_zip_and_one_as_it_is() -> None:
    assert picture_files(handout(BARS), "svg")[1] == "svg"
    data, ending = picture_files(handout(BARS, WORDS, DRAWN), "svg")
    with ZipFile(BytesIO(data)) as archive:
        assert (ending, [name[:4] for name in archive.namelist()]) == ("zip", ["01-1", "03-1"])


def test_seals_come_through_what_office_programs_do_to_files() -> None:
    data, _ = csv_files(handout(EMPLOYMENT))
    text = data.decode("utf-8-sig")
    assert seals_in(text.encode("utf-16")) == seals_in(text.encode("utf-16-be")) == [EMPLOYMENT.seal]
    stored = BytesIO()
    with ZipFile(BytesIO(xlsx_bytes(handout()))) as old, ZipFile(stored, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert seals_in(stored.getvalue()) == [view.seal for view in VIEWS]


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04" + b"\0" * 40, b"%PDF-1.7 stream\nx endstream", b"keko:" + b"0" * 63]
)
def test_where_there_is_no_seal_none_is_seen(data: bytes) -> None:
    assert seals_in(data) == []


def test_hidden_cells_are_in_no_file() -> None:
    """What a frozen view does not hold cannot leave: a gap is a gap in every form."""
    hidden = replace(EMPLOYMENT, tables=(Table("Luvut", ("Kunta", "Arvo"), (("Pornainen", None),)),), plots=())
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx_bytes(handout(hidden))))
    assert book.get_sheet_by_index(1).to_python()[1] == ["Pornainen", ""]
    assert csv_files(handout(hidden))[0].decode("utf-8-sig").splitlines()[1].startswith("Pornainen;;")
