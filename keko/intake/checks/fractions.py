"""Shares that are all under one, where they should be in per cent: are they fractions?"""

from collections.abc import Sequence

import pandas as pd

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History, published
from keko.intake.values.headings import names_change

ORDER = 82
KIND = ProblemKind(
    "shares-under-one",
    "error",
    Text(
        "Mittarin ”{measure}” luvut ovat kaikki alle 1, vaikka yksikkö on % (esim. rivi {row}: {value}): jos ne ovat osuuksia "
        "nollasta yhteen, kerro kuvauksessa scale: 100, jos prosentteja, scale: as given.",
        "Alla tal för ”{measure}” är under 1 fast enheten är % (t.ex. rad {row}: {value}): om de är andelar från noll till ett, "
        "ange scale: 100 i beskrivningen, om de är procent, scale: as given.",
        "All figures of “{measure}” are under 1 although the unit is % (e.g. row {row}: {value}): if they are fractions of one, "
        "say scale: 100 in the mapping, if they are per cent, scale: as given.",
    ),
)
_FAR = 10


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each measure in per cent whose figures are all between nought and one, unless something shows that they may be.

    Figures that are of the size of those published before, or of what their numerators and denominators make, may be; so
    may those with a per cent sign in their cells or from per mille, and those whose scale an analyst has told.
    """
    old = published(arranged, indicators, before)
    rows, problems = arranged.observations, list[Problem]()
    for index, item in enumerate(indicators):
        measure, own = arranged.measures[index], rows[rows["measure"] == index]
        present = own[own["value"].notna() & own["value"].ne(0)]
        told = measure.settled or measure.sure or item.kind == "change" or names_change(measure.name)
        if (
            item.unit == "%"
            and not told
            and len(present)
            and present["value"].between(0, 1).all()
            and not _borne_out(present, old, index)
        ):
            first = present.iloc[0]
            problems.append(KIND.at(int(first["row"]), measure=measure.name, value=first["value"]))
    return problems


def _borne_out(present: pd.DataFrame, old: pd.DataFrame, index: int) -> bool:
    """Whether counts beside the figures, or figures published before, are of the size of `present`."""
    made = (100 * present["numerator"] / present["denominator"]).dropna()
    other = made if len(made) else old.loc[old["measure"] == index, "value"].dropna()
    return bool(len(other)) and float(other.median()) < _FAR * float(present["value"].median())
