"""Small multiples in words: sexes, ages and municipalities side by side."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.gaps import Gap
from keko.words.formats import difference_unit, number, signed

SHOW = Text("Näytä", "Visa", "Show")
SHOWS = {
    "kehitys": Text("Kehitys", "Utveckling", "Development"),
    "alueet": Text("Alueet rinnakkain", "Områden sida vid sida", "Areas side by side"),
    "sukupuolet": Text("Naiset ja miehet", "Kvinnor och män", "Women and men"),
    "iat": Text("Ikäryhmät", "Åldersgrupper", "Ages"),
    "kunnat": Text("Kunnat", "Kommuner", "Municipalities"),
}
BESIDE = Text("Harmaa viiva: {name}.", "Grå linje: {name}.", "Grey line: {name}.")
SAME_SCALE = Text(
    "Kaikissa kuvissa on sama asteikko.", "Alla bilder har samma skala.", "All pictures are on one scale."
)
OWN_SCALE = Text(
    "Kullakin alueella on oma asteikkonsa, koska luvut ovat eri suuruusluokkaa.",
    "Varje område har sin egen skala, eftersom talen är av olika storleksordning.",
    "Each area has a scale of its own, since the figures are of different sizes.",
)
PANEL = Text(
    "{title}: {first} ({start}) – {last} ({end})",
    "{title}: {first} ({start}) – {last} ({end})",
    "{title}: {first} ({start}) – {last} ({end})",
)
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
    "{area}: skillnaden mellan kvinnor och män är {amount}; den har inget intervall.",
    "{area}: women and men differ by {amount}; the difference has no interval.",
)
_LESS_THAN = Text("alle {amount}", "mindre än {amount}", "less than {amount}")


def gap_in_words(found: Gap, item: Indicator, area: str, language: Language) -> str:
    """How women (the gap's first) differ from men in `area`; never more than the interval allows."""
    told = {"area": area, "amount": _amount(found.difference, item, language)}
    if found.is_real is None:
        return _UNJUDGED.within(language, **told)
    if not found.is_real:
        return _NO_GAP.within(language, **told)
    limits = " … ".join(
        signed(limit, item.decimals, language) for limit in (found.lower, found.upper) if limit is not None
    )
    return (_LARGER if found.difference > 0 else _SMALLER).within(language, limits=limits, **told)


def _amount(difference: float, item: Indicator, language: Language) -> str:
    """A difference with its unit; one that rounds to nought is less than the smallest that can be written."""
    unit = difference_unit(item.unit, language)
    if difference and round(abs(difference), item.decimals) == 0:
        return _LESS_THAN.within(language, amount=f"{number(10.0**-item.decimals, item.decimals, language)} {unit}")
    return f"{number(abs(difference), item.decimals, language)} {unit}"
