"""From what a file calls its areas to codes, and words for what cannot be told."""

import pandas as pd
import pytest

from keko.data.area_names import AreaNames
from keko.intake.mappings import PassOver
from keko.intake.values.areas import AreaTexts, beside, read_areas
from keko.intake.values.distinct import Distinct


def read(names: AreaNames, *texts: str, level: str | None = None) -> AreaTexts:
    column = Distinct.of(pd.Series(texts, index=range(2, 2 + len(texts)), dtype="str"))
    return read_areas(column, "Alue", names, level)


def told(found: AreaTexts) -> list[tuple[int | None, str | None, str]]:
    return [(problem.row, problem.column, problem.code) for problem in found.problems]


def test_codes_and_names(names: AreaNames) -> None:
    found = read(names, "KU091", "049 Espoo", "Tusby", "WHOLE COUNTRY", "Keusote", "HVA15 Keski-Suomi")
    assert list(found.codes) == ["KU091", "KU049", "KU858", "MAA", "HVA02", "HVA15"]
    assert found.problems == []


def test_an_ambiguous_name_names_what_it_may_mean(names: AreaNames) -> None:
    found = read(names, "Salo", "KU091")
    assert told(found) == [(2, "Alue", "ambiguous-area")]
    assert found.ambiguous == ["Salo"]
    assert list(found.codes.isna()) == [True, False]
    assert "Salo (kunta) tai Salo (työllisyysalue)" in found.problems[0].message.fi.replace(
        "Salo (työllisyysalue) tai Salo (kunta)", "Salo (kunta) tai Salo (työllisyysalue)"
    )
    assert "municipality" in found.problems[0].message.en


@pytest.mark.parametrize(("level", "code"), [("KU", "KU734"), ("TA", "TA34")])
def test_the_level_settles_it(names: AreaNames, level: str, code: str) -> None:
    assert list(read(names, "Salo", level=level).codes) == [code]


def test_the_other_names_settle_it(names: AreaNames) -> None:
    assert list(read(names, "Salo", "Espoo", "Järvenpää").codes) == ["KU734", "KU049", "KU186"]


def test_unknown_names_and_codes(names: AreaNames) -> None:
    found = read(names, "Espoo", "Humppila-Seutu", "KU999", "Humppila-Seutu")
    assert told(found) == [(3, "Alue", "unknown-area"), (4, "Alue", "unknown-area-code")]
    assert found.unmatched == ["Humppila-Seutu", "KU999"]


def test_foreign_areas_are_one_problem(names: AreaNames) -> None:
    found = read(names, *(f"N0900{number:04}" for number in range(60)))
    assert told(found) == [(2, "Alue", "no-known-area")]
    assert "60" in found.problems[0].message.fi


