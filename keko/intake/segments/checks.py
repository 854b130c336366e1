"""What is wrong with the figures of a segment model: keys that stand twice, figures that cannot be, segments that lack."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.intake.segments import wording
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.tables import KEYS

TWICE = ProblemKind(
    "segment-row-twice",
    "error",
    Text(
        "Taulukon ”{table}” rivi {row} kertoo saman asian kuin aiempi rivi ({area}, {period}): poista toinen.",
        "Rad {row} i tabellen ”{table}” gäller samma sak som en tidigare rad ({area}, {period}): ta bort den ena.",
        "Row {row} of the table “{table}” tells of the same as an earlier row ({area}, {period}): remove one.",
    ),
)
NEGATIVE = ProblemKind(
    "negative-persons",
    "error",
    Text(
        "Taulukon ”{table}” rivin {row} henkilömäärä on negatiivinen.",
        "Antalet personer på rad {row} i tabellen ”{table}” är negativt.",
        "The number of persons on row {row} of the table “{table}” is negative.",
    ),
)
SHARE_OUTSIDE = ProblemKind(
    "share-not-a-fraction",
    "error",
    Text(
        "Taulukon ”{table}” rivin {row} osuus ei ole välillä 0–1: anna osuudet lukuina 0–1, ei prosentteina.",
        "Andelen på rad {row} i tabellen ”{table}” är inte mellan 0 och 1: ange andelar som tal 0–1, inte i procent.",
        "The share on row {row} of the table “{table}” is not between 0 and 1: give shares as 0–1, not in per cent.",
    ),
)
SHARES_NOT_ONE = ProblemKind(
    "segment-shares-not-one",
    "error",
    Text(
        "Segmenttien osuuksien summa on {sum}, ei 1 ({area}, {period}).",
        "Summan av segmentens andelar är {sum}, inte 1 ({area}, {period}).",
        "The shares of the segments sum to {sum}, not 1 ({area}, {period}).",
    ),
)
SEGMENTS_MISSING = ProblemKind(
    "segments-missing",
    "error",
    Plural(
        one=Text(
            "Alueelta puuttuu {count} segmentti ({area}, {period}): anna kaikki, myös tyhjät (0 henkilöä).",
            "{count} segment saknas i området ({area}, {period}): ange alla, också tomma (0 personer).",
            "{count} segment is missing in the area ({area}, {period}): give all, empty ones too (0 persons).",
        ),
        other=Text(
            "Alueelta puuttuu {count} segmenttiä ({area}, {period}): anna kaikki, myös tyhjät (0 henkilöä).",
            "{count} segment saknas i området ({area}, {period}): ange alla, också tomma (0 personer).",
            "{count} segments are missing in the area ({area}, {period}): give all, empty ones too (0 persons).",
        ),
    ),
)
NO_FIGURES = ProblemKind(
    "segment-figures-missing",
    "error",
    Text(
        "Toimituksesta puuttuu taulukko ”{table}”.",
        "Tabellen ”{table}” saknas i leveransen.",
        "The delivery lacks the table “{table}”.",
    ),
)
PERSONS_NEEDED = ProblemKind(
    "persons-needed",
    "error",
    Text(
        "Taulukon ”{table}” rivillä {row} ei ole henkilömäärää: ilman sitä pieniä ryhmiä ei voi suojata. Jos tuottaja on jo "
        "suojannut luvut, kerro se kuvauksessa (disclosure.rule: none).",
        "Rad {row} i tabellen ”{table}” saknar antal personer: utan det kan små grupper inte skyddas. Om producenten redan har "
        "skyddat talen, ange det i beskrivningen (disclosure.rule: none).",
        "Row {row} of the table “{table}” has no number of persons: without it small groups cannot be protected. If the producer "
        "has protected the figures, say so in the description (disclosure.rule: none).",
    ),
)
MONTHS_OUTSIDE = ProblemKind(
    "months-not-possible",
    "error",
    Text(
        "Taulukon ”{table}” rivin {row} kuukaudet eivät käy: niiden pitää olla 0–12, ja p10 enintään p90.",
        "Månaderna på rad {row} i tabellen ”{table}” går inte ihop: de ska vara 0–12 och p10 högst p90.",
        "The months on row {row} of the table “{table}” cannot be: they must be 0–12, and p10 at most p90.",
    ),
)
NOT_APPROVED = ProblemKind(
    "segment-model-not-approved",
    "warning",
    Text(
        "Kuvaus ei kerro tuottajan hyväksyntää (approval): julkaise vasta, kun tuottaja on hyväksynyt luvut.",
        "Beskrivningen anger inget godkännande från producenten (approval): publicera först när producenten har godkänt talen.",
        "The description tells of no approval by the producer (approval): publish only once the producer has approved.",
    ),
)
_ROUNDED = 0.0006  # a share of three decimals is off by half of the last
_ALSO = 1e-6
_WHOLE = ["area", "period", "sex", "age"]


def run(frames: dict[str, pd.DataFrame], model: SegmentModel, areas: Areas) -> list[Problem]:
    """Every problem of the figures and of what the model says of itself."""
    problems = [*_lacking(frames, model), *wording.check(model)]
    problems += [] if model.approval else [NOT_APPROVED.at()]
    for name, frame in frames.items():
        problems += TWICE.each(_placed(frame, frame.duplicated(KEYS[name]), areas))
        problems += [problem for kind, wrong in _wrong(frame) for problem in kind.each(_placed(frame, wrong))]
    sizes = frames.get("sizes")
    if sizes is not None and not any(problem.severity == "error" for problem in problems):
        problems += _sums(sizes, model, areas)
        if model.disclosure.rule != "none":
            has_persons = sizes["persons"].notna() if "persons" in sizes else pd.Series(False, sizes.index)
            problems += PERSONS_NEEDED.each(_placed(sizes, ~has_persons & sizes["status"].ne("hidden")))
    return problems


def _lacking(frames: dict[str, pd.DataFrame], model: SegmentModel) -> list[Problem]:
    needed, named = ("sizes", "koot") if model.kind == "segments" else ("overlaps", "päällekkäisyydet")
    return [] if needed in frames else [NO_FIGURES.at(table=named)]


def _placed(frame: pd.DataFrame, wrong: "pd.Series[bool]", areas: Areas | None = None) -> pd.DataFrame:
    """Where rows are wrong, and which area and period they are of."""
    rows = frame.loc[wrong, ["table", "row", "area", "period"]]
    if areas is None:
        return rows[["table", "row"]]
    return rows.assign(area=rows["area"].map(lambda code: areas[code].name))


def _wrong(frame: pd.DataFrame) -> Iterator[tuple[ProblemKind, "pd.Series[bool]"]]:
    if "persons" in frame:
        yield NEGATIVE, frame["persons"] < 0
    if "share" in frame:
        yield SHARE_OUTSIDE, (frame["share"] < 0) | (frame["share"] > 1)
    if "mean" in frame:
        months = frame.reindex(columns=["mean", "p10", "p90"])
        yield MONTHS_OUTSIDE, ((months < 0) | (months > 12)).any(axis=1) | (months["p10"] > months["p90"])


def _sums(sizes: pd.DataFrame, model: SegmentModel, areas: Areas) -> list[Problem]:
    """Areas and periods that lack segments, or whose segments are not the whole."""
    of_segments = sizes[sizes["segment"] != TOTAL]
    groups = of_segments.groupby(_WHOLE, sort=False)
    count = groups["segment"].nunique()
    lacking = (len(model.segments) - count)[count < len(model.segments)]
    problems = SEGMENTS_MISSING.each(_by_area(lacking.rename("count"), areas))
    off = abs(_together(sizes, of_segments) - 1)
    wrong = off[off > _ROUNDED * len(model.segments) + _ALSO].index.difference(lacking.index)
    sums = _together(sizes, of_segments).loc[wrong].round(3).rename("sum")
    return problems + SHARES_NOT_ONE.each(_by_area(sums, areas))


def _together(sizes: pd.DataFrame, of_segments: pd.DataFrame) -> "pd.Series[float]":
    """The sum of the shares, as given or as persons beside the area's total; 1 where neither can be told."""
    groups = of_segments.groupby(_WHOLE, sort=False)
    sums = pd.Series(1.0, groups.size().index)
    if "persons" in sizes:
        whole = sizes[sizes["segment"] == TOTAL].set_index(_WHOLE)["persons"]
        complete = groups["persons"].count() == groups.size()
        sums = (groups["persons"].sum() / whole.reindex(sums.index).replace(0, np.nan)).where(complete).fillna(1.0)
    if "share" in sizes:
        complete = groups["share"].count() == groups.size()
        shares = groups["share"].sum().where(complete & (groups["share"].sum() > 0)).fillna(1.0)
        sums = sums.where(abs(sums - 1) >= abs(shares - 1), shares)
    return sums


def _by_area(values: "pd.Series[float] | pd.Series[int]", areas: Areas) -> pd.DataFrame:
    rows = values.reset_index()
    return rows[[values.name, "area", "period"]].assign(area=rows["area"].map(lambda code: areas[code].name))
