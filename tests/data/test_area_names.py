"""From what a file calls an area to its code: every written form, three languages, and never a guess."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.data.area_names import AreaNames, folded
from keko.data.levels import LEVELS
from tests.data.figures import every_area

AREAS = every_area()
NAMES = AreaNames(AREAS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KU091", "KU091"),
        ("ku 91".upper(), "KU091"),
        ("091", "KU091"),
        ("'020'", "KU020"),
        ("091 Helsinki", "KU091"),
        ("KU091 Helsinki", "KU091"),
        ("HVA02", "HVA02"),
        ("HVA02 Central Uusimaa wellbeing services county", "HVA02"),
        ("MK01 Uusimaa", "MK01"),
        ("TA14 Keski-Uusimaa", "TA14"),
        ("02 Keski-Uudenmaan hyvinvointialue", "HVA02"),
        ("MAA", "MAA"),
        ("Koko maa", "MAA"),
        ("WHOLE COUNTRY", "MAA"),
        ("Hela landet", "MAA"),
        ("SSS", "MAA"),
        ("Järvenpää", "KU186"),
        ("  järvenpää ", "KU186"),
        ("Träskända", "KU186"),
        ("Ja\u0308rvenpa\u0308a\u0308", "KU186"),
        ("Esbo", "KU049"),
        ("Keusote", "HVA02"),
        ("Keski-Uudenmaan hyvinvointialue", "HVA02"),
        ("Mellersta Nylands välfärdsområde", "HVA02"),
        ("Central Uusimaa wellbeing services county", "HVA02"),
        ("Keski–Uudenmaan  hyvinvointialue", "HVA02"),
    ],
)
def test_written_forms(text: str, code: str) -> None:
    assert NAMES.match(text).code == code


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_full_name_of_every_county_is_known_in_every_language(language: str) -> None:
    counties = [area for area in AREAS.of_level("HVA") if area.code not in {"HVA90", "HVA91"}]
    assert {NAMES.match(getattr(area.name, language)).code for area in counties} == {area.code for area in counties}


@pytest.mark.parametrize(
    "name",
    # The names that mean different areas at different levels; METHODS of the project lists them.
    ["Päijät-Häme", "Satakunta", "Salo", "Turku", "Kuopio", "Lahti", "Raahe", "Savonlinna", "Helsinki", "Pohjanmaa",
     "Suupohja", "Ylä-Savo"],
)  # fmt: skip
def test_a_name_of_several_levels_is_never_guessed(name: str) -> None:
    match = NAMES.match(name)
    assert (match.outcome, match.code) == ("ambiguous", None)
    assert len(match.candidates) > 1


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Helsinki", {"KU": "KU091", "TA": "TA08", "HVA": "HVA90"}),
        ("Satakunta", {"MK": "MK04", "TA": "TA35", "HVA": "HVA06", "KU": None}),
        ("Suupohja", {"TA": "TA38", "KU": None}),
    ],
)
def test_the_level_settles_a_name(name: str, codes: dict[str, str | None]) -> None:
    assert {level: NAMES.match(name, level).code for level in codes} == codes


@pytest.mark.parametrize(
    ("text", "level", "code"), [("2", "HVA", "HVA02"), ("14", "TA", "TA14"), ("20", "KU", "KU020")]
)
def test_a_bare_number_is_a_code_of_the_level(text: str, level: str, code: str) -> None:
    assert NAMES.match(text, level).code == code


def test_a_short_number_without_a_level_is_not_guessed() -> None:
    match = NAMES.match("18")
    assert match.outcome == "ambiguous"
    assert {"KU018", "HVA18", "TA18"} <= set(match.candidates)


def test_the_whole_country_in_a_column_of_municipalities() -> None:
    matches = NAMES.settle(["Koko maa", "Salo", "Espoo"], "KU")
    assert [matches[text].code for text in ("Koko maa", "Salo", "Espoo")] == ["MAA", "KU734", "KU049"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("358 Koko maa", "MAA"),
        ("53 KOKO SUOMI", "MAA"),
        ("99 Koko maa", None),
        ("MK53 Koko maa", None),
        ("KU000 Koko maa", None),
    ],
)
def test_the_country_may_have_a_number_that_is_no_areas_and_no_code_of_a_level(text: str, code: str | None) -> None:
    assert NAMES.match(text).code == code


def test_the_columns_header_settles_every_open_name() -> None:
    matches = NAMES.settle(["Salo", "Helsinki", "Turku"], "TA")
    assert [match.code for match in matches.values()] == ["TA34", "TA08", "TA41"]


def test_the_columns_other_names_settle_it() -> None:
    matches = NAMES.settle(["Koko maa", "Salo", "Espoo", "Järvenpää"])
    assert matches["Salo"].code == "KU734"


def test_codes_beside_a_name_do_not_settle_it() -> None:
    assert NAMES.settle(["KU049", "KU186", "Salo"])["Salo"].outcome == "ambiguous"


def test_names_of_two_levels_settle_nothing() -> None:
    matches = NAMES.settle(["Salo", "Espoo", "Keski-Uudenmaan hyvinvointialue"])
    assert matches["Salo"].outcome == "ambiguous"


def test_a_column_settles_nothing_when_one_open_name_is_not_of_its_level() -> None:
    matches = NAMES.settle(["Espoo", "Salo", "Suupohja"])  # no municipality is called Suupohja
    assert [matches[text].outcome for text in ("Salo", "Suupohja")] == ["ambiguous", "ambiguous"]


@pytest.mark.parametrize(
    "text", ["SK011 Helsinki", "ELY01 Uusimaa", "MA1 Manner-Suomi", "VP02 Uusimaa constituency", "PL5530"]
)
def test_rows_of_levels_that_are_not_kept_are_told_apart(text: str) -> None:
    assert NAMES.match(text).outcome == "other level"


@pytest.mark.parametrize("text", ["KU999", "HVA55", "TA99 Jokin", "999"])
def test_an_unknown_code_of_a_kept_level(text: str) -> None:
    assert NAMES.match(text).outcome == "unknown code"


@pytest.mark.parametrize("text", ["", "Humppila-Seutu", "FI1", "Uusimaa Nyland"])
def test_an_unknown_name(text: str) -> None:
    assert NAMES.match(text).code is None


def test_a_name_that_an_alias_gives_to_a_second_area_becomes_ambiguous() -> None:
    more = AreaNames(replace(AREAS, aliases=(*AREAS.aliases, ("TA", "Espoo", "TA01"))))
    assert more.match("Espoo").outcome == "ambiguous"
    assert more.match("Espoo", "TA").code == "TA01"


def _called(code: str) -> set[str]:
    area = AREAS[code]
    own = {*area.name, *area.short, area.code, *(alias for _, alias, known in AREAS.aliases if known == code)}
    return {folded(name) for name in own}


_known_names = sorted(
    {name for area in AREAS.by_code.values() for name in (*area.name, *area.short)} | {a for _, a, _ in AREAS.aliases}
)
_numbers = st.integers(0, 1000).map(str)
_texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(_known_names),
    st.sampled_from(_known_names).map(str.upper),
    st.builds(
        "{}{}{} {}".format,
        st.sampled_from(["", "'", "KU", "HVA", "TA", "MK", "SK", "ELY"]),
        st.sampled_from(["", "0", "00", " "]),
        _numbers,
        st.one_of(st.just(""), st.sampled_from(_known_names), st.text(max_size=8)),
    ),
)


@given(_texts, st.sampled_from([None, *LEVELS]))
def test_whatever_is_written_only_its_own_area_is_matched(text: str, level: str | None) -> None:
    match = NAMES.match(text, level)
    assert (match.outcome == "matched") == (match.code is not None)
    if match.code is None:
        return
    digits = re.search(r"\d+", text)
    by_code = digits is not None and match.code.removeprefix(AREAS[match.code].level).lstrip("0") == digits[0].lstrip(
        "0"
    )
    numbered = re.fullmatch(r"\s*'?\s*(\d+) (\D.*)", text) if match.code == "MAA" else None
    is_code_of_country = match.code == "MAA" and text.strip() in {"FI", "FIN"}  # ISO 3166
    assert by_code or is_code_of_country or folded(numbered[2] if numbered else text) in _called(match.code)
    assert numbered is None or NAMES.match(numbered[1], level).code is None  # the number is no area's
    coded = re.match(r"\s*'?(KU|HVA|TA|MK)\s?\d", text)
    assert coded is None or AREAS[match.code].level == coded[1]


@given(st.lists(_texts, max_size=8), st.sampled_from([None, *LEVELS]))
def test_a_column_never_changes_what_is_certain(texts: list[str], level: str | None) -> None:
    matches = NAMES.settle(texts, level)
    assert set(matches) == set(texts)
    for text, match in matches.items():
        alone = NAMES.match(text)
        assert alone.code in (None, match.code)
        if alone.outcome == "ambiguous" and match.code:
            assert match.code in alone.candidates
