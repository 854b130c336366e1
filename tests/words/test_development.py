"""What is said of a development is what was found, and no more."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from keko.config import LANGUAGES, Language
from keko.data.text import Text
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.gaps import Gap
from keko.indicators.over_time.achieved import Coverage, Tried
from keko.indicators.over_time.change import Change
from keko.indicators.over_time.comparison_areas import ComparedPoint, Divergence
from keko.indicators.over_time.forecast import Ahead, Forecast
from keko.indicators.over_time.process import Judged, ProcessChart
from keko.indicators.over_time.trend import Trend, TrendVerdict
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.room.development import Development
from keko.room.marks import Mark
from keko.room.targets import Target
from keko.words import terms
from keko.words.development import (
    development_in_words,
    forecast_in_words,
    target_in_words,
    trend_in_words,
)
from keko.words.multiples import divergence_in_words, gap_in_words
from keko.words.process import process_in_words
from tests.data.figures import item, point

SPACE = "\N{NO-BREAK SPACE}"
SHARE = item()
AIM = Target("share", "HVA02", 62.0, "2024", "2027")
ACTION = Mark("a", date(2022, 3, 1), Text("Toimi", "Åtgärd", "Action"))
JUDGEMENTS = {"fi": ("parantunut", "heikentynyt"), "sv": ("förbättrats", "försämrats"), "en": ("improved", "worsened")}
SIDES = {"fi": ("parempaan", "heikompaan"), "sv": ("rätt håll", "fel håll"), "en": ("better", "worse")}
# Words that would say what goes on: a trend is about the past.
STILL = {"fi": ("nousee", "laskee", "nouseva", "laskeva", "paranee"), "sv": ("stiger", "sjunker", "ökar", "minskar"),
         "en": ("rising", "falling", "rises", "improving")}  # fmt: skip


def developed(**parts: Any) -> Development:
    own = Series("share", "HVA02", (point(60.0, "2024", lower=59.0, upper=61.0),))
    standing = Standing(SHARE, own, Series("share", "HVA15"), Comparison("share", "HVA02", "HVA15", "not compared"))
    settled: dict[str, Any] = {
        "standing": standing, "trend": None, "process": None, "forecast": Forecast("share", "HVA02"),
        "coverage": Coverage(),
    }  # fmt: skip
    return Development(**(settled | parts))


def chart(cause: Any, direction: Any, trial: bool = False, adjusted: bool = False) -> ProcessChart:
    judged = Judged("2024-12", 5.0, 5.0, 5.0, 4.0, 3.0, 5.0, trial, cause, direction)
    return ProcessChart("share", "HVA02", (judged,), ("2024-12",), adjusted)


def changes(cause: Any, direction: Any, before: float | None = 3173.0, plotted: float | None = 2.1) -> ProcessChart:
    newest = Judged("2023-09", 3412.0, 3400.0, plotted, 0.1, -6.0, 6.2, False, cause, direction)
    earlier = Judged("2022-09", before or 0.0, 3160.0, None, None, None, None, False, None, None)
    return ProcessChart(
        "jobless", "KU106", (*((earlier,) if before else ()), newest), ("2022-09",), True, "relative change"
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Trend("risen", "improved", basis="with intervals"),
            "Viiden viime luvun aikana luku on noussut eli parantunut.",
        ),
        (
            Trend("risen", "worsened", basis="with intervals"),
            "Viiden viime luvun aikana luku on noussut eli heikentynyt.",
        ),
        (Trend("fallen", "fallen", basis="with intervals"), "Viiden viime luvun aikana luku on laskenut."),
        (
            Trend("fallen", "fallen", basis="yearly values"),
            "Viiden viime luvun aikana luku on laskenut (vuosilukujen vaihteluun nähden).",
        ),
        (
            Trend("no clear change", "no clear change", basis="with intervals"),
            "Viiden viime luvun aikana ei ole selvää muutosta.",
        ),
        (
            Trend("too few points", "too few points", reason="break in series"),
            "Muutosta ei voi arvioida: kuntaliitos katkaisee sarjan.",
        ),
    ],
)
def test_a_trend_is_told_with_its_judgement(found: Trend, said: str) -> None:
    assert trend_in_words(found, "fi") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trend_is_told_of_the_past(language: Language) -> None:
    sentences = [trend_in_words(Trend(verdict, verdict), language) for verdict in get_args(TrendVerdict)]
    words = [word.within(language) for word in terms.TRENDS.values()]
    assert not [text for text in (*sentences, *words) if any(word in text for word in STILL[language])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_was_judged_is_called_good_or_bad(language: Language) -> None:
    good, bad = JUDGEMENTS[language]
    assert good in trend_in_words(Trend("fallen", "improved"), language)
    assert bad in trend_in_words(Trend("fallen", "worsened"), language)
    for quiet in (Trend("fallen", "fallen"), Trend("no clear change", "no clear change")):
        assert not any(word in trend_in_words(quiet, language) for word in (good, bad))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cause", ["outside", "trend of 7", "2 of 3", "7 on one side"])
@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_a_special_cause_is_told_apart_from_ordinary_variation(cause: str, direction: str, language: Language) -> None:
    good, bad = SIDES[language]
    told = process_in_words(chart(cause, direction), SHARE, language)
    assert (good if direction == "higher" else bad) in told
    ordinary = process_in_words(chart(None, None), SHARE, language)
    assert told != ordinary
    assert not any(word in ordinary for word in (good, bad))
    plain = process_in_words(chart(cause, direction), item(polarity="none"), language)
    assert not any(word in plain for word in (good, bad))


def test_a_trend_of_seven_figures_is_not_told_as_seven_steps() -> None:
    """Seven figures that rise have risen six times."""
    told = process_in_words(chart("trend of 7", "higher"), item(polarity="none"), "fi")
    assert told == "Seitsemän viime lukua ovat nousseet yhtäjaksoisesti."


def test_a_chart_says_that_it_is_on_trial_and_without_its_season() -> None:
    assert process_in_words(chart(None, None, trial=True, adjusted=True), SHARE, "fi") == (
        "Uusin luku on tavanomaisen vaihtelun sisällä. Luvut on kausitasoitettu. Rajat ovat alustavia: lukuja on alle 13."
    )


COUNT = item("jobless", "count", frequency="month", polarity="lower", unit="henkilöä", decimals=0)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (changes(None, None),
         "Muutos edellisestä kuukaudesta (+2,1 %) on tavanomaista vaihtelua."),
        (changes("outside", "higher", 3500.0, 7.0),
         "Muutos edellisestä kuukaudesta (+7,0 %) on tavanomaisen vaihtelun yläpuolella, heikompaan suuntaan."),
        (changes("7 of one sign", "lower", 3412.0, -1.0),
         "Luku on laskenut ainakin seitsemän kertaa peräkkäin, parempaan suuntaan; viimeksi −1,0 %."),
        (changes(None, None, None, None),
         "Muutosta edellisestä kuukaudesta ei arvioida: silloista lukua ei ole."),
    ],
)  # fmt: skip
def test_of_months_that_remember_the_last_change_is_told(found: ProcessChart, said: str) -> None:
    assert process_in_words(found, COUNT, "fi").replace(SPACE, " ") == f"{said} Luvut on kausitasoitettu."


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"reached": "meets"}, f"Tavoite 62,0{SPACE}% (2027) on saavutettu."),
        ({"reached": "misses"}, f"Tavoitteesta 62,0{SPACE}% (2027) puuttuu 2,0 %-yksikköä."),
        ({"reached": "unclear"},
         f"Tavoite 62,0{SPACE}% (2027) on luottamusvälin sisällä: ei voi sanoa, onko se saavutettu."),
        ({"reached": None}, f"Tavoite on 62,0{SPACE}% (2027)."),
        ({"assurance": "hit and miss"}, f"Tavoite 62,0{SPACE}% (2027) täyttyy välillä ja välillä ei."),
        ({"assurance": "misses"}, f"Tavoite 62,0{SPACE}% (2027) on tavanomaisen vaihtelun ulkopuolella: sitä ei ole saavutettu."),
    ],
)  # fmt: skip
def test_a_target_is_called_reached_only_where_it_is(parts: dict[str, Any], said: str) -> None:
    assert target_in_words(developed(target=AIM, **parts), "fi") == said


def test_without_a_target_nothing_is_said_of_one() -> None:
    assert development_in_words(developed(), "fi") == []


def test_that_nothing_is_clear_is_not_said_beside_a_change_that_is() -> None:
    small, real = Change(3, "2021", 58.0, 2.0, "no clear change"), Change(3, "2021", 50.0, 10.0, "improved")
    unclear = Trend("no clear change", "no clear change", basis="with intervals")
    assert len(development_in_words(developed(trend=unclear, changes=(small,)), "fi")) == 1
    assert development_in_words(developed(trend=unclear, changes=(real,)), "fi") == []
    risen = Trend("risen", "improved", basis="with intervals")
    assert len(development_in_words(developed(trend=risen, changes=(real,)), "fi")) == 1


def test_a_forecast_is_told_with_how_often_such_were_right() -> None:
    ahead = Forecast("share", "HVA02", (Ahead("2025", 60.5, 58.0, 63.0), Ahead("2026", 61.0, 57.1, 64.9)))
    tried = (Tried(1, 2020, 45, 50), Tried(1, 2021, 50, 50), Tried(2, 2020, 48, 50))
    told = forecast_in_words(developed(forecast=ahead, coverage=Coverage(tried)), "fi")
    assert told == (
        "Jos kehitys jatkuu ennallaan, luku on vuonna 2026 välillä 57,1–64,9. "
        "Aiemmista vastaavista ennusteista 95 % osui väliinsä, huonoimpana vuonna 90 %."
    )
    further = forecast_in_words(developed(forecast=ahead, coverage=Coverage((*tried, Tried(3, 2020, 1, 50)))), "fi")
    assert further == f"{told} Kauemmas ulottuvat osuivat liian harvoin, joten niitä ei esitetä."


def test_no_forecast_tells_why() -> None:
    none = developed(forecast=Forecast("share", "HVA02", reason="gap in series"))
    assert forecast_in_words(none, "sv") == "Ingen prognos visas: serien har en lucka."
    missed = developed(
        forecast=Forecast("share", "HVA02", reason="missed too often"), coverage=Coverage((Tried(1, 2019, 19, 23),))
    )
    assert forecast_in_words(missed, "fi") == (
        "Ennustetta ei esitetä: vuonna 2019 tehdyistä vastaavista ennusteista osui väliinsä 82 %."
    )


@pytest.mark.parametrize(
    ("between", "said"),
    [
        (Gap("2024", 62.0, 60.0, 1.0, 3.0),
         "Järvenpää: naisten luku on 2,0 %-yksikköä suurempi kuin miesten (+1,0 … +3,0)."),
        (Gap("2024", 60.0, 62.0, -3.0, -1.0),
         "Järvenpää: naisten luku on 2,0 %-yksikköä pienempi kuin miesten (−3,0 … −1,0)."),
        (Gap("2024", 62.0, 60.0, -1.0, 5.0), "Järvenpää: naisten ja miesten välillä ei todettu eroa."),
        (Gap("2024", 62.0, 60.0, None, None),
         "Järvenpää: naisten ja miesten ero on 2,0 %-yksikköä; sillä ei ole luottamusväliä."),
        (Gap("2024", 60.02, 60.0, 0.01, 0.03),
         "Järvenpää: naisten luku on alle 0,1 %-yksikköä suurempi kuin miesten (0,0 … 0,0)."),
    ],
)  # fmt: skip
def test_a_gap_is_no_more_than_its_interval_allows(between: Gap, said: str) -> None:
    assert gap_in_words(between, SHARE, "Järvenpää", "fi") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_difference_from_comparison_areas_is_never_called_an_effect(language: Language) -> None:
    points = (ComparedPoint("2021", 60.0, 60.1, False), ComparedPoint("2022", 62.0, 60.0, True))
    found = Divergence("HVA02", points, fit=0.1, rank=2, ranked=11)
    told = divergence_in_words(ACTION, found, SHARE, language)
    assert not any(word in told.casefold() for word in ("vaikut", "effekt", "inverkan", "effect", "impact"))
    assert "2" in told
    assert "11" in told
    refused = divergence_in_words(ACTION, replace(found, reason="too few points before"), SHARE, language)
    assert "10" in refused
    assert "11" not in refused
