"""How a figure has developed, in sentences: trend or process, target, forecast. No sentence says more than was found."""

from math import floor

from keko.config import Language
from keko.data.text import Text
from keko.indicators.over_time.achieved import Coverage
from keko.indicators.over_time.forecast import Forecast
from keko.indicators.over_time.trend import Trend
from keko.room.development import Development
from keko.words import terms
from keko.words.formats import difference_in_words, number, period, period_in, quantity
from keko.words.process import process_in_words
from keko.words.sentences import basis_sentence

_TRENDS = {
    "risen": Text(
        "Viiden viime luvun aikana luku on noussut",
        "Under de fem senaste talen har talet stigit",
        "Over the last five figures, the figure has risen",
    ),
    "fallen": Text(
        "Viiden viime luvun aikana luku on laskenut",
        "Under de fem senaste talen har talet sjunkit",
        "Over the last five figures, the figure has fallen",
    ),
    "no clear change": Text(
        "Viiden viime luvun aikana ei ole selvää muutosta",
        "De fem senaste talen visar ingen tydlig förändring",
        "The last five figures show no clear change",
    ),
    "too few points": Text(
        "Muutosta ei voi arvioida: {reason}",
        "Förändringen kan inte bedömas: {reason}",
        "Change cannot be judged: {reason}",
    ),
}
_JUDGED = {
    "improved": Text("{sentence} eli parantunut", "{sentence}, alltså förbättrats", "{sentence}, that is, improved"),
    "worsened": Text("{sentence} eli heikentynyt", "{sentence}, alltså försämrats", "{sentence}, that is, worsened"),
}
_ON_YEARLY_VALUES = Text(
    "{sentence} (vuosilukujen vaihteluun nähden)",
    "{sentence} (i förhållande till årstalens variation)",
    "{sentence} (given how the yearly figures vary)",
)
_NO_TREND = {
    "not yearly": Text("luvut eivät ole vuosilukuja", "talen är inte årstal", "the figures are not yearly"),
    "break in series": terms.BROKEN_BY_A_MERGER,
    "short series": Text("lukuja on alle viisi", "det finns färre än fem tal", "there are fewer than five figures"),
}
_TARGETS = {
    "meets": Text(
        "Tavoite {value} ({due}) on saavutettu.",
        "Målet {value} ({due}) är uppnått.",
        "The target {value} ({due}) has been reached.",
    ),
    "misses": Text(
        "Tavoitteesta {value} ({due}) puuttuu {gap}.",
        "{gap} återstår till målet {value} ({due}).",
        "The figure is {gap} short of the target {value} ({due}).",
    ),
    "unclear": Text(
        "Tavoite {value} ({due}) on luottamusvälin sisällä: ei voi sanoa, onko se saavutettu.",
        "Målet {value} ({due}) ligger inom konfidensintervallet: det går inte att säga om det är uppnått.",
        "The target {value} ({due}) is within the confidence interval: it is not known whether it has been reached.",
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
        "Tavoite {value} ({due}) on tavanomaisen vaihtelun ulkopuolella: sitä ei ole saavutettu.",
        "Målet {value} ({due}) ligger utanför den vanliga variationen: det är inte uppnått.",
        "The target {value} ({due}) is outside ordinary variation: it has not been reached.",
    ),
    "hit and miss": Text(
        "Tavoite {value} ({due}) täyttyy välillä ja välillä ei.",
        "Målet {value} ({due}) uppfylls ibland och ibland inte.",
        "The target {value} ({due}) is met at times and missed at times.",
    ),
}
_FORECAST = Text(
    "Jos kehitys jatkuu ennallaan, luku on {when} välillä {lower}–{upper}.",
    "Om utvecklingen fortsätter som förut ligger talet {when} mellan {lower} och {upper}.",
    "If things go on as before, the figure {when} will be between {lower} and {upper}.",
)
_ACHIEVED = Text(
    "Aiemmista vastaavista ennusteista {share} % osui väliinsä, huonoimpana vuonna {worst} %.",
    "Av tidigare motsvarande prognoser träffade {share} % sitt intervall, under det sämsta året {worst} %.",
    "Of earlier forecasts of this kind, {share}% fell within their interval, {worst}% in the worst year.",
)
_NO_FURTHER = Text(
    "Kauemmas ulottuvat osuivat liian harvoin, joten niitä ei esitetä.",
    "De som sträcker sig längre träffade för sällan och visas inte.",
    "Those further ahead fell within it too seldom and are not shown.",
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
    "not tried": Text(
        "sarja on liian lyhyt, jotta ennusteita olisi voitu koetella",
        "serien är för kort för att prognoser skulle ha kunnat prövas",
        "the series is too short for forecasts to have been tried",
    ),
    "missed too often": Text(
        "vuonna {year} tehdyistä vastaavista ennusteista osui väliinsä {share} %",
        "av motsvarande prognoser gjorda år {year} träffade {share} % sitt intervall",
        "of forecasts of this kind made in {year}, {share}% fell within their interval",
    ),
}


def development_in_words(development: Development, language: Language) -> list[str]:
    """The sentences under the finding, the most important first.

    Where a change is real, which the finding tells, that five years show no clear trend would deny it.
    """
    item = development.standing.item
    sentences = [target_in_words(development, language), basis_sentence(development.standing.comparison, language)]
    trend = development.trend
    if trend is not None and (
        trend.verdict != "no clear change" or not any(each.is_real for each in development.changes)
    ):
        sentences.insert(0, trend_in_words(trend, language))
    if development.process is not None and development.process.points:
        sentences.insert(0, process_in_words(development.process, item, language))
    return [sentence for sentence in sentences if sentence]


def trend_in_words(trend: Trend, language: Language) -> str:
    """Which way the figure has gone, whether that was good, and what it was judged by."""
    reason = _NO_TREND[trend.reason].within(language) if trend.reason else ""
    sentence = _TRENDS[trend.verdict].within(language, reason=reason)
    if trend.judged in _JUDGED:
        sentence = _JUDGED[trend.judged].within(language, sentence=sentence)
    if trend.basis == "yearly values":
        sentence = _ON_YEARLY_VALUES.within(language, sentence=sentence)
    return f"{sentence}."


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
    item, forecast, achieved = development.standing.item, development.forecast, development.coverage
    if not forecast.points:
        return _why_none(forecast, achieved, language)
    last = forecast.points[-1]
    lower, upper = (number(value, item.decimals, language) for value in (last.lower, last.upper))
    sentences = [_FORECAST.within(language, when=period_in(last.period, language), lower=lower, upper=upper)]
    near = range(1, len(forecast.points) + 1)
    share, worst = achieved.share(near), achieved.worst(near)
    if share is not None and worst is not None:
        parts = {"share": _per_cent(share, language), "worst": _per_cent(worst.share, language)}
        sentences.append(_ACHIEVED.within(language, **parts))
    if achieved.reach < len(achieved.horizons):
        sentences.append(_NO_FURTHER.within(language))
    return " ".join(sentences)


def _why_none(forecast: Forecast, achieved: Coverage, language: Language) -> str:
    worst = achieved.worst([1])
    facts = {"year": str(worst.origin), "share": _per_cent(worst.share, language)} if worst else {}
    reason = _WHY_NONE[forecast.reason or "short series"].within(language, **facts)
    return _NO_FORECAST.within(language, reason=reason)


def _per_cent(share: float, language: Language) -> str:
    """In whole per cent, rounded down: 89.6 is not the 90 that is asked for."""
    return number(floor(100 * share + 1e-9), 0, language)
