"""Every chart of KEKO, drawn from invented figures: usual ones, and such as stretch a picture."""

import math
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from keko.charts.benchmark_bar import benchmark_bar, range_drawing, signed_drawing
from keko.charts.drawing import Drawing
from keko.charts.dumbbell import difference_drawing, pair_drawing
from keko.charts.group_dots import group_drawing
from keko.charts.legend import legend_of
from keko.charts.lines import line_chart
from keko.charts.palette import Theme
from keko.charts.panels import Panel, panels
from keko.charts.process import process_drawing
from keko.charts.projection import Size, projection_chart
from keko.charts.pyramid import AgeRow, pyramid_drawing
from keko.charts.shape_map import shape_map
from keko.charts.sparkline import sparkline
from keko.charts.spine import spine_drawing
from keko.charts.strip import strip_drawing
from keko.charts.upset import Combination, upset_chart
from keko.charts.waiting_curve import waiting_curve
from keko.charts.waterfall import Step, waterfall
from keko.charts.year_maps import year_maps
from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.cross_section import CrossSection, pooled
from keko.indicators.over_time.achieved import Coverage
from keko.indicators.over_time.forecast import Ahead, Forecast
from keko.indicators.over_time.process import process_chart
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.waiting import Waiting
from keko.indicators.waits import WaitClass
from keko.room.development import Development
from keko.room.marks import Mark
from keko.room.targets import Target
from tests.charts.map_samples import FRAME, counties
from tests.data.figures import every_area, item, point

Chart = Drawing | str
YEARS = range(2015, 2026)
LONG = Text(
    "Työllisyydenhoidon palvelurakenteen uudistus ja sen toimeenpano",
    "Reformen av servicestrukturen för sysselsättning och dess genomförande",
    "Reform of the structure of employment services and its implementation",
)
EVENTS = (
    Mark("a", date(2016, 1, 1), LONG),
    Mark("b", date(2020, 3, 16), Text("Poikkeusolot", "Undantagsförhållanden", "State of emergency")),
    Mark("c", date(2023, 1, 1), Text("Hyvinvointialueet", "Välfärdsområdena", "Wellbeing counties")),
    Mark("d", date(2025, 1, 1), LONG),
)


@cache
def longest(level: str, language: Language, count: int = 2) -> tuple[str, ...]:
    """The areas of a level with the longest names in charts."""
    areas = every_area()
    return tuple(sorted(areas.living(level), key=lambda code: (-len(areas[code].short.within(language)), code))[:count])


def walk(area: str, first: float, last: float, spread: float = 0.0, **newest: Any) -> Series:
    """A series from one value to another that wavers by `spread`, with limits of the same width."""
    random = np.random.default_rng(len(area) + int(abs(first)) % 1000)
    values = np.linspace(first, last, len(YEARS)) + random.normal(0, spread or 1e-12, len(YEARS))
    limits = [{"lower": value - spread, "upper": value + spread} if spread else {} for value in values]
    points = [point(float(value), str(year), **more) for value, year, more in zip(values, YEARS, limits, strict=True)]
    points[-1] = points[-1]._replace(**newest)
    return Series("share", area, tuple(points))


def developed(own: Series, other: Series, item_: Indicator | None = None, **parts: Any) -> Development:
    """A development of two series; `parts`: what else is known."""
    others = parts.pop("others", ())
    at = parts.pop("verdict", "better")
    period = own.valued[-1].period if own.valued else None
    compared = Comparison("share", own.area, other.area, at if own.valued else "not compared", period)
    settled: dict[str, Any] = {
        "trend": None, "process": None, "forecast": Forecast("share", own.area), "coverage": Coverage(),
    }  # fmt: skip
    return Development(Standing(item_ or item(), own, other, compared, others), **(settled | parts))


