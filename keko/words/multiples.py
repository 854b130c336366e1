"""Small multiples in words: sexes, ages and municipalities side by side."""

from datetime import date

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.gaps import Gap
from keko.indicators.over_time.comparison_areas import Divergence
from keko.room.marks import Mark
from keko.words import terms
from keko.words.formats import day_in_words, difference_in_words, signed

SHOW = terms.SHOW
PICTURES = {
    "kehitys": Text("Kehitys", "Utveckling", "Development"),
    "alueet": terms.AREAS_SIDE_BY_SIDE,
    "sukupuolet": Text("Naiset ja miehet", "Kvinnor och män", "Women and men"),
    "iat": Text("Ikäryhmät", "Åldersgrupper", "Age groups"),
    "kunnat": Text("Kunnat", "Kommuner", "Municipalities"),
    "toimet": Text("Toimenpiteiden jälkeen", "Efter åtgärderna", "After actions"),
}
BESIDE = Text("Harmaa viiva: {name}.", "Grå linje: {name}.", "Grey line: {name}.")
SAME_SCALE = Text(
    "Kaikissa kuvissa on sama asteikko.", "Alla bilder har samma skala.", "All charts have the same scale."
)
OWN_SCALE = Text(
    "Kullakin alueella on oma asteikkonsa, koska luvut ovat eri suuruusluokkaa.",
    "Varje område har sin egen skala, eftersom talen är av olika storleksordning.",
    "Each area has its own scale, because the figures are of different magnitudes.",
)
PANEL = Text(
    "{title}: {first} ({start}) – {last} ({end})",
    "{title}: {first} ({start}) – {last} ({end})",
    "{title}: {first} ({start}) – {last} ({end})",
)
COMPARISON_AREAS = Text("vertailualueet painotettuina", "vägda jämförelseområden", "weighted comparison areas")
DIFFERENCE_FROM = Text(
    "Ero vertailualueisiin", "Skillnad mot jämförelseområdena", "Difference from the comparison areas"
)
_SINCE = Text(
    "{event} {day}. Sen jälkeen luku on ollut keskimäärin {amount} {direction} kuin vertailualueilla. Niitä painotettiin niin, että ne "
    "kehittyivät sitä ennen samaan tahtiin kuin alue (ero silloin keskimäärin {fit}). Alueita, joilla muutos on yhtä poikkeava tai "
    "poikkeavampi: {rank} / {ranked}. Tämä ei kerro, mistä ero johtuu.",
    "{event} {day}. Därefter har talet i medeltal varit {amount} {direction} än i jämförelseområdena. De vägdes så att de före det "
    "utvecklades i samma takt som området (skillnaden då i medeltal {fit}). Förändringen är lika eller mer avvikande i {rank} av {ranked} "
    "områden. Detta säger inte vad skillnaden beror på.",
    "{event} {day}. Since then the figure has on average been {amount} {direction} than in the comparison areas. They were weighted to "
    "keep pace with the area before it (the difference was then {fit} on average). The change is as unusual or more so in {rank} of "
    "{ranked} areas. This does not tell what the difference is due to.",
)
_SAID = Text(
    "Vertailualueet on ilmoitettu valituiksi {declared}, mutta kirjattu vasta {recorded}, toimenpiteen alkamisen jälkeen.",
    "Jämförelseområdena uppges ha valts {declared}, men antecknades först {recorded}, efter att åtgärden började.",
    "The comparison areas are said to have been chosen on {declared}, but were recorded only on {recorded}, after the action began.",
)
_HIGHER = terms.VERDICTS["higher"]
_LOWER = terms.VERDICTS["lower"]
_NOT_SINCE = Text(
    "{event} {day}: eroa vertailualueisiin ei arvioida, koska {reason}.",
    "{event} {day}: skillnaden mot jämförelseområdena bedöms inte, eftersom {reason}.",
    "{event} {day}: the difference from the comparison areas is not estimated, because {reason}.",
)
WHY_NOT = {
    "hits every area": Text(
        "toimenpide koskee kaikkia alueita", "åtgärden gäller alla områden", "the action is for all areas"
    ),
    "too few points before": Text(
        "ennen sitä on alle 10 lukua", "det finns färre än 10 tal före den", "there are fewer than 10 figures before it"
    ),
    "no points after": Text(
        "sen jälkeen ei ole vielä lukuja", "det ännu inte finns tal efter den", "there are no figures after it yet"
    ),
    "too few comparison areas": Text(
        "vertailualueita, joilla on kaikki luvut, on liian vähän",
        "för få jämförelseområden har alla tal",
        "too few comparison areas have every figure",
    ),
    "declared afterwards": Text(
        "vertailualueita ei ole valittu ennen sen alkua",
        "jämförelseområdena inte valdes innan den började",
        "the comparison areas were not chosen before it began",
    ),
}
_LARGER = Text(
    "{area}: naisten luku on {amount} suurempi kuin miesten ({limits}).",
    "{area}: kvinnornas tal är {amount} högre än männens ({limits}).",
    "{area}: the figure for women is {amount} higher than for men ({limits}).",
)
_SMALLER = Text(
    "{area}: naisten luku on {amount} pienempi kuin miesten ({limits}).",
    "{area}: kvinnornas tal är {amount} lägre än männens ({limits}).",
    "{area}: the figure for women is {amount} lower than for men ({limits}).",
)
_NO_GAP = Text(
    "{area}: naisten ja miesten välillä ei todettu eroa.",
    "{area}: ingen skillnad mellan kvinnor och män konstaterades.",
    "{area}: no difference between women and men was shown.",
)
_UNJUDGED = Text(
    "{area}: naisten ja miesten ero on {amount}; sillä ei ole luottamusväliä.",
    "{area}: skillnaden mellan kvinnor och män är {amount}; den har inget konfidensintervall.",
    "{area}: women and men differ by {amount}; the difference has no confidence interval.",
)
_LESS_THAN = terms.LESS_THAN


