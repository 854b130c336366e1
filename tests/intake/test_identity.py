"""Data about single persons are turned away, and what gave them away is not repeated."""

import pytest

from keko.intake.identity import is_identity_code
from keko.intake.mappings import Mapping
from keko.intake.problems import Refused
from keko.intake.reading import read

# The example of the authority that gives out the codes; it is no one's.
CODE = "131052-308T"


@pytest.mark.parametrize("code", [CODE, "131052-308t", "131052A308T", "131052X308T"])
def test_codes_by_their_check_character(code: str) -> None:
    assert is_identity_code(code)


@pytest.mark.parametrize("code", ["131052-308U", "321352-308T", "139952-308T"])
def test_what_only_looks_like_one(code: str) -> None:
    assert not is_identity_code(code)


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        (f"Tunnus;Alue;Arvo\nx;Espoo;1\n{CODE};Espoo;2\n", 3, "Tunnus"),
        (f"Alue;Vuosi;Huom\nEspoo;2020;asiakas {CODE}, uusi\n", 2, "Huom"),
        (f"{CODE}\nAlue;Vuosi;Arvo\nEspoo;2020;1\n", None, None),
    ],
)
def test_a_table_with_one_is_refused(text: str, row: int | None, column: str | None) -> None:
    with pytest.raises(Refused) as refused:
        read(text.encode(), "a.csv", Mapping(), 1_000_000)
    (problem,) = refused.value.problems
    assert (problem.row, problem.column, problem.code) == (row, column, "identity-codes")
    assert all(CODE not in message for message in problem.message)


def test_ordinary_long_cells_are_read() -> None:
    text = "Alue;Vuosi;Arvo\nKeski-Uudenmaan hyvinvointialue;2020;1\nTA14;2021;131052-3080\n"
    assert len(read(text.encode(), "a.csv", Mapping(), 1_000_000).cells) == 2
