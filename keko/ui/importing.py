"""What the import page does: look at a file, say what was understood, try it dry, publish."""

import hashlib
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from keko.config import Language, settings
from keko.data.area_names import AreaNames
from keko.intake.bring_in import Order, Outcome, bring_in, refusal
from keko.intake.inspection import inspect
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.problems import Problem, Refused
from keko.intake.understand import Understood, understand
from keko.ui import loads
from keko.ui.descriptions import protection
from keko.ui.session import Visit
from keko.ui.tables import Cell, figure, table, text
from keko.words import interface as words
from keko.words.formats import number, period, unit
from keko.words.terms import KINDS, LEVELS

_PUBLISHED, _ATTEMPT = "import_published", "import_attempt"
_MOST_COLUMNS, _MOST_INDICATORS = 40, 12


@dataclass(frozen=True)
class Attempt:
    """A file that was looked at, and what publishing it would do."""

    digest: str
    inspection: dict[str, Any]
    outcome: Outcome
    understood: Understood | None
    mapping: Mapping

    @property
    def can_publish(self) -> bool:
        """Whether nothing stands in the way."""
        return self.understood is not None and self.outcome.status == "dry-run"

    @property
    def problems(self) -> list[Problem]:
        """All there is to say of the file."""
        return self.outcome.problems


@dataclass(frozen=True)
class _Published:
    digest: str
    outcome: Outcome


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def provider_choice(visit: Visit) -> str:
    """Who delivers the figures: one who has before, or a new one by its name."""
    language = visit.view.language
    known = loads.providers(visit.version)
    chosen = st.selectbox(
        words.PROVIDER.within(language),
        known,
        accept_new_options=True,
        key="provider",
        help=words.PROVIDER_HELP.within(language),
        placeholder=words.PROVIDER.within(language),
    )
    return (chosen or known[0]).strip()


def look(file_name: str, data: bytes, provider: str, mapping_text: str, visit: Visit) -> Attempt:
    """Inspect a file and try it dry; the same file and answers are looked at once."""
    parts = (_digest(data), file_name, provider, mapping_text, visit.version, visit.view.language)
    digest = "|".join(map(str, parts))
    known: Attempt | None = st.session_state.get(_ATTEMPT)
    if known is None or known.digest != digest:
        known = _looked(digest, file_name, data, provider, mapping_text, visit)
        st.session_state[_ATTEMPT] = known
    return known


def _looked(digest: str, file_name: str, data: bytes, provider: str, mapping_text: str, visit: Visit) -> Attempt:
    areas, catalogue = loads.areas(visit.version), list(loads.catalogue(visit.version).values())
    names, limit = AreaNames(areas), settings().max_upload_mb * 1_000_000
    try:
        mapping = read_mapping(mapping_text) if mapping_text.strip() else Mapping()
    except Refused as refused:
        return Attempt(digest, {}, refusal(refused), None, Mapping())
    inspection = inspect(data, file_name, names, mapping, catalogue, visit.view.language, limit)
    try:
        understood = understand(data, file_name, names, catalogue, mapping, None, limit)
    except Refused as refused:
        return Attempt(digest, inspection, refusal(refused), None, mapping)
    order = Order(provider, visit.person, mapping, dry_run=True)
    outcome = bring_in(loads.engine(), understood, data, areas, order)
    return Attempt(digest, inspection, outcome, understood, mapping)


def publish(attempt: Attempt, data: bytes, provider: str, visit: Visit) -> None:
    """Publish what was looked at, and draw the page again with the result."""
    assert attempt.understood is not None
    order = Order(provider, visit.person, attempt.mapping, publish=True)
    outcome = bring_in(loads.engine(), attempt.understood, data, loads.areas(visit.version), order)
    if outcome.status == "published":
        st.session_state[_PUBLISHED] = _Published(_digest(data), outcome)
        st.session_state.pop(_ATTEMPT, None)
    st.rerun()


def is_published(data: bytes) -> bool:
    """Whether this very file was published last."""
    last: _Published | None = st.session_state.get(_PUBLISHED)
    return last is not None and last.digest == _digest(data)


