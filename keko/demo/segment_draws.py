"""Persons of an invented segment model, drawn municipality by municipality: whole persons, so that every table adds up.

In each municipality the groups are as common as in the plan, more or less by how hard-pressed its county is and by chance;
persons move from year to year, and the next year's sizes are what they moved to.
"""

import numpy as np

from keko.data.arrays import Floats, Integers
from keko.demo.plan import generator
from keko.demo.segment_areas import SegmentAreas
from keko.demo.segment_plan import segment_parameters, years

SEXES = ["male", "female"]
PRESSED = 0.12  # how much the groups at the ends differ by the hardship of a county
OWN = 0.08  # and by municipality
PILED = 0.6  # how much more common each further factor is with those who have one
FURTHEST = 2  # how many groups away people move within a year


class SegmentDraws:
    """The persons of one model, by municipality, year, group, sex and age.

    `people`: municipality × year × group × sex × age. `flows`: of each year but the last, municipality × from × to.
    `months`: group × measure; `prevalence`: group × factor; `marks`: of each group.
    """

    def __init__(self, id_: str, places: SegmentAreas) -> None:
        plan = segment_parameters()["models"][id_]
        codes, shares, women, ages, *months, prevalence, stay, marks = zip(*plan["groups"], strict=True)
        self.places, self.random = places, generator(id_)
        self.names: dict[str, str] = plan["names"]
        self.codes: list[str] = list(codes)
        self.marks: list[str] = list(marks)
        self.months: Floats = np.array(months).T
        self.prevalence: Floats = np.array(prevalence)
        self._shares, self._stay = np.array(shares) / sum(shares), np.array(stay)
        sizes, self.flows = self._moved()
        cells = self.random.multinomial(sizes, _by_sex_and_age(np.array(women), np.array(ages, dtype=float)))
        self.people: Integers = cells.reshape(*sizes.shape, len(SEXES), len(segment_parameters()["ages"]))

    def _moved(self) -> tuple[Integers, list[Integers]]:
        """Sizes (municipality × year × group) and the moves between the years."""
        places, random = self.places, self.random
        ends = np.linspace(-1, 1, len(self.codes))
        own = random.normal(size=(len(places.municipalities), len(self.codes)))
        shares = self._shares * np.exp(PRESSED * places.hardship[:, None] * ends + OWN * own)
        sizes = [random.multinomial(places.people, shares / shares.sum(axis=1, keepdims=True))]
        flows: list[Integers] = []
        for _ in years()[1:]:
            flows.append(random.multinomial(sizes[-1], self._chances()))
            sizes.append(flows[-1].sum(axis=1))
        return np.stack(sizes, axis=1), flows

    def _chances(self) -> Floats:
        """The chance of each group to go to each: to stay, or else mostly to one that is near."""
        position = np.arange(len(self.codes))
        distance = abs(position[:, None] - position)
        near = self._shares * np.exp(-distance) * ((distance > 0) & (distance <= FURTHEST))
        near *= ((1 - self._stay) / near.sum(axis=1))[:, None]
        return np.asarray(near + np.diag(self._stay), dtype=float)

    def with_factor_sets(self, is_in_set: Integers) -> Integers:
        """Persons with exactly each set of the first factors: municipality × year × group × sex × set.

        `is_in_set`: set × factor, 0 or 1.
        """
        chances = _chances_of_sets(self.prevalence[:, : is_in_set.shape[1]], is_in_set)
        return self.random.multinomial(self.people.sum(axis=4), chances[:, None, :])

    def with_factors_from(self, first: int) -> Integers:
        """Persons with each factor from the position `first` on: municipality × year × group × sex × factor."""
        return self.random.binomial(self.people.sum(axis=4)[..., None], self.prevalence[:, None, first:])

    def months_of_cells(self) -> Floats:
        """Mean months in employment, unemployment and disability: municipality × year × group × sex × age × measure."""
        hard_pressed = np.array([-0.25, 0.15, 0.05])
        mean = self.months + self.places.hardship[:, None, None] * hard_pressed
        noise = self.random.normal(size=(*self.people.shape, 3)) / np.sqrt(self.people[..., None] + 1)
        months: Floats = (mean[:, None, :, None, None] + 0.8 * noise).clip(0, 12)
        return months


def _by_sex_and_age(women: Floats, ages: Floats) -> Floats:
    """Of each group the chance of every sex and age. `women`: their share; `ages`: weights, group × age."""
    sexes = np.stack([1 - women, women], axis=1)
    chances = sexes[:, :, None] * (ages / ages.sum(axis=1, keepdims=True))[:, None, :]
    flat: Floats = chances.reshape(len(women), -1)
    return flat


def _chances_of_sets(prevalence: Floats, is_in_set: Integers) -> Floats:
    """Of each group the chance of every set of factors, which pile up more than they would by chance."""
    independent = np.where(is_in_set == 1, prevalence[:, None, :], 1 - prevalence[:, None, :]).prod(axis=2)
    weights = independent * np.exp(PILED * np.maximum(is_in_set.sum(axis=1) - 1, 0))
    chances: Floats = weights / weights.sum(axis=1, keepdims=True)
    return chances
