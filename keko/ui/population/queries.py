"""What the page of the working-age population reads, cached by data version."""

from functools import lru_cache

from keko.indicators.working_age import BY_AGE, AgePyramid, Figure, Portrait, age_pyramid
from keko.indicators.working_age import portrait as read_portrait
from keko.ui.loads import DataVersion, areas, catalogue, engine
from keko.ui.view import View


def portrait(
    figures: tuple[Figure, ...], view: View, benchmark: str, others: tuple[str, ...], version: DataVersion
) -> Portrait:
    """The standings of the view's area on the figures that describe its population."""
    return _portrait(figures, view.area, benchmark, view.sex, view.period, others, version)


@lru_cache(maxsize=50)
def _portrait(
    figures: tuple[Figure, ...],
    area: str,
    benchmark: str,
    sex: str,
    until: str | None,
    others: tuple[str, ...],
    version: DataVersion,
) -> Portrait:
    with engine().connect() as connection:
        return read_portrait(
            connection, figures, catalogue(version), areas(version), area, benchmark, sex, until, others
        )


@lru_cache(maxsize=100)
def pyramid(codes: tuple[str, ...], until: str | None, version: DataVersion) -> AgePyramid | None:
    """The ages of areas, None where the first has none."""
    items = catalogue(version)
    if BY_AGE not in items:
        return None
    with engine().connect() as connection:
        return age_pyramid(connection, items[BY_AGE], areas(version), codes, until)
