"""A small writer of XLSX and ODS files, so that tests need no further package."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

Cell = str | int | float | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(
    sheets: Sheets, merged: Sequence[str] = (), hidden: Sequence[str] = (), parts: Mapping[str, str] = {}
) -> bytes:
    """A workbook. A text that starts with "#" is an error, one with "@" a day number; `parts` replaces or adds parts."""
    numbered = list(enumerate(sheets.items(), 1))
    state = dict.fromkeys(hidden, ' state="hidden"')
    book = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{i}" r:id="rId{i}"{state.get(name, "")}/>' for i, (name, _) in numbered
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i, _ in numbered
    )
    told = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="a/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{book}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>",
    }
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    for i, (_, rows) in numbered:
        told[f"xl/worksheets/sheet{i}.xml"] = sheet(rows, f"<mergeCells>{ranges}</mergeCells>" if ranges else "")
    return packed(told | dict(parts))


def sheet(rows: Sequence[Sequence[Cell]], after: str = "") -> str:
    """The XML of a sheet."""
    written = "".join(
        f'<row r="{number}">'
        + "".join(_cell(cell, f"{chr(65 + at)}{number}") for at, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{written}</sheetData>{after}</worksheet>'


def _cell(cell: Cell, place: str) -> str:
    if cell is None or cell == "":
        return ""
    if not isinstance(cell, str):
        return f'<c r="{place}"><f>1*{cell!r}</f><v>{cell!r}</v></c>'
    if cell.startswith("#"):
        return f'<c r="{place}" t="e"><f>1/0</f><v>{escape(cell)}</v></c>'
    if cell.startswith("@"):
        return f'<c r="{place}" s="1"><v>{cell[1:]}</v></c>'
    text = escape(cell, {"\n": "&#10;", "\r": "&#13;"})
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def ods(sheets: Sheets) -> bytes:
    """The same as an OpenDocument spreadsheet, which does not tell merged cells."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
            "META-INF/manifest.xml": manifest,
        }
    )


def _open_cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if not isinstance(cell, str):
        return f'<table:table-cell office:value-type="float" office:value="{cell!r}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def packed(parts: Mapping[str, str]) -> bytes:
    """An archive of XML parts, the first one uncompressed as OpenDocument wants it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            declared = text if name == "mimetype" or text.startswith("<?") else f'<?xml version="1.0"?>{text}'
            archive.writestr(name, declared, way)
    return file.getvalue()
