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
    return {"models": [model_answer(published, language) for published in models]}


def model_answer(published: Published, language: Language) -> Json:
    """A model with its statement and its release."""
    model = published.model
    statement = model.model_dump(mode="json")
    return {
        **statement,
        "name": model.names.within(language),
        "citation": model.citation.within(language),
        "release": published.release,
        "provider": published.provider,
        "is_demo": published.is_demo,
        "published_at": published.published_at,
    }


def overview_answer(overview: Overview, model: SegmentModel, language: Language) -> Json:
    """`keko segments show MODEL --area A`: the segments in the areas asked for."""
    return {
        "model": overview.model,
        "is_demo": overview.is_demo,
        "period": overview.period,
        "periods": list(overview.periods),
        "areas": [
            {
                "code": area,
                "segments": [
                    {
                        "code": standing.segment,
                        "name": segment_name(model, standing.segment, language),
                        **asdict(standing.size),
                        "months": {measure: asdict(months) for measure, months in standing.months.items()},
                    }
                    for standing in standings
                ],
            }
            for area, standings in overview.standings.items()
        ],
    }


def decomposition_answer(decomposition: Decomposition, model: SegmentModel, language: Language) -> Json:
    """`keko segments decompose`: the difference in parts, which sum to it exactly; nulls where `reason` says why."""
    return {
        "model": decomposition.model,
        "area": decomposition.area,
        "benchmark": decomposition.benchmark,
        "measure": decomposition.measure,
        "unit": "months",
        "period": decomposition.period,
        "is_demo": decomposition.is_demo,
        "reason": decomposition.reason,
        "area_value": decomposition.area_value,
        "benchmark_value": decomposition.benchmark_value,
        "total": decomposition.total,
        "mix": decomposition.mix,
        "within": decomposition.within,
        "segments": [
            {
                "code": part.code,
                "name": segment_name(model, part.code, language),
                "mix": part.mix,
                "within": part.within,
            }
            for part in decomposition.parts
        ],
    }


def segment_name(model: SegmentModel, code: str, language: Language) -> str:
    """What a segment is called, also the hidden ones together and the whole population."""
    own = {segment.code: segment.names for segment in model.segments}
    return {**own, REST: REST_NAME, TOTAL: TOTAL_NAME}[code].within(language)
