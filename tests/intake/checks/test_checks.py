"""Every check of what a file says: where it strikes and where it keeps silent."""

import pkgutil
from pathlib import Path

import pandas as pd
import pytest

from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.observations import shaped
from keko.data.problems import Problem
from keko.intake import checks
from keko.intake.mappings import Mapping
from keko.intake.understand import understand
from tests.intake.conftest import Told, Understand
from tests.intake.indicators import indicator

HEADER = "Alue;Vuosi;Arvo\n"


def test_every_module_is_run_in_the_order_that_it_declares() -> None:
    names = {module.name for module in pkgutil.iter_modules(checks.__path__)}
    found = checks.every_check()
    assert {module.__name__.rpartition(".")[2] for module in found} == names  # type: ignore[attr-defined]
    orders = [module.ORDER for module in found]
    assert orders == sorted(set(orders))


NEW_CHECK = """
from keko.data.problems import ProblemKind
from keko.data.text import Text

ORDER = 0
KIND = ProblemKind("any-file", "info", Text("Tiedosto.", "Fil.", "File."))


def check(arranged, areas, indicators, before):
    return [KIND.at(row) for row in arranged.observations["row"]]
"""


def test_a_module_dropped_into_the_folder_is_run(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_plugins: None
) -> None:
    (tmp_path / "any_file.py").write_text(NEW_CHECK, encoding="utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    assert told(HEADER + "Espoo;2020;1\nEspoo;2020;2\n") == [
        (2, None, "any-file"),
        (3, None, "any-file"),
        (3, "Arvo", "duplicate-key"),
    ]


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


@pytest.mark.parametrize(
    ("q1", "median", "q3", "crossed"),
    [(10, 20, 30, False), (20, 20, 20, False), (25, 20, 30, True), (10, 40, 30, True)],
)
def test_quartiles_about_the_median(told: Told, q1: int, median: int, q3: int, crossed: bool) -> None:
    text = f"Alue;Vuosi;Mediaani;Q1;Q3;n\nVantaa;2020;20;10;30;60\nEspoo;2020;{median};{q1};{q3};60\n"
    assert told(text) == ([(3, "Mediaani", "quartiles-crossed")] if crossed else [])


def test_a_mean_may_lie_outside_the_quartiles(told: Told) -> None:
    text = "Alue;Vuosi;Arvo;Q1;Q3;n\nEspoo;2020;50;10;30;60\n"
    assert told(text, catalogue=[indicator("mean", "Arvo", kind="mean")], indicator="mean") == []


def test_a_standard_deviation_below_nought(told: Told) -> None:
    text = "Alue;Vuosi;Keskiarvo;Keskihajonta;n\nVantaa;2020;5;0;60\nEspoo;2020;5;-2;60\n"
    assert told(text) == [(3, "Keskiarvo", "deviation-negative")]


class TestNoValues:
    def test_only_markers(self, told: Told) -> None:
        assert told(HEADER + "Espoo;2020;..\nVantaa;2020;\n") == [(None, None, "no-values")]

    def test_another_error_says_why(self, told: Told) -> None:
        assert told(HEADER + "Espoo;2020;x\n") == [(2, "Arvo", "not-a-number")]


def test_checks_run_without_indicators(understood: Understand, areas: Areas) -> None:
    arranged = understood("Alue;Vuosi;Osuus %\nEspoo;2020;101\n").arranged
    assert [problem.code for problem in checks.run(arranged, areas)] == ["share-outside-range"]


COUNT = indicator("asiakkaat", "Asiakkaat", unit="henkilöä", kind="count")
SHARE = indicator("osuus", "Osuus", kind="proportion", multiplier=100)


def found(problems: list[Problem], code: str) -> list[tuple[int | None, str | None]]:
    return [(problem.row, problem.column) for problem in problems if problem.code == code]


class TestSums:
    CODE = "parts-not-total"

    def test_sexes(self, understood: Understand) -> None:
        text = "Kunta;Vuosi;Sukupuoli;Asiakkaat\n" + "".join(
            f"{name};2020;yhteensä;{total}\n{name};2020;miehet;40\n{name};2020;naiset;60\n"
            for name, total in (("Espoo", 100), ("Vantaa", 120), ("Hanko", 101))
        )
        problems = understood(text, catalogue=[COUNT]).problems
        assert found(problems, self.CODE) == [(5, "Asiakkaat")]
        (problem,) = problems
        assert (problem.severity, "Vantaa" in problem.message.fi, "100" in problem.message.sv) == (
            "warning",
            True,
            True,
        )

    def test_sexes_as_columns(self, understood: Understand) -> None:
        text = "Kunta;Vuosi;Miehet;Naiset;Yhteensä\nEspoo;2020;40;60;90\n"
        assert found(understood(text).problems, self.CODE) == [(2, "Yhteensä")]

    def test_a_hidden_part_or_a_share_is_no_sum(self, understood: Understand) -> None:
        text = "Kunta;Vuosi;Sukupuoli;{}\nEspoo;2020;yhteensä;90\nEspoo;2020;miehet;{}\nEspoo;2020;naiset;60\n"
        assert understood(text.format("Asiakkaat", "<5"), catalogue=[COUNT]).problems == []
        assert understood(text.format("Osuus", "80"), catalogue=[SHARE]).problems == []

    @pytest.mark.parametrize(("total", "wrong"), [(60, False), (62, False), (70, True)])
    def test_municipalities_of_an_area(self, understood: Understand, areas: Areas, total: int, wrong: bool) -> None:
        members = sorted(code for code in areas.municipalities("HVA02") if areas[code].existed("2024"))
        assert len(members) == 6
        text = "Alue;Vuosi;Asiakkaat\n" + "".join(f"{code};2024;10\n" for code in members) + f"HVA02;2024;{total}\n"
        assert found(understood(text, catalogue=[COUNT]).problems, self.CODE) == ([(8, "Asiakkaat")] if wrong else [])
        part = text.replace(f"{members[0]};2024;10\n", "")
        assert found(understood(part, catalogue=[COUNT]).problems, self.CODE) == []


