"""From the texts of a column of areas to codes, with words for what cannot be told and for what is passed over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from keko.data.area_names import AreaNames, Match, folded
from keko.data.areas import Areas
from keko.data.arrays import Positions
from keko.data.other_levels import OtherLevel
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.mappings import PassOver
from keko.intake.values import area_problems as kinds
from keko.intake.values.distinct import Distinct
from keko.words.terms import LEVELS

_BESIDE = "\x1f"
_OR = Text(" tai ", " eller ", " or ")
_NOT_KNOWN = {"unknown", "unknown code", "contradicted", "abolished"}


@dataclass(frozen=True)
class AreaTexts:
    """The areas of a column. `codes`: of every row, missing where there is none.

    `passed`: for every row the place in `reasons` of why it is passed over, -1 where it is not. `merged`: municipalities into
    which others were merged that are passed over, and when the last was.
    """

    codes: "pd.Series[str]"
    problems: list[Problem]
    passed: Positions
    reasons: list[Text] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    merged: dict[str, date] = field(default_factory=dict)

    @classmethod
    def none(cls, rows: Positions) -> "AreaTexts":
        """No area on any row, and nothing to tell."""
        return cls(pd.Series(pd.NA, index=rows, dtype="str"), [], np.full(len(rows), -1, dtype=np.intp))


@dataclass(frozen=True)
class _Seen:
    """What the distinct texts of a column turned out to be, and why some are passed over."""

    column: Distinct
    name: str
    names: AreaNames
    matches: dict[str, Match]
    reasons: dict[str, Text]

    def told(self, text: str) -> str:
        """A text as it is shown: a code and the name from the column beside it."""
        return " ".join(filter(None, text.split(_BESIDE)))

    def row(self, text: str) -> int:
        """Where a text stands first."""
        return int(self.column.first_rows[self.column.texts.index(text)])


def read_areas(
    column: Distinct,
    name: str,
    names: AreaNames,
    level: str | None,
    other: OtherLevel | None = None,
    pass_over: PassOver | None = None,
    decisions: Mapping[str, str] | None = None,
) -> AreaTexts:
    """The areas of every row.

    `column`: texts, those of `beside` with the names that stand beside them; `name`: what the column is called; `level`: of
    its areas, where the header or the mapping tells it; `other`: the level that KEKO does not keep, where the header names
    one; `pass_over`: what an analyst chose to leave out; `decisions`: the codes of areas that an analyst chose, by text.
    """
    matches = _decided(_matched(column, names, level, other), decisions or {}, names.areas)
    seen = _Seen(column, name, names, matches, _reasons(matches, pass_over or PassOver()))
    kept = {text: match for text, match in matches.items() if text not in seen.reasons}
    codes = {text: match.code for text, match in kept.items() if match.code}
    reasons = list(dict.fromkeys(seen.reasons.values()))
    places = [reasons.index(seen.reasons[text]) if text in seen.reasons else -1 for text in column.texts]
    ambiguous = [text for text, match in kept.items() if match.outcome == "ambiguous"]
    unmatched = [text for text, match in kept.items() if match.outcome in _NOT_KNOWN]
    foreign = [text for text, match in matches.items() if match.outcome == "abroad"]
    nothing = not codes and not ambiguous and matches
    return AreaTexts(
        column.spread(codes),
        _nothing_left(seen, [*unmatched, *foreign]) if nothing else [*_each(seen, kept), *_passed(seen)],
        column.take(np.array(places, dtype=np.intp)) if places else np.full(len(column.rows), -1, dtype=np.intp),
        reasons,
        [_own(text) for text in (unmatched or foreign if nothing else unmatched)],
        [_own(text) for text in ambiguous],
        _merged(seen),
    )


def _own(text: str) -> str:
    """What the column of areas says itself."""
    return next(filter(None, text.split(_BESIDE)), "")


def _merged(seen: _Seen) -> dict[str, date]:
    """The municipalities of today that lack a part before a day, that part being passed over."""
    days: dict[str, date] = {}
    for text in seen.reasons:
        if former := seen.matches[text].former:
            heir = former.heir(seen.names.areas)
            days[heir] = max(former.day, days.get(heir, former.day))
    return days


def beside(own: "pd.Series[str]", labels: Sequence["pd.Series[str]"]) -> Distinct:
    """The texts of a column of areas, each with those of the columns that name the same areas again."""
    texts = own.str.strip()
    for label in labels:
        texts = texts + _BESIDE + label.str.strip()
    return Distinct.of(texts)


def _matched(column: Distinct, names: AreaNames, level: str | None, other: OtherLevel | None) -> dict[str, Match]:
    """What each text means; where there is no code, as on the row of a total, what the name beside it does."""
    filled = {text: parts for text in column.texts if (parts := [part for part in text.split(_BESIDE) if part])}
    of_own = names.settle([parts[0] for parts in filled.values()], level, other)
    return {text: _agreeing(names, of_own[parts[0]], parts[1:]) for text, parts in filled.items()}


def _decided(matches: dict[str, Match], decisions: Mapping[str, str], areas: Areas) -> dict[str, Match]:
    """The same with what an analyst chose between several readings, or for a name that no area has; never against the file."""
    chosen = {folded(text): code for text, code in decisions.items() if code in areas}
    decided = dict(matches)
    for text, match in matches.items():
        code = chosen.get(folded(_own(text)))
        open_one = match.outcome == "unknown" and not match.named and not match.former
        if code and (open_one or (match.outcome == "ambiguous" and code in match.candidates)):
            decided[text] = replace(match, outcome="matched", code=code)
    return decided


def _agreeing(names: AreaNames, match: Match, labels: Iterable[str]) -> Match:
    """A match with the names beside it: they must be the area's, or those of an area that it is in."""
    for label in labels:
        match = names.with_label(match, label)
    return match


