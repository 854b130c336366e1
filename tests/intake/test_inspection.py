"""The document that tells what a file is."""

import json
from typing import Any

import pytest

from keko.config import Language
from keko.data.area_names import AreaNames
from keko.intake.mappings import read_mapping
from tests.looking import inspected

KEYS = [
    "file", "format", "encoding", "delimiter", "decimal", "header_rows", "layout", "columns", "areas", "periods",
    "measures", "values", "missing", "problems",
]  # fmt: skip


def look(names: AreaNames, text: str, mapping: str = "", language: Language = "fi") -> dict[str, Any]:
    told = inspected(text.encode(), "luvut.csv", names, read_mapping(mapping), [], language)
    assert list(told) == KEYS
    return dict(json.loads(json.dumps(told)))


def test_a_whole_document(names: AreaNames) -> None:
    text = (
        "Väestö\nKunta;Tiedot;2020;2021\nEspoo;Väkiluku, lkm;1,5;..\nVantaa;Väkiluku, lkm;2;\nHVA02;Väkiluku, lkm;3;4\n"
    )
    assert look(names, text) == {
        "file": "luvut.csv",
        "format": "csv",
        "encoding": "utf-8",
        "delimiter": ";",
        "decimal": ",",
        "header_rows": [2],
        "layout": "wide-time",
        "columns": [
            {"name": "Kunta", "role": "area", "confidence": "certain", "reason": "otsikko kertoo"},
            {"name": "Tiedot", "role": "measure", "confidence": "certain", "reason": "otsikko kertoo"},
            {"name": "2020", "role": "value", "confidence": "certain", "reason": "otsikko kertoo"},
            {"name": "2021", "role": "value", "confidence": "certain", "reason": "otsikko kertoo"},
        ],
        "areas": {"levels": {"HVA": 1, "KU": 2}, "unmatched": [], "ambiguous": []},
        "periods": {"first": "2020", "last": "2021", "count": 2, "frequency": "year"},
        "measures": [{"name": "Väkiluku", "unit": "lkm", "values": 4}],
        "values": 4,
        "missing": {"..": 1, "": 1},
        "problems": [],
    }


def test_areas_that_could_not_be_told(names: AreaNames) -> None:
    told = look(names, "Alue;Vuosi;Arvo\nSalo;2020;1\nPaikka;2020;2\nKU091;2020;3\n")
    assert told["areas"] == {"levels": {"KU": 1}, "unmatched": ["Paikka"], "ambiguous": ["Salo"]}


@pytest.mark.parametrize(("language", "word"), [("fi", "alue"), ("sv", "område"), ("en", "area")])
def test_a_refused_file_has_the_same_keys(names: AreaNames, language: Language, word: str) -> None:
    told = look(names, "Vuosi;Arvo\n2020;1\n", language=language)
    (problem,) = told["problems"]
    assert sorted(problem) == ["code", "column", "message", "row", "severity"]
    assert word in problem["message"].lower()
    assert [(one["name"], one["role"]) for one in told["columns"]] == [("Vuosi", "time"), ("Arvo", "value")]
    assert told["periods"] == {"first": None, "last": None, "count": 0, "frequency": None}


def test_what_is_known_of_foreign_areas(names: AreaNames) -> None:
    told = look(names, "Alue;Vuosi;Arvo\nBerlin;2020;1\nParis;2020;2\n")
    assert told["areas"]["unmatched"] == ["Berlin", "Paris"]
    assert [problem["code"] for problem in told["problems"]] == ["no-known-area"]


def test_a_file_that_is_no_table(names: AreaNames) -> None:
    told = look(names, "")
    assert (told["layout"], told["columns"], told["encoding"]) == (None, [], None)
    assert [problem["code"] for problem in told["problems"]] == ["empty-file"]


@pytest.mark.parametrize(
    ("language", "reasons"),
    [
        ("fi", ["kuvaus kertoo", "solut viittaavat siihen", "otsikko kertoo", "merkitystä ei tunnistettu"]),
        ("sv", ["beskrivningen anger det", "cellerna tyder på det", "rubriken anger det", "betydelsen är okänd"]),
        ("en", ["the mapping says so", "the cells suggest it", "the header says so", "what it means is not known"]),
    ],
)
def test_it_tells_how_sure_each_role_is(names: AreaNames, language: Language, reasons: list[str]) -> None:
    told = look(names, "Paikka;x;Arvo;Otos\nEspoo;2020;1;7\nVantaa;2021;2;8\n", "columns: {Paikka: area}", language)
    assert [one["confidence"] for one in told["columns"]] == ["certain", "likely", "certain", "asked"]
    assert [one["reason"] for one in told["columns"]] == reasons
    assert [(problem["code"], problem["column"]) for problem in told["problems"]] == [
        ("role-assumed", "x"),
        ("figures-not-used", "Otos"),
    ]
    assert "columns: {x: time}" in told["problems"][0]["message"]
