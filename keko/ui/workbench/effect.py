"""What readers would see change if a file were published: a sentence first, then every figure for who wants to look."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.history import RowChange
from keko.data.problems import errors
from keko.data.text import Plural, Text
from keko.intake.release.changes import Change, Changes
from keko.ui import loads
from keko.ui.html import effect_sentence, fold, lead, paragraph
from keko.ui.session import Visit
from keko.ui.tables import figure, table, text
from keko.ui.workbench.files import Examined
from keko.words import effect as words
from keko.words import interface as common
from keko.words import workbench
from keko.words.area_labels import short
from keko.words.formats import listed, number, period
from keko.words.terms import SEXES, STATUSES

_YEAR = 4


def effect(examined: Examined, visit: Visit) -> str:
    """The sentence in large type, and what it rests on in small: the greatest change, what is hidden, the file's rows."""
    language, outcome = visit.view.language, examined.outcome
    account = paragraph(outcome.accounting.line.within(language)) if examined.inspection["columns"] else ""
    if not examined.can_publish:
        wrong = len({(problem.code, problem.row, problem.column) for problem in errors(outcome.problems)})
        return effect_sentence(words.CANNOT.within(language, count=wrong)) + account
    hidden = outcome.primary + outcome.secondary
    parts = [*_added((outcome.changes or Changes()), language), *_counted(examined, language)]
    sentence = (
        words.PUBLISHING.within(language, parts=listed(parts, language)) if parts else words.NOTHING.within(language)
    )
    beside = [
        *_largest(examined, visit),
        *_demo_replaced(examined, visit),
        *([words.REMOVES_NOTHING.within(language)] if parts and not _removes(examined, visit) else []),
        *([words.HIDES.within(language, count=hidden, hidden=number(hidden, 0, language))] if hidden else []),
    ]
    return effect_sentence(sentence) + (lead(" ".join(beside)) if beside else "") + account


def figures(examined: Examined, visit: Visit) -> str:
    """The figures that change and those that go, each in a table that can be opened."""
    language, seen = visit.view.language, (examined.outcome.changes or Changes())
    tables = ((words.CHANGED, seen.changed, "changed"), (words.REMOVED, seen.removed, "removed"))
    return "".join(
        fold(f"{title.within(language)} ({_total(examined, name, language)})", _table(title, rows, examined, visit))
        for title, rows, name in tables
        if rows
    )


def _total(examined: Examined, name: str, language: Language) -> str:
    counts: dict[str, int] = dict(examined.outcome.difference)  # type: ignore[arg-type]
    return number(counts[name], 0, language)


def _added(seen: Changes, language: Language) -> list[str]:
    if not seen.areas:
        return []
    yearly = len(seen.first) == len(seen.last) == _YEAR
    words_of: Plural = words.ADDS_PERIODS
    if yearly:
        words_of = words.ADDS_YEAR if seen.first == seen.last else words.ADDS_YEARS
    return [
        words_of.within(
            language, count=seen.areas, first=period(seen.first, language), last=period(seen.last, language)
        )
    ]


def _counted(examined: Examined, language: Language) -> list[str]:
    counts, turned = examined.outcome.difference, len(examined.outcome.consequences)
    parts: list[tuple[Plural, int]] = [(words.CHANGES, counts["changed"]), (words.REMOVES, counts["removed"])]
    told = [
        plural.within(language, count=count, figures=number(count, 0, language)) for plural, count in parts if count
    ]
    return [*told, *([words.TURNS.within(language, count=turned)] if turned else [])]


def _largest(examined: Examined, visit: Visit) -> list[str]:
    """The greatest change, first of those that change."""
    changed = (examined.outcome.changes or Changes()).changed
    if not changed:
        return []
    language, row = visit.view.language, changed[0].row
    before, after = before_and_after(changed[0].row, language)
    facts = {"indicator": examined.names(visit.view.language)[changed[0].indicator], "before": before, "after": after}
    area = short(loads.areas(visit.version)[row.area], language)
    return [words.LARGEST.within(language, area=area, period=period(row.period, language), **facts)]


def _removes(examined: Examined, visit: Visit) -> bool:
    return bool(examined.outcome.difference["removed"] or _demo_replaced(examined, visit))


def _demo_replaced(examined: Examined, visit: Visit) -> list[str]:
    """The indicators whose demo figures give way: they and real ones never stand together."""
    language, figures, names = visit.view.language, loads.figures(visit.version), examined.names(visit.view.language)
    demo = [names[id_] for id_ in examined.outcome.indicators if figures.get(id_) and id_ in names]
    return [words.REPLACES_DEMO.within(language, count=len(demo), indicators=", ".join(demo))] if demo else []


def _table(title: Text, changes: Sequence[Change], examined: Examined, visit: Visit) -> str:
    language, areas, names = visit.view.language, loads.areas(visit.version), examined.names(visit.view.language)
    titles = (common.INDICATOR, common.AREA, common.PERIOD, common.SEX, workbench.BEFORE, workbench.AFTER)
    rows = [
        [
            text(names[change.indicator], header=True),
            text(short(areas[change.row.area], language)),
            text(period(change.row.period, language)),
            text(SEXES[change.row.sex].within(language)),
            *map(figure, before_and_after(change.row, language)),
        ]
        for change in changes
    ]
    heads = [head.within(language) for head in titles]
    return table(title.within(language), heads, rows, numeric=(4, 5), tall=True)


def before_and_after(row: RowChange, language: Language) -> tuple[str, str]:
    """Both values of a row that differs, in words; a status where there is no value."""

    def in_words(value: float | None, status: str | None) -> str:
        if value is not None:
            return number(value, 1, language)
        return STATUSES[status].within(language) if status else "–"

    return in_words(row.before, row.before_status), in_words(row.after, row.after_status)
