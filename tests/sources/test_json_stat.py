"""Answers of StatFin as cells."""

from typing import Any

import pytest

from keko.data.problems import Refused
from keko.sources.json_stat import cells, read_cube

ASKED = {"Alue": ["KU049", "KU091"], "Vuosi": ["2024", "2025"]}


def dataset(**changes: Any) -> dict[str, Any]:
    return {
        "version": "2.0", "class": "dataset", "id": ["Vuosi", "Alue"], "size": [2, 2],
        "dimension": {
            "Vuosi": {"category": {"index": ["2024", "2025"]}},
            "Alue": {"category": {"index": {"KU091": 1, "KU049": 0}}},
        },
        "value": [1, 2.5, None, None], "status": {"3": "..."}, **changes,
    }  # fmt: skip


def told(payload: Any) -> list[tuple[str, ...]]:
    return [(*cell.at, cell.text) for cell in cells(read_cube(payload, ASKED, "a"), ASKED)]


def test_cells_come_in_the_order_of_the_question_with_marks_for_what_is_missing() -> None:
    assert told(dataset()) == [
        ("KU049", "2024", "1"),
        ("KU091", "2024", "2.5"),
        ("KU049", "2025", ".."),
        ("KU091", "2025", "..."),
    ]


def test_sparse_values_and_listed_statuses_are_understood() -> None:
    assert told(dataset(value={"0": 1, "1": 2.5}, status=["", None, "", "..."])) == told(dataset())


@pytest.mark.parametrize(
    "changes", [{"value": [1]}, {"size": [2, 3]}, {"id": ["Vuosi"]}, {"value": ["a", 1, 1, 1]}, {"dimension": {}}]
)
def test_what_does_not_fit_together_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        told(dataset(**changes))


def test_an_answer_to_another_question_is_refused() -> None:
    with pytest.raises(Refused, match="Vuosi = 2023"):
        read_cube(dataset(), {**ASKED, "Vuosi": ["2023"]}, "a")
