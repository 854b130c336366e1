"""Invented segment models, so that nobody takes them for anybody's results."""

import numpy as np

from keko.data.areas import Areas
from keko.demo.plan import generator
from keko.demo.segment_areas import SegmentAreas
from keko.demo.segment_draws import SegmentDraws
from keko.demo.segment_plan import described, segment_parameters, years
from keko.demo.segment_tables import table, tables
from keko.indicators.catalogue import read_catalogue
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
        return _definitions(places)
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


def _definitions(places: SegmentAreas) -> tuple[SegmentModel, Tables]:
    """The overlap of the definitions of "difficult to employ", by area and year."""
    plan = segment_parameters()["definitions"]
    factors = _indicators_as_factors(sorted({code for codes, _ in plan["sets"] for code in codes}))
    model = described(plan["id"], plan["names"], kind="definitions", factors=factors)
    shares = np.array([share for _, share in plan["sets"]])
    hard_pressed = np.exp(0.25 * places.hardship)[:, None, None]
    expected = hard_pressed * shares * np.ones((len(years()), 1))
    persons = places.sums(generator(plan["id"]).poisson(places.people[:, None, None] * expected))
    sets = [model.set_of(set(codes)) for codes, _ in plan["sets"]]
    overlaps = table([places.above, years(), sets], ["area", "period", "factors"], persons=persons)
    return model, Tables.of({"overlaps": overlaps.assign(segment="total")})


def _indicators_as_factors(ids: list[str]) -> list[dict[str, object]]:
    """Indicators of the catalogue as the definitions that they are."""
    names = {item.id: item.names for item in read_catalogue()}
    return [{"code": id_, "names": names[id_]._asdict()} for id_ in ids]
