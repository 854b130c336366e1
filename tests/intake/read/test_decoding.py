"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.data.problems import Refused
from keko.intake.read.decoding import decode


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("iso-8859-1", "iso-8859-1"),
    ],
)
def test_encodings(encoding: str, named: str) -> None:
    text = "Jämsä;Åbo;2,5\r\n"
    assert decode(text.encode(encoding), "a.csv") == (text, named)


def test_windows_and_latin_9_by_their_own_characters() -> None:
    assert decode("Jämsä – 5 €".encode("cp1252"), "a.csv") == ("Jämsä – 5 €", "cp1252")
    assert decode("Jämsä 5 €".encode("iso-8859-15"), "a.csv") == ("Jämsä 5 €", "iso-8859-15")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"  \r\n \n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"Alue;\x00Arvo", "binary-file"),
        (b"\x89PNG\r\n\x1a\n", "binary-file"),
        (b"\xff\xfea", "binary-file"),
        (b"\xef\xbb\xbf\xff\xfe", "binary-file"),
        (b"a\x81\xe4", "binary-file"),
    ],
)
def test_what_is_not_text(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(data, "a.csv")
    assert [problem.code for problem in refused.value.problems] == [code]


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.csv")
    except Refused:
        return
    assert text == data.decode(encoding)
