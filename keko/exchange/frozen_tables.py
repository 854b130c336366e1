"""The tables and the picture of frozen views: a workbook of them all, CSV, PNG and SVG, each with its seal."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd

from keko.exchange import pictures, tables
from keko.exchange.frozen_pictures import plotted, sealed_png, sealed_svg
from keko.exchange.handout import CannotMake, Handout, facts, in_a_line, mark
from keko.room.frozen import Chart, FrozenView, Plot, Table
from keko.words import downloads as download_words
from keko.words import taking_along as words

Ending = Literal["png", "svg"]


def xlsx_bytes(handout: Handout) -> bytes:
    """Every table as a sheet of its own, earlier decisions first, and before them what they are: decisions, findings, sources, seals."""
    language = handout.language
    seal = words.SEAL.within(language)
    notes = {"KEKO": handout.title, words.MADE.within(language): handout.made}
    notes |= {download_words.NOTICE.within(language): handout.remark} if handout.remark else {}
    notes |= {f"{words.DECISIONS.within(language)} {n}": line for n, line in enumerate(handout.decisions, start=1)}
    for number, view in enumerate(handout.views, start=1):
        said = {words.VIEW: view.title, words.FINDING: view.finding}
        of_view = {name.within(view.language): text for name, text in said.items()} | facts(view)
        notes |= {f"{number}. {name}": text for name, text in of_view.items()} | {f"{number}. {seal} *": mark(view)}
    receipt = [(handout.receipt.title, _frame(handout.receipt))] if handout.receipt else []
    sheets = receipt + [
        (f"{number}. {table.title}", _frame(table))
        for number, view in enumerate(handout.views, start=1)
        for table in figures(view)
    ]
    properties = {f"{seal} {number}": text for number, text in enumerate(handout.marks, start=1)}
    return tables.workbook_bytes(sheets, notes, download_words.ABOUT.within(language), properties)


def csv_files(handout: Handout) -> tuple[bytes, str]:
    """The one table as CSV, or several in a zip; and which of the two it is: "csv" or "zip".

    Raises:
        CannotMake: no view has a table.
    """
    files = list(_csv(handout))
    if not files:
        raise CannotMake(words.NO_TABLES)
    return (files[0][1], "csv") if len(files) == 1 else (_zipped(files), "zip")


def picture_files(handout: Handout, ending: Ending) -> tuple[bytes, str]:
    """The one picture, or several in a zip; and which of the two it is: `ending` or "zip".

    Raises:
        CannotMake: no view has a picture.
    """
    files = [
        (tables.file_name([f"{number:02}-{place}", view.title], ending), data)
        for number, view in enumerate(handout.views, start=1)
        for place, data in enumerate(pictures_of(view, handout, ending), start=1)
    ]
    if not files:
        raise CannotMake(words.NO_PICTURES)
    return (files[0][1], ending) if len(files) == 1 else (_zipped(files), "zip")


def pictures_of(view: FrozenView, handout: Handout, ending: Ending) -> Iterator[bytes]:
    """The pictures of a view, each with all that has to be said around it."""
    around = (view.title, view.finding, in_a_line(view), handout.colours.paper)
    for spec, alt in _drawn(view, handout):
        if ending == "svg":
            svg = pictures.svg_bytes(spec, None, *around).decode()
            yield sealed_svg(svg, view.title, alt, [mark(view)])
        else:
            yield sealed_png(pictures.png_bytes(spec, None, *around), view.title, alt, [mark(view)])


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return target.getvalue()


def figures(view: FrozenView) -> tuple[Table, ...]:
    """The tables of a view; where it has none, the figures of its plots."""
    return view.tables or tuple(_table_of(plot) for plot in view.plots)


def _drawn(view: FrozenView, handout: Handout) -> list[tuple[dict[str, Any], str]]:
    """Charts as the page drew them; where it drew none, its plots."""
    charts = [(part.spec, part.alt) for part in view.parts if isinstance(part, Chart)]
    return charts or [(plotted(plot, handout.colours, view.language), plot.alt) for plot in view.plots]


def _table_of(plot: Plot) -> Table:
    names = [name for name, _ in plot.series]
    rows = zip(plot.categories, *(values for _, values in plot.series), strict=True)
    return Table(f"{plot.title} ({plot.unit})" if plot.unit else plot.title, ("", *names), tuple(rows))


def _frame(table: Table) -> pd.DataFrame:
    frame = pd.DataFrame(list(table.rows), columns=pd.RangeIndex(len(table.columns)), dtype=object)
    frame.columns = pd.Index(table.columns)
    return frame


def _csv(handout: Handout) -> Iterator[tuple[str, bytes]]:
    """Name and content of a file for each table; what has to be said is in columns beside its figures."""
    for number, view in enumerate(handout.views, start=1):
        of_view = words.VIEW.within(view.language)
        said = facts(view) | {words.SEAL.within(view.language): mark(view)}
        for place, table in enumerate(figures(view), start=1):
            frame = _frame(table)
            frame.columns = pd.Index(_different(table.columns))
            notes = {f"{of_view}: {name}" if name in frame.columns else name: text for name, text in said.items()}
            name = tables.file_name([f"{number:02}-{place}", view.title], "csv")
            yield name, tables.csv_bytes(frame, notes, handout.language)


def _different(columns: tuple[str, ...]) -> list[str]:
    """Names of columns, no two alike."""
    names: list[str] = []
    for column in columns:
        number = sum(name.rpartition(" ")[0] == column or name == column for name in names)
        names.append(f"{column} {number + 1}" if number else column)
    return names
