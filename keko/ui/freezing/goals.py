"""The page of goals and actions as it is frozen."""

from keko.data.days import today
from keko.indicators.situation import sources
from keko.ui import loads
from keko.ui.freezing.figures import figures, rests_on
from keko.ui.freezing.sheet import Sheet, html, notices
from keko.ui.goals import shown
from keko.ui.goals.scene import GoalScene
from keko.ui.loads import DataVersion
from keko.ui.opening import left_out, title_of_area
from keko.ui.view import View
from keko.words import goals as words


def goals(asked: View, version: DataVersion) -> Sheet:
    """The area's targets and what has been undertaken, as they are today."""
    view, areas = shown.settled(asked), loads.areas(version)
    scene = GoalScene(view, areas, version, today())
    standings = [each.standing for each in scene.developments] if view.picture == "tavoitteet" else []
    warned = left_out(asked, view)
    if any(scene.demo_flags):
        warned.append(words.DEMO.within(view.language))
    return Sheet(
        view,
        title_of_area(words.PICTURES[view.picture].within(view.language), view, areas),
        shown.finding(scene),
        notices(warned) + html(*shown.blocks(scene)),
        figures=figures(standings, view.question, version, view),
        rests_on=rests_on(standings, version),
        periods=tuple(standing.latest.period for standing in standings if standing.latest),
        sources=tuple(sources(standings, view.language)),
        flags=scene.demo_flags,
    )