def say_published(visit: Visit) -> None:
    """Tell what was published last, with links to see it."""
    last: _Published | None = st.session_state.get(_PUBLISHED)
    if last is None:
        return
    outcome = last.outcome
    language, catalogue = visit.view.language, loads.catalogue(visit.version)
    st.success(
        words.PUBLISHED.within(language, indicators=len(outcome.indicators), rows=number(outcome.rows, 0, language))
    )
    for id_ in outcome.indicators[:_MOST_INDICATORS]:
        if id_ in catalogue:
            name = catalogue[id_].names.within(language)
            visit.link("mittarit", words.SEE_IT.within(language, name=name), visit.view.with_(indicator=id_))


def understood_html(attempt: Attempt, language: Language) -> str:
    """What was recognised, in a sentence."""
    found = attempt.inspection
    return f"<p>{escape(_summary(found, language))}</p>" if found.get("columns") else ""


def columns_html(attempt: Attempt, language: Language) -> str:
    """What was recognised column by column, folded away."""
    columns = attempt.inspection.get("columns", [])
    if not columns:
        return ""
    rows = [
        [text(one["name"], header=True), text(words.ROLES[one["role"]].within(language))]
        for one in columns[:_MOST_COLUMNS]
    ]
    heads = [words.COLUMN.within(language), words.ROLE.within(language)]
    caption = words.COLUMNS_CAPTION.within(language)
    return f'<details class="keko-fold"><summary>{escape(caption)}</summary>{table(caption, heads, rows)}</details>'


def _summary(found: dict[str, Any], language: Language) -> str:
    levels = ", ".join(f"{LEVELS[level].within(language)} {count}" for level, count in found["areas"]["levels"].items())
    first, last = found["periods"].get("first"), found["periods"].get("last")
    span = "–".join(dict.fromkeys(period(code, language) for code in (first, last) if code)) or "–"
    values = number(found["values"] or 0, 0, language)
    return words.UNDERSTOOD.within(language, file=found["file"], values=values, areas=levels or "–", periods=span)


def problems_html(attempt: Attempt, language: Language) -> str:
    """Problems with row and column, errors first."""
    if not attempt.problems:
        return f"<p>{escape(words.NO_PROBLEMS.within(language))}</p>"
    order = list(words.SEVERITIES)
    rows = [
        [
            text(words.SEVERITIES[one.severity].within(language), header=True),
            figure("" if one.row is None else str(one.row)),
            text(one.column),
            text(one.message.within(language)),
        ]
        for one in sorted(attempt.problems, key=lambda one: order.index(one.severity))
    ]
    heads = [title.within(language) for title in (words.SEVERITY, words.ROW, words.COLUMN, words.MESSAGE)]
    return table(words.PROBLEMS.within(language), heads, rows, numeric=(1,))


def preview_html(attempt: Attempt, visit: Visit) -> str:
    """What publishing would change, and the indicators it would reach."""
    language, known = visit.view.language, loads.catalogue(visit.version)
    assert attempt.understood is not None
    outcome = attempt.outcome
    counts = {name: number(count, 0, language) for name, count in outcome.difference.items()}
    said = words.PREVIEW_CAPTION.within(
        language,
        indicators=len(outcome.indicators),
        rows=number(outcome.rows, 0, language),
        hidden=number(outcome.primary + outcome.secondary, 0, language),
        **counts,
    )
    items = {item.id: item for item in attempt.understood.indicators}
    rows = [
        [
            Cell(text(item.names.within(language)).html + ("" if item.id in known else _new(language)), header=True),
            text(unit(item.unit, language)),
            text(KINDS[item.kind].within(language)),
            text(protection(item, language)),
        ]
        for item in items.values()
    ]
    heads = [title.within(language) for title in (words.INDICATOR, words.UNIT, words.KIND, words.PROTECTION)]
    return f"<p>{escape(said)}</p>" + table(words.PREVIEW.within(language), heads, rows)


def _new(language: Language) -> str:
    return f' <span class="keko-tag">{escape(words.IS_NEW_INDICATOR.within(language))}</span>'
