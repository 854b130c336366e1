"""The demo figures of every indicator, drawn once."""

from functools import cache

import pandas as pd

from keko.demo.observations import demo_observations
from keko.indicators.catalogue import read_catalogue
from keko.intake.release.prepare import rolled_up
from tests.data.figures import every_area

CATALOGUE = {item.id: item for item in read_catalogue()}


@cache
def figures(indicator: str) -> pd.DataFrame:
    """The figures as they are drawn."""
    return demo_observations(CATALOGUE[indicator], every_area())


def of_every_level(indicator: str) -> pd.DataFrame:
    """The same with what they make of the areas above municipalities."""
    return rolled_up(figures(indicator), CATALOGUE[indicator], every_area())
