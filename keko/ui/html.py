"""The small pieces of HTML that pages are made of. What comes from outside is escaped here; parameters called `html` are not."""

import re
from collections.abc import Iterable
from html import escape
from typing import Literal

import streamlit as st

from keko.config import Language
from keko.ui.navigation import PageName, address
from keko.ui.view import View
from keko.words import interface as words

_MARKUP = re.compile(r"[\\`*_\[\]<>&$~|]|(?<![^\n])#")


def show(html: str) -> None:
    """Put HTML on the page that may hold SVG, which the framework takes out of `st.html`."""
    st.markdown(html, unsafe_allow_html=True)


def literal(text: str) -> str:
    """What people have written, for where the framework reads Markdown: it shows as it is, with no link, picture or style."""
    return _MARKUP.sub(r"\\\g<0>", text)


def link(page: PageName, view: View, label: str, attributes: str = 'target="_self"') -> str:
    """A link that opens a page with the view."""
    return anchor(address(page, view), label, attributes)


def anchor(place: str, label: str, attributes: str = 'target="_self"') -> str:
    """A link to an address of this server."""
    return f'<a href="{escape(place)}" {attributes}>{escape(label)}</a>'


def outside(address: str, label: str, language: Language) -> str:
    """A link to a page of somebody else, told by a mark and in words; anything but such an address is no link."""
    if not address.lower().startswith(("https://", "http://")):
        return escape(label)
    told = f'<span class="keko-outside keko-out-of-sight"> ({escape(words.OUTSIDE.within(language))})</span>'
    name = f'{escape(label)}<span class="keko-outside" aria-hidden="true"> ↗</span>{told}'
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{name}</a>'


def way_in(place: str, label: str, target: Literal["_self", "_blank"] = "_self") -> str:
    """The link that leads on from where nothing else can be done."""
    link_html = anchor(place, label, f'class="keko-way-in" target="{target}"')
    return f"<p>{link_html}</p>"


def spoken(html: str, language: Language) -> str:
    """What is in a language that need not be the page's, read aloud in that."""
    return f'<div lang="{language}">{html}</div>'


def finding(title_html: str, sentence: str) -> str:
    """What a page is about, and what it found, large: one heading, so that who goes to it by ear hears both."""
    return f'<div class="keko-finding"><h1><small>{title_html}</small> <span>{escape(sentence)}</span></h1></div>'


def heading(title: str, place: str = "") -> str:
    """The heading of a part of a page. `place`: by which an address of the page leads there."""
    named = f' id="{place}"' if place else ""
    return f'<h2 class="keko-part"{named}>{escape(title)}</h2>'


def paragraph(text: str) -> str:
    """A plain paragraph."""
    return f"<p>{escape(text)}</p>"


def lead(text: str) -> str:
    """The sentences above a picture."""
    return f'<p class="keko-lead">{escape(text)}</p>'


def effect_sentence(text: str) -> str:
    """What would follow from a decision, in large type."""
    return f'<p class="keko-effect">{escape(text)}</p>'


def note(sentence: str) -> str:
    """How to read a picture, in small type."""
    return f'<p class="keko-note">{escape(sentence)}</p>'


def notice(sentence: str, role: Literal["note", "status"] = "note") -> str:
    """What must not be overlooked. `role`: `status` where it answers what a reader did."""
    return f'<p class="keko-notice" role="{role}">{escape(sentence)}</p>'


def definitions(rows: Iterable[tuple[str, str]]) -> str:
    """What is known of something: each fact by what it is called, and as HTML; what is not known is left out."""
    items = "".join(f"<dt>{escape(term)}</dt><dd>{html}</dd>" for term, html in rows if html)
    return f'<dl class="keko-definition">{items}</dl>'


def fold(summary: str, html: str) -> str:
    """What is opened by whoever wants it."""
    return f'<details class="keko-fold"><summary>{escape(summary)}</summary>{html}</details>'


def reason(sentence: str, element: Literal["small", "span", "p"] = "small", title: str = "") -> str:
    """Why something is not there. `title`: the whole reason, where the sentence is short for it."""
    titled = f' title="{escape(title)}"' if title else ""
    return f'<{element} class="why"{titled}>{escape(sentence)}</{element}>'


def tag(text: str) -> str:
    """A mark beside a name."""
    return f'<span class="keko-tag">{escape(text)}</span>'


def marked_word(mark: str, word: str, style: str) -> str:
    """What stands out, by its shape and its word; the colour comes after them. `style`: a verdict's."""
    return f'<span class="keko-verdict {style}"><span aria-hidden="true">{mark}</span> {escape(word)}</span>'


def demo_tag(language: Language) -> str:
    """The mark of a demo figure among real ones."""
    return tag(words.DEMO_TILE.within(language))


def coloured(name: str, role: Literal["area", "benchmark"]) -> str:
    """The name of the area or of its benchmark, in the colour that it has in every picture."""
    return f'<span class="{role}">{escape(name)}</span>'
