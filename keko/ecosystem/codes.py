"""The codes that records may hold: of areas, groups, stages and indicators."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from keko.data.area_sets import PREFIX
from keko.data.releases import visible_releases
from keko.data.schema import area, area_set, indicator, segment, segment_model
from keko.ecosystem.stages import read_stages


@dataclass(frozen=True)
class KnownCodes:
    """Areas with their levels, the groups of the published segment models by model, stages, and ids of indicators."""

    areas: Mapping[str, str]
    segments: Mapping[str, frozenset[str]]
    stages: tuple[str, ...]
    indicators: frozenset[str]

    def is_municipality(self, code: str) -> bool:
        """Whether it is the code of a municipality, an abolished one included."""
        return self.areas.get(code) == "KU"


def known_codes(connection: sa.Connection) -> KnownCodes:
    """What the database and the list of stages know now."""
    visible = visible_releases().subquery()
    groups = (
        sa.select(segment_model.c.id, segment.c.code)
        .join(segment, segment.c.release == segment_model.c.release)
        .join(visible, visible.c.release == segment_model.c.release)
    )
    segments: dict[str, set[str]] = {}
    for model, code in connection.execute(groups):
        segments.setdefault(model, set()).add(code)
    levels = {row.code: row.level for row in connection.execute(sa.select(area.c.code, area.c.level))}
    sets = {PREFIX + id_: "set" for id_ in connection.execute(sa.select(area_set.c.id)).scalars()}
    return KnownCodes(
        areas=levels | sets,
        segments={model: frozenset(codes) for model, codes in segments.items()},
        stages=tuple(stage.code for stage in read_stages()),
        indicators=frozenset(connection.execute(sa.select(indicator.c.id)).scalars()),
    )
