"""What Sotkanet is asked and what its answers say."""

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.sources.files import sotkanet_file
from keko.sources.sotkanet import areas_of, read_description, read_regions, read_values, values_query
from keko.sources.titles import plain, same_title
from tests.sources.source import DESCRIPTION, REGIONS, description


def test_a_recorded_description_is_read() -> None:
    found = read_description(DESCRIPTION)
    assert (found.id, found.unit, found.kind, found.sexes) == (5527, "%", "proportion", ("total", "male", "female"))
    assert found.description.text.fi == "Osuus 20 vuotta täyttäneistä. Ikävakioitu luku."
    assert found.description.text.sv == found.description.text.fi
    assert found.title.text.en.startswith("According to")


@pytest.mark.parametrize(
    ("code", "unit", "kind"), [("PER100000", "/100 000", "rate"), ("PER1000", "/1 000", "rate"), ("LKM", "", None)]
)
def test_the_type_of_a_value_tells_its_unit(code: str, unit: str, kind: str | None) -> None:
    found = read_description(description(1, "a", code))
    assert (found.unit, found.kind) == (unit, kind)


def test_all_years_of_one_sex_are_asked_for_at_once() -> None:
    assert values_query("https://sotkanet.fi/rest/1.1", 181, range(2022, 2024), "total") == (
        "https://sotkanet.fi/rest/1.1/json",
        [("indicator", "181"), ("years", "2022"), ("years", "2023"), ("genders", "total")],
    )


def test_regions_are_areas_by_code_and_name_together(names: AreaNames) -> None:
    found = areas_of(read_regions(REGIONS), names)
    assert found.areas == {658: "MAA", 966: "HVA02", 489: "MK01", 73: "KU186", 200: "KU505"}
    assert found.left_out == ["Keski-Uudenmaan hyvinvointialue (HYVINVOINTIALUE 19)"]


def test_a_share_has_its_absolute_value_as_numerator_and_a_count_has_none(names: AreaNames) -> None:
    regions = areas_of(read_regions(REGIONS), names)
    values = read_values(
        [
            {"indicator": 1, "region": 73, "year": 2023, "gender": "total", "value": 9.7, "absValue": 87},
            {"indicator": 1, "region": 73, "year": 2023, "gender": "male", "value": None, "absValue": None},
            {"indicator": 1, "region": 833, "year": 2023, "gender": "total", "value": 8.8},
        ]
    )
    share = sotkanet_file(read_description(description(1, "Osuus")), values, regions)
    assert share.data.decode().splitlines() == [
        "Alue;Vuosi;Sukupuoli;Arvo;Osoittaja",
        "KU186;2023;total;9.7;87",
        "KU186;2023;male;..;..",
    ]
    count = sotkanet_file(read_description(description(1, "Määrä", "LKM")), values, regions)
    assert count.data.decode().splitlines()[:2] == ["Alue;Vuosi;Sukupuoli;Arvo", "KU186;2023;total;9.7"]


@pytest.mark.parametrize("payload", [None, [], {"id": 1}, {"id": "x", "title": {"fi": "a"}}])
def test_another_form_is_refused(payload: object) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_description(payload)


@pytest.mark.parametrize("payload", [{}, [{"region": 1}], [{"region": 1, "year": 1, "gender": "total", "value": "a"}]])
def test_figures_of_another_form_are_refused(payload: object) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_values(payload)


def test_titles_are_the_same_whatever_their_spaces_and_dashes() -> None:
    assert same_title("Vaikeasti työllistyvät, % 15 - 64-vuotiaista", "vaikeasti työllistyvät, %  15–64-vuotiaista")
    assert same_title("/ 1 000 vastaavanikäistä", "/ 1\u00a0000 vastaavanikäistä")
    assert not same_title("Työttömät, % työvoimasta", "Työttömät, % väestöstä")
    assert not same_title("15–64-vuotiaat", "15–74-vuotiaat")
    assert plain("<p>Yksi</p><p>ja&nbsp;toinen</p>") == "Yksi ja toinen"
