"""The tables of an invented segment model, from the persons that were drawn: sizes, factors, months, sets and flows."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from keko.demo.segment_draws import SEXES, SegmentDraws
from keko.demo.segment_plan import segment_parameters, years
from keko.segments.measures import MEASURES
from keko.segments.models import SegmentModel
from keko.segments.tables import Tables

_SIZE = ["area", "period", "segment", "sex", "age"]
MONTHS = 12  # in a year
_ALL_SEXES = ["total", *SEXES]


def tables(draws: SegmentDraws, model: SegmentModel) -> Tables:
    """All tables of a model, not yet protected."""
    overlaps, prevalences = _factors(draws, model)
    return Tables.of(
        {
            "sizes": _sizes(draws),
            "prevalences": prevalences,
            "participation": _participation(draws),
            "overlaps": overlaps,
            "flows": _flows(draws),
        }
    )


def table(row_keys: Sequence[Sequence[str]], names: list[str], **figures: NDArray[Any]) -> pd.DataFrame:
    """A table of every combination of `row_keys`, in the order of the axes of the figures."""
    frame = pd.MultiIndex.from_product(row_keys, names=names).to_frame(index=False)
    return frame.assign(**{name: numbers.ravel().astype(float) for name, numbers in figures.items()})


def _sizes(draws: SegmentDraws) -> pd.DataFrame:
    """Areas by sex and age, municipalities as a whole."""
    places = draws.places
    above = _by_sex_and_age(places.sums(draws.people))
    areas = table([places.above, years(), draws.codes, _ALL_SEXES, _all_ages()], _SIZE, persons=above)
    municipalities = table(
        [places.municipalities, years(), draws.codes, ["total"], ["total"]], _SIZE,
        persons=draws.people.sum(axis=(3, 4)),
    )  # fmt: skip
    return pd.concat([areas, municipalities], ignore_index=True)


def _participation(draws: SegmentDraws) -> pd.DataFrame:
    """Months of every cell, weighed by its persons; percentiles as far from the mean as there is room.

    Of a mean near a whole year a tenth with few months would take more from it than the others can give back; of one near
    none a tenth with many would bring more than there are.
    """
    places, people = draws.places, draws.people
    weighed = _by_sex_and_age(places.sums(draws.months_of_cells() * people[..., None]))
    months = weighed / np.maximum(_by_sex_and_age(places.sums(people)), 1)[..., None]
    months = np.concatenate([months, (MONTHS - months.sum(axis=-1, keepdims=True)).clip(0)], axis=-1)
    row_keys: list[Sequence[str]] = [places.above, years(), draws.codes, _ALL_SEXES, _all_ages(), MEASURES]
    frame = table(row_keys, [*_SIZE, "measure"], mean=months.round(2))
    mean = frame["mean"]
    least = (mean - 0.9 * MONTHS) / 0.1  # of the 10th percentile, where all others have the whole year
    p10 = np.maximum(mean * 0.4 - 0.6, least + 0.1).clip(0, mean)
    return frame.assign(p10=p10.round(1), p90=np.minimum(mean * 1.5 + 0.8, mean * 9).clip(0, MONTHS).round(1))


def _factors(draws: SegmentDraws, model: SegmentModel) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Overlaps of the first factors by county in the last year, and prevalences of all by area and sex."""
    places, piled = draws.places, segment_parameters()["piled_up"]
    is_in_set = (np.arange(2**piled)[:, None] >> np.arange(piled)) & 1
    with_sets = draws.with_factor_sets(is_in_set)
    with_factors = np.concatenate([with_sets @ is_in_set, draws.with_factors_from(piled)], axis=-1)
    cases = _with_total(places.sums(with_factors), 3)
    among = _with_total(places.sums(draws.people.sum(axis=4)), 3)
    shares = (cases / np.maximum(among, 1)[..., None]).round(3)
    row_keys = [places.above, years(), draws.codes, _ALL_SEXES, list(model.factor_codes)]
    names = ["area", "period", "segment", "sex", "factor"]
    prevalences = table(row_keys, names, share=shares, persons=cases).assign(age="total")
    return _overlaps(draws, model, with_sets, is_in_set), prevalences


def _overlaps(
    draws: SegmentDraws, model: SegmentModel, with_sets: NDArray[Any], is_in_set: NDArray[Any]
) -> pd.DataFrame:
    places = draws.places
    sets = [
        model.set_of({code for code, is_in in zip(model.factor_codes, row, strict=False) if is_in}) for row in is_in_set
    ]
    persons = places.sums(with_sets.sum(axis=3)[:, -1])[places.is_country_or_county]
    row_keys = [places.country_and_counties, draws.codes, sets]
    return table(row_keys, ["area", "segment", "factors"], persons=persons).assign(period=years()[-1])


def _flows(draws: SegmentDraws) -> pd.DataFrame:
    places = draws.places
    moved = places.sums(np.stack(draws.flows, axis=1))[places.is_country_or_county]
    row_keys = [places.country_and_counties, years()[:-1], draws.codes, draws.codes]
    return table(row_keys, ["area", "period", "source", "target"], persons=moved)


def _all_ages() -> list[str]:
    return ["total", *segment_parameters()["ages"]]


def _by_sex_and_age(numbers: NDArray[Any]) -> NDArray[Any]:
    """`numbers` (area × year × group × sex × age …) with the totals of both before their parts."""
    return _with_total(_with_total(numbers, 3), 4)


def _with_total(numbers: NDArray[Any], axis: int) -> NDArray[Any]:
    """`numbers` with their sum over `axis` before its parts."""
    return np.concatenate([numbers.sum(axis=axis, keepdims=True), numbers], axis=axis)
