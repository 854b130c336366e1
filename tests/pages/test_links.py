"""What leads from one view to another: names of areas in an address and in the lists, and the links between pages."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from keko.data.engine import connect
from keko.words import interface as words
from tests.pages.test_pages import opened, said


@pytest.fixture
def demo(demo_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    monkeypatch.setenv("KEKO_DATABASE_URL", demo_url)
    engine = connect(demo_url)
    yield engine
    engine.dispose()


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
