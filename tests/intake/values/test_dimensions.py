"""Sexes, ages and other breakdowns."""

import pandas as pd
import pytest

from keko.intake.values.dimensions import age_of, ages_within, is_age_range, read_breakdown, read_sexes
from keko.intake.values.distinct import Distinct


def column(*texts: str) -> Distinct:
    return Distinct.of(pd.Series(texts, index=range(2, 2 + len(texts)), dtype="str"))


def test_sexes_in_three_languages_and_codes() -> None:
    texts = [
        "Yhteensä",
        "Miehet",
        "naiset",
        "Båda könen",
        "Män",
        "Kvinnor",
        "Total",
        "Males",
        "Women",
        "SSS",
        "1",
        "2",
        "",
    ]
    sexes, problems = read_sexes(column(*texts), "Sukupuoli")
    assert list(sexes) == [*["total", "male", "female"] * 4, "total"]
    assert problems == []


def test_an_unknown_sex_is_told() -> None:
    sexes, problems = read_sexes(column("miehet", "muu", "muu"), "Sukupuoli")
    assert list(sexes.isna()) == [False, True, True]
    assert [(problem.row, problem.column, problem.code) for problem in problems] == [(3, "Sukupuoli", "unknown-sex")]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("15–64", "15-64"),
        ("15 - 64", "15-64"),
        ("15–64-vuotiaat", "15-64"),
        ("15-64 år", "15-64"),
        ("15-64 years", "15-64"),
        ("65+", "65+"),
        ("65 -", "65+"),
        ("15", "15"),
        ("15 vuotta", "15"),
        ("Yhteensä", "total"),
        ("Ikäluokat yhteensä", "total"),
        ("SSS", "total"),
        ("", "total"),
        ("15 years or over", "15 years or over"),
        ("  yli   64-vuotiaat, työelämässä olevat", "yli 64-vuotiaat, työ"),
    ],
)
def test_ages(text: str, age: str) -> None:
    assert age_of(text) == age


def test_what_is_an_age_without_a_header() -> None:
    assert is_age_range("15 - 24")
    assert is_age_range("65+")
    assert not is_age_range("15")
    assert not is_age_range("Espoo")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Työllisyysaste, 15–64-vuotiaat, %", "15-64"),
        ("Share of persons aged 15 to 64", "15-64"),
        ("Share of persons aged 15 or over", "15+"),
        ("15 vuotta täyttäneet", "15+"),
        ("Työttömyysaste 2009-2025", None),
        ("Väkiluku 31.12.", None),
        ("Employment rate", None),
    ],
)
def test_ages_within_a_name(text: str, ages: str | None) -> None:
    assert ages_within(text) == ages


def test_breakdowns_are_named_and_joined() -> None:
    found = read_breakdown(
        {"Koulutus": column("perusaste", "Yhteensä", ""), "Kieli": column("suomi", "suomi", "Total")}
    )
    assert list(found) == ["Koulutus: perusaste; Kieli: suomi", "Kieli: suomi", "total"]


def test_a_column_called_breakdown_is_taken_as_it_is() -> None:
    assert list(read_breakdown({"breakdown": column("Koulutus: perusaste", "total")})) == [
        "Koulutus: perusaste",
        "total",
    ]