def _reasons(matches: dict[str, Match], pass_over: PassOver) -> dict[str, Text]:
    """Why texts are passed over, by text."""
    chosen = set(map(folded, pass_over.areas))
    reasons = {}
    for text, match in matches.items():
        parts = text.split(_BESIDE)
        if chosen & {folded(part) for part in (*parts, " ".join(parts))}:
            reasons[text] = kinds.CHOSEN
        elif match.other:
            reasons[text] = match.other.name
        elif match.outcome == "abroad":
            reasons[text] = kinds.ABROAD
        elif match.outcome in _NOT_KNOWN and pass_over.unknown_areas:
            reasons[text] = kinds.FORMER if match.former else kinds.UNKNOWN
    return reasons


def _nothing_left(seen: _Seen, foreign: list[str]) -> list[Problem]:
    """Why no row has an area: none is of Finland, or those that are of Finland are of levels that are not kept."""
    finnish = [text for text in foreign if seen.matches[text].named or seen.matches[text].former]
    if finnish:
        return _each(seen, {text: seen.matches[text] for text in finnish})
    if foreign:
        match, text = seen.matches[foreign[0]], foreign[0]
        why = kinds.WHY_CODE.filled(coded=_in_words(match.candidates, seen.names.areas)) if match.candidates else ""
        return [kinds.NO_KNOWN_AREA.at(seen.row(text), seen.name, text=seen.told(text), count=len(foreign), why=why)]
    others = [text for text in seen.reasons if seen.matches[text].other]
    if not others:
        return _passed(seen)
    levels = _listed(seen.reasons[text] for text in others)
    return [kinds.ONLY_OTHER_LEVELS.at(seen.row(others[0]), seen.name, text=seen.told(others[0]), levels=levels)]


def _each(seen: _Seen, kept: dict[str, Match]) -> list[Problem]:
    """Each text that has no area once, where it stands first."""
    places: dict[ProblemKind, list[dict[str, object]]] = {}
    for text, match in kept.items():
        kind = _kind(match)
        if kind:
            words = {"candidates": match.candidates, "coded": match.candidates, "named": match.named}
            filling = {word: _in_words(codes, seen.names.areas) for word, codes in words.items()}
            place = {"row": seen.row(text), "column": seen.name, "text": seen.told(text), **filling}
            place |= {"own": _own(text), "codes": match.candidates}
            if match.former:
                heir = seen.names.areas[match.former.heir(seen.names.areas)]
                place |= {"day": kinds.day_in_words(match.former.day), "successor": heir.name}
            places.setdefault(kind, []).append(place)
    return [problem for kind, at in places.items() for problem in kind.each(pd.DataFrame(at))]


def _kind(match: Match) -> ProblemKind | None:
    if match.outcome == "contradicted":
        return kinds.CODE_NAME_MISMATCH if match.named else kinds.CODE_WITHOUT_ITS_NAME
    if match.outcome == "unknown" and match.named:
        return kinds.AREA_OF_OTHER_LEVEL
    by_outcome = {
        "unknown": kinds.UNKNOWN_AREA,
        "unknown code": kinds.UNKNOWN_AREA_CODE,
        "ambiguous": kinds.AMBIGUOUS_AREA,
        "abolished": kinds.ABOLISHED_BEFORE,
    }
    return by_outcome.get(match.outcome)


def _passed(seen: _Seen) -> list[Problem]:
    """What was passed over: levels that are not kept, and the rest."""
    levels = [text for text in seen.reasons if seen.matches[text].other]
    others = [text for text in seen.reasons if not seen.matches[text].other]
    return [
        *_counted(seen, kinds.LEVEL_NOT_KEPT, levels),
        *_counted(seen, kinds.AREAS_PASSED_OVER, others),
    ]


def _counted(seen: _Seen, kind: ProblemKind, texts: list[str]) -> list[Problem]:
    if not texts:
        return []
    counts = dict(zip(seen.column.texts, seen.column.counts.tolist(), strict=True))
    example, reasons = texts[0], _listed(seen.reasons[text] for text in texts)
    count = sum(counts[text] for text in texts)
    return [kind.at(count=count, levels=reasons, text=seen.told(example), example=seen.row(example))]


def _listed(texts: Iterable[Text]) -> Text:
    return Text(*(", ".join(parts) for parts in zip(*dict.fromkeys(texts), strict=True)))


def _in_words(codes: tuple[str, ...], areas: Areas) -> Text:
    """Areas as "Salo (kunta) tai Salo (työllisyysalue)"; those of levels that are not kept are left out."""
    kept = [areas[code] for code in codes if code in areas]
    names_and_levels = [zip(area.short, LEVELS[area.level], strict=True) for area in kept]
    by_language = zip(*([f"{name} ({level})" for name, level in area] for area in names_and_levels), strict=True)
    if not kept:
        return Text.same("")
    return Text(*(either.join(texts) for either, texts in zip(_OR, by_language, strict=True)))
