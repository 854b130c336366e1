"""How a figure has developed, in sentences: trend or process, target, forecast. No sentence says more than was found."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.forecast import Forecast
from keko.indicators.process import ProcessChart
from keko.indicators.trend import Trend
from keko.room.development import Development
from keko.words import terms
from keko.words.formats import difference_in_words, number, period, quantity

_TRENDS = {
    "rising": Text(
        "Viiden viime luvun aikana kehitys on nouseva{judged}.",
        "Under de fem senaste talen är utvecklingen stigande{judged}.",
        "Over the last five figures the trend is rising{judged}.",
    ),
    "falling": Text(
        "Viiden viime luvun aikana kehitys on laskeva{judged}.",
        "Under de fem senaste talen är utvecklingen sjunkande{judged}.",
        "Over the last five figures the trend is falling{judged}.",
    ),
    "no clear change": Text(
        "Viiden viime luvun aikana ei näy selvää suuntaa.",
        "De fem senaste talen visar ingen tydlig riktning.",
        "The last five figures show no clear direction.",
    ),
    "too few points": Text(
        "Suuntaa ei voi arvioida: {reason}.",
        "Riktningen kan inte bedömas: {reason}.",
        "The direction cannot be judged: {reason}.",
    ),
}
_JUDGED = {
    "improving": Text(": suunta on parempaan", ": riktningen är mot det bättre", ": it is improving"),
    "worsening": Text(": suunta on heikompaan", ": riktningen är mot det sämre", ": it is worsening"),
}
_NO_TREND = {
    "not yearly": Text("luvut eivät ole vuosilukuja", "talen är inte årstal", "the figures are not yearly"),
    "no interval": Text(
        "luvuilla ei ole luottamusväliä", "talen har inget konfidensintervall", "the figures have no interval"
    ),
    "break in series": terms.BROKEN_BY_A_MERGER,
    "short series": Text("lukuja on alle viisi", "det finns färre än fem tal", "there are fewer than five figures"),
}
_ORDINARY = Text(
    "Uusin luku on tavanomaisen vaihtelun sisällä.",
    "Det senaste talet ligger inom den vanliga variationen.",
    "The newest figure is within ordinary variation.",
)
_CAUSES = {
    ("outside", "higher"): Text(
        "Uusin luku on tavanomaisen vaihtelun yläpuolella{judged}.",
        "Det senaste talet ligger över den vanliga variationen{judged}.",
        "The newest figure is above ordinary variation{judged}.",
    ),
    ("outside", "lower"): Text(
        "Uusin luku on tavanomaisen vaihtelun alapuolella{judged}.",
        "Det senaste talet ligger under den vanliga variationen{judged}.",
        "The newest figure is below ordinary variation{judged}.",
    ),
    ("trend of 7", "higher"): Text(
        "Luku on noussut yhtäjaksoisesti seitsemän luvun ajan{judged}.",
        "Talet har stigit oavbrutet under sju tal{judged}.",
        "The figure has risen continuously over seven figures{judged}.",
    ),
    ("trend of 7", "lower"): Text(
        "Luku on laskenut yhtäjaksoisesti seitsemän luvun ajan{judged}.",
        "Talet har sjunkit oavbrutet under sju tal{judged}.",
        "The figure has fallen continuously over seven figures{judged}.",
    ),
    ("2 of 3", "higher"): Text(
        "Viime luvut ovat lähellä tavanomaisen vaihtelun ylärajaa{judged}.",
        "De senaste talen ligger nära den övre gränsen för den vanliga variationen{judged}.",
        "The latest figures are close to the upper end of ordinary variation{judged}.",
    ),
    ("2 of 3", "lower"): Text(
        "Viime luvut ovat lähellä tavanomaisen vaihtelun alarajaa{judged}.",
        "De senaste talen ligger nära den nedre gränsen för den vanliga variationen{judged}.",
        "The latest figures are close to the lower end of ordinary variation{judged}.",
    ),
    ("7 on one side", "higher"): Text(
        "Luku on pysynyt tavallista suurempana seitsemän luvun ajan{judged}.",
        "Talet har hållit sig högre än vanligt under sju tal{judged}.",
        "The figure has stayed higher than usual for seven figures{judged}.",
    ),
    ("7 on one side", "lower"): Text(
        "Luku on pysynyt tavallista pienempänä seitsemän luvun ajan{judged}.",
        "Talet har hållit sig lägre än vanligt under sju tal{judged}.",
        "The figure has stayed lower than usual for seven figures{judged}.",
    ),
}
_ADJUSTED = Text(
    "Kausivaihtelu on poistettu.", "Säsongsvariationen är borttagen.", "Seasonal variation has been removed."
)
_TRIAL = Text(
    "Rajat ovat alustavat: lukuja on alle 13.",
    "Gränserna är preliminära: det finns färre än 13 tal.",
    "These are trial limits: there are fewer than 13 figures.",
)
_TARGETS = {
    "meets": Text(
        "Tavoite {value} ({due}) on saavutettu.",
        "Målet {value} ({due}) är uppnått.",
        "The target {value} ({due}) has been reached.",
    ),
    "misses": Text(
        "Tavoitteesta {value} ({due}) puuttuu {gap}.",
        "Det fattas {gap} från målet {value} ({due}).",
        "The figure is {gap} short of the target {value} ({due}).",
    ),
    "unclear": Text(
        "Tavoite {value} ({due}) on luottamusvälin sisällä: ei voi sanoa, onko se saavutettu.",
        "Målet {value} ({due}) ligger inom intervallet: det går inte att säga om det är uppnått.",
        "The target {value} ({due}) is within the interval: whether it has been reached cannot be said.",
    ),
    None: Text("Tavoite on {value} ({due}).", "Målet är {value} ({due}).", "The target is {value} ({due})."),
}
_ASSURED = {
    "meets": Text(
        "Tavoite {value} ({due}) täyttyy tavanomaisen vaihtelun koko alueella.",
        "Målet {value} ({due}) uppfylls inom hela den vanliga variationen.",
        "The target {value} ({due}) is met throughout ordinary variation.",
    ),
    "misses": Text(
        "Tavoite {value} ({due}) jää täyttymättä, ellei jokin muutu.",
        "Målet {value} ({due}) uppfylls inte om inget förändras.",
        "The target {value} ({due}) will be missed unless something changes.",
    ),
    "hit and miss": Text(
        "Tavoite {value} ({due}) täyttyy välillä ja välillä ei.",
        "Målet {value} ({due}) uppfylls ibland och ibland inte.",
        "The target {value} ({due}) is met at times and missed at times.",
    ),
}
_FORECAST = Text(
    "Jos kehitys jatkuu ennallaan, luku on {period} välillä {lower}–{upper}.",
    "Om utvecklingen fortsätter som förut är talet {period} mellan {lower} och {upper}.",
    "If things go on as before, the figure for {period} is between {lower} and {upper}.",
)
_ACHIEVED = Text(
    "Aiemmista vastaavista ennusteista {share} % osui väliinsä.",
    "Av tidigare motsvarande prognoser träffade {share} % sitt intervall.",
    "Of earlier forecasts of this kind, {share}% fell within their interval.",
)
_NO_FORECAST = Text(
    "Ennustetta ei esitetä: {reason}.", "Ingen prognos visas: {reason}.", "No forecast is shown: {reason}."
)
_WHY_NONE = {
    "short series": Text(
        "lukuja on alle kahdeksan", "det finns färre än åtta tal", "there are fewer than eight figures"
    ),
    "break in series": terms.BROKEN_BY_A_MERGER,
    "gap in series": Text("sarjassa on aukko", "serien har en lucka", "there is a gap in the series"),
    "no variation": Text("luku ei ole muuttunut", "talet har inte förändrats", "the figure has not changed"),
    "missed too often": Text(
        "aiemmat ennusteet osuivat väliinsä liian harvoin",
        "tidigare prognoser träffade sitt intervall för sällan",
        "earlier forecasts missed their interval too often",
    ),
}


def development_in_words(development: Development, language: Language) -> list[str]:
    """The sentences under the finding, the most important first."""
    item = development.standing.item
    sentences = [target_in_words(development, language)]
    if development.trend is not None:
        sentences.insert(0, trend_in_words(development.trend, language))
    if development.process is not None and development.process.points:
        sentences.insert(0, process_in_words(development.process, item, language))
    return [sentence for sentence in sentences if sentence]


def trend_in_words(trend: Trend, language: Language) -> str:
    """Which way the figure has gone, and whether that is good."""
    judged = _JUDGED[trend.judged].within(language) if trend.judged in _JUDGED else ""
    reason = _NO_TREND[trend.reason].within(language) if trend.reason else ""
    return _TRENDS[trend.verdict].within(language, judged=judged, reason=reason)


def process_in_words(chart: ProcessChart, item: Indicator, language: Language) -> str:
    """Whether the newest figure is out of the ordinary."""
    newest = chart.points[-1]
    variation = chart.variation(item.polarity)
    judged = _JUDGED[variation].within(language) if variation in _JUDGED else ""
    cause = newest.cause and newest.direction and _CAUSES[newest.cause, newest.direction]
    sentences = [cause.within(language, judged=judged) if cause else _ORDINARY.within(language)]
    if chart.seasonally_adjusted:
        sentences.append(_ADJUSTED.within(language))
    if chart.trial:
        sentences.append(_TRIAL.within(language))
    return " ".join(sentences)


def target_in_words(development: Development, language: Language) -> str:
    """Where the figure is beside its target; empty without one."""
    target, item = development.target, development.standing.item
    if target is None:
        return ""
    sentence = _ASSURED[development.assurance] if development.assurance else _TARGETS[development.reached]
    return sentence.within(
        language,
        value=quantity(target.value, item.decimals, item.unit, language),
        due=period(target.due, language),
        gap=difference_in_words(development.distance_to_target or 0.0, item.decimals, item.unit, language),
    )


def forecast_in_words(development: Development, language: Language) -> str:
    """What the figure will be if things go on as before, and how often such forecasts were right; or why there is none."""
    item, forecast = development.standing.item, development.forecast
    if not forecast.points:
        return _why_none(forecast, language)
    last = forecast.points[-1]
    lower, upper = (number(value, item.decimals, language) for value in (last.lower, last.upper))
    sentences = [_FORECAST.within(language, period=period(last.period, language), lower=lower, upper=upper)]
    if development.coverage.share is not None:
        sentences.append(_ACHIEVED.within(language, share=number(100 * development.coverage.share, 0, language)))
    return " ".join(sentences)


def _why_none(forecast: Forecast, language: Language) -> str:
    return _NO_FORECAST.within(language, reason=_WHY_NONE[forecast.reason or "short series"].within(language))
