"""Every problem that the mapping can settle asks a question, and answering the question settles it."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from string import Formatter
from typing import Any

import pandas as pd
import pytest

from keko.data.area_names import AreaNames
from keko.data.observations import shaped
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Plural, Text
from keko.indicators.catalogue import Indicator
from keko.intake.answers import answered, listed, taken_back
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.questions import ASKED, BETWEEN, Known, Question, questions_of
from keko.intake.read.formats import spreadsheet
from keko.intake.recognise.header_repair import open_table
from keko.intake.understand import Steps, understand_table
from keko.words.causes import CAUSES
from tests.data.test_problems import kinds
from tests.intake.indicators import indicator
from tests.intake.workbooks import xlsx

COUNT = indicator("asiakkaat", "Asiakkaat", unit="henkilöä", kind="other")
PEOPLE = indicator("population", "Väkiluku", unit="henkilöä", kind="count", counts_residents=True)
SHARE = indicator("share", "Osuus", kind="proportion", multiplier=100)
RATE_18 = indicator("rate-18", "Työllisyysaste", unit="%", ages="18–64")
RATE_15 = indicator("rate-15", "Työllisyysaste", unit="%", ages="15–64")
MONEY = indicator("money", "Menot", unit="€")
# What is said of the mapping itself, which the questions of the page never write wrong; and of the indicator's description.
OF_YAML = {"unknown-mapping-entry", "bad-mapping-entry", "mapping-not-yaml", "segment-entry-missing"}
OF_SEGMENTS = {"segment-figures-unprotected", "persons-needed"}


@dataclass(frozen=True)
class Example:
    """A file with a problem, and the answer that settles it. `kind`: of the question, where the problem asks several."""

    text: str | bytes
    answer: str
    kind: str = ""
    mapping: str = ""
    catalogue: tuple[Indicator, ...] = ()
    before: bool = False
    others: bool = False


SHEETS = xlsx(
    {name: [["Kunta", "Vuosi", "Arvo"], ["Espoo", 2020, 1], ["Hanko", 2020, 2]] for name in ("Yksi", "Kaksi")}
)
K = "Kunta;Vuosi;Arvo\n"
LEAP = "KU049;2024;1020\nKU092;2024;1030\nKU078;2024;104000\n"
THOUSANDFOLD = "Alue;Vuosi;Asiakkaat\n" + "".join(f"KU{code};2024;1020000\n" for code in ("049", "092", "078"))
EXAMPLES: dict[str, Example] = {
    "choose-sheet": Example(SHEETS, "Kaksi"),
    "unknown-sheet": Example(SHEETS, "Kaksi", mapping="sheet: Kolme"),
    "no-header": Example("Espoo;1;2\nHanko;3;4\n", "0"),
    "header-row-outside": Example(K + "Espoo;2020;1\n", "1", mapping="header_row: 9"),
    "sotkanet-region-ids": Example("indicator;region;year;gender;primary value\n1;99999;2020;total;5\n", "KU049"),
    "no-area": Example("Vuosi;Arvo\n2020;1\n", "HVA02", "area"),
    "no-time": Example("Kunta;Arvo\nEspoo;1\n", "2020", "period"),
    "no-area-no-time": Example("Nimi;Arvo\nx;1\ny;2\n", "HVA02", "area"),
    "no-value-column": Example("Kunta;Vuosi;Laji\nEspoo;2020;a\nHanko;2020;b\n", "value", "role"),
    "figures-unnamed": Example("Kunta;Vuosi;0\nEspoo;2020;1\nHanko;2020;2\n", "Menot"),
    "figures-not-used": Example("Kunta;Vuosi;Menot;Otos;lower\nEspoo;2020;1;5;6\n", "ignored"),
    "column-not-used": Example("Kunta;Vuosi;Menot;Laji\n" + "".join(f"Espoo;{1900 + n};1;t{n}\n" for n in range(110)), "ignored"),
    "role-assumed": Example("Alue;x;Arvo\nEspoo;2020;1\n", "time"),
    "area-against-file": Example(K + "Espoo;2020;1\nVantaa;2020;2\n", "yes", mapping="constants: {area: KU049}"),
    "level-against-file": Example(
        "Maakunta;Vuosi;Arvo\nKeski-Suomi;2020;1\nPirkanmaa;2020;2\n", "yes", mapping="area_level: HVA"
    ),
    "nothing-left": Example(K + "Espoo;2020;1\n", "yes", mapping="pass_over: {areas: [Espoo]}"),
    "unknown-area": Example(K + "Espoo;2020;1\nKeusotten kunnat;2020;2\n", "KU858"),
    "ambiguous-area": Example("Alue;Vuosi;Arvo\nHelsinki;2020;1\nKainuu;2020;2\nLappi;2020;2\n", "HVA", "level"),
    "unknown-area-code": Example(K + "049;2020;1\n999;2020;2\n", "pass"),
    "code-name-mismatch": Example(K + "Helsinki (091);2020;5\nVantaa, 049;2020;6\n", "pass"),
    "code-without-its-name": Example("Koodi;Alue;Vuosi;Arvo\n049;Espoo;2020;1\n005;Granby län;2020;2\n", "pass all"),
    "area-of-other-level": Example(K + "Espoo;2020;1\nPirkanmaa;2020;2\n", "pass"),
    "area-abolished-before": Example(K + "Espoo;2016;1\nJuankoski;2016;2\n", "pass all"),
    "too-many-measures": Example("", ""),
    "mixed-decimals": Example(K + "Espoo;2020;7,5\nHanko;2020;7.500\n", ","),
    "unclear-decimals": Example(K + "Espoo;2020;7.500\nHanko;2020;692\n", "."),
    "not-a-number": Example(K + "Espoo;2020;1\nHanko;2020;ei tietoa\n", "missing", "marker"),
    "nil-or-missing": Example(K + "Espoo;2020;1\nHanko;2020;-\n", "zero"),
    "other-unit": Example("Kunta;Vuosi;Menot, päivää\nAkaa;2023;315\n", "as given", "scale", catalogue=(MONEY,)),
    "scale-asked": Example(THOUSANDFOLD, "0.001", catalogue=(COUNT,), before=True),
    "unlike-others": Example(
        "Alue;Vuosi;Asiakkaat\nKU049;2023;1\nKU092;2023;1\nKU078;2023;1\n", "as given", catalogue=(COUNT,), others=True
    ),
    "unlike-residents": Example("Kunta;Vuosi;Väkiluku\nJyväskylä;2023;148,6\n", "1000", catalogue=(PEOPLE,)),
    "leap-asked": Example("Alue;Vuosi;Asiakkaat\n" + LEAP, "as given", catalogue=(COUNT,), before=True),
    "shares-under-one": Example(
        "Kunta;Vuosi;Osuus\nAkaa;2023;0,3\nAlavus;2023;0,25\n", "100", catalogue=(SHARE,)
    ),
    "empty-cell": Example("Kunta;Vuosi;Arvo\nEspoo;2020;1\nHanko;;2\n", "yes"),
    "unknown-period": Example("Kunta;Vuosi;Arvo\nEspoo;2020;1\nHanko;joskus;2\n", "yes"),
    "duplicate-key": Example(K + "Espoo;2020;1\nEspoo;2020;2\n", "yes"),
    "ambiguous-indicator": Example(
        "Alue;Vuosi;Työllisyysaste\nEspoo;2020;70,5\n", "rate-18", catalogue=(RATE_18, RATE_15)
    ),
    "other-population": Example(
        "Alue;Vuosi;Ikä;Arvo\nEspoo;2020;15–64;5\n", "rate-15", mapping="indicator: {id: rate-18}", catalogue=(RATE_18, RATE_15)
    ),
}  # fmt: skip
# Settled elsewhere: by a smaller file, by the answer about a new indicator (tests/pages), by a column that is not there.
NO_EXAMPLE = {
    "too-many-measures",
    "too-many-areas",
    "shares-without-numbers",
    "unknown-column",
    "unknown-sex",
    "unknown-status",
}


def history() -> Dictionary[str, pd.DataFrame]:
    """Three municipalities in 2012 to 2023, about a thousand customers each."""
    rows = [
        {"area": area, "period": str(year), "sex": "total", "age": "total", "breakdown": "total", "status": "final",
         "origin": "delivered", "value": 1000 + 10 * place + (year - 2020) * (3 if year % 2 else 5)}
        for year in range(2012, 2024)
        for place, area in enumerate(("KU049", "KU092", "KU078"))
    ]  # fmt: skip
    return {"asiakkaat": shaped(pd.DataFrame(rows))}


def looked(example: Example, mapping: Mapping, names: AreaNames) -> tuple[list[Problem], Known]:
    """The problems of an example, and what questions about them are made with."""
    is_book = isinstance(example.text, bytes)
    data = example.text if isinstance(example.text, bytes) else example.text.encode()
    steps = Steps()
    known = Known(steps, spreadsheet.sheet_names(data) if is_book else ())
    past: Any = history() if example.before or example.others else None
    try:
        opened = open_table(data, "a.xlsx" if is_book else "a.csv", names, mapping, 10**6)
        before, others = (past, None) if example.before else (None, past)
        result = understand_table(opened, names, example.catalogue, mapping, None, before, steps, others)
    except Refused as refused:
        return refused.problems, known
    return result.problems, known


def asked(example: Example, code: str, mapping: Mapping, names: AreaNames) -> Question:
    problems, known = looked(example, mapping, names)
    assert code in {problem.code for problem in problems}
    own = questions_of([problem for problem in problems if problem.code == code], known)
    return next(question for question in own if example.kind in {"", question.kind})


def mentions_the_mapping(kind: ProblemKind) -> bool:
    forms = kind.message if isinstance(kind.message, Plural) else (kind.message,)
    return any("kuvauksessa" in form.fi or "kuvauksesta" in form.fi.replace("Mallin kuvauksesta", "") for form in forms)


def test_every_problem_that_speaks_of_the_mapping_has_a_question() -> None:
    codes = {kind.code for kind in kinds().values() if mentions_the_mapping(kind)}
    of_segments = {code for code in codes if code.startswith("segment")} | OF_SEGMENTS
    assert codes - ASKED.keys() - OF_YAML - of_segments == set()
    assert ASKED.keys() <= {kind.code for kind in kinds().values()}
    assert ASKED.keys() - EXAMPLES.keys() <= NO_EXAMPLE


def test_the_page_tells_the_cause_alone_with_the_facts_that_the_message_has() -> None:
    known = {kind.code: kind for kind in kinds().values()}
    speaking = {code for code, kind in known.items() if mentions_the_mapping(kind)} & ASKED.keys()
    assert speaking <= CAUSES.keys() <= known.keys()
    for code, cause in CAUSES.items():
        assert fields(cause) <= fields(known[code].message) | {"row", "column", "count"}
        for text in cause if isinstance(cause, Plural) else (cause,):
            assert not any(word in text.fi.lower() for word in ("kuvau", "yaml", "columns:", "scale"))


def fields(message: Text | Plural) -> set[str]:
    texts = [text for form in message for text in (form if isinstance(form, Text) else (form,))]
    return {name for text in texts for _, name, _, _ in Formatter().parse(str(text)) if name}


@pytest.mark.parametrize("code", [code for code in EXAMPLES if code not in NO_EXAMPLE])
def test_an_answer_settles_what_was_asked_and_can_be_taken_back(code: str, names: AreaNames) -> None:
    example = EXAMPLES[code]
    mapping = read_mapping(example.mapping)
    question = asked(example, code, mapping, names)
    assert not question.choices or example.answer in question.choices
    after = answered(mapping, question, example.answer)
    if code == "other-population":  # the mapping was wrong: the answer takes its place
        assert after.indicator.id == example.answer
    problems, _ = looked(example, after, names)
    assert code not in {problem.code for problem in problems}
    if question.kind != "take back":
        assert after != mapping
        for path in set(listed(after)) - set(listed(mapping)):
            after = taken_back(after, path)
        assert listed(after).keys() <= listed(mapping).keys()


def test_what_was_answered_is_listed_and_taken_back_one_by_one() -> None:
    mapping = read_mapping(
        "{missing: ['-1', x], constants: {area: HVA02}, pass_over: {rows: [3, 4]}, columns: {'A.b': value}}"
    )
    paths = listed(mapping)
    assert len(paths) == 6
    left = taken_back(taken_back(mapping, BETWEEN.join(("missing", "-1"))), BETWEEN.join(("columns", "A.b")))
    assert (left.missing, left.columns, left.pass_over.rows) == (("x",), {}, (3, 4))
    assert taken_back(left, "pass_over").pass_over.rows == ()


def test_a_name_of_several_areas_is_one_of_them_when_somebody_says_which(names: AreaNames) -> None:
    example = EXAMPLES["ambiguous-area"]
    problems, known = looked(example, Mapping(), names)
    questions = {
        question.subject: question for question in questions_of(problems, known) if question.kind == "which area"
    }
    mapping = Mapping()
    for question in questions.values():
        code = next(code for code in question.choices if code.startswith(("HVA", "KU")))
        mapping = answered(mapping, question, code)
    assert [problem for problem in looked(example, mapping, names)[0] if problem.code == "ambiguous-area"] == []
    against = answered(Mapping(), Question("which area", "Espoo"), "KU092")
    _, known = looked(Example(K + "Espoo;2020;1\n", ""), against, names)
    assert known.steps.arranged is not None
    assert known.steps.arranged.observations["area"].tolist() == ["KU049"]
