"""Charts over time: what stands in them, and that they are drawn."""

import json
import math
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, get_args

import numpy as np
import pytest

from keko.charts.drawing import Drawing, KeyEntry, Note
from keko.charts.key import key_html
from keko.charts.lines import line_chart
from keko.charts.process import process_drawing
from keko.config import LANGUAGES, Language
from keko.data.text import Text
from keko.exchange.pictures import png_bytes, svg_bytes
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.achieved import Coverage
from keko.indicators.over_time.forecast import Ahead, Forecast
from keko.indicators.over_time.process import ProcessChart, process_chart
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.room.development import Development
from keko.room.marks import Mark
from keko.room.targets import Target
from keko.room.undertakings import Undertaking
from keko.words.charts import KEY, NOTES
from tests.charts.pictures import as_svg, drawn
from tests.data.figures import every_area, item, point

SHARE = item()
REFORM = Mark("r", date(2023, 1, 1), Text("Uudistus", "Reform", "Reform"))
AIM = Target("share", "HVA02", 63.0, "2022", "2027")


def years(area: str, base: float, **last: Any) -> Series:
    points = [point(base + n, str(2018 + n), lower=base + n - 1, upper=base + n + 1) for n in range(7)]
    return Series("share", area, (*points, point(base + 7, "2025", **({"lower": base + 6, "upper": base + 8} | last))))


def development(own: Series, other: Series, **parts: Any) -> Development:
    standing = Standing(SHARE, own, other, Comparison("share", own.area, other.area, "no difference"))
    settled: dict[str, Any] = {
        "trend": None, "process": None, "forecast": Forecast("share", own.area), "coverage": Coverage(),
    }  # fmt: skip
    return Development(standing, **(settled | parts))


