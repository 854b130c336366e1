"""An area is found in every list by any name that it has or had, as the framework's own filter finds."""

import pytest

from keko.config import LANGUAGES, Language
from keko.data.area_names import AreaNames
from keko.data.everyday_names import EverydayName, everyday_names
from keko.data.former import formers
from keko.words.area_labels import chooser_label
from keko.words.other_names import code_of, other_names, without_accents
from tests.data.figures import every_area
from tests.list_filter import filtered, left

AREAS = every_area()
LIVING = [area for area in AREAS.by_code.values() if area.valid_to is None]
HIGH = 10  # entries that are in sight without scrolling: what has the names of its neighbours may have them before it


def offered(language: Language) -> dict[str, str]:
    """What a list of areas offers, by option."""
    return {area.code: chooser_label(area, language) for area in LIVING} | other_names(AREAS, language)


def high(typed: str, options: dict[str, str]) -> set[str]:
    """The areas of the first entries that are left."""
    means = {text: code_of(option) for option, text in options.items()}
    return {means[text] for text in filtered(typed, options.values())[:HIGH]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_is_found_by_each_of_its_names(language: Language) -> None:
    options = offered(language)
    names = {(name, area.code) for area in LIVING for name in (*area.name, *area.short)}
    names |= {(alias, code) for _, alias, code in AREAS.aliases if code in AREAS}
    names |= {(name, former.heir(AREAS)) for former in formers().values() for name in former.name}
    names |= {(name, gone.new) for gone in AREAS.successions.values() for name in AREAS[gone.old].name}
    names |= {(without_accents(name), code) for name, code in names}
    assert len(names) > 1000
    texts: dict[str, list[str]] = {}
    for option, text in options.items():
        texts.setdefault(code_of(option), []).append(text)
    assert [name for name, code in sorted(names) if not left(name, texts[code])] == []
    some = sorted(names)[LANGUAGES.index(language) :: 10]  # the order of all takes a minute
    assert [(name, code) for name, code in some if code not in high(name, options)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("keusote", "HVA02"),
        ("Keusoten alue", "HVA02"),
        ("paijat-sote", "HVA09"),
        ("pohteen", "HVA19"),
        ("siun sote", "HVA14"),
        ("eloisa", "HVA12"),
        ("varha", "HVA05"),
        ("oma hame", "HVA07"),
        ("jarvenp", "KU186"),
        ("esbo", "KU049"),
        ("pyhaselka", "KU167"),
        ("pertunmaa", "KU507"),
    ],
)
def test_everyday_and_former_names_and_beginnings_come_first(typed: str, code: str, language: Language) -> None:
    options = offered(language)
    means = {text: code_of(option) for option, text in options.items()}
    assert means[filtered(typed, options.values())[0]] == code


def test_a_county_carries_its_everyday_name_in_its_label() -> None:
    assert chooser_label(AREAS["HVA02"], "fi") == "Keski-Uudenmaan hyvinvointialue (Keusote)"
    assert chooser_label(AREAS["HVA01"], "fi") == "Itä-Uudenmaan hyvinvointialue"


@pytest.mark.parametrize("everyday", everyday_names().values(), ids=lambda everyday: everyday.name)
def test_an_everyday_name_means_its_county_alone_and_agrees_with_its_code(everyday: EverydayName) -> None:
    names = AreaNames(AREAS)
    for form in everyday.forms:
        assert names.match(form).code == everyday.code
        assert names.match(f"{everyday.code} {form}").code == everyday.code
        assert names.match(f"HVA20 {form}").outcome == "contradicted"


def test_no_two_entries_read_the_same() -> None:
    for language in LANGUAGES:
        options = offered(language)
        assert len(set(options.values())) == len(options)
