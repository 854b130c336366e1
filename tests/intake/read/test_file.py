"""Which files are read, and what is said of those that are not."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.read.file import format_of, read


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
