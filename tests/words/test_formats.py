"""Numbers, periods and units as each language writes them; the expected forms are those of CLDR."""

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.catalogue import read_catalogue
from keko.words.formats import (
    difference_in_words,
    listed,
    moment,
    number,
    of_size,
    period,
    period_in,
    quantity,
    signed,
    unit,
)

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "decimals", "fi", "en"),
    [
        (16000.5, 1, f"16{SPACE}000,5", "16,000.5"),
        (5603851, 0, f"5{SPACE}603{SPACE}851", "5,603,851"),
        (0.126, 2, "0,13", "0.13"),
        (7, 2, "7,00", "7.00"),
        (-1234.5, 1, f"{MINUS}1{SPACE}234,5", f"{MINUS}1,234.5"),
        (-0.04, 1, "0,0", "0.0"),
        (999.96, 1, f"1{SPACE}000,0", "1,000.0"),
    ],
)
def test_numbers(value: float, decimals: int, fi: str, en: str) -> None:
    assert [number(value, decimals, language) for language in LANGUAGES] == [fi, fi, en]


@pytest.mark.parametrize(
    ("value", "text"), [(1.25, "+1,2"), (-3.0, f"{MINUS}3,0"), (0.0, "0,0"), (0.04, "0,0"), (-0.04, "0,0")]
)
def test_a_difference_always_has_its_sign(value: float, text: str) -> None:
    assert signed(value, 1, "fi") == signed(value, 1, "sv") == text
    assert signed(value, 1, "en") == text.replace(",", ".")


@pytest.mark.parametrize(
    ("value", "decimals", "fi", "sv", "en"),
    [
        (167_533_154, 0, "167,5 milj. €", "167,5 miljoner €", "167.5 million €"),
        (2_940_000, 0, "2,9 milj. €", "2,9 miljoner €", "2.9 million €"),
        (1_200_000_000, 0, "1,2 mrd. €", "1,2 miljarder €", "1.2 billion €"),
        (-3_400_000, 0, f"{MINUS}3,4 milj. €", f"{MINUS}3,4 miljoner €", f"{MINUS}3.4 million €"),
        (999_999, 0, "999 999 €", "999 999 €", "999,999 €"),
        (12.34, 1, "12,3 €", "12,3 €", "12.3 €"),
    ],
)
def test_headlines_say_large_numbers_in_words_of_size(value: float, decimals: int, fi: str, sv: str, en: str) -> None:
    said = [quantity(value, decimals, "€", language, of_size).replace(SPACE, " ") for language in LANGUAGES]
    assert said == [fi, sv, en]
    assert difference_in_words(value, decimals, "€", "fi", sign=True).replace(SPACE, " ").lstrip("+") == fi


@pytest.mark.parametrize(
    ("unit_code", "fi", "sv", "en"),
    [
        ("%", f"12,3{SPACE}%", f"12,3{SPACE}%", "12.3%"),
        ("henkilöä", f"12,3{SPACE}henkilöä", f"12,3{SPACE}personer", f"12.3{SPACE}persons"),
        ("€/henkilö", f"12,3{SPACE}€{SPACE}/{SPACE}henkilö", f"12,3{SPACE}€{SPACE}/{SPACE}person", f"12.3{SPACE}€{SPACE}/{SPACE}person"),
        ("", "12,3", "12,3", "12.3"),
        ("kiloa", f"12,3{SPACE}kiloa", f"12,3{SPACE}kiloa", f"12.3{SPACE}kiloa"),
    ],
)  # fmt: skip
def test_quantities_do_not_break_over_lines(unit_code: str, fi: str, sv: str, en: str) -> None:
    assert [quantity(12.3, 1, unit_code, language) for language in LANGUAGES] == [fi, sv, en]


def test_shares_differ_by_percentage_points() -> None:
    assert [difference_in_words(2.5, 1, "%", language) for language in LANGUAGES] == [
        "2,5 %-yksikköä",
        "2,5 procentenheter",
        "2.5 percentage points",
    ]
    assert difference_in_words(2.5, 1, "vuotta", "sv", sign=True) == "+2,5 år"


@pytest.mark.parametrize(
    ("value", "decimals", "texts"),
    [
        (1.0, 0, ("1 henkilö", "1 person", "1 person")),
        (0.6, 0, ("1 henkilö", "1 person", "1 person")),
        (-1.0, 0, ("−1 henkilö", "−1 person", "−1 person")),
        (1.0, 1, ("1,0 henkilöä", "1,0 personer", "1.0 persons")),
        (2.0, 0, ("2 henkilöä", "2 personer", "2 persons")),
        (0.0, 0, ("0 henkilöä", "0 personer", "0 persons")),
    ],
)
def test_a_unit_takes_the_form_of_the_number_before_it(value: float, decimals: int, texts: tuple[str, ...]) -> None:
    assert tuple(quantity(value, decimals, "henkilöä", language).replace(SPACE, " ") for language in LANGUAGES) == texts
    assert tuple(difference_in_words(value, decimals, "henkilöä", language) for language in LANGUAGES) == texts


@pytest.mark.parametrize("unit_code", sorted({item.unit for item in read_catalogue()} - {"%", "€"}))
def test_every_unit_of_the_catalogue_has_its_words(unit_code: str) -> None:
    assert unit(unit_code, "en") != unit_code


@pytest.mark.parametrize(
    ("code", "fi", "sv", "en"),
    [
        ("2024", "2024", "2024", "2024"),
        ("2024-Q1", "2024, 1. neljännes", "2024, kvartal 1", "2024, quarter 1"),
        ("2024-Q4", "2024, 4. neljännes", "2024, kvartal 4", "2024, quarter 4"),
        ("2024-03", "maaliskuu 2024", "mars 2024", "March 2024"),
        ("2024-12", "joulukuu 2024", "december 2024", "December 2024"),
    ],
)
def test_periods(code: str, fi: str, sv: str, en: str) -> None:
    assert [period(code, language) for language in LANGUAGES] == [fi, sv, en]


@pytest.mark.parametrize(
    ("code", "fi", "sv", "en"),
    [
        ("2024", "vuonna 2024", "år 2024", "in 2024"),
        ("2024-Q1", "vuoden 2024 1. neljänneksellä", "under första kvartalet 2024", "in the first quarter of 2024"),
        ("2024-Q4", "vuoden 2024 4. neljänneksellä", "under fjärde kvartalet 2024", "in the fourth quarter of 2024"),
        ("2024-03", "maaliskuussa 2024", "i mars 2024", "in March 2024"),
        ("2024-12", "joulukuussa 2024", "i december 2024", "in December 2024"),
    ],
)
def test_when_something_is_within_a_sentence(code: str, fi: str, sv: str, en: str) -> None:
    assert [period_in(code, language) for language in LANGUAGES] == [fi, sv, en]


@pytest.mark.parametrize(("language", "text"), [("fi", "24.11.2026"), ("sv", "24.11.2026"), ("en", "24 Nov 2026")])
def test_a_stored_time_is_a_date(language: Language, text: str) -> None:
    assert moment("2026-11-24T10:00:00+00:00", language) == text


@pytest.mark.parametrize(("language", "told"), [("fi", "a, b ja c"), ("sv", "a, b och c"), ("en", "a, b and c")])
def test_things_stand_in_a_row_with_a_word_before_the_last(language: Language, told: str) -> None:
    assert listed(["a", "b", "c"], language) == told
    assert listed(["a"], language) == "a"
