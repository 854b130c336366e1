"""What leads from one view to another: names of areas in an address and in the lists, and the links between pages."""

import re
from html import escape, unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from keko.indicators.catalogue import read_catalogue
from keko.ui.navigation import PAGES, PageEntry
from keko.ui.view import usual_view
from keko.words import interface as words
from tests.pages.test_pages import opened, said


@pytest.mark.usefixtures("demo")
def test_an_address_may_name_areas() -> None:
    app = opened("indicators", alue="Keusote", vertailu="siun sote", muut="Esbo,Pirha")
    assert [app.selectbox(f"filter_{name}").value for name in ("area", "benchmark")] == ["HVA02", "HVA14"]
    assert app.multiselect("filter_others").value == ["KU049", "HVA08"]


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("name", ["Atlantis", "Helsinki", "Keski-Uusimaa"])
def test_a_name_of_none_or_of_several_areas_is_told_as_unknown(name: str) -> None:
    text = said(opened("overview", alue=name))
    assert words.UNKNOWN_PARAMETER.within("fi", name="alue", value=name) in text


@pytest.mark.usefixtures("demo")
def test_another_name_in_a_list_chooses_its_area() -> None:
    app = opened("indicators", alue="HVA02", vertailu="HVA15")
    for name, option, code in (("area", "Pohteen alue → ", "HVA19"), ("benchmark", "Esbo → ", "KU049")):
        chooser = app.selectbox(f"filter_{name}")
        text = next(text for text in chooser.options if text.startswith(option))
        chooser.select(text).run()
        assert app.selectbox(f"filter_{name}").value == code
    others = app.multiselect("filter_others")
    others.select(next(text for text in others.options if text.startswith("Esbo → "))).run()
    assert app.query_params["muut"] in ("KU049", ["KU049"])


@pytest.mark.usefixtures("demo")
def test_the_lists_remember_nothing_that_the_address_does_not_say() -> None:
    app = opened("indicators", alue="KU186", muut="HVA08", mittari="tertiary-share", sukupuoli="female")
    app.query_params.clear()
    app.run()
    usual = usual_view()
    assert app.selectbox("filter_area").value == usual.area
    assert app.selectbox("filter_sex").value == usual.sex
    assert app.multiselect("filter_others").value == []
    assert app.selectbox("filter_indicator").value != "tertiary-share"


CARRIED = {"alue": "KU186", "vertailu": "MAA", "sukupuoli": "female", "jakso": "2019"}


def carried(address: str, **more: str) -> bool:
    """Whether an address has the reader's view."""
    return {**CARRIED, **more}.items() <= dict(parse_qsl(urlsplit(address).query)).items()


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("entry", [entry for entry in PAGES if entry.filtered], ids=lambda entry: entry.file)
def test_every_page_of_figures_leads_to_their_definitions_with_the_view(entry: PageEntry) -> None:
    app = opened(entry.file, **CARRIED)
    links = [link.proto for link in app.main if link.type == "page_link"]
    own = [link for link in links if link.label == words.TO_DEFINITIONS.fi]
    assert [link.page for link in own] == ["aineistot"]
    more = {"mittari": "employment-rate-20-64"} if entry.file in {"indicators", "map"} else {}
    assert all(carried(f"?{link.query_string}", **more) for link in own)


@pytest.mark.usefixtures("demo")
def test_every_definition_leads_to_its_figures_with_the_view() -> None:
    text = said(opened("data", **CARRIED))
    addresses = [unescape(address) for address in re.findall(r'<a href="(/mittarit\?[^"]*)"', text)]
    ids = {item.id for item in read_catalogue()}
    assert {dict(parse_qsl(urlsplit(address).query))["mittari"] for address in addresses} == ids
    assert all(carried(address) for address in addresses)


@pytest.mark.usefixtures("demo")
def test_the_definitions_open_with_the_indicator_that_the_reader_comes_from() -> None:
    text = said(opened("data", mittari="tertiary-share", ika="25-34", **CARRIED))
    own = text.split('keko-asked"')[1].split("</section>")[0]
    item = next(item for item in read_catalogue() if item.id == "tertiary-share")
    for part in (item.names.fi, item.definition.fi, item.source.fi):
        assert escape(part) in own
    back = unescape(re.findall(r'<a href="([^"]*)"', own)[0])
    assert carried(back, mittari="tertiary-share", ika="25-34")
    assert "keko-asked" not in said(opened("data", **CARRIED))


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("entry", [entry for entry in PAGES if entry.listed], ids=lambda entry: entry.file)
def test_the_link_to_copy_holds_the_whole_view(entry: PageEntry) -> None:
    text = said(opened(entry.file, kieli="sv", **CARRIED))
    (address,) = re.findall(r'data-address="([^"]*)"', text)
    assert unescape(address).startswith("/?" if entry is PAGES[0] else f"/{entry.path}?")
    assert carried(unescape(address), kieli="sv")
