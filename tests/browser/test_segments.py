"""Population segments in a browser: accessible in every picture, and from a group to why areas differ."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from keko.ui.view import SEGMENT_PICTURES
from keko.words import segments as words
from tests.browser.site import Site

PAIR = {"alue": "HVA02", "vertailu": "HVA15"}
SCREENS = [*((picture, "light") for picture in SEGMENT_PICTURES), ("yleiskuva", "dark"), ("profiili", "dark")]


@pytest.mark.parametrize(("picture", "scheme"), SCREENS)
def test_every_picture_is_for_everybody(site: Site, picture: str, scheme: Literal["light", "dark"]) -> None:
    site.page.emulate_media(color_scheme=scheme)
    site.open("/segmentit", **PAIR, kuva=picture)
    assert site.errors() == []
    assert site.violations() == []
    site.page.set_viewport_size({"width": 390, "height": 844})
    site.settle()
    assert site.page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_from_a_group_to_why_the_areas_differ(site: Site) -> None:
    site.open("/segmentit", **PAIR)
    with site.page.expect_navigation():
        site.main.get_by_role("link", name="Esimerkkiryhmä J").first.click()
    site.settle()
    assert "segmentti=J" in site.page.url
    expect(site.main.get_by_role("heading").first).to_contain_text("Esimerkkiryhmä J")
    with site.rerun():
        site.page.get_by_text(words.PICTURES["miksi"].fi, exact=True).click()
    assert "kuva=miksi" in site.page.url
    expect(site.main).to_contain_text("Rakenne-ero")
    site.choose(words.MEASURE.fi, words.MEASURES["unemployment"].fi)
    assert "osallistuminen=unemployment" in site.page.url
    expect(site.main).to_contain_text("Työttömänä ollaan")
