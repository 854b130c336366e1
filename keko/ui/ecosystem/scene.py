"""What every picture of the ecosystem is drawn from: the view, the records, the groups and the stages, and what they are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from typing import NamedTuple

from keko.ecosystem.offered import Here
from keko.ecosystem.records import SECTORS, Key, called
from keko.ecosystem.register import Register
from keko.ecosystem.stages import Stage
from keko.segments.models import SegmentModel
from keko.ui import loads, room
from keko.ui.ecosystem import queries
from keko.ui.html import link, tag
from keko.ui.loads import DataVersion
from keko.ui.record_address import to_record
from keko.ui.scene import Scene
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words.formats import number, quantity
from keko.words.terms import HIDDEN, NO_FIGURE


class Picture(NamedTuple):
    """What the page shows: a finding, and HTML under it. `demo_flags`: of its figures, whether they are demo figures.

    `period`: of the figures, where they are all of one; `beside`: HTML that stands beside a chart, where there is one.
    """

    finding: str
    blocks: tuple[str, ...] = ()
    demo_flags: frozenset[bool] = frozenset()
    period: str | None = None
    beside: str = ""


@dataclass(frozen=True)
class EcosystemScene(Scene):
    """The view on the records of one data version. `model`: whose groups they are looked at by, None where there is none."""

    register: Register
    model: SegmentModel | None
    today: date
    version: DataVersion

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of the path to work, in order."""
        return room.stages()

    @cached_property
    def stage_names(self) -> dict[str, str]:
        """What the stages are called, in order."""
        return {stage.code: stage.names.within(self.language) for stage in self.stages}

    @cached_property
    def group_names(self) -> dict[str, str]:
        """What the groups of the model are called, in its order."""
        groups = self.model.segments if self.model else ()
        return {group.code: group.names.within(self.language) for group in groups}

    @cached_property
    def sized(self) -> queries.Sizes:
        """The sizes of the groups in the area, at the view's period where there are any, else the newest."""
        model = self.model
        return queries.sizes(model.id, self.view.area, self.view.period, self.version) if model else queries.Sizes()

    @property
    def sizes(self) -> Mapping[str, float | None]:
        """Persons of the area by group, None where hidden."""
        return self.sized.persons

    @property
    def is_demo_model(self) -> bool:
        """Whether the sizes of groups are demo figures."""
        return self.model is not None and loads.segment_models(self.version)[self.model.id].is_demo

    @cached_property
    def here(self) -> Here:
        """The records that touch the view's area."""
        return self.in_area(self.view.area)

    def in_area(self, area: str, register: Register | None = None) -> Here:
        """The records that touch an area. `register`: of another moment than now."""
        return Here(register or self.register, self.model.id if self.model else "", area, self.areas)

    def named(self, key: Key, register: Register | None = None) -> str:
        """What a record is called."""
        record = (register or self.register).records.get(key)
        return called(record).within(self.language) if record else key[1]

    def mark(self, key: Key) -> str:
        """A mark, as HTML, where nobody has confirmed a record for half a year; else nothing."""
        entry = self.register.entries.get(key)
        is_old = entry is not None and entry.is_unconfirmed(self.today)
        return f" {tag(words.UNCONFIRMED.within(self.language))}" if is_old else ""

    def to_record(self, key: Key, name: str | None = None) -> str:
        """A link that opens a record, as HTML; of one that is not there now, what it is called. `name`: another than its own."""
        label = self.named(key) if name is None else name
        return to_record(key, label, self.view) if key in self.register.records else escape(label)

    def marked(self, key: Key) -> str:
        """A link to a record, with that mark."""
        return f"{self.to_record(key)}{self.mark(key)}"

    def near(self, areas: Sequence[str]) -> str:
        """Where to look at what touches these areas: in the view's, where it is one of them, else in the first of them."""
        return self.view.area if self.here.touches(areas) else areas[0]

    def remover(self, id_: str | None) -> str:
        """Who could remove an obstacle: an actor or a sector by its name."""
        if id_ is None:
            return words.NOT_NAMED.within(self.language)
        sector = next((sector for sector in SECTORS if sector == id_), None)
        return words.SECTORS[sector].within(self.language) if sector else self.named(("actor", id_))

    def to_remover(self, id_: str | None) -> str:
        """The same as HTML, an actor as a link."""
        return self.to_record(("actor", id_)) if id_ and id_ not in SECTORS else escape(self.remover(id_))

    def group(self, code: str | None) -> str:
        """What a group is called; of another model, its code."""
        return words.EVERYONE.within(self.language) if code is None else self.group_names.get(code, code)

    def stage(self, code: str | None) -> str:
        """What a stage is called."""
        return words.EVERY_STAGE.within(self.language) if code is None else self.stage_names.get(code, code)

    @property
    def since(self) -> date:
        """After which day changes are told."""
        return date.fromisoformat(self.view.since) if self.view.since else self.today

    @cached_property
    def before(self) -> Register:
        """The records as they were when that day ended."""
        return queries.register_at(self.since.isoformat(), self.version)

    def persons(self, persons: float) -> str:
        """A number of persons, without the word."""
        return number(persons, 0, self.language)

    def in_persons(self, persons: float) -> str:
        """So many persons."""
        return quantity(persons, 0, "henkilöä", self.language)

    def why_no_size(self, group: str) -> str:
        """Why the size of a group is not told: it is hidden, or there is none."""
        return (HIDDEN if group in self.sizes else NO_FIGURE).within(self.language)

    @property
    def instead(self) -> list[str]:
        """Where nothing is offered to the model's groups here: the published models to whose groups something is."""
        models = loads.segment_models(self.version)
        return [] if self.here.offered else [model for model in self.here.models if model in models]

    def to_other_models(self) -> str:
        """Links to the same picture by the groups that services are recorded for, as HTML; nothing where they are these."""
        models, language = loads.segment_models(self.version), self.language
        links = (
            link(
                "actors",
                self.view.with_(model=id_, segment=None, stage=None),
                pictures.SHOW_MODEL.within(language, model=models[id_].model.names.within(language)),
            )
            for id_ in self.instead
        )
        return "".join(f"<p>{each}</p>" for each in links)

    def not_described(self) -> str:
        """That nothing is recorded for the model's groups here; nothing where something is."""
        if self.here.offered:
            return ""
        return (pictures.OTHER_MODEL if self.instead else pictures.NOTHING_HERE).within(self.language)

    def to_cell(self, segment: str, stage: str, label: str) -> str:
        """A link that opens the list of what a group has at a stage."""
        return link("actors", self.view.with_(picture="matriisi", segment=segment, stage=stage), label)
