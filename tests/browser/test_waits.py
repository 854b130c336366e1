"""The page of a delay in a browser: for everybody, in both themes, and on a telephone."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.site import Site

DELAY = {"mittari": "delay-work-ability-assessment", "alue": "HVA02", "vertailu": "HVA15"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_distribution_is_for_everybody(site: Site, scheme: Literal["light", "dark"]) -> None:
    site.page.emulate_media(color_scheme=scheme)
    site.open("/mittarit", **DELAY)
    expect(site.main.locator(".keko-waiting")).to_be_visible()
    expect(site.main).to_contain_text("pääsi sovitussa ajassa")
    assert site.errors() == []
    assert site.violations() == []
    site.page.set_viewport_size({"width": 390, "height": 844})
    site.settle()
    assert site.page.evaluate("document.scrollingElement.scrollWidth") <= 390
