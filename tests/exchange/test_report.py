"""Reports are opened again: tags, language, headings, tables with headers, descriptions, order, fonts, seals; one page of an annex."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from keko.exchange.handout import NotOnePage, short_seal
from keko.exchange.report import annex_bytes, pdf_bytes
from keko.exchange.seals import seals_in
from keko.room.frozen import Table
from tests.exchange.frozen_views import BARS, DRAWN, EMPLOYMENT, TABLE, VIEWS, handout

MADE = pdf_bytes(handout(decisions=("Viive lyhenee 30 päivään.",)))


def elements(node: Any) -> Iterator[Any]:
    """Every element of the structure of a document, in the order in which it is read."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def structure(data: bytes) -> list[Any]:
    return list(elements(PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]))


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def fonts(data: bytes) -> Iterator[Any]:
    for page in PdfReader(BytesIO(data)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            yield from (descendant.get_object() for descendant in font.get_object()["/DescendantFonts"])


def test_it_is_tagged_in_its_language_under_its_title_as_the_standard_for_accessibility_asks() -> None:
    root = PdfReader(BytesIO(MADE)).trailer["/Root"]
    assert root["/Lang"] == "fi"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part>1<" in metadata
    assert PdfReader(BytesIO(MADE)).metadata.title == "Ohjausryhmän kokous 30.11.2026"  # type: ignore[union-attr]


def test_headings_tables_and_pictures_are_what_they_are_to_whoever_listens() -> None:
    kinds = [element["/S"] for element in structure(MADE)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 2 + len(VIEWS)  # decisions and contents
    headers = [element for element in structure(MADE) if element["/S"] == "/TH"]
    assert len(headers) >= 8
    assert all(_scope(header) == "/Column" for header in headers)
    described = [element["/Alt"] for element in structure(MADE) if element["/S"] == "/Figure"]
    assert described == [EMPLOYMENT.plots[0].alt, BARS.plots[0].alt, "Pylväskaavio kahdesta ryhmästä"]


def _scope(header: Any) -> Any:
    attributes = header["/A"]
    every = attributes if isinstance(attributes, list) else [attributes]
    return next(held.get_object()["/Scope"] for held in every if "/Scope" in held.get_object())


def test_a_picture_without_a_description_is_not_made() -> None:
    (plot,) = EMPLOYMENT.plots
    with pytest.raises(Exception, match="alt"):
        pdf_bytes(handout(replace(EMPLOYMENT, plots=(replace(plot, alt=""),))))


def test_its_text_is_text_in_the_order_in_which_it_is_read() -> None:
    words = " ".join(text_of(pdf_bytes(handout(TABLE))).split())
    places = [
        words.index(part)
        for part in ("Ohjausryhmän kokous", TABLE.finding, "Kunta 1 & <kunta> #1", "Kunta 40 &", "Lähde: Tilastokeskus")
    ]
    assert places == sorted(places)
    assert f"Tarkiste: {short_seal(TABLE)}" in words


def test_every_font_is_inside_and_the_same_on_every_server() -> None:
    held = list(fonts(MADE))
    assert held
    assert {font["/BaseFont"].split("+")[1] for font in held} <= {"SourceSansPro-Regular", "SourceSansPro-Bold"}
    assert all({"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"].get_object()) for font in held)


def test_the_labels_of_charts_are_text_too() -> None:
    assert "Pornainen: ei lukua" in text_of(pdf_bytes(handout(BARS)))


def test_it_carries_the_seals_of_its_views() -> None:
    assert seals_in(MADE) == [view.seal for view in VIEWS]


@pytest.mark.parametrize("count", [1, 5, 12])
def test_an_annex_is_of_one_page_whatever_it_holds(count: int) -> None:
    views = [replace(VIEWS[place % 5], data_version=place) for place in range(count)]
    made = annex_bytes(handout(*views, decisions=("Viive lyhenee.",)))
    assert len(PdfReader(BytesIO(made)).pages) == 1
    assert text_of(made).count("Tarkiste:") == count
    assert seals_in(made) == [view.seal for view in views]


def test_more_than_one_page_holds_is_said() -> None:
    with pytest.raises(NotOnePage):
        annex_bytes(handout(*(replace(DRAWN, data_version=place) for place in range(60))))


def test_what_looks_like_markup_is_text() -> None:
    text = '#eval("1") = $x$ *a* _b_ \\ <c> @d `e` [f]'
    assert "#eval" in text_of(pdf_bytes(handout(replace(EMPLOYMENT, finding=text, title=text, notes=((text, text),)))))


def test_a_table_without_a_title_has_no_heading() -> None:
    assert pdf_bytes(handout(replace(TABLE, tables=(Table("", ("A",), (("x",),)),)))).startswith(b"%PDF")
