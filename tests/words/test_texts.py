"""Every text of keko, wherever it stands: three languages that fill in the same, in the form of their number."""

import dataclasses
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

import keko
from keko.config import LANGUAGES, ROOT
from keko.data.text import Plural, Text
from keko.exchange.translations.take_back import placeholders
from tests.texts import every_place

# What a number of things is called in a sentence; a sentence that says a noun after it is a Plural.
COUNTS = (
    "count",
    "persons",
    "rows",
    "cells",
    "made",
    "n",
    "areas",
    "segments",
    "factors",
    "indicators",
    "new",
    "hidden",
)
# These always tell of several: what they name is refused because it is more than one, or more than a limit.
ALWAYS_SEVERAL = (
    "TOO_MANY_CELLS",
    "TABLE_TOO_WIDE",
    "TOO_MANY_AREAS",
    "TOO_MANY_MEASURES",
    "TOO_MANY_CLASSES",
    "JSON_STAT_COLLECTION",
    "TOO_MANY_COLUMNS",
    "ONE_INDICATOR_FOR_MANY",
    "SEVERAL_MODELS",
    "TOO_DETAILED",
)
PROGRAMS = ("main__", "keko.main", "migrations.env")  # importing these runs them
# Codes that a person never types, so that no sentence may hold them.
CODE_WORDS = re.compile(r"\b(koot|area_level|[a-z]+_[a-z_]+)\b(?![^(]*\))")


@cache
def texts() -> dict[str, Text]:
    """Every text that lives in a module of keko, the forms of plurals too, by where it stands."""
    names = [place.name for place in pkgutil.walk_packages(keko.__path__, "keko.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith(PROGRAMS)]
    return {
        where: text
        for module in modules
        for name, value in vars(module).items()
        if not name.startswith("__")
        for where, text in within(value, f"{module.__name__}:{name}", set())
    }


def within(value: object, where: str, seen: set[int]) -> Iterator[tuple[str, Text]]:
    """The texts in a value of a module: itself, in a plural, in a collection, in a dataclass such as a kind of problem."""
    if id(value) in seen or isinstance(value, type):
        return
    seen.add(id(value))
    if isinstance(value, Text):
        yield where, value
    elif isinstance(value, Plural):
        yield from ((f"{where}.{form}", getattr(value, form)) for form in Plural._fields)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from within(part, f"{where}[{key}]", seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for number, part in enumerate(value):
            yield from within(part, f"{where}[{number}]", seen)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from within(getattr(value, field.name, None), f"{where}.{field.name}", seen)


ALL = {**{place.name: place.text for place in every_place()}, **texts()}


def test_there_are_texts_to_look_at() -> None:
    assert len(texts()) > 700
    assert len(ALL) > 1200


def test_translators_get_every_text() -> None:
    """What a module holds stands in the sources as three literals, unless it is a name that reads alike everywhere."""
    given = {place.text for place in every_place()}
    assert [where for where, text in texts().items() if text not in given and len(set(text)) > 1] == []


def test_three_languages_fill_in_the_same() -> None:
    names = {where: [placeholders(part) for part in text] for where, text in ALL.items()}
    wrong = [where for where, (fi, sv, en) in names.items() if fi is None or not fi == sv == en]
    assert not wrong, wrong


def test_no_language_is_left_empty_or_padded() -> None:
    empty = [where for where, text in ALL.items() if not all(part.strip() for part in text)]
    assert not empty, empty
    padded = [where for where, text in ALL.items() if any(part != part.strip() for part in text)]
    assert set(padded) <= {"keko.intake.values.areas:_OR"}


def test_the_forms_of_a_plural_fill_in_the_same_but_for_the_number() -> None:
    for where, text in ALL.items():
        if where.endswith(".one"):
            one, other = placeholders(text.fi), placeholders(ALL[f"{where[:-4]}.other"].fi)
            assert one is not None
            assert other is not None
            assert (one ^ other) <= {"count"}, where


def test_a_sentence_that_counts_has_a_form_for_one() -> None:
    counted = re.compile(rf"\{{(?:{'|'.join(COUNTS)})\}} [^\W\d]")
    plain = [where for where in texts() if not where.endswith((".one", ".other"))]
    unformed = [
        where
        for where in plain
        if where.split(":")[1].split(".")[0] not in ALWAYS_SEVERAL
        and all(counted.search(part) for part in texts()[where])
    ]
    assert unformed == []


@pytest.mark.parametrize("where", [where for where in ALL if where.endswith(".one")])
def test_the_form_for_one_is_not_that_of_many(where: str) -> None:
    one, other = ALL[where], ALL[f"{where[:-4]}.other"]
    assert one.en != other.en
    nouns = {
        language: re.search(r"\{(?:count|persons|any)\} ([^\W\d]+)", getattr(one, language)) for language in LANGUAGES
    }
    if found := nouns["fi"]:  # after 1 a noun is no partitive: 1 rivi, 2 riviä
        assert found[1] in {"asia", "osa", "toimija", "menetelmä", "muu", "näkymä"} or not re.search(
            r"(?<!ss)(?<!st)(?<!ll)(?<!lt)[aä]$", found[1]
        )
    if found := nouns["sv"]:
        assert (
            found[1].endswith("indikator") or found[1] in {"par", "hinder"} or not found[1].endswith(("er", "ar", "or"))
        )
    if found := nouns["en"]:
        assert found[1] in {"of", "was", "is"} or not found[1].endswith("s")


def test_no_sentence_holds_a_code() -> None:
    sentences = [(where, part) for where, text in texts().items() for part in text]
    wrong = [both for both in sentences if CODE_WORDS.search(re.sub(r"\{[^}]*\}", "", both[1]))]
    assert not wrong, wrong


def test_no_name_is_lower_cased_by_its_first_letter() -> None:
    """Kela stays Kela."""
    changed = [path.name for path in (ROOT / "keko/words").rglob("*.py") if "[0].lower()" in path.read_text("utf-8")]
    assert changed == []


# Names of different things that happen to read alike: a page, a picture, a level of areas, a theme.
READ_ALIKE = {
    "Kehitys", "keskimmäinen viidennes", "Kartta", "Kunnat", "Vuodet", "Väestö", "Työssä", "Palvelut",
}  # fmt: skip


def test_a_term_stands_once() -> None:
    places = [
        place for place in every_place() if place.path.suffix == ".py" and not place.name.endswith((".one", ".other"))
    ]
    counts = Counter(place.text for place in places)
    assert {text.fi for text, count in counts.items() if count > 1} <= READ_ALIKE
