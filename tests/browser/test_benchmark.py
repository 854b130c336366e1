"""The benchmark page in a browser: accessible in every picture, light and dark, and from a difference to its indicator."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from keko.ui.view import BENCHMARK_PICTURES
from keko.words import benchmark as words
from keko.words import interface
from tests.browser.site import Site

PAIR = {"alue": "HVA02", "vertailu": "HVA15", "teemat": "work-ability"}


SCREENS = [*((picture, "light") for picture in BENCHMARK_PICTURES), ("asema", "dark"), ("matriisi", "dark")]


@pytest.mark.parametrize(("picture", "scheme"), SCREENS)
def test_every_picture_is_for_everybody(site: Site, picture: str, scheme: Literal["light", "dark"]) -> None:
    """Axe finds nothing serious, and a narrow screen does not scroll sideways."""
    site.page.emulate_media(color_scheme=scheme)
    site.open("/aluevertailu", **PAIR, kuva=picture)
    assert site.errors() == []
    assert site.violations() == []
    site.page.set_viewport_size({"width": 390, "height": 844})
    site.settle()
    assert site.page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_from_the_clearest_difference_to_the_indicator_with_the_same_areas(site: Site) -> None:
    site.open("/aluevertailu", **PAIR)
    with site.rerun():
        site.page.get_by_text(words.PICTURES["erot"].fi, exact=True).click()
    assert "kuva=erot" in site.page.url
    with site.rerun():
        site.page.get_by_role("button", name=interface.SWAP.fi).click()
    assert "alue=HVA15&vertailu=HVA02" in site.page.url
    link = site.main.get_by_role("link").first
    name = link.inner_text()
    with site.rerun():
        link.click()
    expect(site.main.get_by_role("heading").first).to_contain_text(name)
    assert "alue=HVA15" in site.page.url


def test_a_printed_page_says_what_is_compared_and_has_no_controls(site: Site) -> None:
    site.open("/aluevertailu", **PAIR)
    site.page.emulate_media(media="print")
    expect(site.main).to_contain_text("Keski-Uudenmaan hyvinvointialue")
    expect(site.page.locator('[data-testid="stSidebar"]')).not_to_be_visible()
    for hidden in (".st-key-filters", ".st-key-choices", ".st-key-downloads"):
        expect(site.page.locator(hidden)).not_to_be_visible()
    cut = "[...document.querySelectorAll('.keko-scroll')].filter(e => e.scrollHeight > e.clientHeight + 2).length"
    assert site.page.evaluate(cut) == 0


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_download_is_named_after_what_it_shows(site: Site, kind: str) -> None:
    site.open("/aluevertailu", **PAIR)
    with site.page.expect_download() as waited:
        site.page.get_by_role("button", name=words.DOWNLOAD.within("fi", format=kind.upper())).click()
    name = waited.value.suggested_filename
    assert name.startswith("aluevertailu-keski-uudenmaan-hyvinvointialue-keski-suomen-hyvinvointialue")
    assert name.endswith(f".{kind}")
    assert waited.value.path().stat().st_size > 1000
