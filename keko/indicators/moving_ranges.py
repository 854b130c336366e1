"""Limits of ordinary variation from how much what stands side by side differs (XmR: Wheeler & Chambers 1992; METHODS 4)."""

from keko.data.arrays import Floats

TO_LIMITS = 2.66
LARGEST_RANGE = 3.267


def reach(ranges: Floats) -> float | None:
    """From the middle to a limit, of absolute differences between neighbours; very large ones are left out once.

    None without any.
    """
    if not ranges.size:
        return None
    usual = ranges[ranges < LARGEST_RANGE * ranges.mean()]
    return TO_LIMITS * float((usual if usual.size else ranges).mean())
