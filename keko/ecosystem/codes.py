"""The codes that records may hold: of areas, groups, stages and indicators."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from keko.data.area_sets import PREFIX, with_sets
from keko.data.areas import Areas, load
from keko.data.releases import visible_releases
from keko.data.schema import area_set, indicator, segment, segment_model
from keko.data.text import Text
from keko.ecosystem.stages import read_stages


@dataclass(frozen=True)
class KnownCodes:
    """Areas with their levels, the groups of the published segment models by model, stages, and ids of indicators.

    `members`: the municipalities of areas and sets; `heirs`: of an abolished municipality the one that it belongs to now.
    """

    areas: Mapping[str, str]
    segments: Mapping[str, frozenset[str]]
    stages: tuple[str, ...]
    indicators: frozenset[str]
    members: Mapping[str, Collection[str]] = field(default_factory=dict)
    heirs: Mapping[str, Text] = field(default_factory=dict)

    def is_municipality(self, code: str) -> bool:
        """Whether it is the code of a municipality, an abolished one included."""
        return self.areas.get(code) == "KU"

    def are_within(self, codes: Iterable[str], others: Iterable[str]) -> bool:
        """Whether every municipality of some areas is in one of the others."""
        return self._municipalities(codes) <= self._municipalities(others)

    def _municipalities(self, codes: Iterable[str]) -> set[str]:
        return {member for code in codes for member in self.members.get(code, (code,))}


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
    areas = with_sets(connection, load(connection))
    levels = {code: known.level for code, known in areas.by_code.items()}
    sets = {PREFIX + id_: "set" for id_ in connection.execute(sa.select(area_set.c.id)).scalars()}
    living = frozenset(areas.living("KU"))
    return KnownCodes(
        areas=sets | levels,
        segments={model: frozenset(codes) for model, codes in segments.items()},
        stages=tuple(stage.code for stage in read_stages()),
        indicators=frozenset(connection.execute(sa.select(indicator.c.id)).scalars()),
        members={code: areas.municipalities(code) & living for code, level in levels.items() if level != "KU"},
        heirs={code: areas[_heir(code, areas)].name for code in areas.successions},
    )


def _heir(code: str, areas: Areas) -> str:
    """The municipality that exists and that an abolished one belongs to."""
    while code in areas.successions:
        code = areas.successions[code].new
    return code
