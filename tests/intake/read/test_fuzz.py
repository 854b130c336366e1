"""Broken files, small ones made here: whatever happens to a file, it is read or refused in words."""

import io
import zipfile
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keko.config import Language
from keko.data.area_names import AreaNames
from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.understand import understand
from tests.intake.workbooks import Cell, ods, xlsx
from tests.looking import inspected

FILES = [
    "Alue;Vuosi;Sukupuoli;Ikä;Arvo;Tila\nEspoo;2020;miehet;15-64;1,5;p\n091 Helsinki;2021*;naiset;65+;..;\n",
    '"Area","Information","2010","2011"\n"WHOLE COUNTRY","Population 31 Dec","5,375","5,401"\n"Akaa","x","17","<5"\n',
    "Otsikko;;\nKunta\t2020M01;2020M02\n;Espoo;1.234,5\n\nLähde: Tilastokeskus\n",
    "Kunta|Miehet 2020|Naiset 2020\n5|1–4|-\n49|1 234|12 %\n",
    "Tieto;1995 HVA02;2006/07 Salo\nTyöttömät;1;2\n",
]

# A good file of every other format, small.
OTHERS = {
    "a.px": 'CHARSET="ANSI";CODEPAGE="utf-8";TITLE="Väestö";STUB="Alue";HEADING="Vuosi";VALUES("Alue")="Espoo","Hanko";'
    'VALUES("Vuosi")="2020","2021";CODES("Alue")="049","078";UNITS="hlö";DATA=1 2 3 "..";',
    "b.json": '{"class":"dataset","id":["Alue","Vuosi"],"size":[2,2],"role":{"geo":["Alue"],"time":["Vuosi"]},"dimension":'
    '{"Alue":{"category":{"index":{"049":0,"078":1},"label":{"049":"Espoo","078":"Hanko"}}},"Vuosi":{"category":'
    '{"index":["2020","2021"]}}},"value":[1,2,null,4],"status":{"2":".."}}',
    "c.json": '{"columns":[{"code":"Alue","text":"Alue","type":"d"},{"code":"Vuosi","text":"Vuosi","type":"t"},{"code":"v",'
    '"text":"Väestö","type":"c"}],"data":[{"key":["049","2020"],"values":["1"]},{"key":["078","2020"],"values":[".."]}]}',
    "d.json": '[{"indicator":127,"region":358,"year":2020,"gender":"total","value":1.5,"absValue":3}]',
    "e.json": '[{"Kunta":"Espoo","Vuosi":2020,"Arvo":{"lkm":1}},{"Kunta":"Hanko","Vuosi":2020,"Arvo":{"lkm":null}}]',
}
ROWS: list[list[Cell]] = [["Kunta", "Vuosi", "Asiakkaat"], ["Espoo", 2020, 1], ["Hanko", 2020, "#DIV/0!"]]

bounded = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
# Each of these starts a process of its own.
few = settings(bounded, max_examples=5, deadline=None)


def parquet() -> bytes:
    target = io.BytesIO()
    pd.DataFrame({"Kunta": ["Espoo", "Hanko"], "Vuosi": [2020, 2020], "Arvo": [1.5, None]}).to_parquet(target)
    return target.getvalue()


PACKED = {"a.xlsx": xlsx({"T": ROWS}), "b.ods": ods({"T": ROWS}), "c.parquet": parquet()}


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
@given(st.data())
@pytest.mark.parametrize("name", OTHERS)
def test_a_broken_file_of_another_format_is_read_or_refused(names: AreaNames, name: str, data: st.DataObject) -> None:
    check(data.draw(broken(OTHERS[name].encode())), name, names)


@few
@given(st.data())
@pytest.mark.parametrize("name", PACKED)
def test_a_broken_archive_is_read_or_refused(names: AreaNames, name: str, data: st.DataObject) -> None:
    check(data.draw(broken(PACKED[name])), name, names)


@few
@given(st.data())
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_with_a_broken_part_is_read_or_refused(names: AreaNames, part: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(PACKED["a.xlsx"])) as archive:
        text = data.draw(broken(archive.read(part))).decode("latin-1")
    check(xlsx({"T": ROWS}, parts={part: text}), "a.xlsx", names)


@bounded
@given(st.binary(max_size=200))
def test_any_bytes(names: AreaNames, data: bytes) -> None:
    check(data, "luvut.csv", names)
