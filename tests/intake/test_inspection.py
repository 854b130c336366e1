"""The document that tells what a file is."""

import json
from typing import Any

import pytest

from keko.config import Language
from keko.data.area_names import AreaNames
from keko.intake.inspection import inspect
from keko.intake.mappings import read_mapping

KEYS = [
    "file", "format", "encoding", "delimiter", "decimal", "header_rows", "layout", "columns", "areas", "periods",
    "measures", "values", "missing", "problems",
]  # fmt: skip


def look(names: AreaNames, text: str, mapping: str = "", language: Language = "fi") -> dict[str, Any]:
    told = inspect(text.encode(), "luvut.csv", names, read_mapping(mapping), [], language, 1_000_000)
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
            {"name": "Kunta", "role": "area"},
            {"name": "Tiedot", "role": "measure"},
            {"name": "2020", "role": "value"},
            {"name": "2021", "role": "value"},
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
    assert told["columns"] == [{"name": "Vuosi", "role": "time"}, {"name": "Arvo", "role": "value"}]
    assert told["periods"] == {"first": None, "last": None, "count": 0, "frequency": None}


def test_what_is_known_of_foreign_areas(names: AreaNames) -> None:
    told = look(names, "Alue;Vuosi;Arvo\nBerlin;2020;1\nParis;2020;2\n")
    assert told["areas"]["unmatched"] == ["Berlin", "Paris"]
    assert [problem["code"] for problem in told["problems"]] == ["no-known-area"]


def test_a_file_that_is_no_table(names: AreaNames) -> None:
    told = look(names, "")
    assert (told["layout"], told["columns"], told["encoding"]) == (None, [], None)
    assert [problem["code"] for problem in told["problems"]] == ["empty-file"]
