"""Every page of readers can be frozen, as it is drawn: in every picture and language, at rest, with its figures beside it."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from keko.config import LANGUAGES, Language
from keko.data.days import today
from keko.data.engine import connect
from keko.data.releases import visible_releases
from keko.room.frozen import Chart, FrozenView, Html, Table, as_json, frozen_from
from keko.ui import loads
from keko.ui.addresses import read_view
from keko.ui.benchmark import rendered as benchmark
from keko.ui.freezing.at_rest import at_rest, plain, tables_of
from keko.ui.freezing.freeze import SHEETS, freeze
from keko.ui.html import outside
from keko.ui.navigation import PAGES, PageName
from keko.ui.overview import choices, queries
from keko.ui.overview import rendered as overview
from keko.ui.view import (
    BENCHMARK_PICTURES,
    ECOSYSTEM_PICTURES,
    GOAL_PICTURES,
    INDICATOR_PICTURES,
    MAP_PICTURES,
    SEGMENT_PICTURES,
    View,
    with_picture,
)
from keko.words import downloads
from keko.words import overview as words
from keko.words import segments as segment_words
from keko.words import since as since_words

PICTURES: dict[PageName, tuple[str, ...]] = {
    "benchmark": BENCHMARK_PICTURES,
    "indicators": INDICATOR_PICTURES,
    "map": MAP_PICTURES,
    "segments": SEGMENT_PICTURES,
    "actors": ECOSYSTEM_PICTURES,
    "goals": GOAL_PICTURES,
}
EVERY = [(page, picture) for page in SHEETS for picture in PICTURES.get(page, ("",))]


@pytest.fixture(autouse=True)
def demo(demo_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    monkeypatch.setenv("KEKO_DATABASE_URL", demo_url)
    engine = connect(demo_url)
    yield engine
    engine.dispose()


def frozen(page: PageName, picture: str = "", language: Language = "fi", **changes: object) -> FrozenView:
    return freeze(page, View("HVA02", "HVA15", language, picture=picture).with_(**changes), loads.version())


def test_every_page_of_figures_can_be_frozen() -> None:
    assert set(SHEETS) == {entry.file for entry in PAGES if entry.filtered and entry.roles == ("reader",)}


@pytest.mark.parametrize(("page", "picture"), EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frozen_page_says_what_it_found_and_is_the_same_whenever_it_is_read(
    page: PageName, picture: str, language: Language
) -> None:
    view = frozen(page, picture, language)
    assert frozen_from(as_json(view)) == view
    assert view.title
    assert view.finding
    assert view.parts
    assert view.is_demo
    assert dict(view.notes)
    again = frozen(page, picture, language)
    assert as_json(replace(again, frozen_at=view.frozen_at)) == as_json(view)


@pytest.mark.parametrize(("page", "picture"), EVERY)
def test_nothing_in_it_moves_or_is_fetched_later(page: PageName, picture: str) -> None:
    for part in frozen(page, picture).parts:
        if isinstance(part, Html):
            assert not {"<a ", "<form", "<button", "<input", "<script"} & set(part.html.replace("<", "\n<").split("\n"))
            assert "href=" not in part.html
        else:
            assert '"url"' not in json.dumps(part.spec)
            assert part.spec["data"]["values"]
            assert part.alt


@pytest.mark.parametrize(("page", "picture"), EVERY)
def test_its_address_shows_the_same_page_to_whoever_opens_it(page: PageName, picture: str) -> None:
    view = frozen(page, picture)
    parameters = dict(part.split("=") for part in view.query.split("&"))
    version = loads.version()
    read = read_view(parameters, loads.areas(version), loads.catalogue(version))
    assert not read.unknown
    assert freeze(page, read.view, version).query == view.query


def test_it_says_the_same_as_the_page() -> None:
    version, view = loads.version(), View("HVA02", "HVA15", "fi")
    assert frozen("overview").finding == overview.text(view, choices.day_since(view, today()), version).finding
    picture = benchmark.picture(with_picture(view), version)
    assert at_rest(picture) in [part.html for part in frozen("benchmark").parts if isinstance(part, Html)]


def test_the_overview_holds_all_that_the_page_shows_and_rests_on_all_of_it(demo: sa.Engine) -> None:
    version, view = loads.version(), View("HVA02", "HVA15", "fi")
    held, day = frozen("overview"), choices.day_since(view, today())
    parts = [part.html for part in held.parts if isinstance(part, Html)]
    everything = (
        overview.text(view, day, version).answers,
        overview.in_brief(view, "light", version),
        overview.changes(view, day, today(), version),
    )
    assert all(at_rest(piece) in parts for piece in everything)
    assert held.plots[0].title in held.finding
    titles = {table.title for table in held.tables}
    assert {words.NEEDS_ATTENTION.fi, words.DIFFICULT_TO_EMPLOY.fi, since_words.FRESHNESS.fi} <= titles
    assert any(title.startswith(segment_words.PAGE.fi) for title in titles)
    with demo.connect() as connection:
        rows = {row.indicator: row.release for row in connection.execute(visible_releases())}
    model = next(iter(loads.segment_models(version).values())).model.entry
    behind = {rows[id_] for id_ in ("population", "difficult-to-employ-share", model) if id_ in rows}
    assert len(behind) == 3
    assert behind <= set(held.releases)


def test_it_tells_on_which_releases_it_rests_and_on_which_figure_one_may_decide() -> None:
    view = frozen("indicators", indicator="employment-rate-20-64")
    (figure,) = view.figures
    assert len(view.releases) == 1
    assert (figure.indicator, figure.area, figure.sex) == ("employment-rate-20-64", "HVA02", "total")
    assert figure.point["lower"] is None or figure.point["lower"] <= figure.point["value"]  # type: ignore[operator]
    assert "%" in figure.written


def test_a_map_carries_its_geometry() -> None:
    charts = [part for part in frozen("map", "piirros", level="HVA").parts if isinstance(part, Chart)]
    assert charts
    assert '"coordinates"' in json.dumps(charts[0].spec)


def test_the_tables_of_a_page_are_read_as_they_stand() -> None:
    html = (
        '<table><caption>Luvut &amp; muut</caption><thead><tr><th>Alue</th><th>Kuva</th><th class="n">2024</th></tr></thead>'
        '<tbody><tr class="group"><th colspan="3">Ryhmä</th></tr><tr><th><a href="/x">Keusote</a><br><small>osa</small></th>'
        '<td><svg aria-label="viiva"><text>7</text></svg></td><td><span aria-hidden="true">●</span> 75,1 '
        "<small>ennakkotieto</small></td></tr></tbody></table>"
    )
    rows = (("Ryhmä", ""), ("Keusote, osa", "75,1; ennakkotieto"))
    assert tables_of(html) == (Table("Luvut & muut", ("Alue", "2024"), rows),)


def test_columns_are_named_by_all_the_rows_of_a_head() -> None:
    html = (
        '<table><thead><tr><td></td><th colspan="2">Keusote</th><th colspan="2">Hyvaks</th></tr>'
        "<tr><th>Vaihe</th><th>Kuka</th><th>Odotus</th><th>Kuka</th><th>Odotus</th></tr></thead>"
        "<tr><th>Arvio</th><td>A</td><td>7</td><td>B</td><td>9</td></tr></table>"
    )
    columns = ("Vaihe", "Keusote, Kuka", "Keusote, Odotus", "Hyvaks, Kuka", "Hyvaks, Odotus")
    assert tables_of(html) == (Table("", columns, (("Arvio", "A", "7", "B", "9"),)),)


def test_a_page_at_rest_reads_as_it_did() -> None:
    html = (
        '<form><input type="hidden" name="x"><button name="alue" value="KU1" aria-current="true">Hanko</button></form>'
    )
    assert at_rest(html) == '<div><span aria-current="true">Hanko</span></div>'
    tile = '<a class="area" style="grid-area:1/4" href="?alue=HVA21">Lappi</a>'
    assert at_rest(tile) == '<span class="area" style="grid-area:1/4">Lappi</span>'
    assert plain('<span class="area">Keusote</span> – A &amp; B') == "Keusote – A & B"


def test_what_stands_on_lines_of_its_own_is_parted_and_where_a_link_leads_is_not_read_on_paper() -> None:
    wait = (
        "<a href='/x'>Viive</a><br>Keusote: <b>36 päivää</b><br><small>95 %:n väli 34–42</small><br><small>2025</small>"
    )
    assert plain(wait) == "Viive; Keusote: 36 päivää; 95 %:n väli 34–42; 2025"
    assert plain("<p>Yksi</p><p>kaksi&nbsp;&lt;3</p>") == "Yksi; kaksi <3"
    assert plain('<span aria-hidden="true">▲</span> pisin') == "pisin"
    there = outside("https://tuki.example.fi", "tuki.example.fi", "fi")
    assert (plain(there), at_rest(there).count("span")) == ("tuki.example.fi", 2)


def test_the_overview_tells_the_periods_of_all_that_it_shows() -> None:
    version, view = loads.version(), View("HVA02", "HVA15", "fi")
    segments, counties = queries.shown_segments(view, version), queries.shown_counties(view, version)
    assert segments
    assert counties
    told = dict(frozen("overview").notes)[downloads.PERIOD.fi]
    first, last = told[:4], told[-4:]
    for period in (segments.period, counties.period):
        assert period
        assert first <= period[:4] <= last
    headlines = [each.latest.period for each in queries.headlines(view, version) if each.latest]
    assert segments.period
    assert segments.period[:4] < min(headlines)[:4]  # else it would be told all the same
