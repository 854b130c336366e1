"""Years and selections as people write them."""

import pytest

from keko.sources.arguments import Years, read_selection, read_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015-2024", Years(2015, 2024)),
        ("2015–2024", Years(2015, 2024)),
        ("2024", Years(2024, 2024)),
        ("2015-", Years(2015)),
    ],
)
def test_years_are_read(text: str, years: Years) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize("text", ["", "24", "2024-2015", "2015-2024-2030", "vuosi 2024"])
def test_what_is_no_years_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="year"):
        read_years(text)


def test_years_hold_periods_of_every_length() -> None:
    assert [period for period in ("2014", "2015M12", "2016Q4", "2017-01", "SSS") if Years(2015, 2016).hold(period)] == [
        "2015M12",
        "2016Q4",
    ]
    assert list(Years(2015).within(1990, 2017)) == [2015, 2016, 2017]
    assert str(Years(2015)) == "2015–"


def test_a_selection_is_read() -> None:
    assert read_selection(["Ikä=SSS,020", "Tiedot=Työllisyysaste, %", "Ikä = 021"]) == {
        "Ikä": ["SSS,020", "021"],
        "Tiedot": ["Työllisyysaste, %"],
    }
    with pytest.raises(ValueError, match="DIMENSION"):
        read_selection(["Ikä"])
