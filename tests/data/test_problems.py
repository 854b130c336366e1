"""Every kind of problem is told apart and told in three languages."""

import importlib
import pkgutil
from itertools import chain
from types import ModuleType

import pandas as pd
import pytest

import keko.disclosure
import keko.ecosystem
import keko.intake
import keko.sources
from keko.data.problems import ProblemKind, Refused, errors
from keko.data.text import Plural, Text


def kinds() -> dict[str, ProblemKind]:
    """Every kind that a module declares, by where it is declared."""
    kinds: dict[str, ProblemKind] = {}
    packages = (keko.disclosure, keko.ecosystem, keko.intake, keko.sources)
    for info in chain.from_iterable(
        pkgutil.walk_packages(package.__path__, f"{package.__name__}.") for package in packages
    ):
        module: ModuleType = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, ProblemKind):
                kinds.setdefault(f"{value.code} {id(value)}", value)
                assert name.isupper()
    return kinds


def test_codes_are_unique_and_kebab_case() -> None:
    codes = [kind.code for kind in kinds().values()]
    assert len(codes) == len(set(codes)) > 30
    assert all(code == code.lower() and " " not in code and "_" not in code for code in codes)


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_messages_are_three_sentences(kind: ProblemKind) -> None:
    for message in kind.message if isinstance(kind.message, Plural) else (kind.message,):
        assert len(set(message)) == 3
        for sentence in message:
            assert sentence.strip() == sentence
            assert sentence.endswith((".", "!", "{takes}"))  # which is a sentence of its own


def test_a_problem_takes_the_form_of_its_number() -> None:
    one, other = (
        Text("{count} rivi.", "{count} rad.", "{count} row."),
        Text("{count} riviä.", "{count} rader.", "{count} rows."),
    )
    kind = ProblemKind("odd", "info", Plural(one, other))
    assert kind.at(count=1).message == Text("1 rivi.", "1 rad.", "1 row.")
    assert kind.at(count=0).message == Text("0 riviä.", "0 rader.", "0 rows.")
    assert kind.at(count=21).message == Text("21 riviä.", "21 rader.", "21 rows.")


def test_a_problem_knows_its_place_and_speaks_the_language_asked_for() -> None:
    kind = ProblemKind(
        "odd", "warning", Text("Outo {text}, rivi {row}.", "Konstig {text}, rad {row}.", "Odd {text}, row {row}.")
    )
    problem = kind.at(7, "Arvo", text=Text("yksi", "ett", "one"))
    assert problem.as_json("sv") == {
        "code": "odd",
        "severity": "warning",
        "row": 7,
        "column": "Arvo",
        "message": "Konstig ett, rad 7.",
    }


def test_text_with_braces_is_not_a_template() -> None:
    kind = ProblemKind("odd", "error", Text("”{text}”", "”{text}”", "“{text}”"))
    assert kind.at(text="{oops} {0}").message.fi == "”{oops} {0}”"


def test_many_are_listed_to_twenty_and_then_counted() -> None:
    kind = ProblemKind("odd", "error", Text("Rivi {row}.", "Rad {row}.", "Row {row}."))
    problems = kind.each(pd.DataFrame({"row": range(1, 31)}))
    assert [problem.row for problem in problems] == [*range(1, 21), None]
    assert "10" in problems[-1].message.fi
    assert problems[-1].severity == "error"
    assert kind.each(pd.DataFrame({"row": []})) == []
    assert len(kind.each(pd.DataFrame({"row": range(20)}))) == 20


def test_refused_carries_problems() -> None:
    problem = ProblemKind("odd", "error", Text("Yksi.", "Ett.", "One.")).at()
    assert errors(Refused([problem]).problems) == [problem]
    assert str(Refused([problem])) == "One."
