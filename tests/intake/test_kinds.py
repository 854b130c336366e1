"""Further files of the kinds that were once misread: each read to its right figures, or refused for the right reason."""

import pandas as pd
import pytest

from tests.intake.conftest import Told, Understand

Figures = dict[tuple[str, str], float]

READ: dict[str, tuple[str, str, str, Figures]] = {
    "quarters beside a flag": (
        "luvut.tsv",
        "freq,unit,geo\\TIME_PERIOD\t2021-Q1 \t2021-Q3 \nQ,PC,FI\t3.1 \t3.2 p\nQ,PC,SE\t7.1 e\t: \n",
        "luvut",
        {("MAA", "2021-Q1"): 3.1, ("MAA", "2021-Q3"): 3.2},
    ),
    "a raised footnote": (
        "luvut.csv", "Kunta;Vuosi;Perheitä¹⁾\nAkaa;2022;160\nAlavus;2022;110\n", "Perheitä",
        {("KU020", "2022"): 160, ("KU010", "2022"): 110},
    ),
    "a span of time above the table": (
        "luvut.csv", "Aikaväli;2023;;\nAlue;Kunta;Saajat\n020;Akaa;1 120\n010;Alavus;910\n", "Saajat",
        {("KU020", "2023"): 1120, ("KU010", "2023"): 910},
    ),
    "tonnes of carbon dioxide": (
        "luvut.csv", "Kunta;Vuosi;Päästöt (t CO2-ekv.)\nAkaa;2023;10,1\nAlavus;2023;12,3\n", "Päästöt",
        {("KU020", "2023"): 10.1, ("KU010", "2023"): 12.3},
    ),
    "quarters by first and last days": (
        "luvut.csv", "alkupvm;loppupvm;kunta;arvo\n1.1.2024;31.3.2024;Akaa;10\n1.4.2024;30.6.2024;Akaa;12\n", "luvut",
        {("KU020", "2024-Q1"): 10, ("KU020", "2024-Q2"): 12},
    ),
    "a year that ends with the next one's first day": (
        "luvut.csv", "start;end;municipality;value\n2024-01-01;2025-01-01;Akaa;10\n2024-01-01;2025-01-01;Espoo;12\n",
        "luvut", {("KU020", "2024"): 10, ("KU049", "2024"): 12},
    ),
    "Finland among countries in Finnish": (
        "luvut.csv", "GEO,TIME,Value\nSuomi,2019,5.1\nRuotsi,2019,6.2\nEU27,2019,7.3\n", "luvut", {("MAA", "2019"): 5.1},
    ),
    "regions in the genitive and a sub-region": (
        "luvut.csv",
        "Alue;Vuosi;Asuntoja\nKeski-Suomen maakunta;2022;35\nUudenmaan maakunta;2022;70\nJyväskylän seutukunta;2022;9\n",
        "Asuntoja", {("MK13", "2022"): 35, ("MK01", "2022"): 70},
    ),
    "names in two languages": (
        "luvut.csv", "Kunta;Vuosi;Asuntoja\nKorsholm - Mustasaari;2022;9\nVaasa - Vasa;2022;30\n", "Asuntoja",
        {("KU499", "2022"): 9, ("KU905", "2022"): 30},
    ),
    "row names of R with spaces between": (
        "luvut.txt", '"Kunta" "Vuosi" "Arvo"\n"1" "Akaa" 2015 16000\n"2" "Alajärvi" 2015 9000\n', "luvut",
        {("KU020", "2015"): 16000, ("KU005", "2015"): 9000},
    ),
    "millions of euros": (
        "luvut.csv", 'Kunta;Vuosi;"Menot, milj. euroa"\nJyväskylä;2023;98,5\nJämsä;2023;12,3\n', "Menot",
        {("KU179", "2023"): 98_500_000, ("KU182", "2023"): 12_300_000},
    ),
    "thousands of persons in a line above": (
        "luvut.csv", "Yksikkö: tuhatta henkilöä\n\nMaakunta;Vuosi;Työttömät\nKainuu;2023;3\nUusimaa;2023;49\n", "Työttömät",
        {("MK18", "2023"): 3000, ("MK01", "2023"): 49_000},
    ),
    "points of thousands twice": (
        "luvut.csv", "Kunta;Vuosi;Menot\nJyväskylä;2023;1.148.622\nJämsä;2023;19.511\n", "Menot",
        {("KU179", "2023"): 1_148_622, ("KU182", "2023"): 19_511},
    ),
    "records with an object for the area": (
        "luvut.json",
        '[{"kunta":{"koodi":"020","nimi":"Akaa"},"vuosi":2020,"perheitä":160},'
        '{"kunta":{"koodi":"010","nimi":"Alavus"},"vuosi":2020,"perheitä":110}]',
        "perheitä", {("KU020", "2020"): 160, ("KU010", "2020"): 110},
    ),
}  # fmt: skip

REFUSED = {
    "an abolished municipality": (
        "kuntakoodi;kunta;vuosi;arvo\n413;Lavia;2014;120\n609;Pori;2014;5200\n",
        [(2, "kuntakoodi", "area-abolished-before")],
    ),
    "Swedish municipalities": ("Kommun;År;Värde\n0114 Upplands Väsby;2022;10\n0180 Stockholm;2022;20\n", [(2, "Kommun", "no-known-area")]),
    "one code of another country": ("Year,GeoCode,Value\n2017,SE0114,21.2\n2018,SE0114,20.4\n", [(2, "GeoCode", "no-known-area")]),
    "a postal code alone": (
        "Postinumero;Vuosi;Asukkaita\n00100;2023;18000\n02100;2023;5200\n", [(2, "Postinumero", "only-levels-not-kept")],
    ),
    "a classification of municipalities and regions": (
        "Kuntakoodi;Kunta;Maakuntakoodi;Maakunta\n020;Akaa;06;Pirkanmaa\n005;Alajärvi;14;Etelä-Pohjanmaa\n",
        [(None, None, "no-value-column")],
    ),
    "figures under a number of the column": (
        "kunta;vuosi;V1\nAkaa;2021;22000\nAlavus;2021;18000\n", [(None, "V1", "figures-unnamed")],
    ),
    "a letter": (
        "Huomio\nTämä tiedosto on korvattu uudella.\nKatso uusi osoite: https://example.org/\nTerveisin tilastotiimi\n",
        [(None, None, "not-a-table")],
    ),
    "a long dash": (
        "Kunta;Vuosi;Avoimet työpaikat\nHyvinkää;2022;100\nPornainen;2022;–\n", [(3, "Avoimet työpaikat", "nil-or-missing")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", READ)
def test_a_file_of_the_kind_is_read(kind: str, understood: Understand) -> None:
    name, text, measure, figures = READ[kind]
    arranged = understood(text, file_name=name).arranged
    rows: pd.DataFrame = arranged.observations
    assert [own.name for own in arranged.measures] == [measure]
    assert dict(zip(zip(rows["area"], rows["period"], strict=True), rows["value"], strict=True)) == pytest.approx(
        figures
    )


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_of_the_kind_is_refused(kind: str, told: Told) -> None:
    text, problems = REFUSED[kind]
    assert told(text) == problems
