"""Pages on paper: the finding and its picture on the first sheet, the filters as text, where the figures are from, nothing to press."""

import re

import pytest
from playwright.sync_api import expect

from keko.ui.navigation import PAGES as ENTRIES
from tests.browser.site import MAIN, PAGES, Site

FILTERED = [
    path for path, entry in zip(PAGES, (entry for entry in ENTRIES if entry.listed), strict=True) if entry.filtered
]
# What an A4 sheet on its side holds within its margins, in CSS pixels.
SHEET = {"width": 1032, "height": 688}
MOST_SHEETS = 12
PRESSED = f"{MAIN} :is(button:not(.keko-table button), input:not([type=hidden]), [role=slider], [role=combobox])"


def printed(site: Site, path: str, **parameters: str) -> Site:
    """The page as it is laid out for paper."""
    site.open(path, **parameters)
    site.page.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
    site.page.emulate_media(media="print")
    return site


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_nothing_to_press_and_no_navigation(site: Site, path: str) -> None:
    printed(site, path)
    expect(site.page.locator(PRESSED).filter(visible=True)).to_have_count(0)
    expect(site.page.locator('[data-testid="stSidebar"]').filter(visible=True)).to_have_count(0)
    assert "Lataa" not in site.main.inner_text()


@pytest.mark.parametrize("path", FILTERED)
def test_the_first_sheet_holds_the_finding_its_picture_and_what_was_chosen(site: Site, path: str) -> None:
    printed(site, path, alue="HVA02", vertailu="HVA08", jakso="2024")
    chosen = site.main.locator(".keko-chosen")
    expect(chosen).to_have_text(
        "Alue: Keski-Uudenmaan hyvinvointialue · Vertailualue: Pirkanmaan hyvinvointialue · Sukupuoli: Kaikki · Jakso: 2024"
    )
    picture = '[data-testid="stVegaLiteChart"] svg, .keko-pyramid, .keko-table tbody tr:nth-child(5), .keko-tile'
    for part in (chosen, site.main.locator(".keko-finding"), site.main.locator(picture).first):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SHEET["height"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_a_few_sheets(site: Site, path: str) -> None:
    sheets = re.findall(rb"/Type /Page\b", printed(site, path).page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= MOST_SHEETS


def test_every_sheet_says_where_the_figures_are_from_and_which_data_version(site: Site) -> None:
    site.open("/")
    foot = site.page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText)
            .filter(text => text.startsWith('@page') && text.includes('Aineistoversio')).join()"""
    )
    assert "Lähde: " in foot
    assert "counter(page)" in foot


def test_paper_is_light_whatever_the_screen_is(site: Site) -> None:
    site.page.emulate_media(color_scheme="dark")
    printed(site, "/mittarit")
    for place, name in ((".stApp", "backgroundColor"), (".keko-finding h1", "color"), (MAIN, "backgroundColor")):
        colour = site.page.locator(place).first.evaluate(f"it => getComputedStyle(it).{name}")
        levels = [float(level) for level in re.findall(r"[\d.]+", colour)[:3]]
        assert (min(levels) == 255) == (name == "backgroundColor"), (place, colour)
