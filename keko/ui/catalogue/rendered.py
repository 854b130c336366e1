"""What the page of data and definitions shows, made once for every view and data version."""

from functools import lru_cache

from keko.ui import loads
from keko.ui.catalogue.catalogue_list import catalogue_sections, matching
from keko.ui.loads import DataVersion
from keko.ui.view import View


@lru_cache(maxsize=50)
def catalogue(wanted: str, view: View, version: DataVersion) -> str:
    """The indicators that a search finds, by theme, as HTML; empty where there are none."""
    items = matching(list(loads.catalogue(version).values()), wanted, view.language)
    return catalogue_sections(items, loads.figures(version), view, opened=bool(wanted)) if items else ""
