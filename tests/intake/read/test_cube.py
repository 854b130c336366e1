"""Cubes as rows."""

import pytest

from keko.data.problems import Refused
from keko.intake.read.cube import Dimension, table_of


def test_the_last_dimension_runs_fastest() -> None:
    sides = [Dimension("a", ["1", "2"], ["x", "y"]), Dimension("b", ["1", "2", "3"], ["p", "q", "r"])]
    parsed = table_of("a.px", "px", None, sides, list("123456"), [], [])
    assert parsed.cells.to_numpy().tolist() == [
        ["x", "p", "1"], ["x", "q", "2"], ["x", "r", "3"], ["y", "p", "4"], ["y", "q", "5"], ["y", "r", "6"],
    ]  # fmt: skip


def test_areas_have_code_and_text_in_one_cell() -> None:
    codes, texts = ["SSS", "KU005", "MK01", "049", "X"], ["KOKO MAA", "Alajärvi", "MK01 Uusimaa", "Espoo", "Muu"]
    expected = ["KOKO MAA", "KU005 Alajärvi", "MK01 Uusimaa", "049 Espoo", "Muu"]
    assert Dimension("Alue", codes, texts).cells == expected
    assert Dimension("Sijainti", codes, texts, "area").cells == expected
    assert Dimension("Sijainti", codes, texts).cells == texts


def test_headers_say_what_a_dimension_is() -> None:
    assert Dimension("Kunta", [], [], "area").header == "Kunta"
    assert Dimension("contentscode", [], [], "measure").header == "Tiedot"
    assert Dimension("vintage", [], [], "time").header == "Ajankohta"


def test_equal_names_are_told_apart() -> None:
    sides = [Dimension("Arvo", ["1"], ["x"]), Dimension("Alue", ["1"], ["x"]), Dimension("Alue", ["1"], ["y"])]
    assert table_of("a.px", "px", None, sides, ["1"], [], []).header == ["Arvo_", "Alue", "Alue_", "Arvo"]


def test_a_side_of_nothing() -> None:
    with pytest.raises(Refused) as refused:
        table_of("a.px", "px", None, [Dimension("a", [], [])], [], [], [])
    assert [problem.code for problem in refused.value.problems] == ["no-rows"]
