"""What the page of the working-age population reads, cached by data version."""

from keko.indicators.age_pyramid import AgePyramid, age_pyramid
from keko.indicators.members import MemberTable, member_table
from keko.indicators.working_age import Portrait, contents
from keko.indicators.working_age import portrait as read_portrait
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine
from keko.ui.view import View


def portrait(view: View, others: tuple[str, ...], version: DataVersion) -> Portrait:
    """The working-age population of the view's area."""
    return _portrait(view.area, view.benchmark, view.sex, view.period, others, version)


@kept(50)
def _portrait(
    area: str, benchmark: str, sex: str, until: str | None, others: tuple[str, ...], version: DataVersion
) -> Portrait:
    items, areas_by_code = catalogue(version), areas(version)
    with engine().connect() as connection:
        return read_portrait(connection, items, areas_by_code, area, benchmark, sex, until, others)


def members(view: View, version: DataVersion) -> MemberTable:
    """The areas inside the view's area, side by side."""
    return _members(view.area, view.sex, view.period, version)


@kept(50)
def _members(area: str, sex: str, until: str | None, version: DataVersion) -> MemberTable:
    with engine().connect() as connection:
        return member_table(connection, catalogue(version), areas(version), area, sex, until)


@kept(100)
def pyramid(codes: tuple[str, ...], until: str | None, version: DataVersion) -> AgePyramid | None:
    """The ages of areas, None where the first has none."""
    items = catalogue(version)
    by_age = contents(items).by_age
    if by_age is None:
        return None
    with engine().connect() as connection:
        return age_pyramid(connection, items[by_age], areas(version), codes, until)
