"""The municipalities that segments are drawn for, and the areas that they make up."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from keko.data.areas import Areas
from keko.demo.municipalities import county_of
from keko.demo.plan import parameters
from keko.demo.segment_plan import segment_parameters, years

_LEVELS_ABOVE = ("MAA", "HVA", "TA", "MK")


class SegmentAreas:
    """Municipalities that were there in every year, their people of working age, and the areas above them.

    `municipalities`, `above`: codes. `people`, `hardship`: of each municipality.
    """

    def __init__(self, areas: Areas) -> None:
        there = [
            area for area in areas.of_level("KU") if area.population and all(area.existed(year) for year in years())
        ]
        share, hardship = segment_parameters()["working_age"], parameters()["hardship"]
        self.municipalities = [area.code for area in there]
        self.people = np.array([round((area.population or 0) * share) for area in there])
        self.hardship = np.array([hardship.get(county_of(area, areas), 0.0) for area in there])
        self.above = [area.code for level in _LEVELS_ABOVE for area in areas.of_level(level)]
        members = [areas.municipalities(code) for code in self.above]
        self._is_member = np.array(
            [[code in codes for code in self.municipalities] for codes in members], dtype=np.int64
        )
        self.is_country_or_county = [code.startswith(("MAA", "HVA")) for code in self.above]
        self.country_and_counties = [code for code in self.above if code.startswith(("MAA", "HVA"))]

    def sums(self, numbers: NDArray[Any]) -> NDArray[Any]:
        """From a first axis of municipalities to one of the areas above."""
        return np.tensordot(self._is_member, numbers, axes=1)
