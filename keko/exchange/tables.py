"""A table as a file that office programs and other programs open: CSV, XLSX and Parquet, with what has to be said of it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import Any

import pandas as pd

from keko.config import Language
from keko.data.own_files import harmless
from keko.indicators.series import Question

Notes = Mapping[str, str]

_WIDEST = 60
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}


def csv_bytes(frame: pd.DataFrame, notes: Notes, language: Language) -> bytes:
    """`frame` as CSV in UTF-8, each of `notes` a column of its own, so that no row travels without them.

    Separators are those that office programs expect in `language`: semicolon and decimal comma, in English comma and
    point; whole numbers have no decimals. A text that could be taken for a formula gets an apostrophe before it.
    """
    noted = _unnamed_clash(frame, notes).assign(**notes)
    harmless = noted.rename(columns=_harmless).map(_harmless)
    separator, decimal = (",", ".") if language == "en" else (";", ",")
    text: str = harmless.to_csv(
        index=False, sep=separator, decimal=decimal, lineterminator="\r\n", float_format=partial(_figure, decimal)
    )
    return text.encode("utf-8-sig")


def _figure(decimal: str, value: object) -> str:
    """A figure to the last digit, as files come back; a whole number without decimals."""
    figure = float(str(value))
    return str(int(figure)) if figure.is_integer() else repr(figure).replace(".", decimal)


def xlsx_bytes(frame: pd.DataFrame, notes: Notes, titles: Sequence[str]) -> bytes:
    """`frame` as a workbook: the table on the first sheet, `notes` on the second. `titles`: the names of both sheets.

    Numbers are numbers, everything else is text, also where it looks like a formula or a link.
    """
    import xlsxwriter  # only where a file is made

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        table, about = (book.add_worksheet(_sheet_name(title)) for title in titles)
        _write_table(table, frame, bold)
        _write_notes(about, notes, bold)
    return target.getvalue()


def workbook_bytes(
    tables: Sequence[tuple[str, pd.DataFrame]], notes: Notes, about: str, properties: Mapping[str, str]
) -> bytes:
    """Several tables as a workbook: `notes` on the first sheet, called `about`, then a sheet for each table by its title.

    `properties`: what the document says of itself besides, by name.
    """
    import xlsxwriter  # as above

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        names = _different([about, *(title for title, _ in tables)])
        _write_notes(book.add_worksheet(names[0]), notes, bold)
        for name, (_, frame) in zip(names[1:], tables, strict=True):
            _write_table(book.add_worksheet(name), frame, bold)
        for name, text in properties.items():
            book.set_custom_property(name, text, "text")
    return target.getvalue()


def _write_table(sheet: Any, frame: pd.DataFrame, bold: Any) -> None:
    for place, name in enumerate(frame.columns):
        cells = [_cell(value) for value in frame[name]]
        sheet.write_string(0, place, str(name), bold)
        sheet.write_column(1, place, cells)
        sheet.set_column(place, place, min(_WIDEST, max(10, *(len(str(cell)) for cell in cells), 0) + 2))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(frame), 1), max(len(frame.columns) - 1, 0))


def _write_notes(sheet: Any, notes: Notes, bold: Any) -> None:
    sheet.write_column(0, 0, list(notes), bold)
    sheet.write_column(0, 1, list(notes.values()))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WIDEST)


def _different(titles: Sequence[str]) -> list[str]:
    """Names of sheets, no two alike as workbooks read them."""
    names: list[str] = []
    for title in titles:
        name, number = _sheet_name(title), 1
        while name.casefold() in {taken.casefold() for taken in names}:
            number += 1
            name = f"{_sheet_name(title)[: 27 - len(str(number))]} ({number})"
        names.append(name)
    return names


def parquet_bytes(frame: pd.DataFrame, notes: Notes) -> bytes:
    """`frame` as Parquet, `notes` among what the file says of itself."""
    import pyarrow as pa  # only where a file is made
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(dict(notes))
    target = BytesIO()
    pq.write_table(table, target)
    return target.getvalue()


def parts_of(question: Question) -> list[str]:
    """What narrows figures down, as parts of a file's name; nothing where they are about everybody."""
    return [part for part in (question.sex, question.age, question.breakdown) if part != "total"]


def file_name(parts: Sequence[str], extension: str) -> str:
    """A file name that says what is in it, of letters, digits and hyphens: `aluevertailu-keusote-keski-suomi.csv`."""
    joined = "-".join(part for part in parts if part).replace("–", "-")
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain.lower()).strip('-')[:120]}.{extension}"


def _unnamed_clash(frame: pd.DataFrame, notes: Notes) -> pd.DataFrame:
    """A note never takes the place of a column."""
    taken = set(frame.columns) & set(notes)
    if taken:
        raise ValueError(f"columns and notes share names: {sorted(taken)}")
    return frame


def _harmless(value: Any) -> Any:
    return harmless(value) if isinstance(value, str) else value


class _Exact(float):
    """A number that is written with all its digits, of which a workbook would else keep sixteen."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


def _cell(value: Any) -> Any:
    """What is written: a number, a text, or nothing."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return ""
    plain = value.item() if hasattr(value, "item") else value
    return _Exact(plain) if isinstance(plain, float) else plain


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31]
