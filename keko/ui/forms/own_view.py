"""The form of what is seen first of an area: its benchmark and its headline indicators, for whoever may choose them."""

import streamlit as st

from keko.config import Language
from keko.data.people import Role
from keko.indicators.catalogue import headline_ids
from keko.room.area_views import MOST_INDICATORS, AreaView, remove_area_view, set_area_view
from keko.ui import loads
from keko.ui.forms import deciding, editing, offered
from keko.ui.session import Visit
from keko.ui.view import beside_another, usual_view
from keko.words import admin_own_view as words
from keko.words import interface
from keko.words.area_labels import label
from keko.words.formats import listed

ROLES: tuple[Role, ...] = ("analyst",)


def form(area: str, visit: Visit) -> None:
    """Choose the benchmark and the indicators, in their order, or go back to those of the installation."""
    language, key = visit.view.language, f"own_view_{area}"
    fields = [f"{key}_benchmark", f"{key}_indicators"]
    record = editing.seen(key, loads.area_views(visit.version).get(area), fields)
    wanted = AreaView(area, _benchmark(area, record, fields[0], visit), _indicators(record, fields[1], visit))
    st.text(_preview(wanted, visit))
    st.caption(f"{words.LINKS_WIN.within(language)} {words.ALWAYS_THERE.within(language)}")

    def tell(now: object) -> str:
        return _preview(now, visit) if isinstance(now, AreaView) else ""

    with st.container(horizontal=True):
        saved = deciding.to_save(key, words.SAVE_UNDONE, language)
        restored = record is not None and _restores(key, language)
    if saved:
        editing.save(
            key, lambda connection: set_area_view(connection, wanted, visit.person, record), tell, visit, fields
        )
    if restored:
        editing.save(
            key, lambda connection: remove_area_view(connection, area, visit.person, record), tell, visit, fields
        )


def _restores(key: str, language: Language) -> bool:
    means = [words.RESTORE_UNDONE.within(language)]
    return deciding.to_remove(key, means, language, words.RESTORE, words.YES_RESTORE)


def _benchmark(area: str, record: AreaView | None, key: str, visit: Visit) -> str | None:
    """The field of the benchmark; None for the installation's."""
    language = visit.view.language
    others = {code: name for code, name in offered.every_area(visit).items() if code != area}
    usual = words.USUAL_BENCHMARK.within(language, name=named(_usual_benchmark(area), visit))
    chosen = (record.benchmark if record else None) or ""
    names = offered.with_stored({"": usual, **others}, [chosen])
    return offered.pick(interface.BENCHMARK_AREA.within(language), names, chosen, key) or None


def _indicators(record: AreaView | None, key: str, visit: Visit) -> tuple[str, ...] | None:
    """The field of the headline indicators, in their order; None for the installation's."""
    language, usual = visit.view.language, _usual_indicators(visit)
    asked = offered.several(
        words.INDICATORS.within(language, count=MOST_INDICATORS),
        offered.indicators(visit),
        (record.indicators if record else None) or usual,
        words.CHOOSE_INDICATORS.within(language),
        key,
        max_selections=MOST_INDICATORS,
    )
    return asked if asked and asked != usual else None


def _preview(view: AreaView, visit: Visit) -> str:
    """What is seen first, in a sentence."""
    benchmark = view.benchmark or _usual_benchmark(view.area)
    return words.PREVIEW.within(
        visit.view.language,
        area=named(view.area, visit),
        benchmark=named(benchmark, visit),
        indicators=names_of(view.indicators or _usual_indicators(visit), visit),
    )


def _usual_benchmark(area: str) -> str:
    return beside_another(usual_view(area)).benchmark


def _usual_indicators(visit: Visit) -> tuple[str, ...]:
    return headline_ids(loads.catalogue(visit.version).values())


def named(area: str, visit: Visit) -> str:
    return label(loads.areas(visit.version)[area], visit.view.language)


def names_of(ids: tuple[str, ...], visit: Visit) -> str:
    items, language = loads.catalogue(visit.version), visit.view.language
    return listed([items[id_].names.within(language) for id_ in ids if id_ in items], language)
