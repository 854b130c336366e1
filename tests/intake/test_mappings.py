"""What an analyst may say of a file, and how a slip in it is answered."""

from pathlib import Path

import pytest

from keko.data.problems import Refused
from keko.intake.mappings import Mapping, read_mapping

WHOLE = """
columns: {"Osuus %": value, Alue: area, 2020: time}
constants: {area: HVA02, period: 2024, sex: total}
area_level: HVA
decimal: ","
missing: [-1, xx]
header_row: 3
indicator: {id: oma-mittari, kind: count, unit: "%", polarity: higher, population: "15–64", source: Keusote,
            disclosure: {threshold: 7}}
"""


def test_everything_may_be_left_out() -> None:
    assert read_mapping("") == Mapping()
    assert read_mapping("constants:\nmissing:\n") == Mapping()


def test_numbers_are_read_as_the_texts_of_a_file() -> None:
    mapping = read_mapping(WHOLE)
    assert mapping.columns == {"Osuus %": "value", "Alue": "area", "2020": "time"}
    assert mapping.constants.period == "2024"
    assert mapping.missing == ("-1", "xx")
    assert mapping.indicator.disclosure is not None
    assert mapping.indicator.disclosure.threshold == 7


def test_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    assert read_mapping(path) == read_mapping(WHOLE)


@pytest.mark.parametrize(
    ("text", "code", "seen"),
    [
        ("colums: {}", "unknown-mapping-entry", "colums"),
        ("indicator: {disclosure: {treshold: 3}}", "unknown-mapping-entry", "indicator.disclosure.treshold"),
        ("columns: {Alue: arae}", "bad-mapping-entry", "arae"),
        ("header_row: kolme", "bad-mapping-entry", "kolme"),
        ("header_row: -1", "bad-mapping-entry", "-1"),
        ("indicator: {id: Å}", "bad-mapping-entry", "Å"),
        ("- lista", "mapping-not-yaml", "1"),
        ("a: [", "mapping-not-yaml", "1"),
    ],
)
def test_a_slip_is_one_clear_sentence(text: str, code: str, seen: str) -> None:
    with pytest.raises(Refused) as refused:
        read_mapping(text)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert seen in problem.message.fi


def test_figures_about_people_are_not_said_to_need_no_protection() -> None:
    with pytest.raises(Refused) as refused:
        read_mapping("indicator: {id: oma, about_persons: yes, disclosure: {rule: none}}")
    (problem,) = refused.value.problems
    assert problem.code == "rule-without-meaning"
    assert "about_persons: yes" in problem.message.fi
    alone = read_mapping("indicator: {id: oma, disclosure: {rule: none}}")
    assert alone.indicator.about_persons is None
