"""Every view, light and dark, for those who see, listen or use a keyboard (EN 301 549, WCAG 2.2 AA)."""

import re
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import expect

from keko.config import LANGUAGES, Language
from keko.words import framework
from tests.browser.site import JOINER, PAGES, Site
from tests.browser.views import VIEWS

# A view in the light is read in Finnish, in the dark in Swedish: each is opened twice, not six times.
SCREENS: tuple[tuple[Literal["light", "dark"], Language], ...] = (("light", "fi"), ("dark", "sv"))
# The framework's English, the names of its parts, and those of fields of charts.
ENGLISH = {text.en for text in framework.SAID if "{" not in text.en} | {"visualization", "main", "Streamlit"}
PATTERNS = [
    "^" + re.escape(text.en).replace(r"\{name\}", ".+") + "$"
    for text in framework.SAID
    if text.en.startswith(("Help for", "Remove", "Show data", "Download as"))
]
CODES = re.compile(r"\b(role|part|kind|rank|edge): |mark container|-axis|Title text|\bscale with values\b")

# Level and size in px of each heading; of the first, of the finding in it.
SIZES = """() => [...document.querySelectorAll('h1 > span:last-child, h2, h3, h4')].filter(heading => heading.checkVisibility())
    .map(heading => [Number(heading.closest('h1, h2, h3, h4').tagName[1]), parseFloat(getComputedStyle(heading).fontSize)])"""


def english(texts: list[str]) -> list[str]:
    return [
        text
        for text in texts
        if text.strip() in ENGLISH or CODES.search(text) or any(re.match(pattern, text) for pattern in PATTERNS)
    ]


@pytest.mark.parametrize(("scheme", "language"), SCREENS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_for_everybody(site: Site, view: str, scheme: Literal["light", "dark"], language: Language) -> None:
    site.page.emulate_media(color_scheme=scheme)
    path, chosen = VIEWS[view]
    site.open(path, **chosen, kieli=language)
    expect(site.page.locator(".keko-finding h1")).to_have_count(1)
    assert site.errors() == []
    assert site.violations() == []
    assert_headings_in_order(site)
    assert english(site.heard()) == []
    assert site.language == language
    expect(site.page.get_by_role("navigation", name=framework.PAGES.within(language))).to_have_count(1)
    expect(site.page.locator('[aria-current="page"]')).to_have_count(int(path in PAGES))
    subject = site.page.locator(".keko-finding h1 small").inner_text().replace(JOINER, "")
    expect(site.page).to_have_title(re.compile(f"^{re.escape(subject)}.*– KEKO$"))


def assert_headings_in_order(site: Site) -> None:
    """One first heading, which comes first, no level that is skipped on the way down, and none larger than one above it."""
    levels = [level for level, _ in site.headings()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    sizes = site.page.evaluate(SIZES)
    of_level = [[size for own, size in sizes if own == level] for level in sorted({level for level, _ in sizes})]
    assert all(min(above) >= max(below) for above, below in pairwise(of_level)), sizes


def said(english: str, language: Language) -> str:
    """What is written in the place of a text of the framework."""
    return next(text.within(language) for text in framework.SAID if text.en == english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_speak_the_language_of_the_reader(site: Site, language: Language) -> None:
    site.open("/mittarit", mittari="employment-rate-20-64", kieli=language)
    site.page.get_by_role("combobox").first.fill("qqq")
    expect(site.page.get_by_text(said("No results", language))).to_be_visible()
    if language != "en":
        assert english([*site.heard(), *site.page.locator("body").inner_text().splitlines()]) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_import_page_speaks_the_language_of_the_reader(site: Site, language: Language) -> None:
    site.open("/tuonti", kieli=language)
    assert english(site.page.locator("body").inner_text().splitlines()) == []
    expect(site.page.get_by_role("button", name=said("Upload", language), exact=True)).to_be_visible()
    site.page.locator('[data-testid="stTextInputField"]').first.fill("x")
    expect(site.page.get_by_text(said("Press Enter to apply", language))).to_be_visible()


def test_whoever_wants_less_motion_gets_none(site: Site) -> None:
    site.page.emulate_media(reduced_motion="reduce")
    site.open("/")
    slow = """() => [...document.querySelectorAll("*")].filter(element => {
        const style = getComputedStyle(element);
        return [style.transitionDuration, style.animationDuration].some(text => text.split(",").some(part => parseFloat(part) > 0.01));
    }).length"""
    assert site.page.evaluate(slow) == 0
