"""Quartiles, limits, standard deviations and numbers of persons that a file tells as measures of their own, beside their median or mean."""

from collections.abc import Mapping

from keko.data.observations import KEY
from keko.intake.arrange.measure_names import Measure
from keko.intake.arrange.observations import Arranged
from keko.intake.values.headings import Word, plain, statistic_at_end

_LIMITS: frozenset[Word] = frozenset({"lower", "upper"})
_SIZES: frozenset[Word] = frozenset({"size", "persons"})
_OF: dict[Word, Word] = {"q1": "median", "q3": "median", "deviation": "mean"}


def gather_statistics(arranged: Arranged) -> Arranged:
    """The measures of a file, those that only tell more of a median or a mean as columns of it.

    "Odotusaika, alakvartiili" belongs to "Odotusaika, mediaani" or to "Odotusaika"; "n" to every one that has no n of its
    own. What has nothing to belong to, or stands twice, stays a measure.
    """
    words = {place: statistic_at_end(measure.name) for place, measure in enumerate(arranged.measures)}
    spread = any(own and own[1] in _OF for own in words.values())
    told = {place: own for place, own in words.items() if own and (spread or own[1] != "persons")}
    rows, taken = arranged.observations, set[int]()
    for place, (stem, word) in told.items():
        mains = _mains(stem, word, told, arranged.measures)
        own = rows.loc[rows["measure"] == place, [*KEY, "value"]]
        if not mains or own.duplicated(KEY).any():
            continue
        column = "denominator" if word in _SIZES else word
        values = own.set_index(KEY)["value"]
        for main in mains:
            at = rows["measure"] == main
            keys = rows.loc[at, KEY]
            rows.loc[at, column] = values.reindex(list(keys.itertuples(index=False, name=None))).to_numpy()
        taken.add(place)
    return arranged.without(taken) if taken else arranged


def _mains(stem: str, word: Word, told: Mapping[int, tuple[str, Word]], measures: list[Measure]) -> list[int]:
    """The measures that a statistic is of: those of its stem, and of n without one every median and mean."""
    wanted = {_OF[word]} if word in _OF else {"mean", "median"} if word in _SIZES | _LIMITS else set()
    named = [place for place, (other, kind) in told.items() if kind in wanted and (other == stem or not stem)]
    bare = [
        place for place, measure in enumerate(measures) if place not in told and stem and plain(measure.name) == stem
    ]
    return named or (bare if wanted else [])
