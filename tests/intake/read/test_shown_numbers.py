"""Numbers of a workbook are read as a spreadsheet shows them: in per cent, and in thousands where the header says so too."""

import zipfile
from io import BytesIO

import pytest
import xlsxwriter

from keko.data.area_names import AreaNames
from keko.indicators.catalogue import Indicator
from keko.intake.mappings import Mapping
from keko.intake.understand import Understood, understand
from tests.intake.indicators import indicator
from tests.intake.workbooks import ods, packed

SHARE = indicator("share", "Osuus", kind="proportion", multiplier=100)
COSTS = indicator("costs", "Menot", unit="€", kind="count", decimals=0)


def workbook(header: str, figures: list[tuple[float, str]], sheet: str = "Taulu") -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, ["Kunta", "Vuosi", header])
        for row, (figure, form) in enumerate(figures, 1):
            page.write_row(row, 0, [["Akaa", "Alavus", "Espoo"][row - 1], 2023])
            page.write_number(row, 2, figure, book.add_format({"num_format": form}))
    return target.getvalue()


def read(names: AreaNames, data: bytes, item: Indicator) -> Understood:
    return understand(data, "a.xlsx", names, [item], Mapping(), None, 10**7)


@pytest.mark.parametrize("form", ["0.0 %", "0%", "0.00%", '0.0" "%', "#,##0.0 %;[Red]-#,##0.0 %"])
def test_cells_in_per_cent(names: AreaNames, form: str) -> None:
    result = read(names, workbook("Osuus, %", [(0.221, form), (0.315, form)]), SHARE)
    assert result.arranged.observations["value"].tolist() == [22.1, 31.5]
    assert result.problems == []


def test_a_per_cent_sign_in_quotes_shows_what_is_stored(names: AreaNames) -> None:
    result = read(names, workbook("Osuus, %", [(22.1, '0.0" %"'), (31.5, '0.0" %"')]), SHARE)
    assert result.arranged.observations["value"].tolist() == [22.1, 31.5]


def test_one_cell_that_is_not_in_per_cent_is_asked_about(names: AreaNames) -> None:
    problems = read(names, workbook("Osuus, %", [(0.221, "0.0 %"), (0.315, "0.0"), (0.3, "0 %")]), SHARE).problems
    assert [(problem.row, problem.code) for problem in problems] == [(3, "mixed-units")]


@pytest.mark.parametrize(("header", "sheet"), [("Menot, 1 000 €", "A"), ("Menot, €", "A"), ("Menot", "1 000 €")])
def test_thousands_that_a_format_shows_are_not_told_twice(names: AreaNames, header: str, sheet: str) -> None:
    result = read(names, workbook(header, [(98_500_000, "#,##0,"), (12_300_000, "#,##0,")], sheet), COSTS)
    assert result.arranged.observations["value"].tolist() == [98_500_000, 12_300_000]


def test_the_name_of_the_sheet_states_the_unit(names: AreaNames) -> None:
    result = read(names, workbook("Menot", [(98_500, "0"), (12_300, "0")], "Menot, 1000 €"), COSTS)
    assert result.arranged.observations["value"].tolist() == [98_500_000, 12_300_000]


def test_an_open_document_in_per_cent(names: AreaNames) -> None:
    plain = ods({"A": [["Kunta", "Vuosi", "Osuus, %"], ["Akaa", 2023, 0.221], ["Espoo", 2023, 0.315]]})
    assert [problem.code for problem in read(names, plain, SHARE).problems] == ["shares-under-one"]
    with zipfile.ZipFile(BytesIO(plain)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for figure in ("0.221", "0.315"):
        float_cell = f'value-type="float" office:value="{figure}"'
        parts["content.xml"] = parts["content.xml"].replace(float_cell, float_cell.replace("float", "percentage"))
    result = read(names, packed(parts), SHARE)
    assert result.arranged.observations["value"].tolist() == [22.1, 31.5]
    assert result.problems == []