def rows(drawing: Drawing, kind: str) -> list[dict[str, Any]]:
    return [row for row in drawing.data.to_pylist() if row["kind"] == kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_events_and_the_target_are_readable_without_hovering(language: Language) -> None:
    development_ = development(years("HVA02", 50), years("HVA15", 45), marks=(REFORM,), target=AIM)
    svg = as_svg(line_chart(development_, every_area(), language, "light"))
    names = {"fi": ("Keski-Uusimaa", "Uudistus 1.1.2023", "Tavoite 63,0"),
             "sv": ("Mellersta Nyland", "Reform 1.1.2023", "Mål 63,0"),
             "en": ("Central Uusimaa", "Reform 1 Jan 2023", "Target 63.0")}  # fmt: skip
    assert all(name in svg for name in names[language])


def test_an_action_that_no_figure_has_followed_yet_is_seen_and_one_far_ahead_leaves_the_figures_their_room() -> None:
    actions = tuple(
        Undertaking(id="a", name=Text.same("Toimi"), status="done", begins=day, indicators=None)
        for day in (date(2026, 11, 30), date(2040, 1, 1))
    )
    happened = {"actions": actions, "marks": tuple(action.mark for action in actions)}
    own, chart = months([10.0, 12.0] * 60)
    yearly = development(years("HVA02", 50), years("HVA15", 45), **happened)
    monthly = development(own, Series("share", "HVA15"), process=chart, **happened)
    for drawing in (
        line_chart(yearly, every_area(), "fi", "light"),
        process_drawing(monthly, every_area(), "fi", "light"),
    ):
        assert [row["day"] for row in rows(drawing, "event")] == ["2026-11-30"]


def test_a_preliminary_point_is_open_and_an_uncertain_one_faded() -> None:
    own = years("HVA02", 50, status="preliminary", lower=30.0, upper=80.0)
    last = rows(line_chart(development(own, years("HVA15", 45)), every_area(), "fi", "light"), "value")[7]
    assert last["open"]
    assert last["faded"]
    assert "ennakkotieto" in last["note"]
    assert "epävarma" in last["note"]


def test_a_missing_point_stands_in_the_chart_with_its_reason() -> None:
    gap = point(None, "2022", status="hidden", reason="small cell")
    full = years("HVA02", 50)
    own = replace(full, points=tuple(gap if point.period == "2022" else point for point in full.points))
    drawing = line_chart(development(own, years("HVA15", 45)), every_area(), "fi", "light")
    (missing,) = rows(drawing, "missing")
    assert missing["note"] == "peitetty tietosuojan vuoksi: luku on pieni tai kertoisi pienestä"
    assert "×" in as_svg(drawing)


def test_a_merger_breaks_the_line_and_is_named() -> None:
    drawing = line_chart(development(years("KU507", 50), years("MAA", 45)), every_area(), "fi", "light")
    parts = {row["part"] for row in rows(drawing, "value") if row["area"] == "Mäntyharju"}
    assert len(parts) == 2  # Pertunmaa was merged into Mäntyharju on 1.1.2025
    assert "Kuntaliitos 1.1.2025" in as_svg(drawing)


def test_a_forecast_starts_at_the_newest_value() -> None:
    ahead = Forecast("share", "HVA02", (Ahead("2026", 58.0, 55.0, 61.0),))
    drawing = line_chart(
        development(years("HVA02", 50), years("HVA15", 45), forecast=ahead), every_area(), "fi", "light"
    )
    assert [(row["period"], row["lower"], row["upper"]) for row in rows(drawing, "forecast")] == [
        ("2025", 57.0, 57.0),
        ("2026", 55.0, 61.0),
    ]


def test_months_show_ordinary_variation_and_what_is_out_of_it() -> None:
    values = [*[10.0, 12.0] * 6, 10.0, 25.0]
    points = tuple(point(value, f"{2024 + n // 12}-{n % 12 + 1:02}") for n, value in enumerate(values))
    own = Series("share", "HVA02", points)
    development_ = development(own, Series("share", "HVA15"), process=process_chart(item(frequency="month"), own))
    drawing = process_drawing(development_, every_area(), "fi", "light")
    looks = [row["look"] for row in rows(drawing, "value")]
    assert looks[-1] == "better"
    assert set(looks[:-1]) == {"ordinary"}
    assert drawn(as_svg(drawing), "symbol") >= len(values)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_says_what_it_shows(theme: Any) -> None:
    development_ = development(years("HVA02", 50), years("HVA15", 45))
    drawing = line_chart(development_, every_area(), "fi", theme)
    texts = ("Työllisyysaste", "57,0 % (2025).", "Alue: Keski-Uusimaa · Lähde: Tilastokeskus", "white")
    svg = svg_bytes(drawing.spec, drawing.data, *texts).decode()
    assert all(text in svg for text in texts[:2])
    assert "Tilastokeskus" in svg
    assert png_bytes(drawing.spec, drawing.data, *texts).startswith(b"\x89PNG")


def gone(own: Series, *periods: str) -> Series:
    """Without the rows of `periods`."""
    return replace(own, points=tuple(point for point in own.points if point.period not in periods))


def parts(drawing: Drawing, area: str) -> list[str]:
    return [row["part"] for row in rows(drawing, "value") if row["area"] == area]


def test_a_missing_year_breaks_the_line_and_its_shading() -> None:
    own = gone(years("HVA02", 50), "2020", "2022")
    drawing = line_chart(development(own, years("HVA15", 45)), every_area(), "fi", "light")
    mine = parts(drawing, "Keski-Uusimaa")
    assert [len(list(run)) for _, run in groupby(mine)] == [2, 1, 3]
    assert len(set(parts(drawing, "Keski-Suomi"))) == 1
    assert "gap" in drawing.notes
    assert [row["alone"] for row in rows(drawing, "value") if row["period"] == "2021"] == [True, False]
    svg = as_svg(drawing)
    assert drawn(svg, "line") == 3 + 1


def months(values: list[float], **options: Any) -> tuple[Series, ProcessChart]:
    points = tuple(point(value, f"{2016 + n // 12}-{n % 12 + 1:02}") for n, value in enumerate(values))
    own = Series("share", "HVA02", points)
    return own, process_chart(item(frequency="month", **options), own)


def test_months_that_remember_show_their_level_above_their_changes() -> None:
    steps = np.random.default_rng(1).normal(0, 0.02, 60).cumsum()
    own, chart = months([3000 * math.exp(step) for step in steps], kind="count", unit="henkilöä", decimals=0)
    assert chart.of == "relative change"
    drawing = process_drawing(development(own, Series("share", "HVA15"), process=chart), every_area(), "fi", "light")
    assert {"change"} <= set(drawing.notes)
    assert not {"level", "interval"} & set(drawing.notes)
    first, second = rows(drawing, "value")[:2]
    assert (first["judged"], first["moved"]) == (None, "")
    assert second["moved"].endswith("%")
    svg = as_svg(drawing)
    assert "Muutos, %" in svg


def test_changes_are_not_drawn_over_a_gap() -> None:
    steps = np.random.default_rng(1).normal(0, 0.02, 60).cumsum()
    own, _ = months([3000 * math.exp(step) for step in steps], kind="count")
    short = gone(own, "2018-05", "2018-06")
    chart = process_chart(item(kind="count", frequency="month"), short)
    drawing = process_drawing(development(short, Series("share", "HVA15"), process=chart), every_area(), "fi", "light")
    assert [row["part"] for row in rows(drawing, "value")] == ["0"] * 28 + ["1"] * 30
    assert rows(drawing, "value")[28]["judged"] is None
    assert "gap" in drawing.notes


def test_notes_tell_of_what_is_in_the_picture_only() -> None:
    bare = replace(years("HVA02", 50), points=tuple(point(50.0 + n, str(2018 + n)) for n in range(8)))
    other = replace(bare, area="HVA15")

    def notes(own: Series, **more: Any) -> tuple[Note, ...]:
        return line_chart(development(own, other, **more), every_area(), "fi", "light").notes

    ahead = Forecast("share", "HVA02", (Ahead("2026", 58.0, 55.0, 61.0),))
    assert notes(bare) == ()
    assert notes(years("HVA02", 50)) == ("interval",)
    assert notes(replace(bare, points=(*bare.points[:-1], point(57.0, "2025", status="preliminary")))) == ("open",)
    assert notes(bare, forecast=ahead) == ("forecast",)
    missing = replace(bare, points=(*bare.points[:4], point(None, "2022", status="hidden"), *bare.points[5:]))
    assert notes(missing) == ("missing", "gap")
    calm = process_drawing(development(bare, other, process=months([10.0, 12.0] * 6)[1]), every_area(), "fi", "light")
    assert calm.notes == ("ordinary", "level")


def test_every_note_is_explained_in_the_key_or_below_the_picture() -> None:
    assert set(KEY) ^ set(NOTES) == set(get_args(Note))


def test_a_narrow_chart_has_its_names_and_events_below_it() -> None:
    development_ = development(years("HVA02", 50), years("HVA15", 45), marks=(REFORM,))
    drawing = line_chart(development_, every_area(), "fi", "light")
    assert [(entry.look, entry.sign, entry.label) for entry in drawing.key] == [
        ("area", "", "Keski-Uusimaa 57,0\N{NO-BREAK SPACE}%"),
        ("benchmark", "", "Keski-Suomi 52,0\N{NO-BREAK SPACE}%"),
        ("event", "1", "Uudistus 1.1.2023"),
    ]
    texts = re.findall(r">([^<]*)</text>", as_svg(drawing, 300))
    assert "57,0" in texts
    assert "1" in texts
    assert not [text for text in texts if "Uusimaa" in text or "Uudistus" in text]
    assert "&lt;i&gt;" in key_html([KeyEntry("event", "1", "<i>")])


@pytest.mark.parametrize("width", [560, 600, 800])
def test_a_name_is_whole_at_every_width(width: int) -> None:
    drawing = line_chart(development(years("HVA17", 50), years("HVA15", 45)), every_area(), "fi", "light")
    assert "57,0\N{NO-BREAK SPACE}%  Pohjanmaa</text>" in as_svg(drawing, width)


def test_names_stand_at_the_last_value_of_their_line_and_the_forecast_has_its_own() -> None:
    ahead = Forecast("share", "HVA02", (Ahead("2026", 58.0, 55.0, 61.0), Ahead("2027", 59.0, 54.0, 64.0)))
    own, other = years("HVA02", 50), gone(years("HVA15", 45), "2025")
    named = [row for row in line_chart(
        development(own, other, forecast=ahead), every_area(), "fi", "light"
    ).data.to_pylist() if row["label"]]  # fmt: skip
    assert {(row["day"], row["label"].replace("\N{NO-BREAK SPACE}", " ")) for row in named} == {
        ("2025-01-01", "57,0 %  Keski-Uusimaa"),
        ("2024-01-01", "51,0 %  Keski-Suomi"),
        ("2027-01-01", "59,0 %  ennuste 2027"),
    }


@pytest.mark.parametrize(("other", "ahead"), [(50.2, 56.0), (49.8, 58.0)])
def test_names_stand_in_the_order_of_their_values(other: float, ahead: float) -> None:
    """A name that gives way to the dashes of a forecast does not pass that of a line beside it."""
    forecast = Forecast("share", "HVA02", (Ahead("2026", ahead, ahead - 3, ahead + 3),))
    development_ = development(years("HVA02", 50), years("HVA15", other), forecast=forecast)
    named = [row for row in line_chart(development_, every_area(), "fi", "light").data.to_pylist() if row["label"]]
    by_value = sorted(named, key=lambda row: row["value"])
    assert len(named) == 3
    assert by_value == sorted(named, key=lambda row: row["place"])


_RENDER = """
import json, sys, vl_convert
print(vl_convert.vegalite_to_svg(json.load(sys.stdin)))
"""


def _axes(svg: str) -> list[str]:
    """The axes that have labels."""
    axes = svg.split('class="mark-group role-axis"')[1:]
    return [axis for axis in axes if "role-axis-label" in axis]


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "America/New_York", "Pacific/Auckland", "UTC"])
@pytest.mark.parametrize("monthly", [False, True])
def test_years_stand_at_their_first_day_in_every_time_zone(zone: str, monthly: bool) -> None:
    if monthly:
        own, chart = months([10.0, 12.0] * 30)
        drawing = process_drawing(
            development(own, Series("share", "HVA15"), process=chart), every_area(), "fi", "light"
        )
        expected = ["2016", "2017", "2018", "2019", "2020"]
    else:
        drawing = line_chart(development(years("HVA02", 50), years("HVA15", 45)), every_area(), "fi", "light")
        expected = [str(year) for year in range(2018, 2026)]
    spec = {**drawing.spec, "width": 800, "data": {"values": drawing.data.to_pylist()}}
    svg = subprocess.run(
        [sys.executable, "-c", _RENDER], input=json.dumps(spec), env={**os.environ, "TZ": zone},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    labels = re.findall(r'transform="translate\(([\d.]+),[\d.]+\)"[^>]*>(\d{4})</text>', _axes(svg)[0])
    assert [label for _, label in labels] == expected
    assert float(labels[0][0]) < 25  # where the axis begins; a label is moved in a little so as to be whole


def test_a_picture_to_download_has_both_parts_and_all_marks_in_their_place() -> None:
    steps = np.random.default_rng(1).normal(0, 0.02, 60).cumsum()
    own, chart = months([3000 * math.exp(step) for step in steps], kind="count")
    drawing = process_drawing(development(own, Series("share", "HVA15"), process=chart), every_area(), "fi", "light")
    svg = svg_bytes(drawing.spec, drawing.data, "Otsikko", "Lause.", "Huomautus", "white").decode()
    labels = re.findall(r'text-anchor="end" transform="translate\(-?[\d.]+,([\d.]+)\)"[^>]*>([^<]*)</text>', svg)
    heights = [float(height) for height, _ in labels]
    assert len(set(heights)) == len(heights) >= 6
    assert max(heights) > 300
    missing = point(None, "2022", status="hidden", reason="small cell")
    full = years("HVA02", 50)
    hidden = replace(full, points=tuple(missing if each.period == "2022" else each for each in full.points))
    line = line_chart(development(hidden, years("HVA15", 45)), every_area(), "fi", "light")
    cross = svg_bytes(line.spec, line.data, "Otsikko", "Lause.", "Huomautus", "white").decode()
    place = re.search(r'translate\([\d.]+,([\d.]+)\)"[^>]*>×', cross)
    assert place
    assert float(place[1]) > 350


def test_a_specification_holds_no_figures_of_its_own() -> None:
    """Figures travel beside it once, and the same chart of another area, with other figures, has the same specification."""
    before, after = (
        line_chart(development(years(area, base), years("HVA15", 45)), every_area(), "fi", "light")
        for area, base in (("HVA02", 50), ("HVA05", 33))
    )
    assert before.data != after.data
    assert before.spec["layer"] == after.spec["layer"]
