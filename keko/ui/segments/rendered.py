"""The pictures of the page, made once for every view and data version."""

from collections.abc import Callable

from keko.charts.palette import Theme
from keko.ui import loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.segments.definitions import definitions_picture
from keko.ui.segments.difference import difference_picture
from keko.ui.segments.overview import overview_picture
from keko.ui.segments.profile import profile_picture
from keko.ui.segments.risk import risk_picture
from keko.ui.segments.scene import Picture, SegmentScene
from keko.ui.view import View
from keko.words import segments as words

PICTURES: dict[str, Callable[[SegmentScene], Picture]] = {
    "yleiskuva": overview_picture,
    "profiili": profile_picture,
    "miksi": difference_picture,
    "riski": risk_picture,
    "maaritelmat": definitions_picture,
}


@kept(200)
def picture(view: View, theme: Theme, version: DataVersion) -> Picture:
    """What the view asks for; `view.model` is a published model, None where there is none of its kind."""
    if view.model is None:
        missing = words.NO_DEFINITIONS if view.picture == "maaritelmat" else words.NO_MODELS
        return Picture(missing.within(view.language), "", ())
    scene = SegmentScene(view, loads.areas(version), loads.segment_models(version)[view.model], theme, version)
    return PICTURES[view.picture](scene)
