"""Invented segment models, so that nobody takes them for anybody's results."""

import numpy as np

from keko.data.areas import Areas
from keko.demo.definitions import definitions, overlapping
from keko.demo.segment_areas import SegmentAreas
from keko.demo.segment_draws import SegmentDraws
from keko.demo.segment_plan import described, segment_parameters, years
from keko.demo.segment_tables import table, tables
from keko.segments.models import SegmentModel
from keko.segments.tables import Tables

_GROUP = {"fi": "Esimerkkiryhmä", "sv": "Exempelgrupp", "en": "Example group"}


def demo_models() -> list[str]:
    """The ids of the models of the plan."""
    return [*segment_parameters()["models"], segment_parameters()["definitions"]["id"]]


def demo_model(id_: str, areas: Areas) -> tuple[SegmentModel, Tables]:
    """A model of the plan with its tables, not yet protected."""
    places = SegmentAreas(areas)
    if id_ == segment_parameters()["definitions"]["id"]:
        return _definitions(places, areas)
    draws = SegmentDraws(id_, places)
    segments = [
        {
            "code": code, "names": {language: f"{word} {code}" for language, word in _GROUP.items()},
            "at_risk": mark == "risk", "difficult_to_employ": mark == "difficult",
        }
        for code, mark in zip(draws.codes, draws.marks, strict=True)
    ]  # fmt: skip
    model = described(id_, draws.names, segments=segments, factors=segment_parameters()["factors"])
    return model, tables(draws, model)


def _definitions(places: SegmentAreas, areas: Areas) -> tuple[SegmentModel, Tables]:
    """The overlap of the definitions of "difficult to employ", by area and year."""
    plan = segment_parameters()["definitions"]
    factors = [
        {"code": item.id, "names": item.names._asdict()} for item in sorted(definitions(), key=lambda item: item.id)
    ]
    model = described(plan["id"], plan["names"], kind="definitions", factors=factors)
    overlapped = overlapping(areas, places.above)
    sets = [model.set_of(codes) for codes in overlapped]
    persons = np.stack(list(overlapped.values()), axis=-1)
    overlaps = table([places.above, years(), sets], ["area", "period", "factors"], persons=persons)
    return model, Tables.of({"overlaps": overlaps.assign(segment="total")})
