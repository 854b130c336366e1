"""What a view means on the pages of indicators and of the map: an indicator, and a category that its figures come by."""

from keko.ui import loads
from keko.ui.loads import DataVersion
from keko.ui.view import View

DIMENSIONS = ("age", "breakdown")


def chosen_indicator(view: View, version: DataVersion) -> str:
    """The view's indicator, else the first that leadership sees and that has figures."""
    with_figures = loads.with_figures(version)
    first = next((id_ for id_ in loads.headlines(view.area, version) if id_ in with_figures), None)
    return view.indicator or first or next(iter(loads.catalogue(version)))


def with_indicator(view: View, version: DataVersion) -> View:
    """The view with its indicator, and for age and other category with what is chosen, or the first that there is."""
    indicator = chosen_indicator(view, version)
    for dimension, options in categories(indicator, version).items():
        if getattr(view, dimension) not in options:
            view = view.with_(**{dimension: next(iter(options), "total")})
    return view.with_(indicator=indicator)


def categories(indicator: str, version: DataVersion) -> dict[str, list[str]]:
    """The ages and other categories that the figures of an indicator come by, everybody together first."""
    dimensions = loads.breakdowns(indicator, version)
    names = loads.catalogue(version)[indicator].category_names
    order = {id_: place for place, id_ in enumerate(("total", *names))}
    return {
        dimension: sorted(dimensions[dimension], key=lambda id_: (order.get(id_, len(order)), id_))
        for dimension in DIMENSIONS
    }
