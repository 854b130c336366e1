"""Every check of what a file says: where it strikes and where it keeps silent."""

import pkgutil

import pytest

from keko.data.areas import Areas
from keko.intake import checks
from tests.intake.conftest import Told, Understand
from tests.intake.indicators import indicator

HEADER = "Alue;Vuosi;Arvo\n"


def test_every_module_is_registered() -> None:
    modules = {f"keko.intake.checks.{module.name}" for module in pkgutil.iter_modules(checks.__path__)}
    assert modules == {check.__module__ for check in checks.CHECKS}


def test_a_clean_file_passes(told: Told) -> None:
    assert told(HEADER + "Espoo;2020;1\nVantaa;2020;2\n") == []


class TestDuplicates:
    def test_the_first_two_rows_are_named(self, understood: Understand) -> None:
        (problem,) = understood(HEADER + "Espoo;2020;1\nVantaa;2020;2\nEspoo;2020;3\nEspoo;2020;4\n").problems
        assert (problem.row, problem.column, problem.code) == (4, "Arvo", "duplicate-key")
        assert "Riveillä 2 ja 4" in problem.message.fi
        assert "Espoo" in problem.message.fi

    def test_one_area_by_two_texts(self, told: Told) -> None:
        assert told(HEADER + "Espoo;2020;1\nKU049;2020;2\n") == [(3, "Arvo", "duplicate-key")]

    def test_two_measures_that_are_one_indicator(self, told: Told) -> None:
        catalogue = [indicator("population", "Väkiluku", unit="", aliases=("Asukkaat",))]
        text = "Alue;Vuosi;Väkiluku;Asukkaat\nEspoo;2020;1;2\n"
        assert told(text, catalogue=catalogue) == [(2, "Asukkaat", "duplicate-key")]

    def test_sexes_and_ages_tell_rows_apart(self, told: Told) -> None:
        assert told("Alue;Vuosi;Sukupuoli;Arvo\nEspoo;2020;miehet;1\nEspoo;2020;naiset;2\n") == []


class TestAbolished:
    def test_the_successor_and_the_day_are_named(self, understood: Understand) -> None:
        (problem,) = understood(HEADER + "Pertunmaa;2024;1\nPertunmaa;2025;2\n").problems
        assert (problem.row, problem.column, problem.code) == (3, "Arvo", "area-abolished")
        assert "Mäntyharju" in problem.message.fi
        assert "1.1.2025" in problem.message.fi
        assert "1 January 2025" in problem.message.en

    def test_no_value_is_no_problem(self, told: Told) -> None:
        assert told("Alue;2024;2025\nPertunmaa;1;..\n") == []

    def test_each_period_is_told_once(self, told: Told) -> None:
        text = "Alue;Kuukausi;Sukupuoli;Arvo\nKU911;2020M01;miehet;1\nKU911;2020M01;naiset;1\nKU911;2019M12;naiset;1\n"
        assert told(text) == [(2, "Arvo", "area-abolished")]


class TestShares:
    @pytest.mark.parametrize(
        ("value", "codes"), [("-0,1", ["share-outside-range"]), ("100,1", ["share-outside-range"]), ("100", [])]
    )
    def test_the_range(self, told: Told, value: str, codes: list[str]) -> None:
        assert [code for *_, code in told(f"Alue;Vuosi;Osuus %\nEspoo;2020;{value}\n")] == codes

    def test_changes_may_be_negative(self, told: Told) -> None:
        assert told("Alue;Vuosi;Väkiluvun muutos, %\nEspoo;2020;-5\n") == []
        change = indicator("change", "Muu", kind="change")
        assert told("Alue;Vuosi;Muu, %\nEspoo;2020;-5\n", catalogue=[change]) == []


def test_a_numerator_above_its_denominator(told: Told) -> None:
    text = "Alue;Vuosi;Arvo;Osoittaja;Nimittäjä\nEspoo;2020;50;20;10\nVantaa;2020;50;10;20\n"
    assert told(text) == [(2, "Arvo", "numerator-above-denominator")]


def test_limits_that_cross(told: Told) -> None:
    text = "Alue;Vuosi;Arvo;Alaraja;Yläraja\nEspoo;2020;50;60;40\nVantaa;2020;50;40;60\n"
    assert told(text) == [(2, "Arvo", "limits-crossed")]


class TestNoValues:
    def test_only_markers(self, told: Told) -> None:
        assert told(HEADER + "Espoo;2020;..\nVantaa;2020;\n") == [(None, None, "no-values")]

    def test_another_error_says_why(self, told: Told) -> None:
        assert told(HEADER + "Espoo;2020;x\n") == [(2, "Arvo", "not-a-number")]


def test_checks_run_without_indicators(understood: Understand, areas: Areas) -> None:
    arranged = understood("Alue;Vuosi;Osuus %\nEspoo;2020;101\n").arranged
    assert [problem.code for problem in checks.run(arranged, areas)] == ["share-outside-range"]
