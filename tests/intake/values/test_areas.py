"""From what a file calls its areas to codes, and words for what cannot be told."""

import pandas as pd
import pytest

from keko.data.area_names import AreaNames
from keko.intake.values.areas import AreaTexts, disagreements, read_areas
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
    assert told(found) == [(2, "Alue", "code-name-mismatch"), (4, "Alue", "code-name-mismatch")]
    assert list(found.codes.fillna("")) == ["", "KU049", "", "KU091"]
    assert "Helsinki (kunta)" in found.problems[0].message.fi
    assert "Espoo (kunta)" in found.problems[0].message.fi


def test_two_columns_that_disagree(names: AreaNames) -> None:
    codes = pd.Series(["KU091", "KU049", "KU186"], index=[2, 3, 4], dtype="str")
    labels = Distinct.of(pd.Series(["Helsinki", "Vantaa", "mikä lie"], index=[2, 3, 4], dtype="str"))
    (problem,) = disagreements(codes, labels, "Nimi", names)
    assert (problem.row, problem.column, problem.code) == (3, "Nimi", "code-name-mismatch")
