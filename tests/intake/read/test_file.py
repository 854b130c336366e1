"""Which files are read, and what is said of those that are not."""

import pkgutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.read import formats
from keko.intake.read.file import format_of, read, readers


def refusal(data: bytes, name: str = "luvut.csv", max_bytes: int = 1_000_000) -> Problem:
    with pytest.raises(Refused) as refused:
        read(data, name, Mapping(), max_bytes)
    (problem,) = refused.value.problems
    return problem


@pytest.mark.parametrize(
    ("data", "name", "format_name"),
    [
        (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", "a.csv", "xlsx"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a.ods", "ods"),
        (b"PK\x03\x04....luvut.csv", "a.zip", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", "xls"),
        (b"PAR1....", "a.parquet", "parquet"),
        (b'TITLE="a";', "a.csv", "px"),
        (b"TITLE;UNITS\n", "a.px", "csv"),
        (b"<?xml version='1.0'?>", "a.xls", "xml"),
        (b"%PDF-1.7", "a.pdf", "pdf"),
        (b'CHARSET="ANSI";\r\nAXIS-VERSION="2010";', "a.px", "px"),
        (b'\xef\xbb\xbf{"class": "dataset"}', "a.json", "json"),
        (b"[1, 2]", "a.json", "json"),
        (b"<!DOCTYPE html><html>", "a.csv", "html"),
        (b"Alue;Vuosi;Arvo\n", "a.xls", "csv"),
        (b"[Alue];Vuosi;Arvo\n", "a.csv", "csv"),
    ],
)
def test_formats(data: bytes, name: str, format_name: str) -> None:
    assert format_of(data, name) == format_name


def test_every_module_of_the_folder_is_a_format_of_its_own() -> None:
    modules = {module.name for module in pkgutil.iter_modules(formats.__path__)}
    assert {module.__name__.rpartition(".")[2] for module in readers()} == modules  # type: ignore[attr-defined]
    names = [name for module in readers() for name in module.FORMATS]
    assert len(names) == len(set(names)) >= 7


NEW_FORMAT = """
import pandas as pd

from keko.intake.read.table import Table

FORMATS = ("lines",)


def recognises(data, file_name):
    return "lines" if data.startswith(b"LINES") else None


def read(data, file_name, mapping):
    return Table(file_name, "lines", None, None, [], ["Arvo"], pd.DataFrame([data.decode().split()[1:]]).T)
"""


def test_a_module_dropped_into_the_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_plugins: None
) -> None:
    (tmp_path / "lines.py").write_text(NEW_FORMAT, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    assert format_of(b"LINES 1 2", "a.csv") == "lines"
    table = read(b"LINES 1 2", "a.csv", Mapping(), 100)
    assert (table.format, table.cells[0].tolist()) == ("lines", ["1", "2"])


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"<?xml version='1.0'?>", "XML"), (b"<table>", "HTML"), (b"PK\x03\x04.", "ZIP"), (b"\x1f\x8b", "GZIP")],
)
def test_what_is_recognised_and_not_read(data: bytes, name: str) -> None:
    problem = refusal(data, "a.csv")
    assert (problem.code, name in problem.message.fi) == ("format-not-supported", True)


def test_other_formats_are_named() -> None:
    problem = refusal(b"%PDF-1.7", "a.xlsx")
    assert problem.code == "format-not-supported"
    assert "PDF" in problem.message.fi
    assert "CSV" in problem.message.fi


@pytest.mark.parametrize("mark", [b"PK\x03\x04xl/", b"PAR1", b"\xd0\xcf\x11\xe0", b"{", b'TITLE="a";', b""])
@settings(max_examples=8)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_behind_any_mark_are_refused_or_a_table(mark: bytes, rest: bytes) -> None:
    with suppress(Refused):
        assert read(mark + rest, "a.xlsx", Mapping(), 1_000_000).header


def test_the_limit_of_size() -> None:
    problem = refusal(b"a" * 2_500_001, max_bytes=2_000_000)
    assert problem.code == "file-too-large"
    assert "2.5 Mt" in problem.message.fi
    assert "2 Mt" in problem.message.fi


def test_empty_and_binary_files() -> None:
    assert refusal(b"").code == "empty-file"
    assert refusal(bytes(range(256))).code == "binary-file"
