"""What the benchmark page shows, made once for every view and data version."""

from collections.abc import Callable
from typing import NamedTuple

from keko.indicators.highlights import highlights
from keko.indicators.situation import demo_flags, sources
from keko.ui import loads
from keko.ui.benchmark import queries
from keko.ui.benchmark.dumbbell_table import dumbbell_table
from keko.ui.benchmark.matrix import matrix
from keko.ui.benchmark.multiples import multiples
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.benchmark.spine_table import spine_table
from keko.ui.benchmark.strip_table import strip_table
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.view import View, with_picture
from keko.words import interface
from keko.words.benchmark import DATA_VERSION, benchmark_finding, chance_of, changed_in_words, paragraph

PICTURES: dict[str, Callable[[BenchmarkScene], str]] = {
    "asema": spine_table,
    "erot": dumbbell_table,
    "sijoittuminen": strip_table,
    "matriisi": matrix,
    "kehitys": multiples,
}


class BenchmarkText(NamedTuple):
    """What is said of a benchmark: `finding` and `paragraph` first, `chance` and `beneath` (what has changed,
    sources) around the picture.

    `periods`: of the rows.
    """

    finding: str
    paragraph: str
    chance: str
    beneath: str
    demo_flags: frozenset[bool]
    periods: tuple[str | None, ...]


@kept(200)
def picture(view: View, version: DataVersion) -> str:
    """The picture of the benchmark that the view asks for, as HTML."""
    view = with_picture(view)
    return PICTURES[view.picture](BenchmarkScene(view, loads.areas(version), queries.benchmark(view, version)))


@kept(200)
def text(view: View, version: DataVersion) -> BenchmarkText:
    """The words around the picture."""
    rows, language = queries.benchmark(view, version), view.language
    noteworthy = highlights([row.comparison for row in rows], queries.verdicts_a_year_before(view, version))
    every = [comparison for row in rows for comparison in (row.verdicts.values() or [row.comparison])]
    missing = len(loads.catalogue(version)) - len(loads.with_figures(version))
    named = sources((row.standing for row in rows), language)
    standings = [row.standing for row in rows]
    beneath = [
        changed_in_words(noteworthy, standings, language),
        f"{interface.SOURCE.within(language)}: {'; '.join(named)}." if named else "",
        f"{DATA_VERSION.within(language)} {version.number}.",
        interface.ONLY_WITH_FIGURES.within(language, count=missing) if missing else "",
    ]
    return BenchmarkText(
        benchmark_finding(noteworthy, standings, language),
        paragraph(noteworthy, standings, language),
        chance_of(every, view.corrected, language),
        " ".join(sentence for sentence in beneath if sentence),
        demo_flags(row.standing for row in rows),
        tuple(row.period for row in rows),
    )
