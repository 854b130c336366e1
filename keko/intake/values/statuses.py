"""The status of every value, from its own text, a column of statuses and the period."""

import numpy as np
import pandas as pd

from keko.data.area_names import folded
from keko.data.arrays import Flags
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.distinct import Distinct

UNKNOWN_STATUS = ProblemKind(
    "unknown-status",
    "warning",
    Text(
        "Rivin {row} tilaa ”{text}” (sarake ”{column}”) ei tunneta, joten arvoa pidetään lopullisena.",
        "Statusen ”{text}” på rad {row} (kolumn ”{column}”) är okänd, så värdet hålls för slutligt.",
        "The status “{text}” on row {row} (column “{column}”) is not known, so the value is taken as final.",
    ),
)

_WORDS = {
    "final": "lopullinen|slutlig|normal|normal value|a|b|d|r|i|bd|br|normaali",
    "preliminary": "ennakko|ennakollinen|ennakkotieto|ennakkotietoja|preliminär|preliminär uppgift|preliminary data|provisional|p|*",
    "estimated": "arvio|estimaatti|uppskattning|estimate|e|f|s",
    "hidden": "peitetty|salattu|salainen|sekretess|sekretessbelagd|konfidentiell|confidential|suppressed|c|...|…",
    "missing at source": "puuttuu|saknas|missing|not available|m|..|:",
    "not applicable": "ei sovellettavissa|inte tillämplig|z|.",
    "below quality": "epäluotettava|osäker|unreliable|low reliability|u|bu",
}
_STATUS = {word: status for status, words in _WORDS.items() for word in (status, *words.split("|"))}
_FIGURES = ("value", "lower", "upper", "numerator", "denominator")
REASON_WITHOUT_VALUE = {
    "hidden": "hidden at source",
    "missing at source": "not published",
    "not applicable": "not applicable",
}


def is_status(text: str) -> bool:
    """Whether a text is a status, in words or as a letter of statistical offices."""
    return folded(text) in _STATUS


def read_statuses(column: Distinct, name: str) -> tuple["pd.Series[str]", list[Problem]]:
    """The status that a column of statuses gives every row, missing where it gives none, and what is unknown."""
    unknown = column.firsts(lambda text: text != "" and folded(text) not in _STATUS).assign(column=name)
    statuses = {text: _STATUS[folded(text)] for text in column.texts if folded(text) in _STATUS}
    return column.spread(statuses), UNKNOWN_STATUS.each(unknown)


def settle(observations: pd.DataFrame, stated: "pd.Series[str] | None", preliminary: Flags) -> pd.DataFrame:
    """Give every row its one status and reason, and take away what its source hides.

    `observations` has `value`, and in `status` and `reason` what the text of the value told; `stated`: what a column
    of statuses says; `preliminary`: where the period is marked so.
    """
    present = observations["value"].notna()
    own, reason = observations["status"], observations["reason"]
    if stated is not None:
        fits = stated.notna() & (stated.isin(REASON_WITHOUT_VALUE) ^ present)
        own = own.where(~fits, stated)
        own = own.mask(stated == "hidden", "hidden")
    default = pd.array(["final", "preliminary"], dtype="str").take(preliminary.astype(np.intp))
    status = own.where(own.notna(), pd.Series(default, index=own.index))
    places, words = pd.factorize(status)
    reasons = pd.array([REASON_WITHOUT_VALUE.get(word) for word in words], dtype="str")
    reason = pd.Series(reasons.take(places), index=own.index)
    hidden = status == "hidden"
    public = {name: observations[name].mask(hidden) for name in _FIGURES} if hidden.any() else {}
    return observations.assign(status=status, reason=reason, **public)
