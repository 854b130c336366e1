"""Where things go on a slide: KEKO's own layouts, or those of the organisation's template."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from keko.exchange.handout import UnfitTemplate
from keko.words import taking_along as words

_TITLES = {KIND.TITLE, KIND.CENTER_TITLE}
_FEET = {KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER}
_WIDTH, _HEIGHT, _MARGIN = Inches(13.333), Inches(7.5), Inches(0.6)
_LEAST_ROOM = 0.25  # of the height of a slide, for a chart


class Box(NamedTuple):
    """A place on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Layouts:
    """An empty deck and the layouts that are needed of it. `room`: where a view goes, below its title."""

    deck: Deck
    opening: SlideLayout
    view: SlideLayout
    room: Box


def parted(box: Box, count: int) -> list[Box]:
    """As many places side by side, three in a row at most."""
    columns = min(count, 2 if count == 4 else 3)
    rows = -(-count // columns)
    width, height = box.width // columns, box.height // rows
    return [
        Box(box.left + place % columns * width, box.top + place // columns * height, width, height)
        for place in range(count)
    ]


def layouts(template: Path | None) -> Layouts:
    """Those of a template, of KEKO's own where it is None.

    Raises:
        UnfitTemplate: the template cannot be read, or lacks a layout.
    """
    return _own() if template is None else _of_template(template)


def _of_template(path: Path) -> Layouts:
    try:
        deck = Presentation(BytesIO(path.read_bytes()))
    except (OSError, BadZipFile, PackageNotFoundError, ValueError, KeyError) as error:
        raise UnfitTemplate(words.UNREADABLE_TEMPLATE.filled(name=path.name)) from error
    _without_slides(deck)
    opening = next((layout for layout in deck.slide_layouts if _opens(layout)), None)
    views = [layout for layout in deck.slide_layouts if _is_title_only(layout)]
    if opening is None:
        raise UnfitTemplate(words.TEMPLATE_LACKS.filled(name=path.name, lacks=words.TITLE_AND_SUBTITLE))
    if not views:
        raise UnfitTemplate(words.TEMPLATE_LACKS.filled(name=path.name, lacks=words.TITLE_ONLY))
    roomy = [(layout, room) for layout in views if (room := _room(layout, deck)).height >= _LEAST_ROOM * _height(deck)]
    if not roomy:
        raise UnfitTemplate(words.TEMPLATE_LACKS.filled(name=path.name, lacks=words.ROOM_FOR_FIGURES))
    return Layouts(deck, opening, *roomy[0])


def _own() -> Layouts:
    """Wide slides, the title of a view to the left above it."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    opening, view = deck.slide_layouts[0], deck.slide_layouts[5]
    width = Emu(_WIDTH - 2 * _MARGIN)
    for layout in (opening, view):
        for shape in layout.placeholders:
            kind = shape.placeholder_format.type
            if kind in _FEET:
                shape._element.getparent().remove(shape._element)
            elif layout is view:
                _put(shape, Box(_MARGIN, Inches(0.35), width, Inches(1.15)))
            else:
                _put(shape, Box(_MARGIN, Inches(2.1) if kind in _TITLES else Inches(3.9), width, Inches(1.6)))
    top = Inches(1.55)
    return Layouts(deck, opening, view, Box(_MARGIN, top, width, _HEIGHT - top - Inches(0.3)))


def _put(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(length) for length in box)


def _without_slides(deck: Deck) -> None:
    """A template may come with slides that show how it is used."""
    ids = deck.slides._sldIdLst
    for slide in list(ids):
        deck.part.drop_rel(slide.rId)
        ids.remove(slide)


def _kinds(layout: SlideLayout) -> set[Any]:
    return {shape.placeholder_format.type for shape in layout.placeholders} - _FEET


def _opens(layout: SlideLayout) -> bool:
    kinds = _kinds(layout)
    return bool(kinds & _TITLES) and kinds - _TITLES in ({KIND.SUBTITLE}, {KIND.BODY})


def _is_title_only(layout: SlideLayout) -> bool:
    kinds = _kinds(layout)
    return bool(kinds) and kinds <= _TITLES


def _height(deck: Deck) -> int:
    return int(deck.slide_height or _HEIGHT)


def _room(layout: SlideLayout, deck: Deck) -> Box:
    """What is left of a slide between the title and the foot."""
    title = next(shape for shape in layout.placeholders if shape.placeholder_format.type in _TITLES)
    height = _height(deck)
    feet = [shape.top for shape in layout.placeholders if shape.placeholder_format.type in _FEET]
    low = [top for top in feet if top > title.top + title.height]
    top = int(title.top + title.height + Inches(0.05))
    bottom = int(min(low, default=height - Inches(0.3)))
    return Box(int(title.left), top, int(title.width), bottom - top)
