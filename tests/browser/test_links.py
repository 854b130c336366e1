"""The navigation says all of its names, the link to a view can be copied, and an area is found as people call it."""

import pytest
from playwright.sync_api import ViewportSize, expect

from keko.config import LANGUAGES, Language
from keko.ui.navigation import PAGES
from keko.words import interface as words
from tests.browser.conftest import SCREEN
from tests.browser.site import APP, NAVIGATION, Site

PHONE: ViewportSize = {"width": 390, "height": 844}
EXPAND = '[data-testid="stExpandSidebarButton"]'
CUT = """links => links.flatMap(link => [link, ...link.querySelectorAll('*')])
    .filter(part => getComputedStyle(part).display !== 'inline')
    .filter(part => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 2)
    .map(part => part.innerText)"""
ASKED = {"alue": "KU186", "vertailu": "MAA", "muut": "HVA08", "sukupuoli": "female", "jakso": "2019"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", [SCREEN, PHONE], ids=["desk", "phone"])
def test_no_name_in_the_navigation_is_cut(site: Site, language: Language, screen: ViewportSize) -> None:
    site.page.set_viewport_size(screen)
    site.open("/aineistot", kieli=language)
    if site.page.locator(EXPAND).is_visible():
        site.page.locator(EXPAND).click()
    links = site.page.locator(NAVIGATION)
    expect(links).to_have_count(sum(entry.listed for entry in PAGES))
    expect(links.last).to_be_in_viewport()
    assert links.evaluate_all(CUT) == []
    site.page.set_viewport_size(SCREEN)


@pytest.mark.parametrize("path", ["/mittarit", "/", "/aineistot"])
def test_the_whole_address_of_the_view_is_copied_and_that_is_said(site: Site, path: str) -> None:
    site.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    site.open(path, kieli="fi", **ASKED)
    site.page.get_by_role("button", name=words.COPY_LINK.fi).click()
    expect(site.page.get_by_role("status").get_by_text(words.LINK_COPIED.fi)).to_be_visible()
    copied = site.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{site.url}{path}?")
    for parameter in (*(f"{name}={value}" for name, value in ASKED.items()), "kieli=fi"):
        assert parameter in copied


def test_where_no_page_may_copy_the_address_is_there_to_be_copied(site: Site) -> None:
    site.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;"
    )
    site.open("/", kieli="sv", **ASKED)
    site.page.get_by_role("button", name=words.COPY_LINK.sv).click()
    field = site.page.get_by_role("textbox", name=words.LINK_TO_VIEW.sv)
    expect(field).to_be_visible()
    assert field.input_value().startswith(f"{site.url}/?alue=KU186")
    expect(site.page.get_by_role("status").get_by_text(words.COPY_BY_HAND.sv)).to_be_visible()


def test_an_area_is_chosen_by_its_everyday_name_from_the_keyboard(site: Site) -> None:
    site.open("/", kieli="fi", alue="HVA15")
    chooser = site.page.get_by_role("combobox", name=words.AREA.fi, exact=True)
    chooser.click()
    site.page.keyboard.type("keusoten alue")
    expect(site.page.get_by_role("option").first).to_contain_text("Keusote")
    with site.rerun():
        site.page.keyboard.press("Enter")
    expect(chooser).to_have_value("Keski-Uudenmaan hyvinvointialue (Keusote)")
    assert "alue=HVA02" in site.page.url


def test_a_link_to_another_page_loads_nothing_anew_and_the_way_back_is_the_browsers(site: Site) -> None:
    site.open("/", alue="HVA02", vertailu="HVA15")
    site.page.evaluate("document.here = true")
    link = site.main.locator(".keko-tiles h2 a[target]").nth(1)
    name = link.inner_text()
    with site.rerun():
        link.dblclick()
    heading = site.main.get_by_role("heading").first
    expect(heading).to_contain_text(name)
    expect(heading).to_be_focused()
    expect(site.page.locator("body > [role=status]")).to_be_empty()  # the heading is read where focus has come to it
    expect(site.page.locator('.st-key-pages [aria-current="page"]')).to_contain_text(words.INDICATORS.fi)
    with site.rerun():
        site.page.go_back()
    expect(site.main.locator(".keko-tiles")).to_be_visible()
    assert site.page.evaluate("document.here")


def test_a_link_goes_on_with_a_presentation_and_is_loaded_where_the_server_does_not_answer(site: Site) -> None:
    site.open("/", alue="HVA02", vertailu="HVA15", esitys="1")
    site.page.evaluate("document.here = true")
    with site.rerun():
        site.main.locator(".keko-tiles h2 a[target]").first.click()
    assert site.page.evaluate("document.here")
    with site.rerun():
        site.page.go_back()
    site.page.locator(APP).evaluate("app => { app.dataset.testConnectionState = 'PINGING_SERVER'; }")
    with site.page.expect_navigation(wait_until="load"):
        site.main.locator(".keko-tiles h2 a[target]").first.click()
    site.settle()
    assert "/mittarit" in site.page.url
    assert not site.page.evaluate("document.here")
