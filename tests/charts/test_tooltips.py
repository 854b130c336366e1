"""What every chart tells of a mark that is pointed at: facts by distinct names in the reader's language, nothing else."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from keko.charts.deck import deck
from keko.charts.drawing import Drawing
from keko.charts.legend import legend_of
from keko.charts.marks import dot, told
from keko.charts.place_markers import PlaceMarker
from keko.charts.shape_map import shape_map
from keko.config import LANGUAGES, Language
from keko.indicators.series import Series
from keko.words.charts import FACTS
from tests.charts.map_samples import ADDRESSES, FINLAND, FRAME, counties
from tests.charts.samples import drawings, drawn_samples
from tests.data.figures import every_area, point

_FACT = r'("(?:[^"\\]|\\.)*"): datum\.(\w+) \|\| datum\[\'\'\]'


def unit_charts(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every chart of one mark, wherever it stands in a specification."""
    if "mark" in spec:
        yield spec
    for inner in (*spec.get("layer", []), *([spec["spec"]] if "spec" in spec else [])):
        yield from unit_charts(inner)


def facts(chart: dict[str, Any]) -> list[tuple[str, str]]:
    """The titles and columns of a chart of one mark; nothing where it is silent."""
    told_ = chart.get("encoding", {}).get("tooltip")
    if told_ is None:
        assert chart["mark"]["tooltip"] is None, f"{chart['mark']} shows the names of its columns"
        return []
    expression = told_["value"]["expr"]
    found = re.findall(_FACT, expression)
    assert "{" + ", ".join(f"{title}: datum.{column} || datum['']" for title, column in found) + "}" == expression
    return [(json.loads(title), column) for title, column in found]


def hold(drawing: Drawing, language: Language, name: str) -> None:
    """Facts have names of the language, no two alike, and each is in the data."""
    every = [told_ for chart in unit_charts(drawing.spec) if (told_ := facts(chart))]
    assert every, f"{name} tells nothing"
    known = {text.within(language) for text in FACTS.values()}
    for told_ in every:
        titles, columns = zip(*told_, strict=True)
        assert set(titles) <= known
        assert len(set(titles)) == len(set(columns)) == len(told_)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_tells_its_facts_by_their_names(language: Language) -> None:
    for name, drawing in drawings(language, "light").items():
        hold(drawing, language, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_in_the_data_and_reads_as_words(language: Language) -> None:
    for name, drawing in drawings(language, "light").items():
        columns = {column for chart in unit_charts(drawing.spec) for _, column in facts(chart)}
        assert columns <= set(drawing.data.column_names), name
        for column in columns:
            texts = {value for value in drawing.data[column].to_pylist() if value is not None}
            assert all(isinstance(text, str) for text in texts), f"{name}: {column}"
            assert not texts & {"nan", "None", "null", "–"} - ({"–"} if column == "shown" else set()), (
                f"{name}: {column}"
            )


def test_titles_differ_in_every_language() -> None:
    for language in LANGUAGES:
        titles = [text.within(language) for text in FACTS.values()]
        assert len(set(titles)) == len(titles)
        assert all(title.strip() for title in titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_movable_map_and_its_places_tell_the_same_way(language: Language) -> None:
    plain = counties()
    certain = Series("share", "HVA02", (point(61.0, "2023", lower=60.0, upper=62.0),))
    section = replace(plain, series={**plain.series, "HVA02": certain})
    legend = legend_of(section, "tulos", language, "light")
    shapes = dict.fromkeys(section.series, "{}")
    made = json.loads(deck(section, legend, shapes, FRAME, every_area(), language, "light").to_json())
    told_ = {each["properties"]["code"]: each["properties"]["told"] for each in made["layers"][0]["data"]}
    assert len(told_) == len(section.series)
    for code, html in told_.items():
        titles, texts = zip(*(row.split(": ", 1) for row in html.split("<br>")), strict=True)
        facts_ = ("area", "period", "value", *(["interval"] if code == "HVA02" else []), "verdict")
        assert list(titles) == [FACTS[fact].within(language) for fact in facts_]
        assert "–" not in texts
    marked = type(FRAME)(ADDRESSES, FINLAND, "HVA02", "HVA15", (PlaceMarker("Työpaja", 24.9, 60.4, "Tuusula"),))
    hold(shape_map(section, legend, marked, every_area(), language, "light"), language, "places")


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawings_tell_by_lines_and_are_escaped(language: Language) -> None:
    known = {text.within(language) for text in FACTS.values()}
    for name, svg in drawn_samples(language).items():
        titles = re.findall(r"<title>(.*?)</title>", str(svg))
        assert titles or name == "sparkline", name
        for lines in (title.split("&#10;") for title in titles if ": " in title):
            names = [line.split(": ")[0] for line in lines]
            assert set(names) <= known, name
            assert len(set(names)) == len(names)
    assert told('<b> "x"\n') == "<title>&lt;b&gt; &quot;x&quot;&#10;</title>"
    assert dot("hit", 1, 2, facts="").endswith("/>")
