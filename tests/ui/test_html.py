"""The pieces of HTML: what comes from outside is escaped, and addresses are made in one place."""

from html import unescape
from urllib.parse import parse_qsl

import pytest

from keko.config import ROOT
from keko.ui import html
from keko.ui.addresses import read_view
from keko.ui.navigation import PAGES, PageEntry, address
from keko.ui.view import View

VIEW = View("HVA02", "HVA15", "sv", indicator="a & b", breakdown='"><script>')
SOURCES = [*(ROOT / "keko" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_a_link_opens_the_page_with_the_view(entry: PageEntry) -> None:
    path, query = address(entry.file, VIEW).split("?")
    assert path == ("/" if entry is PAGES[0] else f"/{entry.path}")
    assert read_view(dict(parse_qsl(query)), {"HVA02", "HVA15"}, {"a & b"}).view == VIEW
    assert f'href="{path}?{query}"' in unescape(html.link(entry.file, VIEW, "x"))


def test_nothing_from_outside_becomes_html() -> None:
    strange = '<b onclick="x">&\''
    pieces = [
        html.link("indicators", VIEW, strange),
        html.finding("", strange),
        html.fold(strange, ""),
        html.reason(strange, title=strange),
        html.outside(f"https://{strange}", strange, "fi"),
        html.definitions([(strange, "x")]),
        html.coloured(strange, "area"),
        *(piece(strange) for piece in (html.heading, html.paragraph, html.lead, html.note, html.notice, html.tag)),
    ]
    for piece in pieces:
        assert "<b" not in piece
        assert strange in unescape(piece)


def test_a_link_to_somebody_else_says_so_and_is_only_to_a_page() -> None:
    there = html.outside("https://tuki.example.fi/?a=1&b=2", "Tuki", "fi")
    assert 'rel="noopener noreferrer"' in there
    assert "ulkoinen sivusto" in there
    assert 'href="https://tuki.example.fi/?a=1&amp;b=2"' in there
    for other in ("javascript:alert(1)", "data:text/html,x", "/polku", "//tuki.example.fi", ""):
        assert html.outside(other, "<b>", "fi") == "&lt;b&gt;"


@pytest.mark.parametrize(("mark", "home"), [("href=", "html.py"), ("urlencode", "view.py")])
def test_addresses_are_written_in_one_place(mark: str, home: str) -> None:
    """But for those of signing in, which name a page to come back to."""
    writers = {file for file in SOURCES if mark in file.read_text(encoding="utf-8")}
    ui = ROOT / "keko" / "ui"
    assert writers - {ui / "sign_in" / "addresses.py"} == {ui / home}