def series(values: list[float], area: str = "Espoo", first: int = 2010) -> str:
    return "".join(f"{area};{first + at};{value}\n" for at, value in enumerate(values))


class TestJumps:
    CODE = "sudden-change"
    STEADY = (100, 103, 101, 104, 102, 105, 103, 106)

    def test_a_leap_in_a_steady_series(self, understood: Understand) -> None:
        problems = understood("Alue;Vuosi;Osuus\n" + series([*self.STEADY, 12])).problems
        assert found(problems, self.CODE) == [(10, "Osuus")]
        (problem,) = [one for one in problems if one.code == self.CODE]
        assert (problem.severity, "106" in problem.message.fi, "2018" in problem.message.en) == ("warning", True, True)

    @pytest.mark.parametrize("last", [90, 130])
    def test_an_ordinary_year(self, understood: Understand, last: float) -> None:
        assert understood("Alue;Vuosi;Luku\n" + series([*self.STEADY, last])).problems == []

    def test_a_series_that_always_leaps(self, understood: Understand) -> None:
        wild = [100.0, 180, 90, 170, 100, 190, 95, 180]
        assert understood("Alue;Vuosi;Luku\n" + series(wild)).problems == []

    def test_small_counts_vary_by_chance(self, understood: Understand) -> None:
        text = "Alue;Vuosi;Asiakkaat\n" + series([10, 10, 10, 10, 10, 10, 10, 22])
        assert understood(text, catalogue=[COUNT]).problems == []

    def test_months_are_compared_with_the_same_month(self, understood: Understand) -> None:
        lines = [
            f"Espoo;{year}M{month:02};{(200 if month == 12 else 100) + year % 3 + month}\n"
            for year in range(2018, 2024)
            for month in range(1, 13)
        ]
        assert understood("Alue;Kuukausi;Luku\n" + "".join(lines)).problems == []


class TestHistory:
    """What was published before: three municipalities in 2020 to 2023."""

    AREAS = ("KU049", "KU092", "KU078")

    def look(self, names: AreaNames, text: str) -> list[Problem]:
        rows = [
            {"area": area, "period": str(year), "sex": "total", "age": "total", "breakdown": "total", "status": "final",
             "origin": "delivered", "value": 1000 + 10 * place + (year - 2020) * (3 if year % 2 else 5)}
            for year in range(2012, 2024)
            for place, area in enumerate(self.AREAS)
        ]  # fmt: skip
        before = {"asiakkaat": shaped(pd.DataFrame(rows))}
        catalogue = [COUNT.model_copy(update={"kind": "other"})]
        data = ("Alue;Vuosi;Asiakkaat\n" + text).encode()
        return understand(data, "a.csv", names, catalogue, Mapping(), None, 10**6, before=before).problems

    def test_an_ordinary_next_year(self, names: AreaNames) -> None:
        assert self.look(names, "KU049;2024;1020\nKU092;2024;1030\nKU078;2024;1040\n") == []

    @pytest.mark.parametrize(("factor", "told"), [(10, "10"), (1000, "1000"), (0.01, "1/100")])
    def test_another_unit_is_told_once(self, names: AreaNames, factor: float, told: str) -> None:
        text = "".join(f"{area};2024;{1020 * factor:g}\n" for area in self.AREAS)
        (problem,) = self.look(names, text)
        assert (problem.row, problem.code, problem.severity) == (2, "unit-moved", "warning")
        assert f" {told} " in problem.message.en

    def test_a_leap_from_what_was_published(self, names: AreaNames) -> None:
        problems = self.look(names, "KU049;2024;1020\nKU092;2024;1030\nKU078;2024;2040\n")
        assert [(problem.row, problem.code) for problem in problems] == [(4, "sudden-change")]

    def test_areas_that_are_missing_and_areas_that_are_new(self, names: AreaNames) -> None:
        problems = self.look(names, "KU049;2024;1020\nKU092;2024;1030\nKU091;2024;1040\n")
        assert [problem.code for problem in problems] == ["areas-missing", "areas-new"]
        assert "Hanko" in problems[0].message.fi
        assert "Helsinki" in problems[1].message.fi

    def test_a_correction_of_an_earlier_year_lacks_no_areas(self, names: AreaNames) -> None:
        assert self.look(names, "KU049;2020;1000\n") == []
