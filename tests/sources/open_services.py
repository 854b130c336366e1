"""The services with what is known beside the project laid out in them; what is not known there is invented by plain rules."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from keko.data.areas import Areas
from tests.data.figures import every_area
from tests.sources.services import (
    AGE,
    AREA_2025,
    AREA_2026,
    CONTENTS,
    MONTH,
    SEX,
    YEAR,
    Codes,
    Figure,
    FigureOf,
    Sotkanet,
    SotkanetIndicator,
    Table,
    areas,
    contents,
    five_year_ages,
    sexes,
    single_ages,
    table_of,
    years,
)
from tests.sources.source import variable

Series = Mapping[tuple[str, str], float]  # by area, as the source codes it, and period
NOWHERE = {"KU199": "Tuntematon", "MK91": "Tuntematon"}
_SEEKERS = {
    "TYOTTOMATLOPUSSA": "Työttömät työnhakijat laskentapäivänä (lkm.)",
    "TYOTTOMAT25": "Alle 25-v. työttömät työnhakijat (lkm.)",
    "PITKAAIKAISTYOTTOMAT": "Pitkäaikaistyöttömät (lkm.)",
    "AVPAIKATLOPUSSA": "Avoimet työpaikat kuukauden laskentapäivänä (lkm.)",
}
_KEY_FIGURES = {
    "tyokay-tyollisyysaste": "Työllisyysaste, %",
    "tyokay-tyottomyysaste": "Työttömyysaste, %",
    "taloudellinenhuoltosuhde": "Taloudellinen huoltosuhde",
}


def tables(folder: Path, first_year: int = 2023) -> dict[str, Table]:
    """The tables of the recipes, from the real figures in `folder`; the large ones from `first_year` on."""
    residents = _tidy(folder, "population")
    return {
        "vaerak/11re.px": population_by_age(residents, range(first_year, 2026)),
        "vaerak/11ra.px": _population_key_figures(folder),
        "tyokay/115x.px": _employment(folder),
        "vkour/12bs.px": education(residents),
        "tyonv/12r5.px": _job_seekers(folder, first_year),
    }


def invented() -> dict[str, Table]:
    """Some of the tables with invented figures, for 2024: of the same areas and forms, and sums that hold."""
    residents, unemployed = _residents("2024"), _residents("2024", 20)
    months = {"2024M11": "2024M11", "2024M12": "2024M12"}

    def seekers(at: Codes) -> Figure:
        return "..." if at["Alue"] in NOWHERE else unemployed[at["Alue"], "2024"]

    return {
        "vaerak/11re.px": population_by_age(residents, range(2024, 2025)),
        "vkour/12bs.px": education(residents, 2024),
        "tyokay/115x.px": _employment_table(
            named("HVA", "MK", "KU"), range(2023, 2025), lambda at: float(len(at[CONTENTS]))
        ),
        "tyonv/12r5.px": _job_seekers_table(
            {**named("MK", "KU"), **NOWHERE}, months, seekers, "Työnhakijat", "KEHA-keskus, työnvälitystilasto"
        ),
    }


def _residents(year: str, part: int = 1) -> dict[tuple[str, str], float]:
    """As many in every municipality as the register of areas knows, or a part of them, and the sums of those."""
    known = known_areas()
    of = {code: float((known[code].population or 0) // part) for code in known.living("KU")}
    country = sum(of.values())
    of |= {code: sum(of.get(member, 0.0) for member in known.municipalities(code)) for code in known.living("MK")}
    return {(code, year): persons for code, persons in {**of, "SSS": country}.items()}


@cache
def known_areas() -> Areas:
    """Every area that KEKO keeps."""
    return every_area()


def named(*levels: str) -> dict[str, str]:
    """Living areas of levels by their codes at StatFin, the whole country first."""
    known = known_areas()
    return {"SSS": "KOKO MAA"} | {
        area.code: area.name.fi for level in levels for area in known.of_level(level) if area.valid_to is None
    }


def population_by_age(residents: Series, of_years: range) -> Table:
    """Table 11re: everybody of an area spread evenly over the ages 0–99, what is left over at 40; half of each are men."""

    def figure(at: Codes) -> Figure:
        everybody = residents.get((at[next(iter(at.keys() & {AREA_2026}))], at[YEAR]), 0.0)
        each, over = divmod(int(everybody), 100)
        of_age = {"SSS": int(everybody), "100-": 0, "040": each + over}.get(at[AGE], each)
        return {"SSS": of_age, "1": of_age // 2, "2": of_age - of_age // 2}[at[SEX]]

    return table_of(
        "Väestö 31.12. muuttujina Alue, Ikä, Sukupuoli, Vuosi ja Tiedot",
        [
            areas(AREA_2026, named("KU")),
            single_ages(),
            sexes(),
            years(of_years),
            contents({"vaerak-vaesto": "Väestö 31.12."}),
        ],
        figure,
        "Tilastokeskus, väestörakenne",
    )


def education(residents: Series, year: int = 2025) -> Table:
    """Table 12bs of one year: four of five are 15 or over, of whom three quarters have studied on and a third at a higher level."""
    share = {"vaesto_15_": 1.0, "kaste3T8": 0.75, "kaste5T8": 1 / 3}

    def figure(at: Codes) -> Figure:
        code = at[CONTENTS]
        persons = {
            name: round(residents.get((at[AREA_2026], at[YEAR]), 0.0) * 0.8 * part) for name, part in share.items()
        }
        if code in persons:
            return persons[code]
        return round(100 * persons[code.removesuffix("osuus")] / persons["vaesto_15_"], 1)

    of = {
        "vaesto_15_": "15 vuotta täyttänyt väestö 31.12",
        "kaste3T8": "Perusasteen jälkeisen tutkinnon suorittaneet",
        "kaste3T8osuus": "Perusasteen jälkeisen tutkinnon suorittaneet, %",
        "kaste5T8": "Korkea-asteen tutkinnon suorittaneet",
        "kaste5T8osuus": "Korkea-asteen tutkinnon suorittaneet, %",
    }
    mainland = {"MA1": "Manner-Suomi", "MA2": "Ahvenanmaa"}
    return table_of(
        "15 vuotta täyttänyt väestö koulutusasteen mukaan",
        [years([year]), areas(AREA_2026, {**named("MK", "KU"), **mainland}), five_year_ages(), sexes(), contents(of)],
        figure,
        "Tilastokeskus, väestön koulutusrakenne",
    )


def sotkanet() -> Sotkanet:
    """Sotkanet with the indicators of the recipes: 10 plus the last digit of the region, the same for all years and sexes."""

    def figure(region: int, _: int, sex: str) -> float:
        return 10.0 + region % 10 + {"total": 0, "male": 1, "female": -1}[sex]

    titles = {
        181: ("Työttömät, % työvoimasta", "PROS"),
        3071: ("Vaikeasti työllistyvät, % 15 - 64-vuotiaista", "PROS"),
        475: ("Sairauspäivärahaa saaneet 16 - 64-vuotiaat / 1 000 vastaavanikäistä", "PER1000"),
        3219: ("Koulutuksen ulkopuolelle jääneet 17 - 24-vuotiaat, % vastaavanikäisestä väestöstä", "PROS"),
    }
    return Sotkanet(
        {id_: SotkanetIndicator(title, kind, figure) for id_, (title, kind) in titles.items()}, sotkanet_regions()
    )


def sotkanet_regions() -> list[dict[str, Any]]:
    """The regions: municipalities, counties and regions by codes without their level, and the whole country."""
    known, categories = known_areas(), {"KU": "KUNTA", "HVA": "HYVINVOINTIALUE", "MK": "MAAKUNTA"}
    living = [area for level in categories for area in known.of_level(level) if area.valid_to is None]
    country = {"id": 658, "code": "358", "category": "MAA", "title": {"fi": "Koko maa"}}
    return [
        country,
        *(
            {
                "id": 1000 + place,
                "code": area.code.removeprefix(area.level),
                "category": categories[area.level],
                "title": {"fi": area.name.fi},
            }
            for place, area in enumerate(living)
        ),
    ]


# --- from the figures beside the project ----------------------------------------------------------


def _tidy(folder: Path, name: str) -> Series:
    frame = pd.read_csv(folder / f"tidy_{name}.csv.gz", dtype={"period": str})
    codes = frame["area_code"].replace("MAA", "SSS")
    return dict(zip(zip(codes, frame["period"], strict=True), frame["value"].astype(float), strict=True))


def _saved(folder: Path, name: str) -> tuple[dict[str, Any], dict[tuple[str, str], dict[str, Figure]]]:
    """An answer that somebody saved: it, and its figures by area and content."""
    saved = json.loads((folder / name).read_text(encoding="utf-8"))
    codes = [column["code"] for column in saved["columns"] if column["type"] == "c"]
    figures = {
        tuple(row["key"]): {
            code: text if not text[:1].isdigit() else float(text)
            for code, text in zip(codes, row["values"], strict=True)
        }
        for row in saved["data"]
    }
    return saved, figures


def _population_key_figures(folder: Path) -> Table:
    """Table 11ra: its areas and population are real, the shares of 15–64 what is left by those of younger and older ones."""
    saved, figures = _saved(folder, "pxweb_11ra_2025.json")

    def figure(at: Codes) -> Figure:
        row = figures[at[AREA_2026], at[YEAR]]
        if at[CONTENTS] in row:
            return row[at[CONTENTS]]
        younger, older = row["vaesto_alle15_p"], row["vaesto_yli64_p"]
        left = round(100 - float(younger or 0) - float(older or 0), 1)
        return {"vaesto_15_64_p": left, "ulkom_kans_p": round(left / 10, 1)}[at[CONTENTS]]

    of = {column["code"]: column["text"] for column in saved["columns"] if column["type"] == "c"}
    of |= {"vaesto_15_64_p": "15–64-vuotiaiden osuus, %", "ulkom_kans_p": "Ulkomaan kansalaisten osuus, %"}
    codes = dict.fromkeys(area for area, _ in figures)
    known = named("KU", "HVA", "TA", "MK")
    return table_of(
        saved["metadata"][0]["label"],
        [areas(AREA_2026, {code: known.get(code, code) for code in codes}), contents(of), years([2025])],
        figure,
        saved["metadata"][0]["source"],
    )


def _employment(folder: Path) -> Table:
    """Table 115x."""
    frame = pd.read_csv(folder / "statfin_115x_1987-2024.csv")
    columns = dict(zip(_KEY_FIGURES, ["tyollisyysaste", "unemployment_rate", "taloudellinenhuoltosuhde"], strict=True))
    by_area = frame.set_index([frame["Alue"], frame["Vuosi"].astype(str)])[list(columns.values())]
    figures = by_area.astype(object).where(by_area.notna(), "...").to_dict("index")
    known = named("KU", "HVA", "MK")
    codes = {code: known.get(code, code) for code in dict.fromkeys(frame["Alue"])}
    return _employment_table(
        codes, range(1987, 2025), lambda at: figures[at[AREA_2025], at[YEAR]][columns[at[CONTENTS]]]
    )


def _employment_table(codes: Mapping[str, str], of_years: range, figure: FigureOf) -> Table:
    return table_of(
        "Työllisyysaste, työttömyysaste ja taloudellinen huoltosuhde alueittain",
        [areas(AREA_2025, codes), years(of_years), contents(_KEY_FIGURES)],
        figure,
        "Tilastokeskus, työssäkäynti",
    )


def _job_seekers(folder: Path, first_year: int) -> Table:
    """Table 12r5: June 2026 is real in all its contents, other months in the number of the unemployed."""
    saved, figures = _saved(folder, "pxweb_12r5_2026-06.json")
    months = _tidy(folder, "unemployed-job-seekers")
    areas_then = dict.fromkeys(area for area, _ in figures)
    periods = sorted({period for _, period in months if period >= str(first_year)})
    coded = {f"{period[:4]}M{period[5:]}": period for period in periods}

    def figure(at: Codes) -> Figure:
        area, period, content = at["Alue"], coded[at[MONTH]], at[CONTENTS]
        if period == "2026-06":
            return figures[area, "2026M06"][content]
        unemployed = months.get((area, period))
        return None if unemployed is None else unemployed if content == "TYOTTOMATLOPUSSA" else unemployed // 5

    known = {**named("KU", "MK"), **NOWHERE}
    codes = {code: known.get(code, code) for code in areas_then}
    metadata = saved["metadata"][0]
    return _job_seekers_table(codes, {code: code for code in coded}, figure, metadata["label"], metadata["source"])


def _job_seekers_table(
    codes: Mapping[str, str], months: Mapping[str, str], figure: FigureOf, title: str, source: str
) -> Table:
    dimensions = [
        variable("Alue", "Alue", dict(codes), elimination=True),
        variable(MONTH, "Kuukausi", dict(months), time=True),
        contents(_SEEKERS),
    ]
    return table_of(title, dimensions, figure, source)
