"""What the page reads of population segments, cached by data version."""

from keko.room.targets import Target, targets_of_family
from keko.segments import decomposition as decompositions
from keko.segments import definitions as overlaps
from keko.segments import overview as overviews
from keko.segments import profiles, projection
from keko.segments.measures import Measure
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, catalogue, engine, segment_models


@kept(200)
def overview(
    model: str, codes: tuple[str, ...], period: str | None, sex: str, version: DataVersion
) -> overviews.Overview:
    """The segments in some areas."""
    with engine().connect() as connection:
        return overviews.overview(connection, segment_models(version)[model], codes, period, sex)


@kept(200)
def profile(model: str, segment: str, area: str, period: str | None, version: DataVersion) -> profiles.Profile:
    """What is known of one segment in an area."""
    with engine().connect() as connection:
        return profiles.profile(connection, segment_models(version)[model], segment, area, period)


@kept(200)
def decomposition(
    model: str, area: str, benchmark: str, measure: Measure, period: str | None, sex: str, version: DataVersion
) -> decompositions.Decomposition:
    """The difference of two areas in parts."""
    with engine().connect() as connection:
        return decompositions.decompose(
            connection, segment_models(version)[model], area, benchmark, measure, period, sex
        )


@kept(100)
def at_risk(model: str, area: str, version: DataVersion) -> projection.AtRisk:
    """Moves and projection of an area."""
    with engine().connect() as connection:
        return projection.at_risk(connection, segment_models(version)[model], area)


@kept(200)
def definitions(model: str, area: str, period: str | None, version: DataVersion) -> overlaps.Definitions:
    """How the definitions of a family overlap."""
    with engine().connect() as connection:
        return overlaps.definitions(connection, segment_models(version)[model], area, period)


@kept(200)
def targets(area: str, version: DataVersion) -> tuple[Target, ...]:
    """What an area aims at on the indicators that count people who are difficult to employ."""
    with engine().connect() as connection:
        return tuple(targets_of_family(connection, area, "difficult-to-employ", catalogue(version)))
