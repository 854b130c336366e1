"""Demo figures of persons by waiting time: about the medians that an area's other figures have, spread log-normally."""

import numpy as np

from keko.data.arrays import Floats
from keko.demo.plan import Plan, generator
from keko.indicators.catalogue import Indicator
from keko.indicators.waits import classes_of

SPREAD = 0.9  # of the logarithm of waits


def waited(item: Indicator, plan: Plan, medians: Floats, residents: Floats) -> dict[str, Floats]:
    """Persons by class and all together: arrays of all, men and women; area, the country last; period.

    `medians`: days, of men and women, area, period; `residents`: of area, period.
    """
    from scipy import special  # slow to load: only where it is used

    classes = classes_of([category.id for category in item.categories])
    ends = np.array([own.end for own in classes[:-1]])
    upto = special.ndtr((np.log(ends + 0.5) - np.log(medians.clip(0.5))[..., None]) / SPREAD)
    share = np.diff(upto, axis=-1, prepend=0.0, append=1.0)
    men = np.rint(residents * plan.base * plan.men)
    n = np.stack([men, np.rint(residents * plan.base) - men]).astype(int)
    persons = generator(item.id).multinomial(n, share).astype(float)
    persons = np.concatenate([persons.sum(axis=0)[None], persons])
    persons = np.concatenate([persons, persons.sum(axis=1)[:, None]], axis=1)
    by_class = {own.id: persons[..., place] for place, own in enumerate(classes)}
    return by_class | {"total": persons.sum(axis=-1)}
