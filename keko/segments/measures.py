"""What a segment's year consists of: months of work, without work, on a disability pension, and of anything else."""

from typing import Literal

Measure = Literal["employment", "unemployment", "disability", "other"]
MEASURES: tuple[Measure, ...] = ("employment", "unemployment", "disability", "other")
