"""Invented targets of two counties."""

from keko.demo.plan import parameters
from keko.room.targets import Target, target_of


def demo_targets() -> list[Target]:
    """Invented targets of two counties."""
    return [target_of(entry | {"is_demo": True}) for entry in parameters()["targets"]]
