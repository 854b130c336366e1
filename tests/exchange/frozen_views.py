"""Frozen views as meetings take them along: lines with a gap, bars, a long table, a chart as it was drawn, and text alone."""

from dataclasses import replace
from pathlib import Path

from keko.charts.palette import palette
from keko.exchange.handout import Colours, Handout
from keko.room.frozen import Chart, FrozenView, Html, Plot, Table

YEARS = tuple(str(year) for year in range(2015, 2025))
AREA, BENCHMARK, COUNTRY = "Keski-Uudenmaan hyvinvointialue", "Keski-Suomen hyvinvointialue", "Koko maa"
MUNICIPALITIES = ("Hyvinkää", "Järvenpää", "Mäntsälä", "Nurmijärvi", "Pornainen", "Tuusula")
NOTES = (
    ("Alue", AREA),
    ("Vertailualue", BENCHMARK),
    ("Jakso", "2015–2024"),
    ("Lähde", "Tilastokeskus, työssäkäynti"),
    ("Käyttöehto", "CC BY 4.0"),
)
EMPLOYMENT = FrozenView(
    page="indicators",
    query="alue=HVA02&mittari=employment-rate-20-64",
    language="fi",
    data_version=7,
    releases=(3, 5),
    frozen_at="2026-11-30T10:00:00+00:00",
    keko="1.0",
    title=f"Työllisyysaste – {AREA}",
    finding="Työllisyysaste on noussut 79,4 prosenttiin ja on parempi kuin Keski-Suomessa",
    paragraph="Ero Keski-Suomeen on 4,1 prosenttiyksikköä, ja se on kasvanut vuodesta 2015.",
    parts=(Html("<p>±</p>"),),
    plots=(
        Plot(
            "line",
            "Työllisyysaste",
            "%",
            YEARS,
            (
                (AREA, (74.1, 74.6, 75.2, None, 77.1, 76.2, 77.9, 79.0, 79.2, 79.4)),
                (BENCHMARK, (68.0, 68.5, 70.0, 71.2, 72.0, 71.1, 73.0, 74.6, 75.1, 75.3)),
            ),
            "Viivakaavio: työllisyysaste vuosina 2015–2024. Vuodelta 2018 ei ole lukua.",
        ),
    ),
    tables=(
        Table(
            "Työllisyysaste",
            ("Alue", *YEARS[-3:]),
            ((AREA, "79,0", "79,2", "79,4"), (BENCHMARK, "74,6", "75,1", "75,3")),
        ),
    ),
    notes=NOTES,
)
BARS = replace(
    EMPLOYMENT,
    title=f"Rakennetyöttömät kunnittain – {AREA}",
    finding="Hyvinkäällä on eniten rakennetyöttömiä, Pornaisten lukua ei näytetä",
    plots=(
        Plot(
            "bar",
            "Rakennetyöttömät",
            "% työvoimasta",
            MUNICIPALITIES,
            (("2024", (6.1, 4.9, 3.8, 2.7, None, 3.3)),),
            "Pylväskaavio: rakennetyöttömien osuus kunnittain. Pornaisten luku on peitetty.",
        ),
    ),
    is_demo=True,
)
ROWS = tuple((f"Kunta {number} & <kunta> #{number}", f"{number},5", float(number), None) for number in range(1, 41))
TABLE = replace(
    EMPLOYMENT,
    title="Kaikki kunnat",
    finding="Neljässäkymmenessä kunnassa on lukuja, joista osa on peitetty",
    plots=(),
    tables=(Table("Kunnat", ("Kunta", "Osuus, %", "Henkilöitä", "Muutos"), ROWS),),
)
DRAWN = replace(
    EMPLOYMENT,
    title="Kuva sellaisena kuin se oli",
    plots=(),
    tables=(),
    parts=(
        Chart(
            {
                "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
                "mark": "bar",
                "width": "container",
                "data": {"values": [{"a": "Äiti", "b": 2}, {"a": "Isä", "b": 3}]},
                "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}},
            },
            "Pylväskaavio kahdesta ryhmästä",
        ),
    ),
)
WORDS = replace(EMPLOYMENT, title="Pelkkää tekstiä", plots=(), tables=(), parts=(), paragraph="Kappale ilman kuvaa.")
VIEWS = (EMPLOYMENT, BARS, TABLE, DRAWN, WORDS)
_LIGHT = palette("light")
COLOURS = Colours(_LIGHT.area, _LIGHT.benchmark, _LIGHT.other, _LIGHT.ink, _LIGHT.quiet, _LIGHT.line, _LIGHT.paper)


def handout(
    *views: FrozenView,
    decisions: tuple[str, ...] = (),
    template: Path | None = None,
    receipt: Table | None = None,
    remark: str = "",
) -> Handout:
    """Views to be taken along from a meeting; all of them where none are named."""
    return Handout(
        "Ohjausryhmän kokous 30.11.2026",
        views or VIEWS,
        "fi",
        "2026-11-30T12:00:00+00:00",
        COLOURS,
        remark,
        receipt,
        decisions,
        "https://keko.example.fi",
        template,
    )
