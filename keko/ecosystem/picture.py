"""The picture of the ecosystem: where nobody answers, where several do the same, and the path of a group, from the records alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from keko.ecosystem.offered import Here, Place
from keko.ecosystem.records import Method, Service
from keko.ecosystem.stages import Stage

SEVERAL = 3  # so many actors at one stage for one group are an overlap
WITH_EVIDENCE = ("strong", "moderate")


@dataclass(frozen=True)
class Cell:
    """A group at a stage. `persons`: in the group, None where hidden or not known.

    `unused`: methods with evidence that a service elsewhere uses for the same group at the same stage, and none here.
    `is_gap`: whether nobody answers though the group is there and is described services at other stages.
    """

    segment: str
    stage: str
    services: tuple[Service, ...]
    persons: float | None
    unused: tuple[Method, ...] = ()
    is_gap: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors whose services they are, each once."""
        return tuple(dict.fromkeys(service.actor for service in self.services))

    @property
    def is_overlap(self) -> bool:
        """Whether three actors or more do the same for the same group."""
        return len(self.actors) >= SEVERAL


@dataclass(frozen=True)
class Matrix:
    """Groups by stages. `never_used`: methods with evidence that no service anywhere uses for any group of the model.

    `undescribed`: groups that are there without a service at any stage, the greatest first: whether they lack services or
    these have not been recorded, the records do not tell, so their stages are no gaps one by one.
    """

    cells: Mapping[Place, Cell]
    never_used: tuple[Method, ...]
    undescribed: tuple[str, ...] = ()

    @property
    def unused(self) -> list[tuple[Method, tuple[Place, ...]]]:
        """Methods with evidence that are used elsewhere and not here, and for which groups at which stages; the most first."""
        methods = {method.id: method for cell in self.cells.values() for method in cell.unused}
        places: dict[str, list[Place]] = {id_: [] for id_ in methods}
        for place, cell in self.cells.items():
            for method in cell.unused:
                places[method.id].append(place)
        most_first = sorted(places, key=lambda id_: len(places[id_]), reverse=True)
        return [(methods[id_], tuple(places[id_])) for id_ in most_first]

    @property
    def gaps(self) -> list[Cell]:
        """Where nobody answers, the greatest groups first; where sizes are not known, in the order of the model."""
        gaps = (cell for cell in self.cells.values() if cell.is_gap)
        return sorted(gaps, key=lambda cell: -1 if cell.persons is None else cell.persons, reverse=True)

    @property
    def overlaps(self) -> list[Cell]:
        """Where several do the same, the most actors first."""
        overlaps = (cell for cell in self.cells.values() if cell.is_overlap)
        return sorted(overlaps, key=lambda cell: len(cell.actors), reverse=True)


@dataclass(frozen=True)
class Step:
    """A stage of a group's path. `delays`: the indicators that measure how long one waits for it, the services' own too."""

    stage: Stage
    services: tuple[Service, ...]
    delays: tuple[str, ...]

    @property
    def is_answered(self) -> bool:
        """Whether somebody answers."""
        return bool(self.services)

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of those who answer, each once."""
        return tuple(dict.fromkeys(service.actor for service in self.services))

    @property
    def agreed_days(self) -> int | None:
        """The longest wait that is agreed, None where none is."""
        return max((service.agreed_days for service in self.services if service.agreed_days is not None), default=None)

    @property
    def places(self) -> int | None:
        """Places a year in all the services that tell them, None where none does."""
        known = [service.places for service in self.services if service.places is not None]
        return sum(known) if known else None


def matrix(here: Here, persons: Mapping[str, float | None], stages: Sequence[Stage]) -> Matrix:
    """Every group at every stage in an area. `persons`: by code of the group, in the model's order, None where hidden.

    A group that has nobody or is so small that its size is hidden needs nothing; where no size is known, all may.
    """
    methods = {method.id: method for method in here.register.of(Method) if method.evidence in WITH_EVIDENCE}
    is_known = any(count is not None for count in persons.values())
    there = [segment for segment, count in persons.items() if count or not is_known]
    served = {segment for segment, _ in here.offered}
    gaps = {segment for segment in there if segment in served}
    cells = {}
    for segment, count in persons.items():
        for stage in stages:
            place = segment, stage.code
            services = tuple(here.offered.get(place, ()))
            unused = _used(here.offered_anywhere.get(place, ())) - _used(services)
            known = tuple(method for id_, method in methods.items() if id_ in unused)
            is_gap = not services and segment in gaps
            cells[place] = Cell(segment, stage.code, services, count, known, is_gap)
    used = _used([service for services in here.offered_anywhere.values() for service in services])
    undescribed = sorted((group for group in there if group not in served), key=lambda group: -(persons[group] or 0))
    never_used = tuple(method for id_, method in methods.items() if id_ not in used)
    return Matrix(cells, never_used, tuple(undescribed))


def path(here: Here, segment: str, stages: Sequence[Stage]) -> list[Step]:
    """The stages of a group's path in an area, in order, with who answers at each."""
    steps = []
    for stage in stages:
        services = tuple(here.offered.get((segment, stage.code), ()))
        own = (service.delay for service in services if service.delay is not None)
        steps.append(Step(stage, services, tuple(dict.fromkeys((*stage.delays, *own)))))
    return steps


def _used(services: Sequence[Service]) -> set[str]:
    return {method for service in services for method in service.methods}
