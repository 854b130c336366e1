"""The JSON that the command line and, from the same functions, anything else outside gets."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from keko.config import Language
from keko.data.areas import Areas
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.chance import by_yearly_variation, expected_by_chance, made
from keko.indicators.series import Point, Question, Series
from keko.indicators.situation import Standing
from keko.intake.release.order import Outcome
from keko.words.explanations import explain

Json = dict[str, Any]


def series_answer(
    item: Indicator, question: Question, series: Sequence[Series], areas: Areas, language: Language
) -> Json:
    """`keko series`: every area asked for, with its points or without."""
    return {
        "indicator": item.id,
        "name": item.names.within(language),
        "unit": item.unit,
        "kind": item.kind,
        **asdict(question),
        "is_demo": any(area_series.is_demo for area_series in series),
        "areas": [
            {
                "code": area_series.area,
                "name": areas.label(area_series.area, language),
                "provider": area_series.provider,
                "source": area_series.source.within(language) if area_series.source else "",
                "points": [_point(point, language) for point in area_series.points],
            }
            for area_series in series
        ],
    }


def _point(point: Point, language: Language) -> Json:
    return {**point._asdict(), "explanation": explain(point, language)}


def comparison_answer(area: str, benchmark: str, standings: Sequence[Standing]) -> Json:
    """`keko compare`: verdicts, how many were made, and how many would differ by chance alone at 95 %.

    Values and limits are in `unit`: of counts what they are per resident, with the counts beside.
    """
    comparisons = [standing.comparison for standing in standings]
    return {
        "area": area,
        "benchmark": benchmark,
        "comparisons": [
            {
                "indicator": comparison.indicator,
                "period": comparison.period,
                "unit": standing.as_compared.item.unit,
                "area_value": comparison.area_value,
                "benchmark_value": comparison.benchmark_value,
                "area_count": standing.count("area"),
                "benchmark_count": standing.count("benchmark"),
                "difference": comparison.difference,
                "lower": comparison.lower,
                "upper": comparison.upper,
                "verdict": comparison.verdict,
                "basis": comparison.basis,
                "confidence": comparison.confidence,
                "reason": comparison.reason,
                "is_demo": comparison.is_demo,
            }
            for standing, comparison in zip(standings, comparisons, strict=True)
        ],
        "made": made(comparisons),
        "by_yearly_variation": by_yearly_variation(comparisons),
        "expected_by_chance": round(expected_by_chance(comparisons), 2),
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
        "consequences": [asdict(consequence) for consequence in outcome.consequences],
        "accounting": outcome.accounting.as_json(language),
    }


def areas_answer(areas: Areas, level: str | None) -> Json:
    """`keko areas`: codes, names and memberships."""
    chosen = [area for area in areas.by_code.values() if level in (None, area.level)]
    return {
        "areas": [
            {
                "code": area.code,
                "level": area.level,
                "name": _names(area.name),
                "short": _names(area.short),
                "parents": list(areas.parents(area.code)),
                "valid_from": area.valid_from.isoformat() if area.valid_from else None,
                "valid_to": area.valid_to.isoformat() if area.valid_to else None,
            }
            for area in chosen
        ]
    }


def _names(text: Text) -> dict[str, str]:
    return text._asdict()
