"""The catalogue that the project ships: complete, in three languages, unambiguous."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from keko.config import ASSETS
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.indicators.waits import classes_of, divides

# The project's list of indicators to follow in the long run.
SEEDS = (
    "1 2 3 4 5 6 7a 7b 7c 8 9a 9b 10 11 12 13 14 15 16a 16b 16c 17 18 19a 19b 20 21 22 23 24".split()  # noqa: SIM905
)
UNITS = {
    "%",
    "henkilöä",
    "kk/v",
    "vuotta",
    "viikkoa",
    "päivää",
    "€",
    "€/henkilö",
    "€/asiakas",
    "pistettä",
    "kpl",
    "/1 000",
    "/100",
}

# What the columns of published tables are called, and the indicator that each of them is.
PUBLISHED = {
    "Population": "population",
    "Population 31 Dec": "population",
    "Väestö 31.12.": "population",
    "Folkmängd": "population",
    "Share of persons aged 15 to 64 of the population": "working-age-share-15-64",
    "Share of foreign citizens of the population": "foreign-citizens-share",
    "Share of persons aged 15 or over with at least upper secondary qualifications": "upper-secondary-share",
    "Share of persons aged 15 or over with tertiary level qualifications": "tertiary-share",
    "Employed labour force resident in the area": "employed-residents",
    "Employment rate": "employment-rate-18-64",
    "Proportion of the unemployed among the labour force": "unemployment-rate-18-74",
    "Proportion of pensioners of the population": "pensioners-share",
    "Economic dependency ratio": "economic-dependency-ratio",
    "Number of workplaces in the area": "workplaces",
    "Pitkäaikaistyöttömät": "long-term-unemployed",
}

NAMES = {"fi": "Nimi", "sv": "Namn", "en": "Name"}
CATALOGUE = read_catalogue()
EVERY = pytest.mark.parametrize("item", CATALOGUE, ids=lambda item: item.id)


def entry(**changes: Any) -> dict[str, Any]:
    """The first entry of the shipped catalogue, changed."""
    first = yaml.safe_load((ASSETS / "catalogue" / "1-participation.yaml").read_text(encoding="utf-8"))[0]
    return {**first, **changes}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_measure_of_the_project_has_an_indicator(seed: str) -> None:
    assert [item.id for item in CATALOGUE if item.seed_number == seed]


def test_no_seed_number_is_unknown() -> None:
    assert {item.seed_number for item in CATALOGUE} - {None} == set(SEEDS)


def test_ids_are_unique() -> None:
    assert len({item.id for item in CATALOGUE}) == len(CATALOGUE)


def test_no_name_means_two_indicators() -> None:
    names = Counter(name for item in CATALOGUE for name in {text.casefold() for text in item.all_names})
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(("name", "indicator"), PUBLISHED.items())
def test_the_names_of_published_tables_are_known(name: str, indicator: str) -> None:
    assert [item.id for item in CATALOGUE if name in item.all_names] == [indicator]


@pytest.mark.parametrize("name", ["Työllisyysaste", "Sysselsättningsgrad", "Työttömyysaste", "Unemployment rate"])
def test_a_name_that_does_not_say_its_ages_means_nothing(name: str) -> None:
    assert not any(name.casefold() in {text.casefold() for text in item.all_names} for item in CATALOGUE)


@EVERY
def test_everything_is_said_in_three_languages(item: Indicator) -> None:
    place = item.working_age
    on_the_page = [place.label, place.column.heading if place.column else None] if place else []
    optional = [text for text in (item.deliverer, item.limitations, *on_the_page) if text]
    for text in (item.names, item.definition, item.population.who, item.source, item.responsible, *optional):
        assert all(part.strip() for part in text)
    for text in (item.names, item.definition, item.source, *([item.limitations] if item.limitations else [])):
        assert len(set(text)) == 3, text


@EVERY
def test_a_definition_is_whole_sentences(item: Indicator) -> None:
    for text in (*item.definition, *(item.limitations or ())):
        assert text.endswith(".")
        assert text[0].isupper() or text[0].isdigit()


@EVERY
def test_kind_unit_and_multiplier_agree(item: Indicator) -> None:
    assert item.unit in UNITS
    if item.kind == "proportion":
        assert (item.unit, item.multiplier) == ("%", 100)
    if item.kind == "rate":
        assert (item.unit, item.multiplier) == ("/1 000", 1000)
    if item.kind == "count":
        assert item.decimals == 0


@EVERY
def test_ages_are_written_with_an_en_dash(item: Indicator) -> None:
    assert item.population.ages is None or "-" not in item.population.ages


@EVERY
def test_what_is_not_open_is_protected(item: Indicator) -> None:
    about_people = item.population.ages is not None
    if item.availability == "to be delivered" and about_people:
        assert item.disclosure.rule == "small cells"
        assert item.disclosure.threshold == 5
        assert item.licence == "Sopimuksen mukaan"
    if item.availability == "open":
        assert item.disclosure.rule == "none"


@EVERY
def test_a_licence_is_claimed_only_where_the_producer_is_known_to_give_it(item: Indicator) -> None:
    # Statistics Finland and THL give their own figures by CC BY 4.0; what they show of others is not proven to be.
    if item.availability == "open":
        own = re.match(r"Tilastokeskus|KEKO|THL, |THL Sotkanet, Tilastokeskuksen", item.source.fi)
        assert item.licence == ("CC BY 4.0" if own else "")


def test_leadership_sees_nine_first() -> None:
    assert sorted(item.headline for item in CATALOGUE if item.headline) == list(range(1, 10))


def test_difficult_to_employ_is_several_definitions_side_by_side() -> None:
    family = {item.id for item in CATALOGUE if item.family == "difficult-to-employ"}
    assert family >= {
        "long-term-unemployed",
        "structural-unemployment-share",
        "multisectoral-clients",
        "job-seekers-partial-work-ability",
        "difficult-to-employ-local",
    }


def test_different_ages_are_different_indicators() -> None:
    rates = {item.id: item.population.ages for item in CATALOGUE if item.id.startswith("employment-rate")}
    assert rates == {
        "employment-rate-15-64": "15–64",
        "employment-rate-18-64": "18–64",
        "employment-rate-20-64": "20–64",
    }


def test_categories_are_named_in_three_languages_and_mean_one_thing() -> None:
    for item in CATALOGUE:
        for language in range(3):
            names = [one.names[language] for one in item.categories]
            assert all(name.strip() for name in names)
            assert len(set(names)) == len(names)
        assert len(item.category_names) == len(item.categories)
        assert item.categories or not item.composition


def test_a_wait_is_told_from_an_indicator_that_counts_persons_by_its_classes() -> None:
    items = {item.id: item for item in CATALOGUE}
    waits = {item.id: item.wait for item in CATALOGUE if item.wait}
    assert set(waits) == {id_ for id_ in items if id_.startswith("delay-") and not id_.endswith("-persons")}
    for id_, wait in waits.items():
        counted = items[wait.classes]
        classes = classes_of([category.id for category in counted.categories])
        assert counted.kind == "count"
        assert counted.composition
        assert [own.id for own in classes] == [category.id for category in counted.categories]
        assert divides(classes)
        assert wait.agreed_days in [own.last for own in classes]
        assert counted.disclosure == items[id_].disclosure
        assert counted.population == items[id_].population


@pytest.mark.parametrize(("kind", "classes"), [("mean", "clients"), ("median", "rate"), ("median", "unknown")])
def test_a_wait_without_classes_or_of_another_kind_is_refused(tmp_path: Path, kind: str, classes: str) -> None:
    plain = {"unit": "", "working_age": None, "multiplier": 1}
    others = [entry(id=id_, kind=own, **plain) for id_, own in (("clients", "count"), ("rate", "rate"))]
    delay = entry(id="delay", kind=kind, wait={"classes": classes}, **plain)
    (tmp_path / "a.yaml").write_text(yaml.safe_dump([*others, delay], allow_unicode=True), encoding="utf-8")
    with pytest.raises(ValueError, match="wait"):
        read_catalogue(tmp_path)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Indicator.model_validate(entry(colour="blue"))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"multiplier": 1}, "per cent"),
        ({"availability": "to be delivered"}, "who will deliver"),
        ({"id": "Not An Id"}, "pattern"),
        ({"working_age": {"topic": "wealth", "order": 1}}, "working_age.topic"),
        ({"working_age": {"topic": "health"}}, "topic and order"),
        ({"working_age": {"topic": "health", "order": 1, "colour": "blue"}}, "working_age.colour"),
        ({"working_age": {"topic": "health", "order": 1, "categories": ["old"]}}, "working_age.categories: .*'old'"),
        ({"working_age": {"topic": "health", "order": 1}, "composition": True}, "working_age.categories: .*'total'"),
        ({"working_age": {"column": {"order": 1, "category": "old", "heading": NAMES}}}, "working_age.column.category"),
        ({"working_age": {"role": "in work by group"}}, "groups are not named"),
        ({"working_age": {"label": NAMES}}, "would not be shown"),
    ],
)
def test_a_contradiction_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Indicator.model_validate(entry(**changes))


def test_the_message_names_the_file_and_the_entry(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text(yaml.safe_dump([entry(unti="%")], allow_unicode=True), encoding="utf-8")
    with pytest.raises(ValueError, match=r"1\.yaml, employment-rate-20-64: (?s:.*)unti"):
        read_catalogue(tmp_path)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text(yaml.safe_dump([entry(), entry()], allow_unicode=True), encoding="utf-8")
    with pytest.raises(ValueError, match="stands twice"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize(
    ("working_age", "place"),
    [
        ({"role": "in work"}, "role in work"),
        ({"topic": "health", "order": 3}, "topic health order 3"),
        ({"column": {"order": 2, "heading": NAMES}}, "column order 2"),
    ],
)
def test_a_place_on_the_page_belongs_to_one_indicator(working_age: dict[str, Any], place: str, tmp_path: Path) -> None:
    entries = [entry(id=id_, working_age=working_age) for id_ in ("first", "second")]
    (tmp_path / "1.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"1\.yaml, second: working_age: {place} is first's"):
        read_catalogue(tmp_path)
