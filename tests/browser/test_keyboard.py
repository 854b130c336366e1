"""KEKO without a mouse: what has the keyboard is seen, stays where it was after a choice, and the new finding is told once."""

from io import BytesIO
from typing import Any, Literal

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, expect

from keko.ui.navigation import PAGES
from tests.browser.site import JOINER, Site

PAIR = {"alue": "HVA02", "vertailu": "HVA15", "mittari": "employment-rate-20-64"}
MOST = 60  # presses of Tab on a page: what comes after them are rows of the same table
# What Tab comes to on every page, on those with filters, and on each for itself: something of every kind that a page has.
FRAME = {
    "Siirry sisältöön",
    *(entry.name.fi for entry in PAGES if entry.listed),
    "Svenska",
    "English",
    "Esitä",
    "Kopioi linkki",
}
FILTERS = {"Alue", "Vertailualue", "Sukupuoli", "Jakso"}
OWN = {
    "tilannekuva": {"Työllisyysaste, 20–64-vuotiaat", "Hae avoimet luvut", "Mitkä mittarit"},
    "tyoikaiset": {"Ikä ja sukupuoli taulukkona", "Työlliset", "Kunnat rinnakkain: Keski-Uusimaa"},
    "mittarit": {"Mittari", "Muita alueita samaan kuvaan", "Kehitys", "CSV", "PNG"},
    "aluevertailu": {"Asema", "Teemat", "Ota huomioon vertailujen määrä", "Vaihda alueet keskenään"},
    "kartta": {"Mittari", "Värit", "Kartta", "Koko maa", "Lappi", "SVG"},
    "segmentit": {"Yleiskuva", "Malli", "Esimerkkiryhmä A"},
    "toimijat": {"Polku työhön", "Malli", "Ryhmä"},
    "tavoitteet-ja-toimet": {"Tavoitteet", "Mitä tavoitetta muokataan", "Tavoite (%)"},
    "kokous": {"Kokous", "Edelliset päätökset", "Esitä kokous"},
    "aineistot": {"Hae mittaria", "Avaa mittarin luvut"},
    "tuonti": {"Hae avoimet luvut", "Valitse tiedostot", "Toimittaja", "Ohje: Toimittaja", "Tuojan nimi"},
    "yllapito": {"Oma näkymä", "Alue", "Vertailualue", "Tallenna"},
}
# The ring round what has focus, or round the field that it is part of: how wide, its colour, and the ground it stands on.
RING = r"""() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const colour = (text) => (text.match(/[\d.]+/g) || []).map(Number);
    let ring = null;
    for (let at = element, up = 0; at && up < 4 && !ring; at = at.parentElement, up++) {
        const style = getComputedStyle(at);
        if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) ring = {at, style};
    }
    let ground = ring?.at ?? element;
    if (ring && parseFloat(ring.style.outlineOffset) >= 0) ground = ground.parentElement; // it stands outside
    while (ground.parentElement && (colour(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 1) ground = ground.parentElement;
    const what = `${element.tagName} ${element.dataset.testid ?? element.className} ${element.getAttribute("role") ?? ""}`;
    return {
        what: what.replace(/st-emotion-\S+|[a-z0-9]+\d+$/g, ""),
        width: ring ? parseFloat(ring.style.outlineWidth) : 0,
        colour: ring ? colour(ring.style.outlineColor) : [0, 0, 0],
        ground: colour(getComputedStyle(ground).backgroundColor),
        top: Math.round(element.getBoundingClientRect().top + scrollY), name: element.getAttribute("aria-label") ?? element.innerText,
    };
}"""


