"""What people do with KEKO, from the first click to what they wanted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from keko.config import Language
from keko.words import confirming, workbench
from tests.browser.site import LANGUAGES, PAGES, Site, as_shown

VIEW = {"mittari": "employment-rate-20-64", "alue": "HVA02", "vertailu": "HVA15"}


def test_a_shared_link_is_the_first_thing_a_fresh_server_sees(
    start_server: Callable[[], str], visit: Callable[[str], Site]
) -> None:
    """The page file must not run on its own: navigation, language and the chosen view are all there."""
    site = visit(start_server()).open("/mittarit", **VIEW, kieli="sv")
    assert site.errors() == []
    assert site.navigation() == [name.sv for name in PAGES.values()]
    assert site.language == "sv"
    expect(site.main).to_contain_text("Mellersta Nyland")
    expect(site.main).to_contain_text("Mellersta Finland")


def test_back_and_a_second_visit_show_the_same_view(site: Site) -> None:
    one, other = {**VIEW, "alue": "HVA05"}, {**VIEW, "alue": "HVA08"}
    first = site.open("/mittarit", **one).main.inner_text()
    assert site.open("/mittarit", **other).main.inner_text() != first
    site.page.go_back()
    site.settle()
    assert site.main.inner_text() == first
    assert site.open("/mittarit", **one).main.inner_text() == first


def test_another_picture_of_the_same_figures_is_in_the_address(site: Site) -> None:
    site.open("/mittarit", **VIEW)
    with site.rerun():
        site.main.get_by_role("radio", name="Kunnat").click()
    assert "kuva=kunnat" in site.page.url
    expect(site.main.get_by_role("img").first).to_be_visible()
    expect(site.main).to_contain_text("Järvenpää")
    assert site.violations() == []
    with site.rerun():
        site.page.go_back()
    assert "kuva=" not in site.page.url


def test_figures_and_picture_are_downloaded_under_names_that_tell_what_they_are(site: Site) -> None:
    site.open("/mittarit", **VIEW)
    for ending in ("CSV", "XLSX", "PNG", "SVG"):
        with site.page.expect_download() as started:
            site.main.get_by_role("button", name=ending, exact=True).click()
        name = started.value.suggested_filename
        assert name.startswith("employment-rate-20-64-keski-uusimaa-keski-suomi-v")
        assert name.endswith(ending.lower())
        assert started.value.path().stat().st_size > 1000


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_language_is_switched_and_stays(site: Site, language: Language) -> None:
    site.open("/")
    assert site.navigation() == [name.fi for name in PAGES.values()]
    site.switch_language(language)
    assert site.errors() == []
    names = [name.within(language) for name in PAGES.values()]
    assert site.navigation() == names
    assert site.language == language
    site.go_to("/mittarit", language)
    assert site.navigation() == names


def test_every_page_opens_in_every_language(site: Site) -> None:
    for path, name in PAGES.items():
        for language in LANGUAGES:
            site.open(path, kieli=language)
            assert site.errors() == [], f"{path} in {language}"
            expect(site.main.get_by_role("heading").first).to_be_visible()
            assert name.within(language) in site.navigation()


def test_an_imported_file_is_published_and_seen(
    start_server: Callable[[], str], visit: Callable[[str], Site], tmp_path: Path
) -> None:
    name = "Työllisyysaste, 18–64-vuotiaat"
    file = tmp_path / "kokeilu.csv"
    file.write_text(
        f"Alue;Vuosi;{name}\n"
        "Keski-Uudenmaan hyvinvointialue;2023;71,5\nKeski-Uudenmaan hyvinvointialue;2024;72,7\n"
        "Keski-Suomen hyvinvointialue;2023;69,1\nKeski-Suomen hyvinvointialue;2024;68,2\n",
        encoding="utf-8",
    )
    site = visit(start_server()).open("/tuonti")
    site.upload(file)
    expect(site.main).to_contain_text(as_shown(name))
    site.main.get_by_role("button", name=confirming.PUBLISH.within("fi", name=file.name)).click()
    with site.rerun():
        site.page.get_by_role("button", name=confirming.YES_PUBLISH.within("fi", name=file.name)).click()
    with site.rerun():
        site.main.get_by_role("link", name=as_shown(workbench.SEE_IT.within("fi", name=name))).click()
    expect(site.main).to_contain_text("72,7")
    expect(site.main).to_contain_text("68,2")
