"""The JSON about segments that the command line and anything else outside gets."""

from collections.abc import Iterable
from dataclasses import asdict

from keko.config import Language
from keko.exchange.answers import Json
from keko.segments.decomposition import REST, Decomposition
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.overview import Overview
from keko.segments.store import Published
from keko.words.segments import REST_NAME, TOTAL_NAME


def models_answer(models: Iterable[Published], language: Language) -> Json:
    """`keko segments show`: the models that are published, each with its statement."""
    return {"models": [model_answer(one, language) for one in models]}


def model_answer(published: Published, language: Language) -> Json:
    """A model with its statement and its release."""
    model = published.model
    told = model.model_dump(mode="json")
    return {
        **told,
        "name": model.names.within(language),
        "release": published.release,
        "provider": published.provider,
        "is_demo": published.is_demo,
        "published_at": published.published_at,
    }


def overview_answer(found: Overview, model: SegmentModel, language: Language) -> Json:
    """`keko segments show MODEL --area A`: the segments in the areas asked for."""
    return {
        "model": found.model,
        "is_demo": found.is_demo,
        "period": found.period,
        "periods": list(found.periods),
        "areas": [
            {
                "code": area,
                "segments": [
                    {
                        "code": one.segment,
                        "name": segment_name(model, one.segment, language),
                        **asdict(one.size),
                        "months": {measure: asdict(months) for measure, months in one.months.items()},
                    }
                    for one in standings
                ],
            }
            for area, standings in found.standings.items()
        ],
    }


def decomposition_answer(found: Decomposition, model: SegmentModel, language: Language) -> Json:
    """`keko segments decompose`: the difference in parts, which sum to it exactly; nulls where `reason` says why."""
    return {
        "model": found.model,
        "area": found.area,
        "benchmark": found.benchmark,
        "measure": found.measure,
        "unit": "months",
        "period": found.period,
        "is_demo": found.is_demo,
        "reason": found.reason,
        "area_value": found.area_value,
        "benchmark_value": found.benchmark_value,
        "total": found.total,
        "mix": found.mix,
        "within": found.within,
        "segments": [
            {
                "code": part.code,
                "name": segment_name(model, part.code, language),
                "mix": part.mix,
                "within": part.within,
            }
            for part in found.parts
        ],
    }


def segment_name(model: SegmentModel, code: str, language: Language) -> str:
    """What a segment is called, also the hidden ones together and the whole population."""
    own = {one.code: one.names for one in model.segments}
    return {**own, REST: REST_NAME, TOTAL: TOTAL_NAME}[code].within(language)
