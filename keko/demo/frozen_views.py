"""Frozen views of invented meetings: an indicator's development as it stood at the end of some period."""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

import sqlalchemy as sa

from keko.charts.lines import line_chart
from keko.config import Language
from keko.data.areas import Areas
from keko.data.releases import visible_releases
from keko.data.sealed import keko_version
from keko.data.versions import read_version
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question
from keko.indicators.situation import Standing, standings
from keko.room.development import develop
from keko.room.frozen import Chart, Figure, FrozenView, Html
from keko.words import downloads as words
from keko.words.area_labels import label
from keko.words.development import development_in_words
from keko.words.formats import number, period, quantity
from keko.words.sentences import indicator_finding
from keko.words.subject import subject
from keko.words.terms import DEMO_NOTICE, INTERVAL, VALUE_AT

_LANGUAGE: Language = "fi"


class Pinned(NamedTuple):
    """A frozen view, and the figure of it that a decision is taken on."""

    view: FrozenView
    figure: Figure


def frozen_indicator(
    connection: sa.Connection, item: Indicator, areas: Areas, pair: Mapping[str, str], until: str, at: str
) -> Pinned | None:
    """The development of `item` as it stood at the end of `until`, frozen `at`; None without demo figures.

    `pair`: the area and its benchmark.
    """
    area, benchmark = pair["area"], pair["benchmark"]
    (standing,) = standings(connection, [item], areas, area, benchmark, Question(), until)
    if not standing.is_demo or standing.latest is None:
        return None
    developed = develop(connection, standing, areas, Question(), until)
    finding = indicator_finding(standing, developed.changes, label(areas[benchmark], _LANGUAGE), _LANGUAGE)
    title = f"{subject(item, Question(), _LANGUAGE)} – {label(areas[area], _LANGUAGE)}"
    figure = _figure(standing, title)
    visible = visible_releases().subquery()
    releases = connection.execute(sa.select(visible.c.release).where(visible.c.indicator == item.id)).scalars()
    chart = line_chart(developed, areas, _LANGUAGE, "light")
    view = FrozenView(
        page="indicators",
        query=f"alue={area}&vertailu={benchmark}&mittari={item.id}&jakso={until}&kuva=kehitys&kieli={_LANGUAGE}",
        language=_LANGUAGE,
        data_version=read_version(connection),
        releases=tuple(sorted(releases)),
        frozen_at=at,
        keko=keko_version(),
        title=title,
        finding=finding,
        paragraph=" ".join(development_in_words(developed, _LANGUAGE)),
        parts=(Chart(chart.whole(), f"{title}. {finding}"), Html(f"<p>{escape(figure.written)}</p>")),
        notes=_notes(standing, areas),
        figures=(figure,),
        is_demo=True,
    )
    return Pinned(view, figure)


def _notes(standing: Standing, areas: Areas) -> tuple[tuple[str, str], ...]:
    notes = {
        words.AREA: label(areas[standing.own.area], _LANGUAGE),
        words.COMPARATOR: label(areas[standing.benchmark.area], _LANGUAGE),
        words.PERIOD: period(standing.period or "", _LANGUAGE),
        words.NOTICE: DEMO_NOTICE.within(_LANGUAGE),
    }
    return tuple((name.within(_LANGUAGE), text) for name, text in notes.items())


def _figure(standing: Standing, name: str) -> Figure:
    latest, item = standing.latest, standing.item
    assert latest is not None
    compared = standing.as_compared.own.at(latest.period) or latest
    value = quantity(latest.value or 0.0, item.decimals, item.unit, _LANGUAGE)
    written = VALUE_AT.within(_LANGUAGE, value=value, period=period(latest.period, _LANGUAGE))
    if latest.lower is not None and latest.upper is not None:
        limits = (number(limit, item.decimals, _LANGUAGE) for limit in (latest.lower, latest.upper))
        written += f", {INTERVAL.within(_LANGUAGE)} {'–'.join(limits)}"
    own = standing.own
    return Figure(
        own.indicator, own.area, "total", "total", "total", name, written, dict(compared._asdict()), own.is_demo
    )