def gap_in_words(gap: Gap, item: Indicator, area: str, language: Language) -> str:
    """How women (the gap's first) differ from men in `area`; never more than the interval allows."""
    values = {"area": area, "amount": _amount(gap.difference, item, language)}
    if gap.is_real is None:
        return _UNJUDGED.within(language, **values)
    if not gap.is_real:
        return _NO_GAP.within(language, **values)
    limits = " … ".join(signed(limit, item.decimals, language) for limit in (gap.lower, gap.upper) if limit is not None)
    if gap.basis == "yearly variation":
        limits = f"{terms.BASES[gap.basis].within(language)} {limits}"
    return (_LARGER if gap.difference > 0 else _SMALLER).within(language, limits=limits, **values)


def _amount(difference: float, item: Indicator, language: Language) -> str:
    """A difference with its unit; one that rounds to nought is less than the smallest that can be written."""
    if difference and round(abs(difference), item.decimals) == 0:
        smallest = difference_in_words(10.0**-item.decimals, item.decimals, item.unit, language)
        return _LESS_THAN.within(language, amount=smallest)
    return difference_in_words(abs(difference), item.decimals, item.unit, language)


def divergence_in_words(mark: Mark, divergence: Divergence, item: Indicator, language: Language) -> str:
    """How the figure differs from comparison areas since an action, or why it is not said; never what it is due to."""
    values = {"event": mark.name.within(language), "day": day_in_words(mark.day, language)}
    if divergence.reason or divergence.mean_difference is None:
        return _NOT_SINCE.within(
            language, reason=WHY_NOT[divergence.reason or "no points after"].within(language), **values
        )
    difference = divergence.mean_difference
    return _SINCE.within(
        language,
        amount=_amount(difference, item, language),
        direction=(_HIGHER if difference > 0 else _LOWER).within(language),
        fit=_amount(divergence.fit or 0.0, item, language),
        rank=divergence.rank,
        ranked=divergence.ranked,
        **values,
    )


def undeclared_in_words(mark: Mark, language: Language) -> str:
    """That comparison areas were not chosen before the action."""
    values = {"event": mark.name.within(language), "day": day_in_words(mark.day, language)}
    return _NOT_SINCE.within(language, reason=WHY_NOT["declared afterwards"].within(language), **values)


def said_in_words(declared: date | None, recorded_late: date | None, language: Language) -> str:
    """That areas were written down only after the action began, though they are said to have been chosen before; else nothing."""
    if declared is None or recorded_late is None:
        return ""
    days = {"declared": day_in_words(declared, language), "recorded": day_in_words(recorded_late, language)}
    return _SAID.within(language, **days)
