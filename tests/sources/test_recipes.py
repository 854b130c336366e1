"""What KEKO fetches for its catalogue."""

import pytest
from pydantic import ValidationError

from keko.indicators.catalogue import read_catalogue
from keko.indicators.comparing.residents import Residents, ages_of
from keko.sources.recipes import Recipes, read_recipes

CATALOGUE = {item.id: item for item in read_catalogue()}
RECIPES = read_recipes()


@pytest.mark.parametrize("id_", [recipe.indicator for recipe in RECIPES.every])
def test_every_recipe_makes_an_open_indicator_of_the_catalogue(id_: str) -> None:
    assert CATALOGUE[id_].availability == "open"


def test_an_indicator_comes_from_one_source() -> None:
    one = {"indicator": "population", "titles": ["Väestö 31.12."]}
    with pytest.raises(ValidationError, match="more than one source for population"):
        Recipes.model_validate({"sotkanet": [{**one, "id": 127}], "statfin": [{**one, "table": "vaerak/11ra.px"}]})


@pytest.mark.parametrize("wrong", [{"titel": "a"}, {"table": "../../etc/11ra.px"}, {"table": "https://a.fi/a.px"}])
def test_a_spelling_mistake_is_refused(wrong: dict[str, str]) -> None:
    one = {"indicator": "population", "titles": ["a"], "table": "vaerak/11ra.px"}
    with pytest.raises(ValidationError):
        Recipes.model_validate({"statfin": [one | wrong]})


def test_a_share_is_given_the_persons_it_is_of_or_none() -> None:
    one = {"indicator": "tertiary-share", "titles": ["a"], "table": "vkour/12bs.px", "numerator": ["kaste5T8"]}
    with pytest.raises(ValidationError, match="numerator and denominator belong together"):
        Recipes.model_validate({"statfin": [one]})


def test_residents_are_fetched_by_the_ages_that_shares_are_of() -> None:
    (population,) = [recipe for recipe in RECIPES.statfin if recipe.indicator == "population"]
    known = dict.fromkeys((ages for text in population.ages if text != "all" if (ages := ages_of(text))), 1.0)
    counted = Residents(real={("KU186", 2024): known})
    wanted = {
        ages
        for recipe in RECIPES.every
        if (item := CATALOGUE[recipe.indicator]).population.residents and item.population.ages
        if (ages := ages_of(item.population.ages)) and ages.last < 75
    }
    assert len(wanted) > 3
    assert [ages for ages in wanted if not counted.known_ages(ages, is_demo=False)] == []
