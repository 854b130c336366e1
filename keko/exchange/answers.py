"""The JSON that the command line and, from the same functions, anything else outside gets."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from keko.config import Language
from keko.data.areas import Areas
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.comparison import BY_CHANCE, Comparison, made
from keko.indicators.series import Point, Series
from keko.intake.release.bring_in import Outcome
from keko.words.explanations import explain

Json = dict[str, Any]


def series_answer(item: Indicator, series: Sequence[Series], areas: Areas, language: Language) -> Json:
    """`keko series`: every area asked for, with its points or without."""
    return {
        "indicator": item.id,
        "name": item.names.within(language),
        "unit": item.unit,
        "is_demo": any(one.is_demo for one in series),
        "areas": [
            {
                "code": one.area,
                "name": areas.label(one.area, language),
                "source": one.source.within(language) if one.source else "",
                "points": [_point(point, language) for point in one.points],
            }
            for one in series
        ],
    }


def _point(point: Point, language: Language) -> Json:
    parts = point._asdict()
    del parts["deviation"]
    return {**parts, "explanation": explain(point, language)}


def comparison_answer(area: str, benchmark: str, comparisons: Sequence[Comparison]) -> Json:
    """`keko compare`: verdicts, how many were made, and how many would differ by chance alone at 95 %."""
    count = made(list(comparisons))
    return {
        "area": area,
        "benchmark": benchmark,
        "comparisons": [
            {
                "indicator": one.indicator,
                "period": one.period,
                "area_value": one.area_value,
                "benchmark_value": one.benchmark_value,
                "difference": one.difference,
                "lower": one.lower,
                "upper": one.upper,
                "verdict": one.verdict,
                "confidence": one.confidence,
                "reason": one.reason,
                "is_demo": one.is_demo,
            }
            for one in comparisons
        ],
        "made": count,
        "expected_by_chance": round(BY_CHANCE * count, 2),
    }


def import_answer(outcome: Outcome, language: Language) -> Json:
    """`keko import`: what came of the file."""
    ids = outcome.releases
    return {
        "release": None if not ids else ids[0] if len(ids) == 1 else ids,
        "status": outcome.status,
        "indicators": outcome.indicators,
        "rows": outcome.rows,
        "difference": outcome.difference,
        "hidden": {"primary": outcome.primary, "secondary": outcome.secondary},
        "problems": [problem.as_json(language) for problem in outcome.problems],
        "consequences": [asdict(one) for one in outcome.consequences],
    }


def areas_answer(areas: Areas, level: str | None) -> Json:
    """`keko areas`: codes, names and memberships."""
    chosen = [one for one in areas.by_code.values() if level in (None, one.level)]
    return {
        "areas": [
            {
                "code": one.code,
                "level": one.level,
                "name": _names(one.name),
                "short": _names(one.short),
                "parents": list(areas.parents(one.code)),
                "valid_from": one.valid_from.isoformat() if one.valid_from else None,
                "valid_to": one.valid_to.isoformat() if one.valid_to else None,
            }
            for one in chosen
        ]
    }


def _names(text: Text) -> dict[str, str]:
    return text._asdict()
