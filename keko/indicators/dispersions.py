"""The dispersions of an indicator's visible figures by level, as they are compared: computed with what is published."""

from collections.abc import Mapping
from itertools import chain

import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.as_compared import as_compared
from keko.indicators.catalogue import Indicator
from keko.indicators.dispersion import DISPERSED, dispersion
from keko.indicators.level_sample import LEVELS, level_sample
from keko.indicators.series import Question, Series


def dispersions(
    connection: sa.Connection, item: Indicator, areas: Areas, question: Question, of_area: Mapping[str, Series]
) -> dict[str, float]:
    """The dispersion of an indicator's visible figures by level, of levels that have enough years; as it is compared.

    `of_area`: its series, of which those of the levels' samples and of the country are looked at.
    """
    codes = {level: [code for code in level_sample(level, areas) if code in of_area] for level in LEVELS}
    wanted = [code for code in (WHOLE_COUNTRY, *chain.from_iterable(codes.values())) if code in of_area]
    form = as_compared(connection, [item], areas, question, {(item.id, code): of_area[code] for code in wanted})
    compared = form.items[item.id]
    if compared.kind not in DISPERSED or WHOLE_COUNTRY not in of_area:
        return {}
    national = form.series[item.id, WHOLE_COUNTRY]
    by_level = {
        level: dispersion(compared, [form.series[item.id, code] for code in listed], national)
        for level, listed in codes.items()
    }
    return {level: number for level, number in by_level.items() if number is not None}
