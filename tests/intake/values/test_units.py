"""Units: what is counted, by how many at a time, and what makes one of another."""

import numpy as np
import pytest

from keko.intake.values.units import Unit, scaled, split_unit


@pytest.mark.parametrize(
    ("text", "multiple", "kept"),
    [
        ("1 000 euroa", 1e3, "€"),
        ("t€", 1e3, "€"),
        ("MEUR", 1e6, "€"),
        ("milj. euroa", 1e6, "€"),
        ("tusen euro", 1e3, "€"),
        ("EUR 1,000", 1e3, "€"),
        ("EUR million", 1e6, "€"),
        ("1 000 €/asukas", 1e3, "€/asukas"),
        ("1000 henkilöä", 1e3, "henkilöä"),
        ("tuhatta henkilöä", 1e3, "henkilöä"),
        ("Thousand persons", 1e3, "persons"),
        ("10 000 henkilöä", 1e4, "henkilöä"),
        ("tuhansina euroina", 1e3, "€"),
        ("in thousands", 1e3, ""),
        ("tuhatta tonnia", 1e3, "tonnia"),
        ("c/kWh", 1, "c/kWh"),
        ("/ 1 000 asukasta", 1, "/ 1 000 asukasta"),
        ("1 000 asukasta kohti", 1, "1 000 asukasta kohti"),
        ("100", 1, "100"),
    ],
)
def test_multiples(text: str, multiple: float, kept: str) -> None:
    unit = Unit.of(text)
    assert (unit.multiple, unit.text) == (multiple, kept)


@pytest.mark.parametrize(
    ("stated", "wanted", "factor"),
    [
        ("‰", "%", 0.1),
        ("promillea", "%", 0.1),
        ("per 10 000 invånare", "/1 000", 0.1),
        ("/100 000", "/1 000 asukasta", 0.01),
        ("lkm/10 000 asukasta", "/1 000", 0.1),
        ("viikkoa", "päivää", 7),
        ("vuotta", "kk", 12),
        ("1 000 €", "€", 1000),
        ("€", "milj. €", 1e-6),
        ("kpl", "henkilöä", 1),
        ("euroa asukasta kohti", "€/asukas", 1),
        ("€/henkilö", "€/asukas", None),
        ("€", "henkilöä", None),
        ("päivää", "kk", None),
        ("ruokakuntia", "€", None),
    ],
)
def test_what_makes_one_of_another(stated: str, wanted: str, factor: float | None) -> None:
    result = Unit.of(stated).to(Unit.of(wanted))
    assert result == (None if factor is None else pytest.approx(factor))


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Menot, 1 000 euroa", "Menot", "1 000 euroa"),
        ("Menot (1 000 €)", "Menot", "1 000 €"),
        ("Menot tuhatta euroa", "Menot", "tuhatta euroa"),
        ("Cost, EUR 1,000", "Cost", "EUR 1,000"),
        ("Hinta (c/kWh)", "Hinta", "c/kWh"),
        ("Väestö (1000)", "Väestö", "1000"),
        ("Rikokset / 1 000 asukasta", "Rikokset / 1 000 asukasta", ""),
        ("Rikokset, väkivalta / 1 000 asukasta", "Rikokset, väkivalta / 1 000 asukasta", ""),
        ("Tulot yli 1 000 euroa", "Tulot yli 1 000 euroa", ""),
        ("Väestö vuonna 1000", "Väestö vuonna 1000", ""),
        ("Työttömät henkilöt", "Työttömät henkilöt", ""),
        ("Suunta, e", "Suunta, e", ""),
    ],
)
def test_a_name_and_the_unit_behind_it(text: str, name: str, unit: str) -> None:
    assert split_unit(text) == (name, unit)


def test_scaled_figures_have_no_dust() -> None:
    assert scaled(np.array([1.001, 98.5, np.nan]), 1000).tolist()[:2] == [1001, 98500]
    assert scaled(np.array([12.3]), 0.1).tolist() == [1.23]
