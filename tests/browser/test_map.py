"""Both kinds of map in Chromium: they are drawn, nothing is asked of anybody, and a click selects an area."""

import re
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, TimeoutError, expect

from tests.browser import conftest
from tests.browser.site import Site

# Chromium that draws WebGL without a graphics card.
FLAGS = [flag for flag in conftest.FLAGS if flag != "--disable-gpu"] + [
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
DRAWN = {"piirros": '[data-testid="stVegaLiteChart"]', "webgl": '[data-testid="stDeckGlJsonChart"]'}
TOLD_OF_LAPPI = re.compile(r"Lappi.*95 %:n väli:?\s*\d+,\d–\d+,\d", re.DOTALL)
LAPPI = (0.62, 0.25)  # where it is in the picture, of width and height


def colours(part: Locator) -> set[tuple[int, ...]]:
    """The colours that cover something in a picture of a part of the page."""
    picture = Image.open(BytesIO(part.screenshot())).convert("RGB")
    return {colour for count, colour in picture.getcolors(1 << 24) or [] if count > 300}  # type: ignore[misc]


def point_at(site: Site, x: float, y: float) -> None:
    """Move about a place until the map, which may still be on its way, says what is there."""
    tip = site.page.locator(".deck-tooltip, #vg-tooltip-element").filter(has_text=TOLD_OF_LAPPI)
    for step in range(600):
        site.page.mouse.move(x + step % 3, y)
        site.page.evaluate("() => new Promise(requestAnimationFrame)")
        if tip.count() and tip.first.is_visible():
            return
    raise AssertionError("the map says nothing of what is pointed at")


def click_until(site: Site, address: str, x: float, y: float) -> None:
    """Click on a place until the address says what was chosen: a busy browser takes a slow press for no click."""
    for _ in range(6):
        site.page.mouse.click(x, y)
        with suppress(TimeoutError):
            site.page.wait_for_url(f"**{address}**")
            return
    raise AssertionError(f"no click leads to {address}")


@pytest.mark.parametrize("kind", DRAWN)
def test_a_map_is_drawn_told_and_selects(visit: Callable[[str], Site], server: str, kind: str) -> None:
    site = visit(server).open("/kartta", kuva=kind, taso="HVA", mittari="employment-rate-20-64")
    drawn = site.page.locator(DRAWN[kind])
    box = drawn.bounding_box()
    assert box is not None
    place = box["x"] + LAPPI[0] * box["width"], box["y"] + LAPPI[1] * box["height"]
    point_at(site, *place)
    assert len(colours(drawn)) >= 3
    click_until(site, "alue=HVA21", *place)
    expect(site.page.locator(".keko-profile")).to_contain_text("Lapin hyvinvointialue")
    assert (site.seen.outside, site.seen.refused, site.seen.page_errors) == ([], [], [])


def test_the_map_is_operated_by_keyboard_through_its_table(site: Site) -> None:
    site.open("/kartta", taso="KU")
    name = site.main.get_by_role("button", name="Järvenpää")
    name.focus()
    with site.page.expect_navigation():
        site.page.keyboard.press("Enter")
    site.settle()
    expect(site.page.locator(".keko-profile")).to_contain_text("Järvenpää")
    expect(site.main.get_by_role("button", name="Järvenpää")).to_have_attribute("aria-current", "true")


def test_geometry_is_fetched_once(site: Site) -> None:
    asked: list[str] = []
    site.page.on("request", lambda request: asked.append(request.url) if "/geo/" in request.url else None)
    site.open("/kartta", taso="KU")
    site.page.wait_for_load_state("networkidle")
    first = len(set(asked))
    with site.rerun():
        site.page.get_by_role("slider").press("ArrowLeft")
    site.page.wait_for_load_state("networkidle")
    assert len(set(asked)) == first
