"""What every chart is set to: numbers and dates as CLDR (by Babel) and the words around it write them, and no voice of its own."""

from functools import cache
from typing import Any

from keko.config import Language
from keko.words.formats import MINUS, locale

# The library would read every mark and axis aloud, in English and by the names of its fields. A chart has one description in the
# reader's language, and a table of the same figures stands beside it: its parts are hidden from a screen reader.
_SILENT = {"aria": False, "mark": {"aria": False}}


def chart_config(language: Language) -> dict[str, Any]:
    """The `config` of a Vega-Lite specification, which a chart may add to."""
    return {**_SILENT, "locale": chart_locale(language), "view": {"stroke": None}}


@cache
def chart_locale(language: Language) -> dict[str, Any]:
    """The `locale` of a Vega-Lite config."""
    cldr = locale(language)
    symbols = cldr.number_symbols["latn"]
    days = [cldr.days["format"]["wide"][(n - 1) % 7] for n in range(7)]
    short_days = [cldr.days["format"]["abbreviated"][(n - 1) % 7] for n in range(7)]
    months = [cldr.months["format"]["wide"][n] for n in range(1, 13)]
    short_months = [cldr.months["format"]["abbreviated"][n] for n in range(1, 13)]
    return {
        "number": {
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
            "grouping": [3],
            "currency": ["", "\N{NO-BREAK SPACE}€"],
            "minus": MINUS,
        },
        "time": {
            "dateTime": "%-d.%-m.%Y %H.%M",
            "date": "%-d.%-m.%Y",
            "time": "%H.%M",
            "periods": ["", ""],
            "days": days,
            "shortDays": short_days,
            "months": months,
            "shortMonths": short_months,
        },
    }
