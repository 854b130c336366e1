"""No serious or critical finding of axe on any page (EN 301 549, WCAG 2.1 AA), and none that is too wide for a telephone."""

import pytest

from tests.browser.site import PAGES, Site


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(site: Site, path: str) -> None:
    assert site.open(path).violations() == []


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_does_not_scroll_sideways(site: Site, path: str) -> None:
    site.page.set_viewport_size({"width": 390, "height": 844})
    site.open(path)
    width = site.page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 390
