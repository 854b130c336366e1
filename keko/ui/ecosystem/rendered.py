"""The pictures of the page, made once for every view, day and data version."""

from collections.abc import Callable
from datetime import date

from keko.ui import loads, room
from keko.ui.ecosystem.changes import changes_picture
from keko.ui.ecosystem.coverage import coverage_picture
from keko.ui.ecosystem.matrix import matrix_picture
from keko.ui.ecosystem.obstacles import obstacles_picture
from keko.ui.ecosystem.path import path_picture
from keko.ui.ecosystem.record_picture import RecordPicture, record_picture
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.record_address import key_of
from keko.ui.view import View

PICTURES: dict[str, Callable[[EcosystemScene], Picture]] = {
    "polku": path_picture,
    "matriisi": matrix_picture,
    "esteet": obstacles_picture,
    "muutokset": changes_picture,
    "kattavuus": coverage_picture,
}


def scene_of(view: View, today: date, version: DataVersion) -> EcosystemScene:
    """What the pictures of a view are drawn from."""
    model = loads.segment_models(version)[view.model].model if view.model else None
    return EcosystemScene(view, loads.areas(version), room.register(version), model, today, version)


@kept(200)
def record(view: View, today: date, version: DataVersion) -> RecordPicture | None:
    """The record that the view names, as it is on a day; None where it is not there."""
    key = key_of(view.record or "")
    return record_picture(key, scene_of(view, today, version)) if key else None


@kept(200)
def picture(view: View, today: date, version: DataVersion) -> Picture:
    """What the view asks for, as it is on a day."""
    return PICTURES[view.picture](scene_of(view, today, version))
