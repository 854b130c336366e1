"""What the page Map reads, cached by data version."""

from keko.indicators.cross_section import CrossSection
from keko.indicators.cross_section import cross_section as read_cross_section
from keko.indicators.series import Question
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine
from keko.ui.view import View


def cross_section(view: View, until: str | None, version: DataVersion) -> CrossSection:
    """All areas of the view's level at one period, the newest up to `until`, each beside the view's benchmark.

    Args:
        view: Has an indicator and a level.
    """
    return _cross_section(view.indicator or "", view.level, view.benchmark, view.question, until, version)


@kept(100)
def _cross_section(
    indicator: str, level: str, benchmark: str, question: Question, until: str | None, version: DataVersion
) -> CrossSection:
    item = catalogue(version)[indicator]
    with engine().connect() as connection:
        return read_cross_section(connection, item, level, benchmark, areas(version), question, until)
