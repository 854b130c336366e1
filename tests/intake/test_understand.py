"""Bad files: each is answered by one clear error, with row and column where it has one."""

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.intake.mappings import Mapping
from keko.intake.understand import understand
from tests.intake.conftest import Told, Understand

GOOD = "Alue;Vuosi;Arvo\nEspoo;2020;1,5\nVantaa;2020;2,5\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", (None, None, "empty-file")),
        ("\x00\x01\x02", (None, None, "binary-file")),
        (";".join(f"c{number}" for number in range(4_000)) + "\n1\n", (None, None, "too-many-columns")),
        ("Vuosi;Arvo\n2020;1\n", (None, None, "no-area")),
        ("Alue;Arvo\nEspoo;1\n", (None, None, "no-time")),
        ("Alue;Vuosi;Arvo\nKU049;2020;1\nSalo;2020;2\n", (3, "Alue", "ambiguous-area")),
        (GOOD + "Turku;2020;12a\n", (4, "Arvo", "not-a-number")),
        (GOOD + "Espoo;2020;7\n", (4, "Arvo", "duplicate-key")),
        (GOOD + "Valtimo;2020;7\n", (4, "Arvo", "area-abolished")),
        (GOOD + "KU999;2020;7\n", (4, "Alue", "unknown-area-code")),
        (GOOD + "Hanko;2020;7.5\n", (4, "Arvo", "decimals-both-read")),
        (GOOD + "Hanko;2020;7.500\n", (4, "Arvo", "mixed-decimals")),
        (GOOD + "Hanko;kesä;7\n", (4, "Vuosi", "unknown-period")),
        (GOOD + "091 Espoo;2020;7\n", (4, "Alue", "code-name-mismatch")),
        (GOOD + ";2020;7\n", (4, "Alue", "empty-cell")),
        (GOOD + "Hanko;;7\n", (4, "Vuosi", "empty-cell")),
        ("Alue;Vuosi;Sukupuoli;Arvo\nEspoo;2020;muu;1\n", (2, "Sukupuoli", "unknown-sex")),
        ("Paikka;Vuosi;Arvo\nBerlin;2020;1\nParis;2020;2\n", (None, None, "no-area")),
        ("Alue;Vuosi;Arvo\nBerlin;2020;1\nParis;2020;2\n", (2, "Alue", "no-known-area")),
        ("Espoo;2015;468\nVantaa;2015;469\n", (1, None, "no-header")),
    ],
)
def test_one_error(told: Told, text: str, problem: tuple[int | None, str | None, str]) -> None:
    assert told(text) == [problem]


def test_over_the_limit(names: AreaNames) -> None:
    with pytest.raises(Refused) as refused:
        understand(GOOD.encode(), "a.csv", names, [], Mapping(), None, 10)
    assert [problem.code for problem in refused.value.problems] == ["file-too-large"]


def test_a_good_file(understood: Understand) -> None:
    result = understood(GOOD)
    assert result.problems == []
    assert len(result.indicators) == len(result.arranged.measures) == 1


def test_what_is_exported_comes_back(understood: Understand) -> None:
    text = (
        "area,area_name,period,sex,age,breakdown,value,lower,upper,numerator,denominator,status\n"
        "HVA02,Keski-Uudenmaan hyvinvointialue,2023,total,total,total,71.5,70.1,72.9,715,1000,final\n"
        "KU858,Tuusula,2023,male,total,Koulutus: perusaste,,,,,,hidden\n"
    )
    result = understood(text)
    assert result.problems == []
    assert result.arranged.observations[["area", "sex", "breakdown", "status"]].to_numpy().tolist() == [
        ["HVA02", "total", "total", "final"],
        ["KU858", "male", "Koulutus: perusaste", "hidden"],
    ]
