"""Frozen views as slides: a title, a slide for each view with a chart that can be edited, and what was decided.

Raises NotInstalled as it is loaded where the library that makes slides is missing.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from keko.exchange.handout import Handout, NotInstalled, check_address, demo_notice, facts, in_a_line, mark

try:
    from pptx.util import Emu, Pt
except ModuleNotFoundError as error:
    raise NotInstalled("python-pptx") from error

from keko.config import Language
from keko.exchange.columns import Page, paged, pages_of, text_pages, widths
from keko.exchange.frozen_pictures import png_of
from keko.exchange.slide_charts import add_chart, colour, describe
from keko.exchange.slide_layouts import Box, Layouts, layouts, parted
from keko.exchange.slide_properties import say_what_it_is, speak
from keko.exchange.slide_tables import add_table
from keko.room.frozen import Chart, FrozenView, Plot, Table
from keko.words import taking_along as words

Progress = Callable[[int, int], None]
_Content = tuple[Plot, ...] | Page | Chart

_MOST_PAGES, _MOST_COLUMNS, _SIDE_BY_SIDE = 3, 8, 6
_LINES, _CHARACTERS = 14, 135  # of a table on a slide
_FINDING_SIZES = ((80, 30), (130, 26), (200, 22))  # at most so many characters, in points
_SMALL, _RECEIPT = 12, 14  # of tables in points: of a view, of earlier decisions
_LEADING = 1.4  # of a line in a table, of its size, with what stands between rows
_SIZE, _WIDTH, _HEIGHT = 20, 0.55, 1.25  # of decisions in points; of a character and of a line, of that


def pptx_bytes(handout: Handout, progress: Progress | None = None) -> bytes:
    """The slides. `progress`: told how many of the views are done, and of how many.

    Raises:
        UnfitTemplate: the organisation's template cannot be used.
    """
    made = layouts(handout.template)
    _opening(made, handout)
    if handout.receipt:
        _receipt(made, handout.receipt, handout)
    if handout.decisions:
        _decisions(made, handout)
    speak(made.deck.slides, handout.language)
    for done, view in enumerate(handout.views, start=1):
        _view(made, view, handout)
        if progress:
            progress(done, len(handout.views))
    say_what_it_is(made.deck, handout)
    target = BytesIO()
    made.deck.save(target)
    return target.getvalue()


def _opening(made: Layouts, handout: Handout) -> None:
    slide = made.deck.slides.add_slide(made.opening)
    slide.shapes.title.text = handout.title
    lines = [handout.made, handout.remark, handout.notice, handout.address]
    beneath = next(shape for shape in slide.placeholders if shape is not slide.shapes.title and _is_text(shape))
    beneath.text_frame.text = "\n".join(line for line in lines if line)
    if handout.template is None:
        _set_in_type(slide.shapes.title, 40, handout, bold=True)
        _set_in_type(beneath, 20, handout)


def _is_text(shape: Any) -> bool:
    return bool(shape.placeholder_format.idx != 0 and shape.has_text_frame)


def _receipt(made: Layouts, receipt: Table, handout: Handout) -> None:
    """Earlier decisions, as many on a slide as there is room for: none is left out."""
    language, characters = handout.language, _CHARACTERS * _SMALL / _RECEIPT
    pages = list(paged(receipt, characters, int(made.room.height / Pt(_RECEIPT * _LEADING))))
    for part, page in enumerate(pages, start=1):
        slide = _slide(made, receipt.title + _part_of(part, len(pages), language), handout)
        add_table(
            slide, page, widths(receipt, characters), table_alt(page, language), made.room, handout.colours, _RECEIPT
        )


def _part_of(part: int, of_all: int, language: Language) -> str:
    """Which of several it is; nothing of one alone."""
    return f" ({words.PART_OF.within(language, part=part, all=of_all)})" if of_all > 1 else ""


def _decisions(made: Layouts, handout: Handout) -> None:
    """As many on a slide as there is room for; one that a slide cannot hold goes on on the next."""
    characters, lines = int(made.room.width / Pt(_SIZE * _WIDTH)), made.room.height / Pt(_SIZE * _HEIGHT)
    for page in text_pages([f"•  {line}" for line in handout.decisions], characters, lines):
        slide = _slide(made, words.DECISIONS.within(handout.language), handout)
        box = slide.shapes.add_textbox(*made.room)
        box.text_frame.word_wrap = True
        for place, line in enumerate(page):
            paragraph = box.text_frame.paragraphs[0] if place == 0 else box.text_frame.add_paragraph()
            paragraph.text = line
            paragraph.font.size, paragraph.space_after = Pt(_SIZE), Pt(_SIZE / 2)
            paragraph.font.color.rgb = colour(handout.colours.ink)


def _view(made: Layouts, view: FrozenView, handout: Handout) -> None:
    """A slide for what the view shows first, and further ones for what else it shows."""
    shown, first = list(_contents(view)), len(made.deck.slides)
    for part, content in enumerate(shown or [None], start=1):
        slide = _slide(made, view.finding or view.title, handout)
        called = _title(content) if _title(content) not in view.title else ""
        marks = [view.title + _part_of(part, len(shown), view.language), called, demo_notice(view)]
        room = made.room
        above, beneath = Pt(34), Pt(36)
        _text(slide, " · ".join(filter(None, marks)), Box(room.left, room.top, room.width, above), 12, handout)
        content_box = Box(room.left, room.top + above, room.width, room.height - above - beneath)
        _put(slide, content, content_box, view, handout)
        foot = Box(room.left, room.top + room.height - beneath, room.width, beneath)
        check = (words.CHECK.within(view.language), check_address(view, handout))
        _text(slide, in_a_line(view), foot, 9, handout, check)
        slide.notes_slide.notes_text_frame.text = _spoken(view)
    speak(list(made.deck.slides)[first:], view.language)


def _contents(view: FrozenView) -> Iterator[_Content]:
    """What a view shows: its figures to be drawn, several side by side, else its tables in pages, else its pictures."""
    if view.plots:
        for start in range(0, len(view.plots), _SIDE_BY_SIDE):
            yield view.plots[start : start + _SIDE_BY_SIDE]
    elif view.tables:
        for table in view.tables:
            yield from pages_of(table, _MOST_COLUMNS, _CHARACTERS, _LINES, _MOST_PAGES)
    else:
        yield from (part for part in view.parts if isinstance(part, Chart))


def _title(content: _Content | None) -> str:
    """What the content is called, where that is one thing."""
    if isinstance(content, tuple):
        return content[0].title if len(content) == 1 else ""
    return content.table.title if isinstance(content, Page) else ""


def _put(slide: Any, content: _Content | None, box: Box, view: FrozenView, handout: Handout) -> None:
    if isinstance(content, tuple):
        is_small = len(content) > 1
        for plot, place in zip(content, parted(box, len(content)), strict=True):
            add_chart(slide, plot, place, handout.colours, view.language, is_small)
    elif isinstance(content, Page):
        alt = table_alt(content.table, view.language)
        add_table(slide, content.table, content.widths, alt, box, handout.colours)
        if sentences := _left_out(content, view.language):
            _text(slide, sentences, Box(box.left, box.top + box.height - Pt(24), box.width, Pt(24)), 12, handout)
    elif isinstance(content, Chart):
        picture = slide.shapes.add_picture(BytesIO(png_of(content.spec, view.language)), box.left, box.top)
        scale = min(box.width / picture.width, box.height / picture.height)
        picture.width, picture.height = Emu(int(picture.width * scale)), Emu(int(picture.height * scale))
        picture.left = Emu(box.left + (box.width - picture.width) // 2)
        describe(picture, view.title, content.alt)
    elif view.paragraph:
        _text(slide, view.paragraph, box, 20, handout)


def _left_out(page: Page, language: Language) -> str:
    """What the slides of a table do not show, on the last of them."""
    left_out = zip((words.MORE_ROWS, words.MORE_COLUMNS), page.left_out, strict=True)
    return " ".join(sentence.within(language, count=count) for sentence, count in left_out if count > 0)


def table_alt(table: Table, language: Language) -> str:
    """What is said of a table to whoever does not see it."""
    columns = ", ".join(table.columns)
    return words.TABLE_OF.within(language, title=table.title, columns=columns, rows=len(table.rows))


def _slide(made: Layouts, title: str, handout: Handout) -> Any:
    slide = made.deck.slides.add_slide(made.view)
    slide.shapes.title.text = title
    size = next((size for most, size in _FINDING_SIZES if len(title) <= most), 18)
    if handout.template is None:
        _set_in_type(slide.shapes.title, size, handout, bold=True)
    elif len(title) > _FINDING_SIZES[0][0]:
        slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(size)
    return slide


def _set_in_type(shape: Any, size: int, handout: Handout, bold: bool = False) -> None:
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = 1  # left
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb = colour(handout.colours.ink if bold else handout.colours.quiet)


def _text(slide: Any, text: str, box: Box, size: int, handout: Handout, link: tuple[str, str] = ("", "")) -> None:
    """Quiet text. `link`: what follows it, and its address; nothing follows where that is empty."""
    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    frame.margin_top = frame.margin_bottom = Emu(0)
    frame.text = text
    frame.paragraphs[0].font.size = Pt(size)
    frame.paragraphs[0].font.color.rgb = colour(handout.colours.quiet)
    name, address = link
    if address:
        run = frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = f" · {name}", address


def _spoken(view: FrozenView) -> str:
    """What stands beneath the slide for who presents it."""
    lines = [
        view.title,
        view.finding,
        view.paragraph,
        *(f"{name}: {text}" for name, text in facts(view).items()),
    ]
    return "\n".join([*filter(None, lines), mark(view)])
