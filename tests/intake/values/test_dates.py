"""Days that stand for years and months."""

import pytest

from keko.intake.values.dates import periods_of


@pytest.mark.parametrize(
    ("texts", "periods"),
    [
        (["2023-01-01", "2024-01-01"], ["2023", "2024"]),
        (["2023-12-31", "2024-12-31", ""], ["2023", "2024"]),
        (["2024-01-01", "2024-02-01"], ["2024-01", "2024-02"]),
        (["2024-02-29", "2023-02-28"], ["2024-02", "2023-02"]),
        (["2024-03-01"], ["2024-03"]),
        (["2024-01-01 00:00:00.000", "2024-04-01T00:00:00Z"], ["2024-01", "2024-04"]),
    ],
)
def test_first_and_last_days(texts: list[str], periods: list[str]) -> None:
    assert list(periods_of(texts).values()) == periods


@pytest.mark.parametrize("texts", [["2024-01-01"], ["2024-01-15"], ["2024-01-01", "x"], ["2024-01-01", "2024-01-31"],
                                   ["2024-99-99"], ["2024-00-01", "x"], [], [""]])  # fmt: skip
def test_other_days_are_left_alone(texts: list[str]) -> None:
    assert periods_of(texts) == {}
