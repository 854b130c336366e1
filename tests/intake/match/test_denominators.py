"""A value among nobody is missing and never infinite, wherever its numerator and denominator come from."""

import numpy as np
import pytest

from keko.indicators.catalogue import IndicatorKind
from keko.intake.understand import Understood
from tests.intake.conftest import Understand
from tests.intake.indicators import indicator

PARTS = "Alue;Vuosi;Osoittaja;Nimittäjä\nEspoo;2020;{};{}\nVantaa;2020;1;4\n"
DELIVERED = "Alue;Vuosi;Osuus;Osoittaja;Nimittäjä;Alaraja;Yläraja\nEspoo;2020;{};{};{};1;2\nVantaa;2020;25;1;4;20;30\n"
NOBODY = [None, "not applicable", "not applicable"]


def rows(understood: Understood, *columns: str) -> list[list[object]]:
    observations = understood.arranged.observations
    assert not np.isinf(observations["value"]).any()
    return (
        observations[list(columns)].astype(object).where(observations[list(columns)].notna(), None).to_numpy().tolist()
    )


def value_of_espoo(understood: Understood) -> list[object]:
    return rows(understood, "value", "status", "reason")[0]


@pytest.mark.parametrize("numerator", ["0", "5"])
@pytest.mark.parametrize("multiplier", [None, 100, 1000])
def test_nobody_in_a_file_of_numerators_and_denominators(
    understood: Understand, numerator: str, multiplier: float | None
) -> None:
    kind: IndicatorKind = "proportion" if multiplier == 100 else "rate"
    catalogue = [indicator("osuus", "Osuus", kind=kind, multiplier=multiplier)] if multiplier else []
    result = understood(PARTS.format(numerator, 0), catalogue=catalogue, indicator="osuus" if multiplier else None)
    assert value_of_espoo(result) == NOBODY
    assert rows(result, "value", "status")[1] == [(multiplier or 100) / 4, "final"]
    assert result.arranged.measures[0].values == 1


@pytest.mark.parametrize(("value", "numerator"), [("0", "0"), ("12", "5"), ("12", "")])
def test_nobody_beside_a_value_that_is_delivered(understood: Understand, value: str, numerator: str) -> None:
    result = understood(DELIVERED.format(value, numerator, 0), "indicator: {kind: proportion}")
    assert value_of_espoo(result) == NOBODY
    assert rows(result, "lower", "upper") == [[None, None], [20.0, 30.0]]
    assert rows(result, "value", "status")[1] == [25.0, "final"]
    assert result.arranged.measures[0].values == 1


@pytest.mark.parametrize("kind", ["mean", "rate"])
def test_a_mean_or_a_rate_of_nobody(understood: Understand, kind: IndicatorKind) -> None:
    catalogue = [indicator("osuus", "Osuus", kind=kind)]
    text = "Alue;Vuosi;Osuus;Nimittäjä\nEspoo;2020;3;0\nVantaa;2020;3;5\n"
    assert value_of_espoo(understood(text, catalogue=catalogue)) == NOBODY


def test_a_count_needs_no_denominator(understood: Understand) -> None:
    text = "Alue;Vuosi;Asiakkaat;Nimittäjä\nEspoo;2020;7;0\nVantaa;2020;3;5\n"
    catalogue = [indicator("asiakkaat", "Asiakkaat", unit="henkilöä", kind="count")]
    assert value_of_espoo(understood(text, catalogue=catalogue)) == [7.0, "final", None]


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        ("5", "..", [None, "missing at source", "not published"]),
        ("..", "0", [None, "missing at source", "not published"]),
        ("...", "0", [None, "hidden", "hidden at source"]),
        ("..", "5", [None, "missing at source", "not published"]),
    ],
)
def test_what_is_missing_keeps_its_own_reason(
    understood: Understand, numerator: str, denominator: str, expected: list[object]
) -> None:
    assert value_of_espoo(understood(PARTS.format(numerator, denominator))) == expected


def test_a_delivered_marker_keeps_its_own_reason(understood: Understand) -> None:
    result = understood(DELIVERED.format("...", "", 0), "indicator: {kind: proportion}")
    assert value_of_espoo(result) == [None, "hidden", "hidden at source"]


def test_what_the_source_hides_stays_hidden(understood: Understand) -> None:
    text = "Alue;Vuosi;Osoittaja;Nimittäjä;Tila\nEspoo;2020;5;0;peitetty\nVantaa;2020;1;4;\n"
    assert value_of_espoo(understood(text)) == [None, "hidden", "hidden at source"]


def test_wide_values_have_no_denominators_of_their_own(understood: Understand) -> None:
    result = understood("Alue;Osoittaja;Nimittäjä;2020;2021\nEspoo;5;0;12;13\nVantaa;1;4;25;26\n")
    assert rows(result, "period", "value", "denominator")[:2] == [["2020", 12.0, None], ["2021", 13.0, None]]


def test_a_column_for_each_measure_of_rows_with_parts(understood: Understand) -> None:
    text = "Alue;Vuosi;Tiedot;Osoittaja;Nimittäjä\nEspoo;2020;Osuus;5;0\nEspoo;2020;Toinen osuus;0;0\nVantaa;2020;Osuus;1;4\n"
    assert rows(understood(text), "measure", "value", "status") == [
        [0, None, "not applicable"],
        [1, None, "not applicable"],
        [0, 25.0, "final"],
    ]


def test_more_cases_than_nobody_is_told(understood: Understand) -> None:
    told = [(problem.row, problem.code) for problem in understood(PARTS.format(5, 0)).problems]
    assert (2, "numerator-above-denominator") in told
    assert "numerator-above-denominator" not in [problem.code for problem in understood(PARTS.format(0, 0)).problems]