def line_samples(language: Language, theme: Theme) -> dict[str, Chart]:
    """Yearly lines."""
    a, b = longest("HVA", language)
    towns = longest("KU", language, 18)
    forecast = Forecast("share", a, tuple(Ahead(str(2026 + n), 70.0 + n, 66.0, 74.0 + 2 * n) for n in range(3)))
    own = walk(a, 60, 69, 2, status="preliminary")
    gap = own.points[4]._replace(value=None, lower=None, upper=None, status="hidden", reason="small cell")
    gappy = Series("share", a, (*own.points[:4], gap, *own.points[5:]))
    many = tuple(walk(code, 50 + n, 52 + n * 1.2, 0.3) for n, code in enumerate(towns))
    cases = {
        "all": developed(
            gappy, walk(b, 55, 60, 1), forecast=forecast, marks=EVENTS, others=(walk("MAA", 58, 62),),
            target=Target("share", a, 72.0, "2022", "2030"),
        ),
        "millions": developed(
            walk(a, 11_345_678, 12_345_678, 9), walk(b, 0, 9_000_000, 9), item(kind="count", unit="henkilöä", decimals=0)
        ),
        "tiny": developed(walk(a, 0.0001, 0.0003), walk(b, 0.0002, 0.0002), item(decimals=4, kind="mean", unit="pistettä")),
        "below nought": developed(walk(a, -12, 3, 1), walk(b, 0, 0), item(kind="change", unit="% vuodessa")),
        "close": developed(walk(a, 69.5, 69.9, 0.05), walk(b, 69.6, 69.8, 0.05)),
        "one point": developed(Series("share", a, (point(57.0, "2024"),)), walk(b, 50, 55)),
        "one point alone": developed(Series("share", a, (point(57.0, "2024"),)), Series("share", b)),
        "benchmark alone": developed(Series("share", a), walk(b, 50, 55)),
        "twenty": developed(walk(a, 60, 66, 1), walk(b, 55, 61, 1), others=many),
    }  # fmt: skip
    return {f"lines, {name}": line_chart(each, every_area(), language, theme) for name, each in cases.items()}


def process_samples(language: Language, theme: Theme) -> dict[str, Chart]:
    """Months about their level, and months that remember."""
    area = longest("HVA", language)[0]
    steps = np.random.default_rng(1).normal(0, 0.02, 60).cumsum()
    level = [*[10.0, 12.0, 11.0] * 11, 25.0, 11.0, 10.0]
    growing = [12_000_000 * math.exp(step) for step in steps]
    charts: dict[str, Chart] = {}
    cases: list[tuple[str, list[float], dict[str, Any]]] = [
        ("level", level, {}),
        ("changes", growing, {"kind": "count", "unit": "henkilöä", "decimals": 0}),
    ]
    for name, values, options in cases:
        monthly = item(frequency="month", **options)
        points = tuple(point(value, f"{2020 + n // 12}-{n % 12 + 1:02}") for n, value in enumerate(values))
        own = Series("share", area, points)
        ahead = tuple(Ahead(f"2025-{n + 1:02}", values[-1], values[-1] * 0.9, values[-1] * 1.1) for n in range(4))
        each = developed(
            own, Series("share", "HVA15"), monthly, process=process_chart(monthly, own), marks=EVENTS[1:],
            forecast=Forecast("share", area, ahead),
        )  # fmt: skip
        charts[f"process, {name}"] = process_drawing(each, every_area(), language, theme)
    return charts


def map_samples(language: Language, theme: Theme) -> dict[str, Chart]:
    """Maps, the shapes of their areas named by address."""
    sections: dict[str, tuple[CrossSection, str]] = {
        "verdicts": (counties(), "tulos"),
        "classes": (counties(), "kvantiilit"),
        "without direction": (counties(polarity="none"), "tasavalit"),
        "nothing": (counties(values=False), "kvantiilit"),
        "totals": (counties(kind="count", unit="henkilöä", decimals=0), "tulos"),
    }
    charts: dict[str, Chart] = {}
    for name, (section, way) in sections.items():
        legend = legend_of(section, way, language, theme)
        charts[f"map, {name}"] = shape_map(section, legend, FRAME, every_area(), language, theme)
    periods = ("2021", "2022", "2023", "2024")
    others: dict[str, dict[str, Any]] = {"year maps": {}, "year maps, totals": {"kind": "other", "unit": "kpl"}}
    for name, options in others.items():
        whole = pooled([counties(period, **options) for period in periods])
        legend = legend_of(whole, "kvantiilit", language, theme)
        charts[name] = year_maps(whole, legend, periods, FRAME, every_area(), language, theme)
    return charts


