"""The JSON of packs: what is in one, and what came of bringing it in."""

from collections.abc import Sequence
from typing import Any

from keko.config import Language
from keko.data.differences import total
from keko.data.text import Text
from keko.exchange.answers import import_answer
from keko.intake.packs.bring_in import Brought
from keko.intake.packs.manifest import Pack, PackedRelease

Json = dict[str, Any]

ALL_HERE = Text(
    "samat luvut on jo julkaistu täällä", "samma tal är redan publicerade här", "the same figures are published here"
)


def pack_answer(pack: Pack, language: Language) -> Json:
    """`keko pack`, and `inspect` of a pack: who made it, and what is in it."""
    facts = pack.model_dump(include={"format", "keko", "made_at", "by"})
    return {**facts, "releases": [_packed(release, language) for release in pack.releases]}


def _packed(release: PackedRelease, language: Language) -> Json:
    facts = release.model_dump(include={"provider", "first", "last", "periods", "rows", "published_at", "territory"})
    texts = {"name": release.indicator.names, "source": release.source, "provider_name": release.provider_names}
    return {
        "indicator": release.indicator.id,
        **facts,
        **{name: text.within(language) for name, text in texts.items()},
        "unit": release.indicator.unit,
        "licence": release.indicator.licence,
        "file": {"name": release.file_name, "sha256": release.file_sha256},
        "note": release.note,
    }


def packed_answer(pack: Pack, brought: Sequence[Brought], language: Language) -> Json:
    """`keko import` of a pack: as of a file, all releases together, and what came of each in `releases`."""
    outcomes = [each.outcome for each in brought if each.outcome]
    statuses = {each.status for each in brought}
    ids = [id_ for outcome in outcomes for id_ in outcome.releases]
    order = ("rejected", "published", "draft", "dry-run", "same")
    return {
        "release": None if not ids else ids[0] if len(ids) == 1 else ids,
        "status": next((status for status in order if status in statuses), "same"),
        "indicators": [each.packed.indicator.id for each in brought],
        "rows": sum(outcome.rows for outcome in outcomes),
        "difference": total([outcome.difference for outcome in outcomes]),
        "hidden": {name: sum(getattr(outcome, name) for outcome in outcomes) for name in ("primary", "secondary")},
        "problems": [problem.as_json(language) for outcome in outcomes for problem in outcome.problems],
        "pack": pack.model_dump(include={"format", "keko", "made_at", "by"}),
        "releases": [_brought(each, language) for each in brought],
    }


def _brought(each: Brought, language: Language) -> Json:
    own = {"indicator": each.packed.indicator.id, "provider": each.provider}
    if each.outcome is None:
        return {**own, "status": "same", "release": None, "problems": [], "line": ALL_HERE.within(language)}
    answer = import_answer(each.outcome, language)
    return {**own, **answer, "line": each.outcome.accounting.line.within(language)}
