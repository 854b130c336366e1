"""What the benchmark page reads, cached by data version."""

from keko.indicators.benchmark import Row, benchmark_rows, peers, period_of, read_field, verdicts_before
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.series import Question, SeriesBy
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine, situation, with_figures
from keko.ui.view import View


def benchmarked(view: View, version: DataVersion) -> tuple[str, ...]:
    """The indicators that a benchmark shows: those of the chosen themes that have figures of everybody together."""
    items = catalogue(version)
    whole = [id_ for id_ in with_figures(version) if not items[id_].composition]
    return tuple(id_ for id_ in whole if not view.themes or items[id_].theme in view.themes)


def benchmark(view: View, version: DataVersion) -> list[Row]:
    """The area beside its benchmark and among its peers; in the matrix all of them are compared."""
    return _benchmark(_without_words(view), version)


@kept(100)
def _benchmark(view: View, version: DataVersion) -> list[Row]:
    standings, areas_by_code = situation(benchmarked(view, version), view, view.others, version), areas(version)
    members = areas_by_code.sets.get(view.benchmark, ())
    codes = tuple(dict.fromkeys([*peers(view.area, areas_by_code), *view.others, *members]))
    periods = tuple((standing.item.id, period) for standing in standings if (period := period_of(standing)))
    field = _field(periods, codes, view.question, version)
    return benchmark_rows(standings, field, codes, areas_by_code, view.picture == "matriisi", view.corrected)


@kept(20)
def _field(
    periods: tuple[tuple[str, str], ...], codes: tuple[str, ...], question: Question, version: DataVersion
) -> SeriesBy:
    """Of each indicator its point at the period paired with it, for many areas, as they are compared."""
    items = [(catalogue(version)[id_], period) for id_, period in periods]
    with engine().connect() as connection:
        return read_field(connection, items, codes, areas(version), question).series


def verdicts_a_year_before(view: View, version: DataVersion) -> dict[str, Comparison]:
    """By indicator, the comparison of the previous year."""
    return _verdicts_before(_without_words(view), version)


@kept(100)
def _verdicts_before(view: View, version: DataVersion) -> dict[str, Comparison]:
    standings = situation(benchmarked(view, version), view, view.others, version)
    return verdicts_before(standings, areas(version), view.corrected)


def _without_words(view: View) -> View:
    """The view without what changes no figure, so that languages and pictures share what was computed."""
    return view.with_(language="fi", indicator=None, picture="matriisi" if view.picture == "matriisi" else "asema")
