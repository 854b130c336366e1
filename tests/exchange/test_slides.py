"""Slides are opened again: findings as titles, charts that can be edited, texts for those who do not see them, seals."""

import sys
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from keko.exchange.handout import NotInstalled, UnfitTemplate, short_seal
from keko.exchange.seals import seals_in
from keko.exchange.slides import pptx_bytes
from keko.room.frozen import Table
from tests.exchange.frozen_views import AREA, BARS, BENCHMARK, DRAWN, EMPLOYMENT, TABLE, VIEWS, WORDS, YEARS, handout


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def described(shape: Any) -> str | None:
    text: str | None = shape._element.xpath(".//p:cNvPr")[0].get("descr")
    return text


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_each_view_is_a_slide_under_its_finding_with_all_that_has_to_be_said() -> None:
    slides = list(opened(pptx_bytes(handout(EMPLOYMENT, BARS, WORDS))).slides)
    assert [slide.shapes.title.text for slide in slides[1:]] == [EMPLOYMENT.finding, BARS.finding, WORDS.finding]
    assert slides[0].shapes.title.text == "Ohjausryhmän kokous 30.11.2026"
    for view, slide in zip((EMPLOYMENT, BARS, WORDS), slides[1:], strict=True):
        words = texts(slide)
        assert all(f"{name}: {text}" in words for name, text in view.notes)
        assert "Aineistoversio: 7" in words
        assert "Näkymä tallennettu: 30.11.2026" in words
        assert f"Tarkiste: {short_seal(view)}" in words
        assert ("Esimerkkiaineisto" in words) is view.is_demo
        assert view.seal in slide.notes_slide.notes_text_frame.text
        links = [
            run.hyperlink.address
            for s in slide.shapes
            if s.has_text_frame
            for p in s.text_frame.paragraphs
            for run in p.runs
        ]
        assert f"https://keko.example.fi/tarkista/{view.seal[:16]}" in links


def test_charts_are_native_with_gaps_where_there_is_no_figure_and_said_to_whoever_does_not_see_them() -> None:
    (frame,) = [shape for shape in opened(pptx_bytes(handout(EMPLOYMENT))).slides[1].shapes if shape.has_chart]
    chart = frame.chart
    assert list(chart.plots[0].categories) == list(YEARS)
    assert [series.name for series in chart.series] == [AREA, BENCHMARK]
    assert list(chart.series[0].values) == list(EMPLOYMENT.plots[0].series[0][1])
    assert described(frame) == EMPLOYMENT.plots[0].alt
    assert chart._chartSpace.chart.find(".//{*}dispBlanksAs").get("val") == "gap"
    assert chart.value_axis.axis_title.text_frame.text == "%"
    assert str(chart.series[0].format.line.color.rgb) == "86499C"
    assert chart.has_legend  # both names are long
    workbook = frame.chart.part.chart_workbook.xlsx_part.blob
    assert workbook.startswith(b"PK")


def test_a_bar_without_a_figure_says_so_and_bars_begin_at_zero() -> None:
    (frame,) = [shape for shape in opened(pptx_bytes(handout(BARS))).slides[1].shapes if shape.has_chart]
    assert "Pornainen: ei lukua" in list(frame.chart.plots[0].categories)
    assert list(frame.chart.series[0].values)[4] is None
    assert frame.chart.value_axis.minimum_scale == 0


def test_long_tables_go_on_and_say_what_is_left_out() -> None:
    slides = list(opened(pptx_bytes(handout(TABLE))).slides)[1:]
    held = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert [len(table.rows) for table in held] == [14, 14, 14]  # a header each
    assert all(table.first_row and table.cell(0, 0).text == "Kunta" for table in held)
    assert held[0].cell(1, 0).text == "Kunta 1 & <kunta> #1"
    assert "Taulukosta jää pois 1 rivi: se on XLSX-tiedostossa." in texts(slides[-1])
    assert "jää pois" not in texts(slides[0])
    assert all(described(shape) for slide in slides for shape in slide.shapes if shape.has_table)


def test_a_wide_table_shows_its_first_columns_and_says_so() -> None:
    wide = Table("Leveä", tuple(f"Alue {number}" for number in range(20)), (tuple(float(n) for n in range(20)),))
    slide = opened(pptx_bytes(handout(replace(TABLE, tables=(wide,))))).slides[1]
    (shape,) = [shape for shape in slide.shapes if shape.has_table]
    assert len(shape.table.columns) == 8
    assert "12 saraketta" in texts(slide)
    assert sum(column.width for column in shape.table.columns) <= shape.width


def test_long_texts_get_more_room_and_fewer_rows() -> None:
    rows = tuple((f"{number}", "Pitkä selitys, jota ei voi lyhentää. " * 6) for number in range(12))
    slides = list(opened(pptx_bytes(handout(replace(TABLE, tables=(Table("T", ("Nro", "Selitys"), rows),))))).slides)[
        1:
    ]
    (first, *_) = [shape.table for shape in slides[0].shapes if shape.has_table]
    assert len(first.rows) < 10
    assert first.columns[1].width > 3 * first.columns[0].width


