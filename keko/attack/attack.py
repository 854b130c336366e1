"""The attack on a whole installation."""

import sqlalchemy as sa

from keko.attack.indicators import attack_indicators
from keko.attack.report import Report
from keko.attack.segments import attack_segments
from keko.attack.world import read_world
from keko.data import areas as area_tables


def attack(connection: sa.Connection) -> Report:
    """Everything that readers can tell of hidden small numbers from all that is or ever was public.

    Demo figures tell nothing of real ones, and are attacked by themselves.
    """
    report, areas = Report(), area_tables.load(connection)
    for is_demo in (False, True):
        for part in attack_segments(connection, areas, is_demo):
            report += part
        world, earlier = read_world(connection, areas, is_demo)
        if not world.measures:
            continue
        for part in attack_indicators(world):
            report += part
        for indicator, look in earlier:
            for part in attack_indicators(world.seen(look, world.items[indicator]), indicator):
                report += part
    return report
