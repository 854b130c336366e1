"""Pages on screens of all sizes: a telephone, large type, a wall. Nothing is cut, nothing scrolls sideways, nothing jumps."""

from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError, expect

from keko.config import LANGUAGES
from keko.ui.view import BENCHMARK_PICTURES
from tests.browser.conftest import SCREEN
from tests.browser.site import MAIN, PAGES, Site
from tests.browser.views import VIEWS

# A telephone; 1280 × 1024 at 400 %; 1440 × 900 at 200 %.
SMALL = ((390, 844), (320, 256), (720, 450))
LONGEST = {"alue": "HVA03", "vertailu": "HVA17"}

TOO_WIDE = f"""() => [document.scrollingElement, document.querySelector('{MAIN}')]
    .filter(element => element.scrollWidth > innerWidth).map(element => `${{element.tagName}} ${{element.scrollWidth}}`)"""

# What KEKO has written, and what of it is cut by a box that does not scroll.
CUT = f"""() => [...document.querySelectorAll('{MAIN} :is([class*="keko-"], [class*="keko-"] *)')]
    .filter(element => !element.closest('svg') && element.innerText?.trim() && element.clientWidth > 2)
    .filter(element => {{
        const style = getComputedStyle(element), hides = overflow => ['hidden', 'clip'].includes(overflow);
        return style.clipPath === 'none' && (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
            || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2);
    }}).map(element => element.innerText)"""

# What KEKO has written and nobody at a desk sees, other than what is there for paper and for narrow screens.
UNSEEN = f"""() => [...document.querySelectorAll('{MAIN} [class*="keko-"]:not(.keko-chosen, .keko-choosers, .keko-key)')]
    .filter(element => element.textContent.trim() && getComputedStyle(element).display === 'none')
    .map(element => element.className)"""

# Ages and points of percentages that stand on two lines.
BROKEN = f"""() => {{
    const texts = document.createTreeWalker(document.querySelector('{MAIN}'), NodeFilter.SHOW_TEXT), broken = [];
    while (texts.nextNode()) {{
        const text = texts.currentNode;
        if (text.parentElement.closest('svg, style, .keko-out-of-sight')) continue;
        for (const found of text.data.matchAll(/\\d+–\\u2060?\\d+-\\u2060?\\p{{L}}+|\\d\\s%-\\u2060?\\p{{L}}/gu)) {{
            const range = document.createRange();
            range.setStart(text, found.index);
            range.setEnd(text, found.index + found[0].length);
            if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) broken.push(found[0]);
        }}
    }}
    return broken;
}}"""

SHIFTS = """window.shifted = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => {
    const moved = entry.sources.map(({node}) => node?.textContent?.trim().slice(0, 40));
    if (!entry.hadRecentInput) window.shifted.push([entry.value, moved]);
})).observe({type: 'layout-shift', buffered: true})"""
SLOW = 4  # times slower than this machine: what a page does while it arrives is then seen


def sized(site: Site, width: int, height: int) -> Site:
    """The visit with a screen of another size."""
    site.page.set_viewport_size({"width": width, "height": height})
    return site


def wrong(site: Site) -> tuple[list[str], list[str]]:
    """What is too wide and what is cut, once a page has had time to fit a screen of another size."""
    with suppress(TimeoutError):
        site.page.wait_for_function(f"({TOO_WIDE})().length + ({CUT})().length === 0")
    return site.page.evaluate(TOO_WIDE), site.page.evaluate(CUT)


@pytest.mark.parametrize("view", VIEWS)
def test_on_a_small_screen_nothing_is_cut_and_only_tables_scroll_sideways_and_at_a_desk_all_is_seen(
    site: Site, view: str
) -> None:
    path, chosen = VIEWS[view]
    language = LANGUAGES[list(VIEWS).index(view) % len(LANGUAGES)]
    sized(site, *SMALL[0]).open(path, **chosen | LONGEST, kieli=language)
    for size in SMALL:
        assert wrong(sized(site, *size)) == ([], []), size
        assert size[0] < 390 or site.page.evaluate(BROKEN) == [], size
    assert sized(site, **SCREEN).page.evaluate(UNSEEN) == []


@pytest.mark.parametrize("picture", BENCHMARK_PICTURES[:2])
def test_on_a_telephone_values_and_verdict_of_an_indicator_stand_in_the_width_of_the_screen(
    site: Site, picture: str
) -> None:
    sized(site, 390, 844).open("/aluevertailu", kuva=picture)
    row = site.main.locator(".keko-table tbody tr:not(.group)").first
    for cell in row.locator("td:visible").all():
        box = cell.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= 390 - box["width"]
    assert row.locator("td.n").count() == 3
    expect(row.locator(".keko-verdict")).to_be_visible()


