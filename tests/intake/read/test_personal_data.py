"""Data about single persons are turned away, and what gave them away is not repeated."""

import re

import pytest

from keko.data.area_names import AreaNames
from keko.data.identity_codes import is_identity_code
from keko.data.problems import Problem, Refused, errors
from keko.intake.mappings import Mapping
from keko.intake.preview import Preview, preview
from keko.intake.read.file import read
from keko.intake.read.personal_data import refuse_person_rows
from keko.intake.recognise.header_repair import open_table
from keko.intake.understand import Steps, understand_table

# The example of the authority that gives out the codes; it is no one's.
CODE = "131052-308T"


@pytest.mark.parametrize("code", [CODE, "131052-308t", "131052A308T", "131052X308T"])
def test_codes_by_their_check_character(code: str) -> None:
    assert is_identity_code(code)


@pytest.mark.parametrize("code", ["131052-308U", "321352-308T", "139952-308T"])
def test_what_only_looks_like_one(code: str) -> None:
    assert not is_identity_code(code)


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        (f"Tunnus;Alue;Arvo\nx;Espoo;1\n{CODE};Espoo;2\n", 3, "Tunnus"),
        (f"Alue;Vuosi;Huom\nEspoo;2020;asiakas {CODE}, uusi\n", 2, "Huom"),
        (f"{CODE}\nAlue;Vuosi;Arvo\nEspoo;2020;1\n", None, None),
    ],
)
def test_a_table_with_one_is_refused(text: str, row: int | None, column: str | None) -> None:
    with pytest.raises(Refused) as refused:
        read(text.encode(), "a.csv", Mapping(), 1_000_000)
    (problem,) = refused.value.problems
    assert (problem.row, problem.column, problem.code) == (row, column, "identity-codes")
    assert all(CODE not in message for message in problem.message)


def test_ordinary_long_cells_are_read() -> None:
    text = "Alue;Vuosi;Arvo\nKeski-Uudenmaan hyvinvointialue;2020;1\nTA14;2021;131052-3080\n"
    assert len(read(text.encode(), "a.csv", Mapping(), 1_000_000).cells) == 2


def refused(text: str) -> list[Problem]:
    table = read(text.encode(), "a.csv", Mapping(), 1_000_000)
    try:
        refuse_person_rows(table)
    except Refused as told:
        return told.problems
    return []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Etunimi;Sukunimi;Kunta\nMaija;Virtanen;Espoo\n", "Sukunimi"),
        ("Nimi;Syntymäaika;Kunta\nMaija Virtanen;1.2.1980;Espoo\n", "Syntymäaika"),
        ("Namn;Födelsedatum\nMaja Virtanen;1980-02-01\n", "Födelsedatum"),
        ("Name;Date of birth\nMaija Virtanen;1980-02-01\n", "Date of birth"),
        ("Henkilötunnus;Kunta\nx;Espoo\n", "Henkilötunnus"),
        ("HETU;Kunta\nx;Espoo\n", "HETU"),
        ("Personbeteckning;Kommun\nx;Esbo\n", "Personbeteckning"),
        ("Kunta;pvm2\nEspoo;1.2.1980\nVantaa;3.4.1951\nHanko;30.12.1999\n", "pvm2"),
        ("Asiakasnumero;Sukupuoli;Ikä;Arvo\n101;mies;51;1\n102;nainen;43;1\n103;nainen;44;1\n", "Asiakasnumero"),
        ("client_id;gender;diagnosis\n101;m;F32\n102;f;F33\n101;m;F31\n", "client_id"),
        ("Potilastunnus;Kunta;Diagnoosi\na;Espoo;F32\nb;Vantaa;F33\n", "Potilastunnus"),
    ],
)
def test_rows_of_persons_are_turned_away(text: str, column: str) -> None:
    (problem,) = refused(text)
    assert (problem.row, problem.column, problem.code) == (1, column, "person-rows")
    quoted = {cell for line in text.splitlines()[1:] for cell in line.split(";") if len(cell) > 2}
    assert not any(cell in message for cell in quoted for message in problem.message)


@pytest.mark.parametrize(
    "text",
    [
        "Kunta;Nimi;Vuosi;Arvo\nEspoo;Väkiluku;2020;5\n",
        "Kunta;Vuosi;Sukupuoli;Ikä;Asiakkaat\nEspoo;2020;miehet;15-24;5\n",
        "Pvm;Kunta;Arvo\n1.1.1990;Espoo;5\n1.1.2020;Espoo;6\n",
        "Etunimi;Lukumäärä\nMaija;500\n",
        "Kunta;Päivitetty;Arvo\nEspoo;1.2.2024;5\nVantaa;3.1.2024;6\n",
        "Kunta;Syntymäaika;Arvo\nEspoo;;5\n",
        "Asiakasnumero;Kunta;Arvo\n1;Espoo;5\n2;Vantaa;6\n",
    ],
)
def test_statistics_are_not_rows_of_persons(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize("mapping", [Mapping(), Mapping(header_row=0)])
def test_birth_dates_without_a_header(names: AreaNames, mapping: Mapping) -> None:
    text = "".join(f"nimi{at};{at % 28 + 1}.3.{1950 + at * 7 % 50};Espoo;{at}\n" for at in range(20))
    with pytest.raises(Refused) as told:
        open_table(text.encode(), "a.csv", names, mapping, 1_000_000)
    assert [problem.code for problem in told.value.problems] == ["person-rows"]


OWN = "indicator;area;period;sex;age;breakdown;value;status;reason;origin"
PEOPLE = {
    "one cell": f"Tunnus;Alue;Arvo\nx;Espoo;1\n{CODE};Espoo;2\n",
    "no header": "".join(f"{CODE};Espoo;{at}\n" for at in range(20)),
    "uneven rows": f"Alue;Vuosi;Arvo\nEspoo;2020;1\n{CODE};Espoo;2020;1;2;3\n",
    "KEKO's own form": f"{OWN}\nshare;KU049;2020;total;total;{CODE};1;final;;delivered\n",
    "names": "Etunimi;Sukunimi;Kunta\nMaija;Virtanen;Espoo\n",
    "a thousand columns": ";".join([CODE, *map(str, range(9_000))]) + "\n1\n",
}


@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE)
def test_nothing_of_a_person_is_told_or_shown_whatever_else_is_wrong(names: AreaNames, text: str) -> None:
    data, steps, problems = text.encode(), Steps(), list[Problem]()
    try:
        opened = open_table(data, "a.csv", names, Mapping(), 1_000_000)
        problems = understand_table(opened, names, [], Mapping(), steps=steps).problems
    except Refused as told:
        problems = told.problems
    assert errors(problems)
    assert not re.search(f"{CODE}|Virtanen", " ".join(message for problem in problems for message in problem.message))
    assert preview(data, "a.csv", steps, problems, Mapping()) == Preview()
