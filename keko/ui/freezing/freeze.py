"""Freezing: what a page shows of a view, kept as it is drawn, in the reader's language."""

from collections.abc import Callable, Iterable

from keko.data.audit import now
from keko.data.releases import visible_releases
from keko.data.sealed import keko_version
from keko.room.frozen import FrozenView, Html
from keko.ui import loads
from keko.ui.freezing.actors import actors
from keko.ui.freezing.at_rest import plain, tables_of
from keko.ui.freezing.benchmark import benchmark
from keko.ui.freezing.goals import goals
from keko.ui.freezing.indicators import indicators
from keko.ui.freezing.maps import maps
from keko.ui.freezing.overview import overview
from keko.ui.freezing.population import population
from keko.ui.freezing.segments import segments
from keko.ui.freezing.sheet import Sheet
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.navigation import PageName
from keko.ui.view import View
from keko.words import downloads as words
from keko.words.area_labels import label
from keko.words.formats import period
from keko.words.terms import DEMO_NOTICE, MIXED_NOTICE, SEX, SEXES

SHEETS: dict[PageName, Callable[[View, DataVersion], Sheet]] = {
    "overview": overview,
    "population": population,
    "indicators": indicators,
    "benchmark": benchmark,
    "map": maps,
    "segments": segments,
    "actors": actors,
    "goals": goals,
}


def freeze(page: PageName, view: View, version: DataVersion) -> FrozenView:
    """What a page of `SHEETS` shows of a view now.

    The address that goes with it names what the view left to be chosen by itself, so that it means the same ever after; but not a
    period that nobody chose: it leads to the same view with the latest figures.
    """
    sheet = SHEETS[page](view, version)
    return FrozenView(
        page=page,
        query=sheet.view.with_(presented=False, meeting=None, item=None).query(),
        language=view.language,
        data_version=version.number,
        releases=_releases(sheet.rests_on, version),
        frozen_at=now(),
        keko=keko_version(),
        title=plain(sheet.title),
        finding=sheet.finding,
        paragraph=sheet.paragraph,
        parts=sheet.parts,
        plots=sheet.plots,
        tables=sheet.tables + tuple(table for html in _html(sheet) for table in tables_of(html)),
        notes=_notes(sheet, version),
        figures=sheet.figures,
        is_demo=any(sheet.flags),
    )


def _html(sheet: Sheet) -> Iterable[str]:
    return (part.html for part in sheet.parts if isinstance(part, Html))


def _notes(sheet: Sheet, version: DataVersion) -> tuple[tuple[str, str], ...]:
    """What has to be said of the figures: of which areas and sex, from when, from where, and whether they are demo figures."""
    view, language, areas = sheet.view, sheet.view.language, loads.areas(version)
    whole = [
        each for each in sheet.periods if each[:4] == each or each[:4] not in sheet.periods
    ]  # a year holds its months
    first, last = (min(whole), max(whole)) if whole else ("", "")
    covered = "–".join(dict.fromkeys(period(each, language) for each in (first, last) if each))
    demo = DEMO_NOTICE if all(sheet.flags) else MIXED_NOTICE
    notes = {
        words.AREA: label(areas[view.area], language),
        words.COMPARATOR: label(areas[view.benchmark], language),
        SEX: SEXES[view.sex].within(language) if view.sex != "total" else "",
        words.PERIOD: covered,
        words.SOURCE: "; ".join(sheet.sources),
        words.VERSION: str(version.number),
        words.NOTICE: demo.within(language) if any(sheet.flags) else "",
    }
    return tuple((name.within(language), text) for name, text in notes.items() if text)


def _releases(ids: tuple[str, ...], version: DataVersion) -> tuple[int, ...]:
    every = _visible(version)
    return tuple(sorted({release for id_ in ids for release in every.get(id_, ())}))


@kept(2)
def _visible(version: DataVersion) -> dict[str, list[int]]:
    """The releases that readers see, by what they are of."""
    with loads.engine().connect() as connection:
        rows = connection.execute(visible_releases()).all()
    by_id: dict[str, list[int]] = {}
    for row in rows:
        by_id.setdefault(row.indicator, []).append(row.release)
    return by_id
