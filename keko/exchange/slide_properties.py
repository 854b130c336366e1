"""What slides say of themselves: their language, for who listens to them, and the seals of their views."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from keko.config import Language
from keko.exchange.handout import Handout
from keko.words import taking_along as words

_LANGUAGES: dict[Language, str] = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def speak(slides: Iterable[Any], language: Language) -> None:
    """The language that slides and what stands beneath them are read in."""
    for slide in slides:
        for sheet in (slide, *([slide.notes_slide] if slide.has_notes_slide else [])):
            for run in sheet._element.iter(qn("a:r")):
                run.get_or_add_rPr().set("lang", _LANGUAGES[language])
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            for properties in chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr")):
                properties.set("lang", _LANGUAGES[language])


def say_what_it_is(deck: Deck, handout: Handout) -> None:
    """The properties of the document: its title, its language, and the seals of its views."""
    core, language = deck.core_properties, _LANGUAGES[handout.language]
    core.title, core.author, core.last_modified_by, core.language = handout.title, "KEKO", "KEKO", language
    core.subject, core.comments, core.keywords = handout.made, "", "KEKO"
    core.created = core.modified = datetime.fromisoformat(handout.made_at)
    blob = _custom_properties(handout).encode()
    package = deck.part.package
    part = next((p for p in package.iter_parts() if p.partname == "/docProps/custom.xml"), None)
    if part is not None:  # a template's own
        package.drop_rel(next(key for key, rel in package._rels.items() if not rel.is_external and rel._target is part))
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM, package, blob), _RELATION)


def _custom_properties(handout: Handout) -> str:
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number + 2}" name="{escape(words.SEAL.within(handout.language))} {number + 1}">'
        f"<vt:lpwstr>{seal}</vt:lpwstr></property>"
        for number, seal in enumerate(handout.marks)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_TYPES}">{properties}</Properties>'
    )
