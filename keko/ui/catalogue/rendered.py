"""What the page of data and definitions shows, made once for every view and data version."""

from keko.ui import loads
from keko.ui.catalogue.catalogue_list import catalogue_sections, described
from keko.ui.catalogue.search import matching
from keko.ui.html import heading
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.release_table import release_table
from keko.ui.view import View


@kept(50)
def catalogue(wanted: str, view: View, version: DataVersion) -> str:
    """The indicators that a search finds, by theme, as HTML; empty where there are none."""
    items = matching(loads.catalogue(version).values(), wanted)
    return catalogue_sections(items, loads.figures(version), view, opened=bool(wanted)) if items else ""


@kept(200)
def chosen(view: View, version: DataVersion) -> str:
    """The indicator that the reader comes from, before all others, with what was published of it, as HTML; empty without one."""
    if view.indicator is None:
        return ""
    item, language = loads.catalogue(version)[view.indicator], view.language
    releases = [release for release in loads.real_releases(version) if release["indicator"] == item.id]
    published = release_table(releases, loads.names(version), loads.providers(version), language) if releases else ""
    return (
        f'<section class="keko-catalogue keko-asked">{heading(item.names.within(language))}{described(item, view)}'
        f"{published}</section>"
    )
