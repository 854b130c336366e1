"""Quartiles, spreads and numbers of persons that a file tells as measures of their own."""

import pytest

from tests.intake.conftest import Understand


@pytest.mark.parametrize(
    "text",
    [
        "Alue;Vuosi;Tunnusluku;Arvo\nEspoo;2024;Mediaani;40\nEspoo;2024;Alakvartiili;20\nEspoo;2024;Yläkvartiili;80\nEspoo;2024;n;300\n",
        "Area;Year;Wait: p25;Wait: median;Wait: p75;Number of clients\nEspoo;2024;20;40;80;300\n",
        "Kommun;År;Väntetid;Väntetid, undre kvartil;Väntetid, övre kvartil;antal klienter\nEsbo;2024;40;20;80;300\n",
        "Kunta;Vuosi;Mediaani;Q1;Q3;Asiakkaita\nEspoo;2024;40;20;80;300\n",
    ],
)
def test_they_stand_beside_their_median(understood: Understand, text: str) -> None:
    found = understood(text)
    assert [own.kind for own in found.indicators] == ["median"]
    (row,) = found.arranged.observations[["value", "q1", "q3", "denominator"]].to_numpy().tolist()
    assert row == [40, 20, 80, 300]


def test_two_measures_have_their_own(understood: Understand) -> None:
    header = "Kunta;Vuosi;Jono mediaani;Jono alakvartiili;Jono yläkvartiili;Pisteet keskiarvo;Pisteet keskihajonta;n"
    found = understood(f"{header}\nEspoo;2024;40;20;80;6,5;2,1;300\n")
    assert [own.kind for own in found.indicators] == ["median", "mean"]
    rows = found.arranged.observations
    assert rows[["value", "denominator"]].to_numpy().tolist() == [[40, 300], [6.5, 300]]
    assert rows["q1"].iloc[0] == 20
    assert rows["deviation"].iloc[1] == 2.1
    assert rows["deviation"].isna().tolist() == [True, False]


@pytest.mark.parametrize("header", ["Odotusajan mediaani;Asiakkaita", "Työttömät;n", "Asiakkaita;Henkilöitä"])
def test_what_has_nothing_to_belong_to_is_a_measure(understood: Understand, header: str) -> None:
    assert len(understood(f"Kunta;Vuosi;{header}\nEspoo;2024;40;300\n").indicators) == 2
