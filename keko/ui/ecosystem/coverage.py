"""Which sectors and municipalities have actors, and who works with whom, as tables."""

from collections.abc import Mapping

from keko.data.text import Text
from keko.ecosystem.coverage import Coverage, coverage, network
from keko.ecosystem.fields import FIELDS
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.html import marked_word, note
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import listed
from keko.words.sentences import joined


def coverage_picture(scene: EcosystemScene) -> Picture:
    """Municipalities, sectors and the network."""
    language, found = scene.language, coverage(scene.here)
    sectors = {words.SECTORS[sector].within(language): count for sector, count in found.sectors.items()}
    finding = sentences.COVERAGE.within(
        language,
        actors=sentences.ACTORS.within(language, count=len(scene.here.actors)),
        municipalities=len(found.missing_municipalities),
        all=len(found.municipalities),
        sectors=len(found.missing_sectors),
        all_sectors=len(sectors),
    )
    heads = words.SECTOR.within(language), words.ACTORS.within(language)
    blocks = (
        note(joined(pictures.MAP_NOTE.within(language), _without_point(scene))),
        _counted(words.SECTORS_HERE.within(language), heads, sectors, words.NO_ACTOR, scene),
        _on_the_map(scene),
        *_network(scene),
    )
    return Picture(finding, tuple(filter(None, blocks)), beside=_municipalities(found, scene))


def _municipalities(found: Coverage, scene: EcosystemScene) -> str:
    """The figures of the map: actors and services of each municipality, those without any first."""
    language = scene.language
    rows = [
        [
            text(scene.name_of(code), header=True),
            _count(found.actors[code], words.NO_ACTOR, scene),
            _count(found.municipalities[code], words.GAP, scene),
        ]
        for code in sorted(found.actors, key=lambda code: (found.municipalities[code] > 0, scene.name_of(code)))
    ]
    heads = [name.within(language) for name in (words.MUNICIPALITY, words.ACTORS, words.SERVICES)]
    caption = pictures.MAP_OF.within(language, area=scene.area_name)
    return table(caption, heads, rows, numeric=(1, 2), kind="keko-counted", tall=True)


def _count(count: int, none: Text, scene: EcosystemScene) -> Cell:
    if count:
        return figure(str(count))
    return Cell(marked_word("◇", none.within(scene.language), "worse"), numeric=True)


def _without_point(scene: EcosystemScene) -> str:
    """The actors that the map cannot show."""
    names = [scene.named(actor.key) for actor in scene.here.actors if actor.point is None]
    language = scene.language
    return pictures.NO_POINT.within(language, actors=listed(names, language)) if names else ""


def _on_the_map(scene: EcosystemScene) -> str:
    """The actors whose places the map shows, by name and sector."""
    language = scene.language
    rows = [
        [
            Cell(scene.marked(actor.key), header=True),
            text(words.SECTORS[actor.sector].within(language)),
            text(listed([scene.name_of(code) for code in actor.municipalities], language)),
        ]
        for actor in scene.here.actors
        if actor.point
    ]
    heads = [name.within(language) for name in (words.ACTOR, words.SECTOR, FIELDS["municipalities"])]
    return table(pictures.ACTORS_HERE.within(language), heads, rows, kind="keko-agreed", tall=True) if rows else ""


def _counted(caption: str, heads: tuple[str, str], counts: Mapping[str, int], none: Text, scene: EcosystemScene) -> str:
    """How many there are, those without any first."""
    rows = [
        [text(name, header=True), _count(count, none, scene)]
        for name, count in sorted(counts.items(), key=lambda pair: (pair[1] > 0, pair[0]))
    ]
    return table(caption, heads, rows, numeric=(1,), kind="keko-counted")


def _network(scene: EcosystemScene) -> list[str]:
    """One row for each pair: the network as it can be read; and those who work with nobody."""
    language, found = scene.language, network(scene.here)
    rows = [
        [
            Cell(scene.marked(("actor", link.actor)), header=True),
            Cell(scene.marked(("actor", link.partner))),
            text(link.what.within(language)),
        ]
        for link in found.links
    ]
    heads = [title.within(language) for title in (words.ACTOR, words.PARTNER, words.WHAT)]
    pairs = [table(words.NETWORK.within(language), heads, rows, kind="keko-agreed", tall=True)] if rows else []
    alone = listed([scene.named(actor.key) for actor in found.alone], language) if found.alone else ""
    return [*pairs, *([note(words.ALONE.within(language, actors=alone))] if alone else [])]
