"""A whole meeting out of the room: what became of earlier decisions first, in every form; each view in its own language."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from keko.data.text import Text
from keko.exchange.agreed import Carried, receipt
from keko.exchange.columns import paged, pages_of
from keko.exchange.frozen_tables import xlsx_bytes
from keko.exchange.minutes import Minutes, as_markdown
from keko.exchange.report import annex_bytes, pdf_bytes
from keko.exchange.slides import pptx_bytes
from keko.room.frozen import Figure
from keko.room.meetings import Decision, Item
from keko.words import meetings as words
from keko.words.terms import DEMO_NOTICE, MIXED_NOTICE, NOTICE
from tests.exchange.frozen_views import BARS, EMPLOYMENT, handout
from tests.exchange.test_report import elements

SHARE = Figure("share", "HVA02", "total", "total", "total", "Rakennetyöttömät", "6,1 % (5,8–6,4)", {}, is_demo=True)
BECAME = Text.same("Muuttui kuten oli tarkoitus. 6,1 % (2024) → 5,2 % (2025).")
CARRIED: list[Carried] = [
    (
        Decision(
            f"d{number}", "m1", f"Päätös {number}: aika varataan", "Ohjausryhmä", date(2027, 6, 30), SHARE, "lower"
        ),
        BECAME,
        Text.same("käynnissä, myöhässä"),
    )
    for number in range(1, 13)
]
EARLIER = receipt(CARRIED, {"d1": "Yhteinen neuvonta"}, "fi")
FACTS = (
    "Päätös 12: aika varataan (Ohjausryhmä; 30.6.2027)",
    "Rakennetyöttömät: 6,1 % (5,8–6,4)",
    "Tarkoitus: luku laskee",
    BECAME.fi,
    "käynnissä, myöhässä",
)
MEETING = handout(EMPLOYMENT, receipt=EARLIER, decisions=("Tämän kokouksen päätös",), remark=words.DEMO.fi)


def joined(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_form_begins_with_what_became_of_each_earlier_decision() -> None:
    slides = list(Presentation(BytesIO(pptx_bytes(MEETING))).slides)
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    held = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert slides[1].shapes.title.text.startswith("Edelliset päätökset (1/")
    assert sum("Päätös" in text and "aika varataan" in text for text in held) == len(CARRIED)
    assert slides[-2].shapes.title.text == "Päätökset"
    report, annex = (joined("\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))
                     for made in (pdf_bytes(MEETING), annex_bytes(replace(MEETING, views=()))))  # fmt: skip
    assert (
        report.index("Edelliset päätökset") < report.index("Tämän kokouksen päätös") < report.index("on noussut 79,4")
    )
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx_bytes(MEETING)))
    sheet = " ".join(str(cell) for row in book.get_sheet_by_name("Edelliset päätökset").to_python() for cell in row)
    for text in (" ".join(held), sheet, report, annex):
        assert all(fact in joined(text) for fact in FACTS)
        assert "Yhteinen neuvonta" in text
        assert "(Esimerkki)" in text  # the figure's own
    assert words.DEMO.fi in report


def test_an_earlier_decision_that_a_slide_cannot_hold_goes_on_on_the_next() -> None:
    what = " ".join(f"sana{number}" for number in range(240))
    long = receipt([(replace(CARRIED[0][0], what=what), BECAME, CARRIED[0][2])], {}, "fi")
    pages = list(paged(long, 60.0, 14))
    assert len(pages) > 1
    assert re.findall(r"sana\d+", " ".join(str(page.rows[0][0]) for page in pages)) == what.split()
    assert {str(page.rows[0][-1]) for page in pages} == {str(long.rows[0][-1])}  # what is short stands on each
    (first,) = pages_of(long, 9, 60.0, 14, 1)
    assert first.left_out == (1, 0)  # what is not shown whole is left out


def test_what_is_partly_demo_is_not_called_all_invented() -> None:
    mixed = replace(EMPLOYMENT, is_demo=True, notes=(*EMPLOYMENT.notes, (NOTICE.fi, MIXED_NOTICE.fi)))
    for views, notice in (
        ((BARS,), DEMO_NOTICE.fi),
        ((mixed,), MIXED_NOTICE.fi),
        ((BARS, EMPLOYMENT), MIXED_NOTICE.fi),
    ):
        assert handout(*views).notice == notice
    other = {MIXED_NOTICE.fi: DEMO_NOTICE.fi, DEMO_NOTICE.fi: MIXED_NOTICE.fi}
    for view, own in ((mixed, MIXED_NOTICE.fi), (BARS, DEMO_NOTICE.fi)):
        report = joined("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf_bytes(handout(view)))).pages))
        slides = Presentation(BytesIO(pptx_bytes(handout(view)))).slides
        said = " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
        for text in (report, said):
            assert own in text
            assert other[own] not in text


def test_a_view_is_spoken_in_the_language_that_it_was_frozen_in() -> None:
    swedish = replace(
        EMPLOYMENT, language="sv", title="Sysselsättningsgrad", finding="Sysselsättningsgraden har stigit"
    )
    first, *_, view = Presentation(BytesIO(pptx_bytes(handout(swedish)))).slides
    assert {run.find(qn("a:rPr")).get("lang") for run in first._element.iter(qn("a:r"))} == {"fi-FI"}
    of_view = [*view._element.iter(qn("a:r")), *view.notes_slide._element.iter(qn("a:r"))]
    assert {run.find(qn("a:rPr")).get("lang") for run in of_view} == {"sv-FI"}
    said = " ".join(shape.text_frame.text for shape in view.shapes if shape.has_text_frame)
    assert "Kontrollkod" in said
    assert "Tarkiste" not in said
    assert dict(_languages(pdf_bytes(handout(swedish))))["/H2"] == "sv"


def _languages(pdf: bytes) -> list[tuple[Any, Any]]:
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    return [(element["/S"], element.get("/Lang")) for element in elements(root)]


TYPED = "[tästä](https://paha.example) ![k](k) # otsikko `koodi` > lainaus * _a_ **b** | b <script> ~~c~~ \\ www.paha.example"


@pytest.mark.parametrize("begins", ["", "# ", "- ", "+ ", "1. ", "2) ", "> ", "=== ", "| a | b |"])
def test_what_people_typed_makes_no_link_heading_list_or_html_of_the_minutes(begins: str) -> None:
    typed = begins + TYPED
    decided = Decision("d", "m", typed, typed)
    minutes = Minutes(typed, [], [], [Item("i", "m", 1, typed, typed)], {"i": typed}, [decided], 1, False)
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(minutes, date(2026, 11, 30), "fi"))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = [token.type for token in (*tokens, *inline)]
    assert not {
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "code_inline",
        "em_open",
        "blockquote_open",
        "table_open",
    } & {*kinds}
    assert kinds.count("heading_open") == 3  # the title, the agenda and the decisions
    assert kinds.count("list_item_open") == 1 + 2 + 1 + 2
    read = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    assert sum(typed in line for line in read) == 6
