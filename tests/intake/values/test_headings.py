"""What header cells say."""

import pytest

from keko.intake.values.headings import heading, level_of, names_change, placed, unit_of, word_of


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("Alue", "area"),
        ("Region 2021", "area"),
        ("Kunta 1.1.2024", "area"),
        ("Kuntakoodi", "area"),
        ("Kunnan nimi", "area"),
        ("Kommunnamn", "area"),
        ("OMRÅDE", "area"),
        ("region_code", "area"),
        ("Vuosi", "time"),
        ("År", "time"),
        ("TIME_PERIOD", "time"),
        ("Sukupuoli", "sex"),
        ("Kön", "sex"),
        ("Ikäluokka", "age"),
        ("Age group", "age"),
        ("Tiedot", "measure"),
        ("Uppgifter", "measure"),
        ("Arvo", "value"),
        ("OBS_VALUE", "value"),
        ("Lukumäärä", "amount"),
        ("osoittaja", "numerator"),
        ("nämnare", "denominator"),
        ("lci_95", "lower"),
        ("yläraja", "upper"),
        ("Status", "status"),
        ("Alakvartiili", "q1"),
        ("Alakvartiili (pv)", "q1"),
        ("25 %", "q1"),
        ("25. persentiili", "q1"),
        ("p25", "q1"),
        ("Undre kvartil", "q1"),
        ("lower quartile", "q1"),
        ("Odotusajan yläkvartiili, pv", "q3"),
        ("Q3", "q3"),
        ("75%", "q3"),
        ("75th percentile", "q3"),
        ("övre kvartilen", "q3"),
        ("Keskihajonta", "deviation"),
        ("s.d.", "deviation"),
        ("Std. dev.", "deviation"),
        ("standardavvikelse", "deviation"),
        ("N", "size"),
        ("Havaintoja", "size"),
        ("Mediaani, päivää", "median"),
        ("Keskiarvo", "mean"),
        ("Q1 2024", None),
        ("Odotusajan mediaani", None),
        ("25", None),
        ("Yksikkö", "unit"),
        ("Huomautus", "ignored"),
        ("Share of workplaces in the area", None),
        ("Number of families", None),
        ("2024", None),
        ("", None),
    ],
)
def test_words(header: str, word: str | None) -> None:
    assert word_of(header) == word


@pytest.mark.parametrize(
    ("header", "level"),
    [
        ("Kunta", "KU"),
        ("Municipality", "KU"),
        ("Hyvinvointialue", "HVA"),
        ("Välfärdsområde", "HVA"),
        ("Työllisyysalueen koodi", "TA"),
        ("Employment area", "TA"),
        ("Landskap", "MK"),
        ("Region", None),
        ("Alue", None),
    ],
)
def test_levels(header: str, level: str | None) -> None:
    assert level_of(header) == level


@pytest.mark.parametrize(
    ("header", "name", "unit", "period"),
    [
        ("Employment rate, %, 2020", "Employment rate", "%", "2020"),
        ("Population, 2021", "Population", "", "2021"),
        ("Loan stock, EUR per capita, 2020", "Loan stock", "EUR per capita", "2020"),
        ("Activities, total, operating net costs, EUR per capita, 2020", "Activities, total, operating net costs",
         "EUR per capita", "2020"),
        ("Työttömät 2024M05", "Työttömät", "", "2024-05"),
        ("Osuus %", "Osuus", "%", None),
        ("Työllisyysaste (%)", "Työllisyysaste", "%", None),
        ("Työllisyysaste (18–64)", "Työllisyysaste (18–64)", "", None),
        ("Population 31 Dec", "Population 31 Dec", "", None),
        ("2024", "", "", "2024"),
        ("2023*", "", "", "2023"),
        ("%", "%", "", None),
        ("Väkiluku tammikuu 2020", "Väkiluku", "", "2020-01"),
        ("Aloittaneet 2006/07", "Aloittaneet", "", "2006"),
        ("Ahtaasti asuvat, % kaikista", "Ahtaasti asuvat, % kaikista", "%", None),
        ("Rikokset / 1 000 asukasta", "Rikokset / 1 000 asukasta", "/ 1 000 asukasta", None),
    ],
)  # fmt: skip
def test_columns_of_values(header: str, name: str, unit: str, period: str | None) -> None:
    found = heading(header)
    assert (found.name, found.unit, found.period and found.period.text) == (name, unit, period)


def test_units_and_changes() -> None:
    assert unit_of("prosenttia") == unit_of("Procent") == "%"
    assert unit_of(" henkilöä ") == "henkilöä"
    assert names_change("Väkiluvun muutos")
    assert not names_change("Väkiluku")


@pytest.mark.parametrize(
    ("header", "area", "period"),
    [
        ("1995 HVA02", "HVA02", "1995"),
        ("HVA02 1995", "HVA02", "1995"),
        ("Koko maa, 2020*", "Koko maa", "2020"),
        ("tammikuu 2020 Espoo", "Espoo", "2020-01"),
        ("Espoo", "Espoo", None),
    ],
)
def test_areas_in_headers(header: str, area: str, period: str | None) -> None:
    found = placed(header)
    assert (found.area, found.period and found.period.text, found.name) == (area, period, "")
