"""Tables that KEKO gives but that hold no series: a comparison, a list of problems. They are named, not half read."""

from keko.config import LANGUAGES
from keko.data.area_names import folded
from keko.data.own_files import PROBLEM_COLUMNS
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.read.decoding import beginning
from keko.intake.read.table import Table
from keko.words import benchmark, terms

NOT_FIGURES = ProblemKind(
    "not-figures",
    "error",
    Text(
        "Tiedosto on KEKOn oma {what}, ei lukuja: vie luvut mittarin omalta sivulta tai komennolla export.",
        "Filen är KEKOs egen {what}, inte tal: exportera talen från indikatorns egen sida eller med kommandot export.",
        "The file is {what} that KEKO made, not figures: take the figures from the indicator's own page or with the command "
        "export.",
    ),
)
_COMPARISON = Text("vertailu", "jämförelse", "a comparison")
_PROBLEMS = Text("luettelo havainnoista", "lista över iakttagelser", "a list of findings")
_LIST_OF_PROBLEMS = ";".join(PROBLEM_COLUMNS).encode()
_OF_COMPARISON = [
    {folded(name.within(language)) for name in (terms.BENCHMARK_AREA, benchmark.BENCHMARK_VALUE, terms.VERDICT)}
    for language in LANGUAGES
]
_OF_ANSWER = {"area", "benchmark", "comparisons"}  # what `compare --json` gives


def refuse_list(data: bytes) -> None:
    """Raise where a file is a list of what was found in another file, whose columns head no table.

    Raises:
        Refused: it is.
    """
    if beginning(data).startswith(_LIST_OF_PROBLEMS):
        raise Refused([NOT_FIGURES.at(what=_PROBLEMS)])


def refuse_answer(parsed: object) -> None:
    """Raise where parsed JSON is an answer of `compare`.

    Raises:
        Refused: it is.
    """
    if isinstance(parsed, dict) and parsed.keys() >= _OF_ANSWER:
        raise Refused([NOT_FIGURES.at(what=_COMPARISON)])


def refuse(table: Table) -> None:
    """Raise where a table is KEKO's own and holds no series.

    Raises:
        Refused: saying what it is.
    """
    header = set(map(folded, table.header))
    if any(words <= header for words in _OF_COMPARISON):
        raise Refused([NOT_FIGURES.at(what=_COMPARISON)])
