"""JSON-stat, what PxWeb and Sotkanet answer, and lists of records; everything else is refused with the reason."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.read.formats import csv
from keko.intake.read.formats.json import read
from keko.intake.read.sotkanet import region_codes, with_codes
from keko.intake.read.table import Table

CUBE: dict[str, Any] = {
    "class": "dataset",
    "label": "Väestö",
    "source": "Tilastokeskus",
    "updated": "2026-04-01",
    "role": {"time": ["aika"], "geo": ["alue"], "metric": ["mita"]},
    "id": ["alue", "aika", "mita"],
    "size": [2, 2, 1],
    "dimension": {
        "alue": {
            "label": "Alue",
            "category": {"index": {"KU091": 1, "KU049": 0}, "label": {"KU091": "Helsinki", "KU049": "Espoo"}},
        },
        "aika": {"label": "Vintage", "category": {"index": ["2020", "2021"]}},
        "mita": {"category": {"label": {"v": "Väestö 31.12."}, "unit": {"v": {"base": "lukumäärä", "decimals": 0}}}},
    },
    "value": [1, None, 2.5, None],
}
ANSWER = [
    {"indicator": 683, "region": region, "year": 2023, "gender": "total", "value": 9.7, "absValue": 87}
    for region in (658, 957, 877)
]


def table(parsed: object) -> Table:
    return read(json.dumps(parsed).encode(), "a.json", Mapping())


def refusal(data: bytes) -> Problem:
    with pytest.raises(Refused) as refused:
        read(data, "a.json", Mapping())
    (problem,) = refused.value.problems
    return problem


def test_a_cube_becomes_rows() -> None:
    found = table(CUBE)
    assert found.header == ["Alue", "Ajankohta", "Tiedot", "Yksikkö", "Arvo"]
    assert list(found.cells[0]) == ["KU049 Espoo", "KU049 Espoo", "KU091 Helsinki", "KU091 Helsinki"]
    assert list(found.cells[1]) == ["2020", "2021"] * 2
    assert list(found.cells[4]) == ["1", "", "2.5", ""]
    assert found.titles == ["Väestö", "Lähde: Tilastokeskus", "Päivitetty: 2026-04-01"]


@pytest.mark.parametrize("status", [["", "...", "p", ".."], {"1": "...", "2": "p", "3": ".."}])
def test_statuses(status: object) -> None:
    found = table(CUBE | {"status": status})
    assert list(found.cells[4]) == ["1", "...", "2.5", ".."]
    assert found.header[5] == "Status"
    assert list(found.cells[5]) == ["", "", "p", ""]


def test_values_that_are_not_there_need_no_place() -> None:
    assert list(table(CUBE | {"value": {"2": 7}}).cells[4]) == ["", "", "7", ""]
    assert "Status" not in table(CUBE | {"status": {}}).header


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"class": "collection", "link": {"item": []}}', "json-stat-collection"),
        (b'{"class": "bundle"}', "json-stat-collection"),
        (b'{"dataset": {"dimension": {}, "value": []}}', "damaged-file"),
        (json.dumps(CUBE | {"size": [2, 2, 2]}).encode(), "damaged-file"),
        (json.dumps(CUBE | {"value": [1]}).encode(), "damaged-file"),
        (json.dumps(CUBE | {"value": [[1]] * 4}).encode(), "damaged-file"),
        (json.dumps(CUBE | {"id": ["x"]}).encode(), "damaged-file"),
        (json.dumps(CUBE | {"dimension": None}).encode(), "damaged-file"),
        (json.dumps(CUBE | {"id": [], "size": []}).encode(), "no-rows"),
        (json.dumps(CUBE)[:200].encode(), "damaged-file"),
        (b"[" * 100_000, "damaged-file"),
        (b'{"a": NaN}', "damaged-file"),
        (b'{"a": 1}', "json-not-known"),
        (b"[1, 2]", "json-not-known"),
        (b"[]", "json-not-known"),
        (b'{"type": "FeatureCollection", "features": []}', "json-not-known"),
        (json.dumps({"class": "collection", "link": {"item": [CUBE, CUBE]}}).encode(), "json-stat-collection"),
        (json.dumps(CUBE | {"label": "\ud800"}).encode(), "damaged-file"),
        (b'[{"Alue": "\\udc00", "Arvo": 1}]', "damaged-file"),
        (b'[{"Alue": "Espoo", "Arvo": [1]}]', "damaged-file"),
        (b'{"a": [{"x": 1}], "b": [{"y": 2}]}', "json-not-known"),
        (b'{"columns": [{"code": "a", "type": "d"}], "data": [{"key": ["1", "2"], "values": []}]}', "damaged-file"),
        (b'{"columns": [{"code": "a", "type": "d"}], "data": []}', "no-rows"),
        (b'{"id": 186, "title": {"fi": "x"}, "primaryValueType": {}}', "sotkanet-metadata"),
        (b'[{"id": 186, "title": {"fi": "x"}, "organization": {}}]', "sotkanet-metadata"),
        (json.dumps([ANSWER[0], 1]).encode(), "damaged-file"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    problem = refusal(data)
    assert problem.code == code
    assert len(set(problem.message)) == 3


WRAPPED = [
    {"dataset": CUBE},
    {"class": "collection", "label": "x", "link": {"item": [CUBE]}},
    {"vaerak": {key: value for key, value in CUBE.items() if key != "class"}},
    {
        "dataset": {
            "label": CUBE["label"],
            "source": CUBE["source"],
            "updated": CUBE["updated"],
            "dimension": CUBE["dimension"] | {key: CUBE[key] for key in ("id", "size", "role")},
            "value": CUBE["value"],
        }
    },
]


@pytest.mark.parametrize("parsed", WRAPPED, ids=["dataset", "collection of one", "bundle", "version 1"])
def test_one_data_set_is_read_whatever_wraps_it(parsed: object) -> None:
    wrapped, bare = table(parsed), table(CUBE)
    assert wrapped.cells.equals(bare.cells)
    assert (wrapped.header, wrapped.titles) == (bare.header, bare.titles)


def test_numbers_of_a_source_are_no_codes_of_areas() -> None:
    region = {
        "label": "alue",
        "category": {"index": {"1001": 0, "KU182": 1}, "label": {"1001": "Espoo", "KU182": "Jämsä"}},
    }
    assert list(table(CUBE | {"dimension": CUBE["dimension"] | {"alue": region}}).cells[0])[::2] == [
        "Espoo",
        "KU182 Jämsä",
    ]


PXWEB: dict[str, Any] = {
    "columns": [
        {"code": "alue_23_20260101", "text": "Alue", "type": "d"},
        {"code": "timeperiod_m", "text": "Tiedonkeruu", "type": "t"},
        {"code": "vaesto", "text": "Väestö 31.12.", "type": "c"},
        {"code": "osuus", "text": "Osuus, %", "type": "c"},
    ],
    "comments": [],
    "data": [
        {"key": ["KU049", "2026M06"], "values": ["5", "..."]},
        {"key": ["KU091", "2026M06"], "values": ["7", "1.5"]},
    ],
    "metadata": [{"updated": "2026-07-21T05.00.00Z", "label": "Väestö", "source": "Tilastokeskus"}],
}


def test_what_pxweb_answers_in_its_own_form() -> None:
    read_table = table(PXWEB)
    assert read_table.header == ["Alue", "Ajankohta", "Väestö 31.12.", "Osuus, %"]
    assert read_table.cells.to_numpy().tolist() == [["KU049", "2026M06", "5", "..."], ["KU091", "2026M06", "7", "1.5"]]
    assert read_table.titles == ["Väestö", "Lähde: Tilastokeskus", "Päivitetty: 2026-07-21T05.00.00Z"]


RECORDS = [{"Alue": "Espoo", "Vuosi": 2020, "Arvo": 1.5}, {"Alue": "Hanko", "Vuosi": 2020, "Arvo": None}]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORDS),
        json.dumps({"success": True, "result": {"total": 2, "records": RECORDS}}),
        json.dumps({"@odata.context": "x", "value": RECORDS}),
        "\n".join(map(json.dumps, RECORDS)),
        json.dumps([list(RECORDS[0]), *(list(record.values()) for record in RECORDS)]),
        json.dumps({"columns": list(RECORDS[0]), "data": [list(record.values()) for record in RECORDS]}),
        json.dumps({name: [record[name] for record in RECORDS] for name in RECORDS[0]}),
        json.dumps({name: {"0": RECORDS[0][name], "1": RECORDS[1][name]} for name in RECORDS[0]}),
        json.dumps({"0": RECORDS[0], "1": RECORDS[1]}),
        json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": record} for record in RECORDS]}),
    ],
    ids=["records", "result", "odata", "lines", "lists", "split", "columns", "numbered columns", "index", "features"],
)  # fmt: skip
def test_flat_records_are_rows(text: str) -> None:
    read_table = read(text.encode(), "a.json", Mapping())
    assert read_table.header == ["Alue", "Vuosi", "Arvo"]
    assert read_table.cells.to_numpy().tolist() == [["Espoo", "2020", "1.5"], ["Hanko", "2020", ""]]


def test_names_in_three_languages_are_columns_of_their_own() -> None:
    read_table = table([{"Kunta": {"fi": "Espoo", "sv": "Esbo"}, "Vuosi": 2020, "Arvo": 1}])
    assert read_table.header == ["Kunta.fi", "Kunta.sv", "Vuosi", "Arvo"]


def test_records_that_share_no_names_are_refused_before_they_are_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_MAX_CELLS", "1000")
    problem = refusal(json.dumps([{f"a{number}": 1} for number in range(40)]).encode())
    assert problem.code == "too-many-cells"
    assert "1600" in problem.message.fi
    assert "1000" in problem.message.fi


def test_a_cube_far_too_large() -> None:
    index = [str(number) for number in range(3000)]
    wide = {name: {"label": name, "category": {"index": index}} for name in "ab"}
    parsed = {"class": "dataset", "id": ["a", "b"], "size": [3000, 3000], "dimension": wide, "value": {}}
    assert refusal(json.dumps(parsed).encode()).code == "too-many-cells"


def test_sotkanets_counties_and_the_country_are_known() -> None:
    assert len(region_codes()) == 1 + 23 + 22
    assert (region_codes()["658"], region_codes()["966"], region_codes()["886"]) == ("MAA", "HVA02", "HVA02")
    found = with_codes(table(ANSWER), Mapping())
    assert found.header == ["indicator", "region", "year", "gender", "primary value", "absolute value"]
    assert list(found.cells[1]) == ["MAA", "HVA11"]  # of a county's two numbers the present one
    assert list(found.cells[5]) == ["87", "87"]
    assert list(found.cells.index) == [1, 2]


def test_an_absolute_value_that_says_the_same_again_is_no_numerator() -> None:
    counts = [record | {"value": 87.0} for record in ANSWER]
    assert list(with_codes(table(counts), Mapping()).cells[5]) == ["", ""]


@pytest.mark.parametrize("header", ["primary value", "primary.value"])
def test_sotkanets_numbers_in_delimited_text(header: str) -> None:
    text = f"indicator,region,year,gender,{header},absolute.value\n683,{{}},2015,total,9.7,87\n"
    assert list(with_codes(csv.read(text.format(658).encode(), "a.csv", Mapping()), Mapping()).cells[1]) == ["MAA"]
    with pytest.raises(Refused) as refused:
        with_codes(csv.read(text.format(209).encode(), "a.csv", Mapping()), Mapping())
    told = [(problem.row, problem.column, problem.code) for problem in refused.value.problems]
    assert told == [(1, "region", "sotkanet-region-ids")]


def test_numbers_of_municipalities_are_given_in_the_mapping() -> None:
    asked = table([*ANSWER, ANSWER[0] | {"region": 209}])
    with pytest.raises(Refused) as refused:
        with_codes(asked, Mapping())
    (problem,) = refused.value.problems
    assert (problem.code, problem.column) == ("sotkanet-region-ids", "region")
    assert "209" in problem.message.fi
    assert "sotkanet_regions" in problem.message.fi
    found = with_codes(asked, Mapping.model_validate({"sotkanet_regions": {209: "KU905"}}))
    assert list(found.cells[1]) == ["MAA", "HVA11", "KU905"]


ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*CUBE, "category", "index"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(list(CUBE)), ANY, max_size=4), st.sampled_from([*CUBE["dimension"]]), ANY)
def test_mutated_cubes_are_a_table_or_refused(changed: dict[str, Any], name: str, other: Any) -> None:
    cube = CUBE | {"dimension": CUBE["dimension"] | {name: other}} | changed
    with suppress(Refused):
        assert len(table(cube).cells) > 0


@given(st.lists(st.dictionaries(st.sampled_from(list(ANSWER[0])), ANY, max_size=6), max_size=3))
def test_mutated_answers_are_a_table_or_refused(records: list[Any]) -> None:
    with suppress(Refused):
        assert with_codes(table([ANSWER[0], *records]), Mapping()).header


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read(data, "a.json", Mapping())
