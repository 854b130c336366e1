"""Same picture, same words: a figure has one value and one verdict wherever a page, an alternative text or a file shows it."""

import re
from collections import defaultdict
from html import unescape

import pytest

from keko.config import LANGUAGES, Language
from keko.exchange.comparisons import comparison_frame
from keko.indicators.over_time.change import changes
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.series import SEXES
from keko.ui import loads
from keko.ui.benchmark import queries, rendered
from keko.ui.maps.scene import map_scene, settled
from keko.ui.maps.side_panel import figures_table
from keko.ui.overview import queries as overview_queries
from keko.ui.overview import rendered as overview
from keko.ui.population import queries as population_queries
from keko.ui.view import BENCHMARK_PICTURES, View
from keko.words.area_labels import label
from keko.words.benchmark import row_in_words
from keko.words.changes import judged_in_words
from keko.words.differences import limits_in_words
from keko.words.formats import number, of_size, period
from keko.words.overview import overview_finding
from keko.words.sentences import indicator_finding, verdict_in_words
from keko.words.terms import VERDICTS

pytestmark = pytest.mark.usefixtures("demo")

PAIRS = [("HVA02", "HVA15"), ("HVA15", "MAA"), ("KU186", "HVA02"), ("TA14", "MAA")]
DAY = "2026-01-01"
WORDS = {text.fi for text in VERDICTS.values()}


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", html))


def rows_of(html: str) -> dict[str, str]:
    """The rows of a table of the benchmark by the indicator they link to."""
    found = re.findall(r"<tr><th.*?</tr>", html, re.DOTALL)
    linked = [(re.search(r"mittari=([^&\"]+)", row), row) for row in found]
    return {link[1]: row for link, row in linked if link}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", BENCHMARK_PICTURES)
@pytest.mark.parametrize("pair", PAIRS)
def test_every_picture_of_the_benchmark_begins_with_what_the_headline_names(
    pair: tuple[str, str], picture: str, language: Language
) -> None:
    version = loads.version()
    view = View(*pair, language, picture=picture)
    finding, drawn = rendered.text(view, version).finding, rendered.picture(view, version)
    assert finding.count(". ") == 1
    begins = re.search(r'(?:scope="rowgroup"[^>]*|class="keko-theme")>([^<]+)<.*?mittari=([^&"]+)[^>]*>([^<]+)<', drawn)
    assert begins
    heading, _, name = (unescape(part) for part in begins.groups())
    assert f". {heading}: {name} (" in finding
    assert drawn.count(f"mittari={begins[2]}&") == 1


@pytest.mark.parametrize("corrected", [False, True])
@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("pair", PAIRS)
def test_every_picture_and_file_of_the_benchmark_gives_one_verdict(
    pair: tuple[str, str], sex: str, corrected: bool
) -> None:
    version = loads.version()
    area, benchmark = pair
    view = View(area, benchmark, "fi", sex=sex, corrected=corrected)
    rows = queries.benchmark(view, version)
    frame = comparison_frame(rows, loads.areas(version), "fi").set_index("Mittari")
    pictures = {
        name: rows_of(rendered.picture(view.with_(picture=name), version))
        for name in ("asema", "erot", "sijoittuminen")
    }
    matrix = rows_of(rendered.picture(view.with_(picture="matriisi"), version))
    for row in rows:
        item, word = row.standing.item, VERDICTS[row.comparison.verdict].fi
        for name, of_picture in pictures.items():
            cell = re.search(
                r'<span class="keko-verdict [^"]*"><span aria-hidden="true">.</span> ([^<]*)', of_picture[item.id]
            )
            assert cell, (name, item.id)
            assert unescape(cell[1]).split(":")[0] == word, (name, item.id)
        assert frame.loc[item.names.fi, "Tulos"] == word
        alt = row_in_words(row, view.question, "A", "B", "fi")
        assert verdict_in_words(row.comparison, "fi") in alt
        own = re.search(r"<td( class=\w)?>(.*?)</td>", matrix[item.id], re.DOTALL)
        assert own
        told = re.search(r"<i>(.*?)</i>", own[2])
        if row.comparison.verdict != "not compared":
            assert told
            assert told[1] == word, item.id
        value = row.comparison.area_value
        if value is not None:
            written = number(value, item.decimals, "fi")
            assert written in plain(pictures["asema"][item.id])
            assert written in plain(pictures["erot"][item.id])
            assert written in alt
            assert plain(own[2]).startswith(written)


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("pair", PAIRS)
def test_intervals_that_read_alike_have_alike_verdicts(pair: tuple[str, str], sex: str) -> None:
    """Whether a difference is shown; which word that is depends on the indicator's direction."""
    rows = queries.benchmark(View(*pair, "fi", sex=sex), loads.version())
    verdicts = defaultdict(set)
    for row in rows:
        if interval := limits_in_words(row.comparison, row.standing.item.decimals, "fi"):
            verdicts[interval].add(row.comparison.is_real)
            holds_nought = (
                not re.search("[1-9]", interval.split(" … ")[0]) or interval[0] != interval.split(" … ")[1][0]
            )
            assert holds_nought != row.comparison.is_real, (row.standing.item.id, interval)
    assert len(verdicts) > 20
    assert all(len(found) == 1 for found in verdicts.values())