def test_many_unknown_ones_are_listed_to_twenty(names: AreaNames) -> None:
    found = read(names, "Espoo", *(f"Paikka {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert len(found.problems) == 21


def test_levels_that_are_not_kept_are_one_info(names: AreaNames) -> None:
    found = read(names, "KU091", "SK011 Helsinki", "ELY01 Uusimaa", "SK011 Helsinki")
    assert [(problem.code, problem.severity) for problem in found.problems] == [("level-not-kept", "info")]
    assert found.problems[0].message.fi.startswith("3 riviä")
    assert list(found.codes.fillna("")) == ["KU091", "", "", ""]


def test_a_code_and_a_name_that_disagree(names: AreaNames) -> None:
    found = read(names, "091 Espoo", "KU049 Espoo", "091 Uusimaa", "091 Stadi")
    assert told(found) == [
        (2, "Alue", "code-name-mismatch"),
        (4, "Alue", "code-name-mismatch"),
        (5, "Alue", "code-without-its-name"),
    ]
    assert list(found.codes.fillna("")) == ["", "KU049", "", ""]
    assert "Helsinki (kunta)" in found.problems[0].message.fi
    assert "Espoo (kunta)" in found.problems[0].message.fi


def read_beside(names: AreaNames, codes: list[str], labels: list[str]) -> AreaTexts:
    index = range(2, 2 + len(codes))
    column = beside(pd.Series(codes, index=index, dtype="str"), [pd.Series(labels, index=index, dtype="str")])
    return read_areas(column, "Nro", names, "KU")


def test_two_columns_that_disagree(names: AreaNames) -> None:
    found = read_beside(names, ["091", "049", "186"], ["Helsinki", "Vantaa", "mikä lie"])
    assert told(found) == [(3, "Nro", "code-name-mismatch"), (4, "Nro", "code-without-its-name")]
    assert found.problems[0].message.en.startswith("On row 3 the code in “049 Vantaa” means Espoo (municipality)")


def test_a_second_column_may_tell_what_an_area_is_in(names: AreaNames) -> None:
    found = read_beside(names, ["091", "049", ""], ["Uusimaa", "Helsingin seutukunta", "Koko maa"])
    assert (list(found.codes), found.problems) == (["KU091", "KU049", "MAA"], [])


@pytest.mark.parametrize("level", [None, "KU", "MK", "HVA"])
@pytest.mark.parametrize(
    "texts",
    [
        ("005 Granby län", "009 Fjordvik", "010 Skogstad uten Byen"),
        ("01 Granby län", "04 Fjordviks län", "05 Skogstads län"),
        ("E92000001", "W92000004"),
        ("SE110",),
        ("Berlin",),
        ("0301 Oslo", "1103 Stavanger"),
    ],
)
def test_areas_of_other_countries_are_never_matched_whatever_the_level(
    names: AreaNames, texts: tuple[str, ...], level: str | None
) -> None:
    found = read(names, *texts, level=level)
    assert told(found) == [(2, "Alue", "no-known-area")]
    assert found.codes.isna().all()
    assert found.problems[0].message.en.count("is not an area of Finland" if len(texts) == 1 else "None of the") == 1


@pytest.mark.parametrize(
    "other", ["Sweden", "SE", "SWE", "Ruotsi", "Sverige", "SE11", "EU27_2020", "752 Sweden", "OECD"]
)
def test_other_countries_are_passed_over_beside_finland(names: AreaNames, other: str) -> None:
    found = read(names, "Finland", other, other)
    assert list(found.codes.fillna("")) == ["MAA", "", ""]
    assert [(problem.code, problem.severity) for problem in found.problems] == [("areas-passed-over", "info")]
    assert found.problems[0].message.en.startswith("2 rows were passed over: other countries")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Helsingin seutukunta", "sub-regions"),
        ("SK011 Helsinki", "sub-regions"),
        ("HUS sairaanhoitopiiri", "hospital districts"),
        ("Nylands NTM-central", "ELY areas"),
        ("FI1B1 Helsinki-Uusimaa", "NUTS regions"),
        ("00100 Keskusta (Helsinki)", "postal code areas"),
        ("Mainland Finland", "Mainland Finland and other groups of municipalities"),
    ],
)
def test_levels_that_are_not_kept_are_told_by_name(names: AreaNames, text: str, level: str) -> None:
    alone, among = read(names, text), read(names, "KU091", text)
    assert told(alone) == [(2, "Alue", "only-levels-not-kept")]
    assert level in alone.problems[0].message.en
    assert [problem.code for problem in among.problems] == ["level-not-kept"]
    assert level in among.problems[0].message.en


@pytest.mark.parametrize(
    ("text", "successor", "day"),
    [
        ("174 Juankoski", "Kuopio", "1 January 2017"),
        ("442", "Eurajoki", "1 January 2017"),
        ("Nastola", "Lahti", "1 January 2016"),
        ("Nastola -2015", "Lahti", "1 January 2016"),
        ("532 Nastola -15", "Lahti", "1 January 2016"),
        # Jäppilä became Pieksänmaa in 2004, Pieksänmaa Pieksämäki in 2007.
        ("Jäppilä", "Pieksämäki", "1 January 2004"),
        ("Ekenäs", "Raasepori", "1 January 2009"),
    ],
)
def test_a_municipality_abolished_long_ago_is_told_with_its_successor(
    names: AreaNames, text: str, successor: str, day: str
) -> None:
    (problem,) = read(names, "Espoo", text).problems
    assert (problem.code, problem.row) == ("area-abolished-before", 3)
    assert day in problem.message.en
    assert successor in problem.message.fi


def test_a_former_code_with_another_name_is_no_municipality(names: AreaNames) -> None:
    assert told(read(names, "Espoo", "174 Granby")) == [(3, "Alue", "unknown-area-code")]


def test_unknown_areas_are_passed_over_on_purpose(names: AreaNames) -> None:
    column = Distinct.of(pd.Series(["Espoo", "Totals", "091 Stadi", "Turku"], index=range(2, 6), dtype="str"))
    found = read_areas(column, "Alue", names, "KU", None, PassOver(unknown_areas=True, areas=("turku",)))
    assert list(found.codes.fillna("")) == ["KU049", "", "", ""]
    assert [problem.severity for problem in found.problems] == ["info"]
    assert [reason.en for reason in found.reasons] == ["unknown areas", "areas left out by choice"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Maarianhamina - Mariehamn", "KU478"),
        ("478 Maarianhamina - Mariehamn", "KU478"),
        ("Espoo/Esbo", "KU049"),
        ("091 Helsingin kaupunki", "KU091"),
        ("109 Hameenlinna", "KU109"),
        ("Uudenmaan maakunta", "MK01"),
        ("Nylands landskap", "MK01"),
        ("Region of Kainuu", "MK18"),
        ("Länsi-Turunmaa", "KU445"),
        ("200 Koko maa", "MAA"),
        ("246 Finland", "MAA"),
        ("099 Honkajoki -20", "KU099"),
        ("Valtimo -2019", "KU911"),
        ("Äänekoski*", "KU992"),
    ],
)
def test_official_forms_of_names(names: AreaNames, text: str, code: str) -> None:
    assert list(read(names, text).codes) == [code]
