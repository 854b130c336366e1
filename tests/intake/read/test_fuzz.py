"""Broken files, small ones made here: whatever happens to a file, it is read or refused in words."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keko.config import Language
from keko.data.area_names import AreaNames
from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.understand import understand
from tests.looking import inspected

FILES = [
    "Alue;Vuosi;Sukupuoli;Ikä;Arvo;Tila\nEspoo;2020;miehet;15-64;1,5;p\n091 Helsinki;2021*;naiset;65+;..;\n",
    '"Area","Information","2010","2011"\n"WHOLE COUNTRY","Population 31 Dec","5,375","5,401"\n"Akaa","x","17","<5"\n',
    "Otsikko;;\nKunta\t2020M01;2020M02\n;Espoo;1.234,5\n\nLähde: Tilastokeskus\n",
    "Kunta|Miehet 2020|Naiset 2020\n5|1–4|-\n49|1 234|12 %\n",
    "Tieto;1995 HVA02;2006/07 Salo\nTyöttömät;1;2\n",
]

bounded = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)


@st.composite
def broken(draw: st.DrawFn, data: bytes) -> bytes:
    """`data` with a few accidents: bytes turned, lines and fields lost or doubled, delimiters swapped."""
    for _ in range(draw(st.integers(1, 4))):
        data = draw(st.sampled_from(ACCIDENTS))(data, draw)
    return data


def _turned(data: bytes, draw: st.DrawFn) -> bytes:
    if not data:
        return data
    at = draw(st.integers(0, len(data) - 1))
    return data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]


def _changed(parts: list[bytes], draw: st.DrawFn) -> list[bytes]:
    at = draw(st.integers(0, len(parts) - 1))
    return parts[:at] + draw(st.sampled_from([[], [parts[at]] * 2])) + parts[at + 1 :]


def _lines(data: bytes, draw: st.DrawFn) -> bytes:
    return b"\n".join(_changed(data.split(b"\n"), draw))


def _fields(data: bytes, draw: st.DrawFn) -> bytes:
    mark = draw(st.sampled_from([b";", b",", b"\t", b'"']))
    return mark.join(_changed(data.split(mark), draw))


def _swapped(data: bytes, draw: st.DrawFn) -> bytes:
    one, other = draw(st.permutations([b";", b",", b"\t", b"|", b"."]))[:2]
    return data.replace(one, other, draw(st.sampled_from([1, 5, -1])))


def _cut(data: bytes, draw: st.DrawFn) -> bytes:
    return data[: draw(st.integers(0, len(data)))]


ACCIDENTS: list[Callable[[bytes, st.DrawFn], bytes]] = [_turned, _lines, _fields, _swapped, _cut]


def check(data: bytes, file_name: str, names: AreaNames, language: Language = "sv") -> None:
    """The file is understood or refused, and every problem is told in three languages."""
    told = inspected(data, file_name, names, Mapping(), [], language)
    problems: list[Problem] = []
    try:
        problems = understand(data, file_name, names, [], Mapping(), None, 10_000_000).problems
    except Refused as refused:
        problems = refused.problems
        assert problems
        assert any(problem.severity == "error" for problem in problems)
    assert [problem["code"] for problem in told["problems"]] == [problem.code for problem in problems]
    for problem in problems:
        assert problem.code
        assert all(message.strip() and message[-1] in ".!" for message in problem.message)
        assert problem.row is None or problem.row >= 1
        assert "{row}" not in problem.message.fi


@bounded
@given(st.data())
@pytest.mark.parametrize("text", FILES)
def test_a_broken_file_is_read_or_refused(names: AreaNames, text: str, data: st.DataObject) -> None:
    check(data.draw(broken(text.encode())), "luvut.csv", names)


@bounded
@given(st.binary(max_size=200))
def test_any_bytes(names: AreaNames, data: bytes) -> None:
    check(data, "luvut.csv", names)