@pytest.mark.parametrize("pair", PAIRS)
def test_overview_indicators_and_benchmark_say_the_same_of_a_figure(pair: tuple[str, str]) -> None:
    version, areas = loads.version(), loads.areas(loads.version())
    view = View(*pair, "fi")
    of_benchmark = {row.standing.item.id: row for row in queries.benchmark(view, version)}
    standings = loads.situation(loads.headlines(view.area, version), view, (), version)
    shown = [standing for standing in standings if standing.latest]
    for standing, tile in zip(shown, overview.tiles(view, version).split("<section>")[1:], strict=True):
        assert f"mittari={standing.item.id}&" in tile
        row, text = of_benchmark[standing.item.id], plain(tile)
        word = VERDICTS[row.comparison.verdict].fi
        assert word in text
        assert not {other for other in WORDS - {word} if re.search(rf"[●◆▲▼○–] {other}\b", text)}
        found = changes(standing, breaks_of(view.area, areas))
        finding = indicator_finding(standing, found, label(areas[view.benchmark], "fi"), "fi")
        if row.comparison.is_real:
            better = {"better": "parempi", "worse": "heikompi"}.get(row.comparison.verdict)
            assert better is None or f" {better} kuin vertailualueella" in finding
        latest = standing.latest
        if latest and latest.value is not None:
            written = of_size(latest.value, standing.item.decimals, "fi")
            assert written in text
            assert finding.startswith(written)
            assert period(latest.period, "fi") in text
            assert period(latest.period, "fi") in finding
        judged = judged_in_words(found, "fi")
        if judged:
            assert judged[1] in text
            assert judged[1].split()[0] in finding.lower()


@pytest.mark.parametrize("pair", PAIRS)
def test_a_headline_names_only_what_the_tables_say(pair: tuple[str, str]) -> None:
    version = loads.version()
    view = View(*pair, "fi")
    standings = loads.situation(loads.headlines(view.area, version), view, (), version)
    ahead = sum(standing.comparison.verdict == "better" for standing in standings)
    answers = plain(overview.text(view, DAY, version).answers)
    assert (f"● parempi {ahead} " in answers) == bool(ahead)
    rows = queries.benchmark(view, version)
    text = rendered.text(view, version).finding
    for verdict in ("better", "worse"):
        count = sum(row.comparison.verdict == verdict for row in rows)
        assert (f"{VERDICTS[verdict].fi} {count} " in text.lower()) == bool(count)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pair", PAIRS)
def test_the_overview_tells_one_thing_large_and_at_most_three_with_who_answers_for_them(
    pair: tuple[str, str], language: Language
) -> None:
    version = loads.version()
    view = View(*pair, language)
    standings = loads.situation(loads.headlines(view.area, version), view, (), version)
    needing = overview_queries.needing(view, version)
    shown = overview.text(view, DAY, version)
    told = [standing for standing in standings if standing.item.names.within(language) in shown.finding]
    assert [standing.item.id for standing in told][:1] == [each.standing.item.id for each in needing[:1]]
    assert len(shown.finding) < 160
    assert shown.answers.count("<li>") == shown.answers.count("</small></li>") == min(3, len(needing))
    assert shown.finding == overview_finding(standings, needing, language)


@pytest.mark.parametrize(
    "indicator", ["employment-rate-20-64", "unemployed-job-seekers", "unemployment-benefit-expenditure"]
)
def test_the_map_gives_the_values_and_verdicts_of_the_benchmark(indicator: str) -> None:
    version = loads.version()
    view = View("HVA02", "HVA15", "fi")
    row = next(row for row in queries.benchmark(view, version) if row.standing.item.id == indicator)
    scene = map_scene(settled(view.with_(indicator=indicator), version), "light", version)
    assert scene.section.period == row.period
    assert scene.section.comparisons["HVA02"].verdict == row.comparison.verdict
    shown = plain(figures_table(scene))
    value = number(row.comparison.area_value or 0.0, row.standing.item.decimals, "fi")
    line = re.search(rf"Keski-Uusimaa\s+{re.escape(value)}[^A-ZÅÄÖ]*", shown)
    assert line
    assert VERDICTS[row.comparison.verdict].fi in line[0]


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("pair", PAIRS)
def test_figures_of_the_population_that_read_alike_have_one_verdict(pair: tuple[str, str], sex: str) -> None:
    """The share of the employed among main activities is the employment rate: better here is not merely larger there."""
    found = population_queries.portrait(View(*pair, "fi", sex=sex), (), loads.version())
    verdicts = defaultdict(set)
    for standing in found.standings.values():
        compared, item = standing.comparison, standing.item
        if compared.is_real:
            numbers = (compared.area_value or 0.0, compared.benchmark_value or 0.0)
            key = (compared.period, item.population.ages, *(number(value, item.decimals, "fi") for value in numbers))
            verdicts[key].add(compared.verdict)
    assert verdicts
    assert {key: words for key, words in verdicts.items() if len(words) > 1} == {}