def test_several_pictures_of_a_view_stand_side_by_side() -> None:
    slides = list(opened(pptx_bytes(handout(replace(EMPLOYMENT, plots=EMPLOYMENT.plots * 8)))).slides)[1:]
    charts = [[shape for shape in slide.shapes if shape.has_chart] for slide in slides]
    assert [len(each) for each in charts] == [6, 2]
    assert all(shape.chart.chart_title.text_frame.text == "Työllisyysaste" for each in charts for shape in each)
    assert len({(shape.left, shape.top) for shape in charts[0]}) == 6


def test_a_chart_that_is_no_plot_is_a_picture_that_is_described() -> None:
    pictures = [shape for shape in opened(pptx_bytes(handout(DRAWN))).slides[1].shapes if shape.shape_type == 13]
    assert [described(picture) for picture in pictures] == ["Pylväskaavio kahdesta ryhmästä"]


def test_decisions_have_slides_of_their_own() -> None:
    decisions = tuple(f"Päätös {number}" for number in range(1, 16))
    slides = list(opened(pptx_bytes(handout(EMPLOYMENT, decisions=decisions))).slides)
    assert [slide.shapes.title.text for slide in slides[1:3]] == ["Päätökset", "Päätökset"]
    assert all(decision in texts(slides[1]) + texts(slides[2]) for decision in decisions)


def test_long_decisions_go_on_on_the_next_slide() -> None:
    decision = " ".join(f"sana{number}" for number in range(250))
    slides = list(opened(pptx_bytes(handout(EMPLOYMENT, decisions=(decision, "Lyhyt.")))).slides)[1:-1]
    boxes = [next(shape for shape in slide.shapes if shape.has_text_frame and "sana" in shape.text) for slide in slides]
    assert len(boxes) > 1
    assert " ".join(" ".join(box.text_frame.text for box in boxes).split()) == f"• {decision} • Lyhyt."
    assert all(len(box.text_frame.text) * 11 * 25 < box.width.pt * box.height.pt for box in boxes)


def test_tables_of_one_title_or_none_stand_on_their_own_slides() -> None:
    tables = (
        Table("Sama", ("A", "B"), (("x", 1.0),)),
        Table("Sama", ("A", "B", "C"), (("y", 1.0, 2.0),)),
        Table("", ("D",), (("z",),)),
    )
    slides = list(opened(pptx_bytes(handout(replace(TABLE, tables=tables)))).slides)[1:]
    held = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert [[cell.text for cell in table.rows[0].cells] for table in held] == [["A", "B"], ["A", "B", "C"], ["D"]]


def test_the_document_says_what_it_is_in_what_language_and_carries_the_seals() -> None:
    made = pptx_bytes(handout())
    core = opened(made).core_properties
    assert (core.title, core.language) == ("Ohjausryhmän kokous 30.11.2026", "fi-FI")
    assert seals_in(made) == [view.seal for view in VIEWS]


def test_progress_is_told_of_each_view() -> None:
    steps: list[tuple[int, int]] = []
    pptx_bytes(handout(EMPLOYMENT, WORDS), lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]


def template(path: Path, *, without: tuple[int, ...] = (), slides: int = 0) -> Path:
    """A county's template, less a layout."""
    deck = Presentation()
    for _ in range(slides):
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Näin pohjaa käytetään"
    for layout in [deck.slide_layouts[place] for place in without]:
        deck.slide_layouts.remove(layout)
    deck.save(path)
    return path


def test_the_countys_template_is_used_without_its_own_slides(tmp_path: Path) -> None:
    deck = opened(pptx_bytes(handout(EMPLOYMENT, template=template(tmp_path / "pohja.pptx", slides=2))))
    assert deck.slide_width == Inches(10)
    assert [slide.slide_layout.name for slide in deck.slides] == ["Title Slide", "Title Only"]
    for shape in deck.slides[1].shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height


@pytest.mark.parametrize(
    ("without", "lacks"), [((0, 2, 9, 10), "otsikko ja alaotsikko"), ((5,), "otsikko ja sen alla tyhjää tilaa")]
)
def test_a_template_without_a_layout_is_explained(tmp_path: Path, without: tuple[int, ...], lacks: str) -> None:
    with pytest.raises(UnfitTemplate) as unfit:
        pptx_bytes(handout(EMPLOYMENT, template=template(tmp_path / "pohja.pptx", without=without)))
    assert unfit.value.sentence.fi == f"Diapohjasta pohja.pptx puuttuu asettelu, jossa on {lacks}."


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", None])
def test_a_template_that_cannot_be_read_is_explained(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "pohja.pptx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnfitTemplate) as unfit:
        pptx_bytes(handout(EMPLOYMENT, template=path))
    assert "ei voi lukea" in unfit.value.sentence.fi


@pytest.mark.parametrize(
    ("module", "library", "name"), [("slides", "python-pptx", "pptx"), ("report", "typst", "typst")]
)
def test_without_the_library_it_says_which_is_missing(
    module: str, library: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, f"keko.exchange.{module}", raising=False)
    with pytest.raises(NotInstalled) as missing:
        import_module(f"keko.exchange.{module}")
    assert missing.value.library == library
