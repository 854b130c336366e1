"""What the parts of the page are drawn from: the area's targets, and what has been undertaken there."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape

from keko.ecosystem.offered import Here
from keko.indicators.situation import demo_flags
from keko.room.development import Development
from keko.room.paths import LATE as BEHIND
from keko.room.targets import Target
from keko.room.undertakings import LATE, Kind, Undertaking, ordered
from keko.ui import loads, room
from keko.ui.goals import queries
from keko.ui.html import link
from keko.ui.loads import DataVersion
from keko.ui.record_address import to_record
from keko.ui.scene import Scene
from keko.words import goals as words
from keko.words import terms
from keko.words.area_labels import collation


@dataclass(frozen=True)
class GoalScene(Scene):
    """The view with its targets and undertakings, as they are on a day."""

    version: DataVersion
    today: date

    @cached_property
    def here(self) -> Here:
        """The records of the ecosystem that touch the area."""
        return Here(room.register(self.version), "", self.view.area, self.areas)

    @cached_property
    def developments(self) -> list[Development]:
        """Of the area's targets: those that are behind first, the worst at the top; the rest by name."""
        keys = frozenset(key for key in room.targets(self.version) if key[1] == self.view.area)
        found = queries.developments(keys, self.version).values() if keys else ()
        shown = [each for each in found if each.target]  # invented ones stand beside invented figures only
        order = {name: place for place, name in enumerate(BEHIND)}

        def place(each: Development) -> tuple[int, tuple[str, str]]:
            rank = order.get(each.progress, len(order)) if each.progress else len(order)
            return rank, collation(each.standing.item.names.within(self.language), self.language)

        return sorted(shown, key=place)

    @cached_property
    def behind(self) -> list[Development]:
        """Those that are behind."""
        return [each for each in self.developments if each.progress in BEHIND]

    def of(self, *kinds: Kind) -> list[Undertaking]:
        """What of some kinds has been undertaken in the area, the late first."""
        every = room.undertakings(self.version).values()
        return ordered([each for each in every if each.kind in kinds and self.here.touches(each.areas)], self.today)

    def late(self, *kinds: Kind) -> list[Undertaking]:
        """Those of them that are late."""
        return [each for each in self.of(*kinds) if each.lateness(self.today) in LATE]

    @property
    def demo_flags(self) -> frozenset[bool]:
        """Of the figures, targets and undertakings of the page, whether they are examples."""
        every = self.of("action", "deliverable", "recommendation", "leadership")
        figures = demo_flags(each.standing for each in self.developments)
        return figures | {each.is_demo for each in every} | {target.is_demo for target in self.targets}

    @property
    def targets(self) -> list[Target]:
        """The area's targets that are shown."""
        return [each.target for each in self.developments if each.target]

    def owner(self, each: Undertaking) -> str:
        """Who answers, by name."""
        if each.owner is None:
            return words.NO_OWNER.within(self.language)
        names = queries.organisations(self.version)
        return names[each.owner].within(self.language) if each.owner in names else each.owner

    def owner_html(self, each: Undertaking) -> str:
        """The same as HTML: an actor's name opens its record."""
        is_actor = each.owner is not None and ("actor", each.owner) in self.here.register.records
        return (
            to_record(("actor", each.owner or ""), self.owner(each), self.view)
            if is_actor
            else escape(self.owner(each))
        )

    def aims(self, each: Undertaking) -> str:
        """What one aims at, as HTML: links to its indicators, and the names of its groups."""
        catalogue, models = loads.catalogue(self.version), loads.segment_models(self.version)
        indicators = [
            link("indicators", self.view.with_(indicator=id_, picture=""), catalogue[id_].names.within(self.language))
            for id_ in each.indicators or ()
            if id_ in catalogue
        ]
        groups = [
            link(
                "segments",
                self.view.with_(model=model, segment=code, picture="profiili"),
                segment.names.within(self.language),
            )
            for model, code in each.segments
            if model in models
            for segment in models[model].model.segments
            if segment.code == code
        ]
        every = [terms.EVERY_INDICATOR.within(self.language)] if each.indicators is None else []
        aims = [*every, *indicators, *groups]
        return "".join(f"<p>{aim}</p>" for aim in aims) or words.NOBODY.within(self.language)
