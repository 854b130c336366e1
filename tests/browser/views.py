"""Every view that a reader can choose, by the address that opens it, for the tests that hold for all of them."""

from keko.ui.navigation import PAGES
from keko.ui.view import (
    ADMIN_PICTURES,
    BENCHMARK_PICTURES,
    ECOSYSTEM_PICTURES,
    GOAL_PICTURES,
    INDICATOR_PICTURES,
    MAP_PICTURES,
    MEETING_PICTURES,
    PARAMETERS,
    SEGMENT_PICTURES,
)

_PAIR = {"alue": "HVA02", "vertailu": "HVA15"}
_PICTURES = {
    "indicators": INDICATOR_PICTURES,
    "benchmark": BENCHMARK_PICTURES,
    "map": MAP_PICTURES,
    "segments": SEGMENT_PICTURES,
    "actors": ECOSYSTEM_PICTURES,
    "goals": GOAL_PICTURES,
    "meeting": MEETING_PICTURES,
    "admin": ADMIN_PICTURES,
}
_INDICATOR = {"indicators": "employment-rate-20-64", "map": "employment-rate-20-64"}


def _views() -> dict[str, tuple[str, dict[str, str]]]:
    views = {}
    for entry in PAGES:
        path = "/" if entry is PAGES[0] else f"/{entry.path}"
        chosen = _PAIR | ({PARAMETERS["indicator"]: _INDICATOR[entry.file]} if entry.file in _INDICATOR else {})
        for picture in _PICTURES.get(entry.file, ("",)):
            name = f"{entry.path}-{picture}" if picture else entry.path
            views[name] = (path, chosen | ({PARAMETERS["picture"]: picture} if picture else {}))
    return views


VIEWS = _views()