@pytest.mark.parametrize("path", ["/mittarit", "/kartta"])
def test_on_a_telephone_the_finding_comes_first_then_the_picture_then_what_can_be_chosen(site: Site, path: str) -> None:
    sized(site, 390, 844).open(path)
    places = [".keko-finding", '[data-testid="stVegaLiteChart"]', ".keko-choosers"]
    tops = [box["y"] if (box := site.main.locator(place).first.bounding_box()) else None for place in places]
    assert None not in tops
    assert tops == sorted(tops, key=lambda top: top or 0)


@pytest.mark.parametrize("path", ["/mittarit", "/"])
def test_on_a_telephone_what_can_be_chosen_is_folded_and_stays_open_until_all_is_chosen(site: Site, path: str) -> None:
    sized(site, 390, 1800).open(path, vertailu="HVA17")  # all in sight: a list closes where the page is scrolled
    area, opener = (
        site.page.get_by_role("combobox", name="Alue", exact=True),
        site.main.locator(".keko-choosers summary"),
    )
    expect(area).to_be_hidden()
    expect(site.main.locator(".keko-chosen")).to_contain_text("Keski-Uudenmaan hyvinvointialue")
    assert site.violations() == []
    opener.focus()
    site.page.keyboard.press("Enter")
    expect(area).to_be_visible()
    for label, option, said in (
        ("Alue", "Lapin hyvinvointialue", "HVA21"),
        ("Vertailualue", "Kainuun hyvinvointialue", "HVA20"),
    ):
        site.choose(label, option)
        assert said in site.page.url
        expect(area).to_be_visible()
    expect(site.main.locator(".keko-chosen")).to_contain_text("Lapin hyvinvointialue")
    assert site.violations() == []
    opener.focus()
    site.page.keyboard.press("Space")
    expect(area).to_be_hidden()


@pytest.mark.parametrize("presented", ["", "1"])
def test_at_a_desk_and_on_a_wall_nothing_is_folded(site: Site, presented: str) -> None:
    site.open("/mittarit", **({"esitys": presented} if presented else {}))
    expect(site.main.locator(".keko-choosers").filter(visible=True)).to_have_count(0)
    shown = site.page.get_by_role("combobox", name="Alue", exact=True).filter(visible=True)
    expect(shown).to_have_count(0 if presented else 1)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_jumps_while_a_page_arrives_and_its_first_answer_is_seen_without_scrolling(
    site: Site, path: str
) -> None:
    site.page.add_init_script(SHIFTS)
    slowed = site.page.context.new_cdp_session(site.page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    site.open(path)
    shifted = site.page.evaluate("window.shifted")
    assert sum(much for much, _ in shifted) < 0.05, shifted
    if path in {"/aineistot", "/tuonti", "/yllapito"}:
        return  # no picture is their answer
    picture = f'{MAIN} :is([data-testid="stVegaLiteChart"], .keko-pyramid, .keko-table, .keko-tile)'
    box = site.page.locator(picture).first.bounding_box()
    assert box is not None
    assert box["y"] < 700


@pytest.mark.parametrize("width", [1920, 2560])
def test_a_wall_shows_large_type_and_charts_within_its_width(site: Site, width: int) -> None:
    sized(site, width, width * 9 // 16).open("/mittarit", esitys="1")
    assert site.page.evaluate(TOO_WIDE) == []
    size = site.page.locator(".keko-finding > p, .keko-finding h1 > span").last.evaluate(
        "it => getComputedStyle(it).fontSize"
    )
    assert float(size.removesuffix("px")) >= width / 45
    chart = site.main.locator("svg.marks").first.bounding_box()
    assert chart is not None
    assert chart["width"] > 0.8 * width


def test_presenting_hides_what_is_chosen_with_and_says_what_was_chosen(site: Site) -> None:
    site.open("/mittarit", alue="HVA02")
    site.press("Esitä")
    assert "esitys=1" in site.page.url
    expect(site.page.locator('[data-testid="stSidebar"]').filter(visible=True)).to_have_count(0)
    expect(site.main.locator('[data-testid="stSelectbox"]').filter(visible=True)).to_have_count(0)
    expect(site.main.locator(".keko-chosen")).to_contain_text("Keski-Uudenmaan hyvinvointialue")
    with site.rerun():
        site.page.keyboard.press("Escape")
    assert "esitys" not in site.page.url
    expect(site.main.get_by_role("combobox", name="Alue").first).to_be_visible()
