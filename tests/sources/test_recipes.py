"""What KEKO fetches for its catalogue."""

import pytest
from pydantic import ValidationError

from keko.indicators.catalogue import read_catalogue
from keko.sources.recipes import Recipes, read_recipes

CATALOGUE = {item.id: item for item in read_catalogue()}
RECIPES = read_recipes()


@pytest.mark.parametrize("id_", [recipe.indicator for recipe in (*RECIPES.sotkanet, *RECIPES.statfin)])
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
