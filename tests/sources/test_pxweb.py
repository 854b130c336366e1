"""What StatFin is asked: selections by code or name, and large questions split."""

from collections.abc import Mapping, Sequence
from math import prod

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.sources.arguments import Years
from keko.sources.pxweb import (
    LARGEST_QUERY,
    Selection,
    area_variable,
    check_size,
    choose,
    query,
    read_description,
    split,
    table_paths,
)
from tests.sources.source import population_table, variable

AREA, AGE, SEX, YEAR, CONTENTS = (
    "alue_23_20260101",
    "ikaryhma_10_20180101",
    "sukupuoli_9_20180101",
    "timeperiod_y",
    "contentscode",
)
SINCE = Years(2024)
TABLE = read_description(population_table(ages=3), "11re")


def chosen(names: AreaNames, select: Mapping[str, Sequence[str]], years: Years = SINCE) -> Selection:
    return choose(TABLE, select, years, names, "11re")


def test_kept_areas_and_asked_years_are_chosen_and_the_rest_left_out(names: AreaNames) -> None:
    assert chosen(names, {}) == {
        AREA: ["SSS", "KU049", "KU091", "KU092"],
        YEAR: ["2024", "2025"],
        CONTENTS: ["vaerak-vaesto"],
    }


def test_dimensions_and_values_may_be_told_by_code_or_by_name(names: AreaNames) -> None:
    told = {
        "Sukupuoli": ["*"],
        AGE: ["001,Yhteensä"],
        "alue": ["helsinki"],
        "Tiedot": ["Väestö 31.12."],
        "Vuosi": ["2023"],
    }
    assert chosen(names, told) == {
        AREA: ["KU091"],
        AGE: ["001", "SSS"],
        SEX: ["SSS", "1", "2"],
        YEAR: ["2023"],
        CONTENTS: ["vaerak-vaesto"],
    }


@pytest.mark.parametrize(
    ("select", "missing"),
    [({"Kieli": ["SSS"]}, "Kieli"), ({"Ikä": ["SSS,777"]}, "Ikä = 777"), ({"Tiedot": ["vaesto"]}, "Tiedot = vaesto")],
)
def test_what_is_gone_is_named_with_what_there_is(
    names: AreaNames, select: dict[str, Sequence[str]], missing: str
) -> None:
    with pytest.raises(Refused) as caught:
        chosen(names, select)
    (problem,) = caught.value.problems
    assert problem.code == "source-changed"
    assert f"“{missing}”" in problem.message.en


def test_years_that_are_not_there_are_said_so(names: AreaNames) -> None:
    with pytest.raises(Refused, match="no figures: 11re, 2030–"):
        chosen(names, {}, Years(2030))


def test_codes_of_areas_of_an_unknown_kind_are_refused(names: AreaNames) -> None:
    bare = {"title": "a", "variables": [variable("kunta_1", "Kunta", {"091": "Helsinki"})]}
    with pytest.raises(Refused, match="not built as expected"):
        area_variable(read_description(bare, "a"), names, "a")
    none = {"title": "a", "variables": [variable("timeperiod_y", "Vuosi", {"2024": "2024"}, time=True)]}
    assert area_variable(read_description(none, "a"), names, "a") is None


def test_the_total_of_another_dimension_is_no_area(names: AreaNames) -> None:
    table = population_table()
    table["variables"].reverse()
    found = area_variable(read_description(table, "a"), names, "a")
    assert found is not None
    assert found.code == AREA


def test_a_language_called_suomi_is_no_area(names: AreaNames) -> None:
    table = population_table()
    table["variables"].insert(0, variable("kieli", "Kieli", {"FI": "suomi", "SV": "ruotsi"}, elimination=True))
    assert "kieli" not in choose(read_description(table, "a"), {}, Years(2024), names, "a")


def test_the_body_of_a_query() -> None:
    assert query({"Vuosi": ["2024"]}) == {
        "query": [{"code": "Vuosi", "selection": {"filter": "item", "values": ["2024"]}}],
        "response": {"format": "json-stat2"},
    }


@pytest.mark.parametrize("sizes", [(309, 102, 3, 10, 1), (500, 500), (120_000,), (120_001,), (3, 400, 401), (1, 1, 1)])
def test_a_large_question_is_split_into_few_that_make_it_up(sizes: tuple[int, ...]) -> None:
    whole = {f"d{n}": [str(value) for value in range(size)] for n, size in enumerate(sizes)}
    parts = split(whole, LARGEST_QUERY)
    cells = [prod(map(len, part.values())) for part in parts]
    assert max(cells) <= 120_000
    assert sum(cells) == prod(sizes)
    assert len(parts) <= 1 + 2 * prod(sizes) / 120_000
    corners = {tuple(values[0] for values in part.values()) for part in parts}
    assert len(corners) == len(parts)


def test_a_question_out_of_all_proportion_is_refused() -> None:
    with pytest.raises(Refused, match="too large"):
        check_size({"a": ["1"] * 2000, "b": ["1"] * 2000}, "a")


@pytest.mark.parametrize("payload", [None, {}, {"title": "a", "variables": []}, [{"id": "tyonv", "type": "l"}]])
def test_another_form_is_refused(payload: object) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_description(payload, "a")


@pytest.mark.parametrize("path", ["vaerak/11ra.px", "vaerak/statfin_vaerak_pxt_11ra.px"])
def test_a_table_is_looked_for_by_its_short_name_and_then_by_its_long_one(path: str) -> None:
    assert table_paths(path) == ["vaerak/11ra.px", "vaerak/statfin_vaerak_pxt_11ra.px"]
