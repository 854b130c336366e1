"""What the page of the working-age population shows, made once for every view and data version."""

from dataclasses import replace
from typing import NamedTuple

from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.situation import demo_flags
from keko.ui import loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.population import queries
from keko.ui.population.ages import ages
from keko.ui.population.figures import figures
from keko.ui.population.groups import groups
from keko.ui.population.places import places
from keko.ui.population.scene import PopulationScene
from keko.ui.view import View
from keko.words import interface
from keko.words.benchmark import DATA_VERSION
from keko.words.population import HIDDEN_NOTE, changes_in_words, finding


class Population(NamedTuple):
    """The parts of the page, as text (`finding`, `changes`, `beneath`) and HTML. `periods`: of the figures of the area."""

    finding: str
    changes: str
    ages: str
    groups: str
    figures: str
    places: str
    beneath: str
    demo_flags: frozenset[bool]
    periods: tuple[str | None, ...]


@kept(100)
def population(view: View, version: DataVersion) -> Population:
    """The working-age population of the view's area, in words and pictures."""
    areas, language = loads.areas(version), view.language
    portrait, members = queries.portrait(view, country_beside(view), version), queries.members(view, version)
    pyramid = queries.pyramid(codes(view), view.period, version)
    flags = demo_flags([*portrait.standings.values(), *members.standings.values()])
    flags |= {pyramid.is_demo} if pyramid else set()
    scene = PopulationScene(view, areas, portrait.standings, is_mixed=len(flags) > 1)
    return Population(
        finding(portrait, view.sex, language),
        changes_in_words(portrait, language),
        ages(pyramid, scene),
        groups(portrait, scene),
        figures(portrait, scene),
        places(members, replace(scene, standings=members.standings)),
        _beneath(scene, version),
        flags,
        tuple(standing.period for standing in portrait.standings.values()),
    )


def country_beside(view: View) -> tuple[str, ...]:
    """The country, where it is neither the view's area nor its benchmark."""
    return (WHOLE_COUNTRY,) if WHOLE_COUNTRY not in (view.area, view.benchmark) else ()


def codes(view: View) -> tuple[str, ...]:
    """Every area of the page but the municipalities, each once."""
    return tuple(dict.fromkeys((view.area, view.benchmark, *country_beside(view))))


def _beneath(scene: PopulationScene, version: DataVersion) -> str:
    language = scene.language
    sources = f"{interface.SOURCE.within(language)}: {'; '.join(scene.sources)}." if scene.sources else ""
    sentences = [HIDDEN_NOTE.within(language), sources, f"{DATA_VERSION.within(language)} {version.number}."]
    return " ".join(sentence for sentence in sentences if sentence)
