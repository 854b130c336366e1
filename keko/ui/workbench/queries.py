"""What the workbench reads: cached by data version, but for drafts, which change without a new one."""

from typing import Any

from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.providers import provider_ids
from keko.data.releases import read_releases
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, engine


@kept(2)
def areas_alone(version: DataVersion) -> Areas:
    """Every area without the sets: what files may bring figures of."""
    with engine().connect() as connection:
        return area_tables.load(connection)


def drafts() -> list[dict[str, Any]]:
    """The drafts as they are this moment."""
    with engine().connect() as connection:
        return [release for release in read_releases(connection) if release["status"] == "draft"]


@kept(2)
def providers(version: DataVersion) -> list[str]:
    """Who has delivered figures, the installation's own first."""
    with engine().connect() as connection:
        return provider_ids(connection)