def segment_samples(language: Language, theme: Theme) -> dict[str, Chart]:
    """Charts of population segments."""
    a, b = (every_area()[code].short.within(language) for code in longest("HVA", language))
    factors = [LONG.within(language), "Kieli", "Koulutus", "Lapsi's \\ hoito"]
    sets = [
        Combination(frozenset(factors[: n % 5]), 12_345.0 / (n + 1), " + ".join(factors[: n % 5])) for n in range(20)
    ]
    steps = [Step(f"{LONG.within(language)}: {n}", (-1) ** n * 0.4, "better" if n % 2 else "worse") for n in range(6)]
    ahead = [Size(str(2024 + n), 9592.0 - 90 * n, 9500.0 - 120 * n, 9692.0 - 60 * n) for n in range(5)]
    counted = [Size("2021", 9951.0), Size("2022", 9851.0), Size("2023", 9705.0)]
    return {
        "upset": upset_chart(sets, factors, language, theme),
        "waterfall": waterfall((b, 8.6), steps, (a, 8.6), "kk/v", language, theme),
        "projection": projection_chart(counted, ahead, a, language, theme),
        "projection, one year": projection_chart(counted[-1:], ahead[:1], a, language, theme),
    }


def drawn_samples(language: Language) -> dict[str, Chart]:
    """Small drawings, as SVG whose colours are the theme's."""
    a, b = longest("HVA", language)
    name, other = (every_area()[code].short.within(language) for code in (a, b))
    classes = (WaitClass(0, 7), WaitClass(8, 30), WaitClass(31, 90), WaitClass(91, None))
    waitings = [
        (Waiting(a, classes, (40.0, 40.0, 10.0, 10.0)), "area", name),
        (Waiting(b, classes, (41.0, 39.0, 10.0, 10.0)), "benchmark", other),
    ]
    ages = [AgeRow(f"{age}–{age + 4}", 3 + age / 20, 3 + age / 25, 4.0, 4.0) for age in range(15, 75, 5)]
    million = walk(a, 11_345_678, 12_345_678)
    values = {code: float(n) for n, code in enumerate(every_area().living("HVA"))}
    labels = {a: f"{name} 12 345 678", b: f"{other} 0,0001"}
    strip = values | {a: 0.0, b: 22.0}
    return {
        "pyramid": pyramid_drawing(ages, ("Miehet", "Naiset"), (name, other), "x", language),
        "waiting curve": waiting_curve(waitings, 7, "x", language),  # type: ignore[arg-type]
        "panels, millions": panels([Panel(name, [(million, "area")], "", "x", "henkilöä")], 0, language),
        "panels, tiny": panels([Panel(name, [(walk(a, 0.0001, 0.0003), "area")], "", "x", "%")], 4, language),
        "panels, below nought": panels([Panel(name, [(walk(a, -12, 3), "area")], "", "x", "%")], 1, language),
        "panels, one point": panels(
            [Panel(name, [(Series("s", a, (point(5.0),)), "area")], "", "x", "%")], 1, language
        ),
        "group dots": group_drawing(70.0, 60.0, 75.0, "x"),
        "benchmark bar": benchmark_bar(3.0, 2.0, 1.0, 3.0, "x"),
        "range": range_drawing(5.0, 1.0, 12.0, "area", "x"),
        "signed": signed_drawing(-0.4, 0.4, "worse", "x"),
        "pair": pair_drawing(1.0, 3.0, [0.0, 9.0], "x"),
        "difference": difference_drawing(1.0, -1.0, 3.0, "no-difference", "x"),
        "spine": spine_drawing({code: n / 12 - 1 for n, code in enumerate(values)}, a, "worse", "x"),
        "strip": strip_drawing(strip, labels, a, b, ("HVA07",), "better", "x"),
        "sparkline": sparkline(walk(a, 1, 5), walk(b, 2, 2), "x"),
    }


MAKERS: tuple[Callable[[Language, Theme], dict[str, Chart]], ...] = (
    line_samples, process_samples, map_samples, segment_samples,
)  # fmt: skip


def drawings(language: Language, theme: Theme) -> dict[str, Drawing]:
    """Every chart that Vega-Lite draws, by its name."""
    every = [pair for make in MAKERS for pair in make(language, theme).items()]
    return {name: chart for name, chart in every if isinstance(chart, Drawing)}
