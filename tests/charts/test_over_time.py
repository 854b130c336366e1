"""Charts over time: what stands in them, and that they are drawn."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import vl_convert

from keko.charts.lines import Drawing, line_chart
from keko.charts.process import process_drawing
from keko.config import LANGUAGES, Language
from keko.data.text import Text
from keko.exchange.pictures import png_bytes, svg_bytes
from keko.indicators.achieved import Coverage
from keko.indicators.comparison import Comparison
from keko.indicators.forecast import Ahead, Forecast
from keko.indicators.process import process_chart
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.room.development import Development
from keko.room.events import Event
from keko.room.targets import Target
from tests.data.figures import every_area, item, point

SHARE = item()
REFORM = Event("r", date(2023, 1, 1), "reform", Text("Uudistus", "Reform", "Reform"))
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


def as_svg(drawing: Drawing) -> str:
    """The chart as SVG, as a browser draws it."""
    spec = {**drawing.spec, "width": 800, "data": {"values": drawing.data.to_pylist()}}
    svg: str = vl_convert.vegalite_to_svg(spec)
    return svg


def rows(drawing: Drawing, kind: str) -> list[dict[str, Any]]:
    return [row for row in drawing.data.to_pylist() if row["kind"] == kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_events_and_the_target_are_readable_without_hovering(language: Language) -> None:
    development_ = development(years("HVA02", 50), years("HVA15", 45), events=(REFORM,), target=AIM)
    svg = as_svg(line_chart(development_, every_area(), language, "light"))
    names = {"fi": ("Keski-Uusimaa", "Uudistus 1.1.2023", "Tavoite 63,0"),
             "sv": ("Mellersta Nyland", "Reform 1.1.2023", "Mål 63,0"),
             "en": ("Central Uusimaa", "Reform 1 Jan 2023", "Target 63.0")}  # fmt: skip
    assert all(name in svg for name in names[language])


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
    drawing = process_drawing(development_, "fi", "light")
    looks = [row["look"] for row in rows(drawing, "value")]
    assert looks[-1] == "better"
    assert set(looks[:-1]) == {"ordinary"}
    assert as_svg(drawing)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_says_what_it_shows(theme: Any) -> None:
    development_ = development(years("HVA02", 50), years("HVA15", 45))
    drawing = line_chart(development_, every_area(), "fi", theme)
    texts = ("Työllisyysaste", "57,0 % (2025).", "Alue: Keski-Uusimaa · Lähde: Tilastokeskus", "white")
    svg = svg_bytes(drawing.spec, drawing.data, *texts).decode()
    assert all(text in svg for text in texts[:2])
    assert "Tilastokeskus" in svg
    assert png_bytes(drawing.spec, drawing.data, *texts).startswith(b"\x89PNG")


def test_a_specification_holds_no_figures_of_its_own() -> None:
    """Figures travel beside it once, and the same chart of another area has the same specification."""
    before, after = (
        line_chart(development(years(area, 50), years("HVA15", 45)), every_area(), "fi", "light")
        for area in ("HVA02", "HVA05")
    )
    assert json.dumps(before.spec) == json.dumps(after.spec)
