"""A dash in place of a number: nought in PX, elsewhere asked once unless the file says what it means."""

import json

import pytest

from tests.intake.conftest import Told, Understand

DASHED = "Kunta;Vuosi;Luku\nAkaa;2022;100\nAlavus;2022;{dash}\nEspoo;2022;{dash}\n"
ASKED = [(3, "Luku", "nil-or-missing")]
PX = (
    'CODEPAGE="utf-8";CONTENTS="Työpaikat";UNITS="kpl";STUB="Kunta";HEADING="Vuosi";'
    'VALUES("Kunta")="Akaa","Alavus";VALUES("Vuosi")="2023";DATASYMBOLNIL="-";DATA=100 "-";'
)


@pytest.mark.parametrize("dash", "-–—")
def test_a_dash_is_asked_about_once(told: Told, understood: Understand, dash: str) -> None:
    text = DASHED.format(dash=dash)
    assert told(text) == ASKED
    assert told(text, 'zero: ["-"]') == told(text, f'missing: ["{dash}"]') == []
    assert understood(text, 'zero: ["-"]').arranged.observations["value"].tolist() == [100, 0, 0]
    assert understood(text, 'missing: ["-"]').arranged.observations["value"].isna().tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- = Ei yhtään", [0, 0]),
        ('Merkki "-" nolla', [0, 0]),
        ("- Inga", [0, 0]),
        ("- tieto puuttuu", None),
        ("– missing", None),
    ],
)
def test_the_file_may_say_what_a_dash_means(understood: Understand, line: str, expected: list[float] | None) -> None:
    result = understood(DASHED.format(dash="-") + f"\n{line}\n")
    assert result.problems == []
    dashes = result.arranged.observations["value"].iloc[1:]
    assert dashes.isna().all() if expected is None else dashes.tolist() == expected


def test_a_dash_is_nought_in_px(understood: Understand) -> None:
    result = understood(PX, file_name="a.px")
    assert result.arranged.observations["value"].tolist() == [100, 0]
    assert result.problems == []


@pytest.mark.parametrize(("extension", "codes"), [({"px": {"decimals": 0}}, []), ({}, ["nil-or-missing"])])
def test_json_stat_of_pxweb_means_what_px_means(told: Told, extension: dict[str, object], codes: list[str]) -> None:
    dimensions = {
        "alue": {"label": "Kunta", "category": {"index": ["KU020", "KU010"]}},
        "vuosi": {"label": "Vuosi", "category": {"index": ["2023"]}},
    }
    cube = {"class": "dataset", "id": ["alue", "vuosi"], "size": [2, 1], "dimension": dimensions, "value": [5, None]}
    text = json.dumps(cube | {"status": {"1": "-"}, "extension": extension})
    assert [code for _, _, code in told(text, file_name="a.json")] == codes
