"""What the newest month or quarter says: whether its level, or its change, is out of the ordinary."""

from keko.config import Language
from keko.data.periods import frequency
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.process import ProcessChart
from keko.words.formats import difference_in_words, quantity

_JUDGED = {
    "improved": Text(", parempaan suuntaan", ", åt rätt håll", ", for the better"),
    "worsened": Text(", heikompaan suuntaan", ", åt fel håll", ", for the worse"),
}
_ORDINARY = Text(
    "Uusin luku on tavanomaisen vaihtelun sisällä.",
    "Det senaste talet ligger inom den vanliga variationen.",
    "The latest figure is within ordinary variation.",
)
_CAUSES_OF_LEVEL = {
    ("outside", "higher"): Text(
        "Uusin luku on tavanomaisen vaihtelun yläpuolella{judged}.",
        "Det senaste talet ligger över den vanliga variationen{judged}.",
        "The latest figure is above ordinary variation{judged}.",
    ),
    ("outside", "lower"): Text(
        "Uusin luku on tavanomaisen vaihtelun alapuolella{judged}.",
        "Det senaste talet ligger under den vanliga variationen{judged}.",
        "The latest figure is below ordinary variation{judged}.",
    ),
    ("trend of 7", "higher"): Text(
        "Seitsemän viime lukua ovat nousseet yhtäjaksoisesti{judged}.",
        "De sju senaste talen har stigit oavbrutet{judged}.",
        "The last seven figures have risen without a break{judged}.",
    ),
    ("trend of 7", "lower"): Text(
        "Seitsemän viime lukua ovat laskeneet yhtäjaksoisesti{judged}.",
        "De sju senaste talen har sjunkit oavbrutet{judged}.",
        "The last seven figures have fallen without a break{judged}.",
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
        "Seitsemän viime lukua ovat tavallista suurempia{judged}.",
        "De sju senaste talen är högre än vanligt{judged}.",
        "The last seven figures are higher than usual{judged}.",
    ),
    ("7 on one side", "lower"): Text(
        "Seitsemän viime lukua ovat tavallista pienempiä{judged}.",
        "De sju senaste talen är lägre än vanligt{judged}.",
        "The last seven figures are lower than usual{judged}.",
    ),
}
_ADJUSTED = Text("Luvut on kausitasoitettu.", "Talen är säsongsrensade.", "The figures are seasonally adjusted.")
_TRIAL = Text(
    "Rajat ovat alustavia: lukuja on alle 13.",
    "Gränserna är preliminära: det finns färre än 13 tal.",
    "These are trial limits: there are fewer than 13 figures.",
)
_BEFORE = {
    "month": Text("edellisestä kuukaudesta", "från föregående månad", "from the month before"),
    "quarter": Text("edellisestä neljänneksestä", "från föregående kvartal", "from the quarter before"),
    "year": Text("edellisestä vuodesta", "från föregående år", "from the year before"),
}
_USUAL_CHANGE = Text(
    "Muutos {before} ({change}) on tavanomaista vaihtelua.",
    "Förändringen {before} ({change}) hör till den vanliga variationen.",
    "The change {before} ({change}) is ordinary variation.",
)
_NO_CHANGE = Text(
    "Muutosta {before} ei arvioida: silloista lukua ei ole.",
    "Förändringen {before} bedöms inte: det tidigare talet saknas.",
    "The change {before} is not judged: the earlier figure is missing.",
)
_CAUSES_OF_CHANGE = {
    ("outside", "higher"): Text(
        "Muutos {before} ({change}) on tavanomaisen vaihtelun yläpuolella{judged}.",
        "Förändringen {before} ({change}) ligger över den vanliga variationen{judged}.",
        "The change {before} ({change}) is above ordinary variation{judged}.",
    ),
    ("outside", "lower"): Text(
        "Muutos {before} ({change}) on tavanomaisen vaihtelun alapuolella{judged}.",
        "Förändringen {before} ({change}) ligger under den vanliga variationen{judged}.",
        "The change {before} ({change}) is below ordinary variation{judged}.",
    ),
    ("7 of one sign", "higher"): Text(
        "Luku on noussut ainakin seitsemän kertaa peräkkäin{judged}; viimeksi {change}.",
        "Talet har stigit minst sju gånger i rad{judged}; senast {change}.",
        "The figure has risen at least seven times in a row{judged}; most recently {change}.",
    ),
    ("7 of one sign", "lower"): Text(
        "Luku on laskenut ainakin seitsemän kertaa peräkkäin{judged}; viimeksi {change}.",
        "Talet har sjunkit minst sju gånger i rad{judged}; senast {change}.",
        "The figure has fallen at least seven times in a row{judged}; most recently {change}.",
    ),
}


def process_in_words(chart: ProcessChart, item: Indicator, language: Language) -> str:
    """Whether the newest figure, or its change, is out of the ordinary."""
    newest = _newest_level(chart, item, language) if chart.of == "level" else _newest_change(chart, item, language)
    sentences = [newest]
    if chart.seasonally_adjusted:
        sentences.append(_ADJUSTED.within(language))
    if chart.trial:
        sentences.append(_TRIAL.within(language))
    return " ".join(sentences)


def change_in_words(chart: ProcessChart, change: float, item: Indicator, language: Language) -> str:
    """A change from one period to the next as the chart has it: in per cent, or in the indicator's unit."""
    if chart.of == "relative change":
        return ("+" if round(change, 1) > 0 else "") + quantity(change, 1, "%", language)
    return difference_in_words(change, item.decimals, item.unit, language, sign=True)


def _newest_level(chart: ProcessChart, item: Indicator, language: Language) -> str:
    newest = chart.points[-1]
    if newest.cause is None or newest.direction is None:
        return _ORDINARY.within(language)
    return _CAUSES_OF_LEVEL[newest.cause, newest.direction].within(language, judged=_judged(chart, item, language))


def _newest_change(chart: ProcessChart, item: Indicator, language: Language) -> str:
    newest = chart.points[-1]
    before = _BEFORE[frequency(newest.period)].within(language)
    if newest.plotted is None:
        return _NO_CHANGE.within(language, before=before)
    change = change_in_words(chart, newest.plotted, item, language)
    if newest.cause is None or newest.direction is None:
        return _USUAL_CHANGE.within(language, before=before, change=change)
    sentence = _CAUSES_OF_CHANGE[newest.cause, newest.direction]
    return sentence.within(language, before=before, change=change, judged=_judged(chart, item, language))


def _judged(chart: ProcessChart, item: Indicator, language: Language) -> str:
    variation = chart.variation(item.polarity)
    return _JUDGED[variation].within(language) if variation in _JUDGED else ""
