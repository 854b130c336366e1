"""Which sectors and municipalities have actors, and who works with whom, as tables."""

from collections.abc import Mapping

from keko.data.text import Text
from keko.ecosystem.coverage import coverage, network
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.html import marked_word, note
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import listed


def coverage_picture(scene: EcosystemScene) -> Picture:
    """Municipalities, sectors and the network."""
    language, found = scene.language, coverage(scene.here)
    sectors = {words.SECTORS[sector].within(language): count for sector, count in found.sectors.items()}
    municipalities = {scene.name_of(code): count for code, count in found.municipalities.items()}
    finding = sentences.COVERAGE.within(
        language,
        actors=sentences.ACTORS.within(language, count=len(scene.here.actors)),
        municipalities=len(found.missing_municipalities),
        all=len(municipalities),
        sectors=len(found.missing_sectors),
        all_sectors=len(sectors),
    )
    municipality, sector = words.MUNICIPALITY.within(language), words.SECTOR.within(language)
    services, actors = words.SERVICES.within(language), words.ACTORS.within(language)
    blocks = (
        _counted(
            words.MUNICIPALITIES_HERE.within(language), (municipality, services), municipalities, words.GAP, scene
        ),
        _counted(words.SECTORS_HERE.within(language), (sector, actors), sectors, words.NO_ACTOR, scene),
        *_network(scene),
    )
    return Picture(finding, blocks)


def _counted(caption: str, heads: tuple[str, str], counts: Mapping[str, int], none: Text, scene: EcosystemScene) -> str:
    """How many there are, those without any first."""
    nobody = marked_word("◇", none.within(scene.language), "worse")
    rows = [
        [text(name, header=True), figure(str(count)) if count else Cell(nobody, numeric=True)]
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
