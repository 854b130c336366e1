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
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.recognise.header_repair import open_table
from keko.intake.understand import understand_table
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

    def look(self, names: AreaNames, text: str, mapping: str = "", others: bool = False) -> list[Problem]:
        rows = [
            {"area": area, "period": str(year), "sex": "total", "age": "total", "breakdown": "total", "status": "final",
             "origin": "delivered", "value": 1000 + 10 * place + (year - 2020) * (3 if year % 2 else 5)}
            for year in range(2012, 2024)
            for place, area in enumerate(self.AREAS)
        ]  # fmt: skip
        before = {"asiakkaat": shaped(pd.DataFrame(rows))}
        catalogue = [COUNT.model_copy(update={"kind": "other"})]
        data = ("Alue;Vuosi;Asiakkaat\n" + text).encode()
        opened = open_table(data, "a.csv", names, Mapping(), 10**6)
        own, theirs = (None, before) if others else (before, None)
        return understand_table(opened, names, catalogue, read_mapping(mapping), before=own, others=theirs).problems

    def test_an_ordinary_next_year(self, names: AreaNames) -> None:
        assert self.look(names, "KU049;2024;1020\nKU092;2024;1030\nKU078;2024;1040\n") == []

    @pytest.mark.parametrize(
        ("factor", "told", "code", "severity"),
        [
            (10, "10", "unit-moved", "warning"),
            (1000, "1000", "scale-asked", "error"),
            (0.01, "1/100", "scale-asked", "error"),
        ],
    )
    def test_another_unit_is_told_once(
        self, names: AreaNames, factor: float, told: str, code: str, severity: str
    ) -> None:
        text = "".join(f"{area};2024;{1020 * factor:g}\n" for area in self.AREAS)
        (problem,) = self.look(names, text)
        assert (problem.row, problem.code, problem.severity) == (2, code, severity)
        assert f" {told} " in problem.message.en

    @pytest.mark.parametrize("answer", ["as given", "0.001", "{Asiakkaat: as given}"])
    def test_an_answer_settles_the_scale(self, names: AreaNames, answer: str) -> None:
        text = "".join(f"{area};2024;{1020 * 1000}\n" for area in self.AREAS)
        codes = {problem.code for problem in self.look(names, text, f"scale: {answer}")}
        assert not codes & {"scale-asked", "leap-asked"}

    def test_one_figure_a_hundred_times_too_large_is_a_question(self, names: AreaNames) -> None:
        text = "KU049;2024;1020\nKU092;2024;1030\nKU078;2024;104000\n"
        assert [(one.row, one.code, one.severity) for one in self.look(names, text)] == [(4, "leap-asked", "error")]

    def test_figures_unlike_those_of_other_providers_are_a_question(self, names: AreaNames) -> None:
        text = "KU049;2023;1\nKU092;2023;1\nKU078;2023;1\n"
        found = self.look(names, text, others=True)
        assert [(problem.code, problem.severity) for problem in found] == [("unlike-others", "error")]
        assert self.look(names, text, "scale: as given", others=True) == []
        assert self.look(names, text.replace(";1\n", ";1015\n"), others=True) == []

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


class TestResidents:
    """Jyväskylä has some 150 000 residents, Jämsä some 19 000: the register of areas."""

    POPULATION = indicator("population", "Väkiluku", unit="henkilöä", kind="count", counts_residents=True)
    CODE = "unlike-residents"

    @pytest.mark.parametrize(
        ("text", "row"),
        [
            ("Kunta;Vuosi;Väkiluku\nJyväskylä;2023;148,6\n", 2),
            ("Kunta;Vuosi;Väkiluku\nJämsä;2023;19500\nJyväskylä;2023;149\n", 3),
            ('Kunta;Vuosi;"Väkiluku, 1000 henkilöä"\nJyväskylä;2023;148622\n', 2),
            ("Kunta;Vuosi;Työttömät, henkilöä\nJämsä;2023;980000\n", 2),
            ("Kunta;Vuosi;Väkiluku\nJyväskylä;2023;148622\nJämsä;1990;25000\n", None),
            ("Kunta;Vuosi;Työttömät, henkilöä\nJyväskylä;2023;980\n", None),
            ("Kunta;Vuosi;Ikä;Väkiluku\nJyväskylä;2023;15–24;980\n", None),
            ("Kunta;Vuosi;Menot, €\nJämsä;2023;98000000\n", None),
        ],
    )
    def test_persons_that_do_not_fit_their_area(self, told: Told, text: str, row: int | None) -> None:
        found = [place for place, _, code in told(text, catalogue=[self.POPULATION]) if code == self.CODE]
        assert found == ([] if row is None else [row])
        answered = told(text, "scale: as given", catalogue=[self.POPULATION])
        assert self.CODE not in {code for _, _, code in answered}


class TestFractions:
    CODE = "shares-under-one"
    SHARE = indicator("share", "Osuus", kind="proportion", multiplier=100)

    @pytest.mark.parametrize(
        ("text", "asked"),
        [
            ("Kunta;Vuosi;Osuus\nAkaa;2023;0,3\nAlavus;2023;0,25\n", True),
            ("Kunta;Vuosi;Toinen osuus, %\nAkaa;2023;0,3\nAlavus;2023;0\n", True),
            ("Kunta;Vuosi;Osuus;numerator;denominator\nAkaa;2023;0,3;30;100\n", True),
            ("Kunta;Vuosi;Osuus;numerator;denominator\nAkaa;2023;0,3;3;1000\n", False),
            ("Kunta;Vuosi;Osuus\nAkaa;2023;0,3 %\nAlavus;2023;0,25 %\n", False),
            ("Kunta;Vuosi;Osuus\nAkaa;2023;0,3\nAlavus;2023;1,25\n", False),
            ("Kunta;Vuosi;Väkiluvun muutos, %\nAkaa;2023;0,3\nAlavus;2023;0,25\n", False),
            ("Kunta;Vuosi;Osuus, ‰\nAkaa;2023;3\nAlavus;2023;2\n", False),
        ],
    )
    def test_shares_that_may_be_fractions(self, told: Told, text: str, asked: bool) -> None:
        assert [code for _, _, code in told(text, catalogue=[self.SHARE])] == ([self.CODE] if asked else [])
        assert told(text, "scale: as given", catalogue=[self.SHARE]) == []


def test_rounded_thousands_add_up(told: Told) -> None:
    text = "Alue;Vuosi;Sukupuoli;Tulot, 1 000 €\nAkaa;2023;miehet;5\nAkaa;2023;naiset;6\nAkaa;2023;yhteensä;12\n"
    income = indicator("income", "Tulot", unit="€", kind="count")
    assert told(text, catalogue=[income]) == []
    assert [code for _, _, code in told(text.replace(";12", ";22"), catalogue=[income])] == ["parts-not-total"]
