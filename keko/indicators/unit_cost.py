"""What one person or case costs, where somebody has published it: persons are told in euros too."""

from pydantic import Field

from keko.indicators.protection import Strict
from keko.indicators.wording import Words


class UnitCost(Strict):
    """What one person, case or the like of an indicator costs in a year: `value` € in the prices of `year`, as `source` tells.

    `is_demo`: an invented one, which stands beside invented figures only.
    """

    value: float = Field(gt=0)
    unit: Words
    year: int = Field(ge=2000, le=2100)
    source: Words
    is_demo: bool = False
