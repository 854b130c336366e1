"""Whoever reads figures, maps or segments is told their source in the reader's language."""

import pytest

from keko.data.text import Text
from keko.demo.segments import demo_model, demo_models
from keko.indicators.catalogue import read_catalogue
from keko.sources.boundaries import _SCHEMATIC_ORIGIN, STATFI_ORIGIN
from keko.sources.files import _STATISTICS_FINLAND
from keko.words.terms import DEMO_NOTICE
from tests.data.figures import every_area

# Names of bodies and of works, which read alike in every language.
NAMES = {"KEKO; GeoNames; Natural Earth"}


def sources() -> dict[str, Text]:
    """Every source that the project itself names, by what it is the source of."""
    named = {item.id: item.source for item in read_catalogue()}
    named |= {"demo": DEMO_NOTICE, "StatFin": _STATISTICS_FINLAND}
    named |= {"schematic map": _SCHEMATIC_ORIGIN.source, "official map": STATFI_ORIGIN.source}
    for id_ in demo_models():
        model, _ = demo_model(id_, every_area())
        named |= {f"{id_}.producer": model.producer, f"{id_}.citation": model.citation}
    return named


@pytest.mark.parametrize(("what", "source"), sources().items())
def test_a_source_is_named_in_three_languages(what: str, source: Text) -> None:
    assert all(part.strip() for part in source)
    assert len(set(source)) == 3 or source.fi in NAMES, what
