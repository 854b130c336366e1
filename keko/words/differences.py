"""A difference and its limits as they are written: never so rounded that the reason of the verdict is lost."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.comparing.comparison import Comparison
from keko.words.formats import signed

_MOST_MORE = 4
ROUNDED = Text(
    "Luvut on pyöristetty, mutta ero on laskettu tarkoista luvuista: viimeinen numero voi poiketa näytettyjen lukujen erotuksesta.",
    "Talen är avrundade, men skillnaden är beräknad av de exakta talen: den sista decimalen kan avvika från skillnaden mellan de tal som visas.",
    "Figures are rounded, but the difference is computed from the exact ones: its last digit may differ from that of the figures shown.",
)


def limit_decimals(lower: float, upper: float, decimals: int) -> int:
    """With how many decimals limits are written: the indicator's, or so many more that neither reads as nought unless it is.

    So an interval that shows nought inside holds it, and two that read alike tell the same.
    """
    many = range(decimals, decimals + _MOST_MORE)
    clear = (places for places in many if all(limit == 0 or round(limit, places) for limit in (lower, upper)))
    return next(clear, decimals + _MOST_MORE)


def limits_in_words(compared: Comparison, decimals: int, language: Language) -> str:
    """The 95 % interval of the difference, empty without one."""
    if compared.lower is None or compared.upper is None:
        return ""
    places = limit_decimals(compared.lower, compared.upper, decimals)
    return f"{signed(compared.lower, places, language)} … {signed(compared.upper, places, language)}"


def difference_as_shown(compared: Comparison, decimals: int, language: Language) -> str:
    """The difference with its sign; one that is shown to be real never reads as nought."""
    difference = compared.difference or 0.0
    return signed(
        difference, limit_decimals(difference, difference, decimals) if compared.is_real else decimals, language
    )


def is_rounded_apart(compared: Comparison, decimals: int) -> bool:
    """Whether the difference of the two values as they are shown is another than the one that is shown."""
    if compared.area_value is None or compared.benchmark_value is None or compared.difference is None:
        return False
    of_shown = round(compared.area_value, decimals) - round(compared.benchmark_value, decimals)
    return round(of_shown, decimals) != round(compared.difference, decimals)