def luminance(colour: list[float]) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [value / 255 for value in colour[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: list[float], second: list[float]) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rings(site: Site) -> list[dict[str, Any]]:
    """What Tab comes to on a page, in order."""
    stops = []
    for _ in range(MOST):
        site.page.keyboard.press("Tab")
        stop = site.page.evaluate(RING)
        if stop is None:
            break
        stops.append(stop)
    return stops


def names(stops: list[dict[str, Any]]) -> set[str]:
    """What is called as it is read; the whole page, which can have the keyboard too, is called nothing."""
    seen = [stop["name"].replace(JOINER, "") for stop in stops if not stop["what"].startswith("MAIN")]
    return {line for name in seen for line in name.splitlines()}


def changed_pixels(site: Site) -> int:
    """How many pixels around what has focus are others than without it."""
    focused = site.page.screenshot()
    site.page.evaluate("document.activeElement.blur()")
    bare = site.page.screenshot()
    difference = ImageChops.difference(*(Image.open(BytesIO(data)).convert("L") for data in (focused, bare)))
    return sum(difference.histogram()[16:])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("entry", [entry for entry in PAGES if entry.listed], ids=lambda entry: entry.path)
def test_whatever_has_the_keyboard_is_seen(site: Site, entry: Any, scheme: Literal["light", "dark"]) -> None:
    site.page.emulate_media(color_scheme=scheme)
    site.open("/" if entry is PAGES[0] else f"/{entry.path}", **PAIR)
    stops = rings(site)
    assert FRAME | (FILTERS if entry.filtered else set()) | OWN[entry.path] <= names(stops)
    assert [stop for stop in stops if stop["width"] < 2] == []
    assert [stop for stop in stops if contrast(stop["colour"], stop["ground"]) < 3] == []


def test_a_ring_is_drawn_round_the_name_of_a_tile_a_page_and_a_field(site: Site) -> None:
    site.open("/", **PAIR)
    for focusable in (
        site.main.get_by_role("link").first,
        site.page.get_by_role("navigation").get_by_role("link").nth(1),
        site.page.get_by_role("combobox").first,
        site.main.get_by_role("button").first,
    ):
        site.page.keyboard.press("Tab")  # from now on focus is shown
        focusable.focus()
        assert changed_pixels(site) > 300


@pytest.mark.parametrize("view", ["/", "/mittarit", "/aluevertailu"])
def test_with_colours_of_the_system_the_ring_is_still_there(site: Site, view: str) -> None:
    site.page.emulate_media(forced_colors="active")
    site.open(view, **PAIR)
    assert [stop for stop in rings(site) if stop["width"] < 2] == []


def has_focus(place: Locator) -> None:
    expect(place).to_be_focused()


def told(site: Site) -> Locator:
    """What is announced to a screen reader."""
    return site.page.locator("body > [role=status]")


def test_focus_stays_in_the_list_and_the_new_finding_is_told(site: Site) -> None:
    site.open("/", **PAIR)
    expect(told(site)).to_have_text("")
    told(site).evaluate("e => { told = 0; new MutationObserver(() => told++).observe(e, {childList: true}); }")
    box = site.page.get_by_role("combobox").first
    box.focus()
    box.press("ControlOrMeta+a")
    box.press_sequentially("Lapin hyv")
    site.page.keyboard.press("ArrowDown")
    with site.rerun():
        site.page.keyboard.press("Enter")
    expect(site.page.locator(".keko-finding h1")).to_contain_text("Lapin hyvinvointialue")
    heading = site.page.locator(".keko-finding h1").inner_text().replace(JOINER, "")
    expect(told(site)).to_have_text(" ".join(heading.split()))
    assert site.page.evaluate("told") == 1
    has_focus(site.page.get_by_role("combobox").first)


def test_focus_stays_on_the_chosen_picture(site: Site) -> None:
    site.open("/mittarit", **PAIR)
    site.main.get_by_role("radio", name="Kehitys").focus()
    site.page.keyboard.press("ArrowRight")
    with site.rerun():
        site.page.keyboard.press("Space")
    assert "kuva=" in site.page.url
    has_focus(site.main.get_by_role("radio", checked=True).first)


def test_focus_stays_on_the_switch(site: Site) -> None:
    site.open("/aluevertailu", **PAIR)
    switch = site.main.get_by_role("switch")
    switch.focus()
    with site.rerun():
        site.page.keyboard.press("Space")
    assert "korjaus=1" in site.page.url
    has_focus(switch)


def test_focus_stays_on_the_slider(site: Site) -> None:
    site.open("/kartta", **PAIR)
    slider = site.page.get_by_role("slider")
    slider.focus()
    with site.rerun():
        site.page.keyboard.press("ArrowLeft")
    assert "jakso=" in site.page.url
    has_focus(site.page.get_by_role("slider"))


def test_focus_comes_back_to_the_area_chosen_in_the_table_of_a_map(site: Site) -> None:
    site.open("/kartta", **PAIR)
    site.main.get_by_role("button", name="Lappi").focus()
    with site.page.expect_navigation():
        site.page.keyboard.press("Enter")
    site.settle()
    assert "alue=HVA21" in site.page.url
    has_focus(site.main.get_by_role("button", name="Lappi"))


def test_a_whole_visit_without_a_mouse(site: Site) -> None:
    """From the page to the finding, another picture, a file of the figures, and the table."""
    site.open("/mittarit", **PAIR)
    site.page.keyboard.press("Tab")
    site.page.keyboard.press("Enter")  # past the navigation
    has_focus(site.main)
    site.main.get_by_role("button", name="CSV", exact=True).focus()
    with site.page.expect_download() as started:
        site.page.keyboard.press("Enter")
    assert started.value.suggested_filename.endswith(".csv")
    table = site.main.get_by_role("region").last
    table.focus()
    before = table.evaluate("e => e.scrollTop")
    site.page.keyboard.press("End")
    site.page.wait_for_function("([e, before]) => e.scrollTop > before", arg=[table.element_handle(), before])
