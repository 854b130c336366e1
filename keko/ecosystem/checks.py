"""What is wrong with records that somebody would write, told with what else there is and the codes that are known."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from keko.data.days import today
from keko.data.look_alikes import plain
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.data.wording import avoided_word
from keko.ecosystem import problems as kinds
from keko.ecosystem.codes import KnownCodes
from keko.ecosystem.naming import likeness
from keko.ecosystem.personal_data import problems_of, written_texts
from keko.ecosystem.problems import at_field
from keko.ecosystem.records import SECTORS, Actor, Cooperation, Key, Kind, Obstacle, Offering, Record, Service
from keko.ecosystem.register import areas_of, owner_of

AVOIDED = ProblemKind(
    "ecosystem-disrespectful-words",
    "warning",
    Text(
        "{kind} ”{name}”: kentässä ”{field}” on sana ”{word}”: kuvaa olosuhteita ja tarpeita, älä ihmisiä.",
        "{kind} ”{name}”: fältet ”{field}” innehåller ordet ”{word}”: beskriv omständigheter och behov, inte människor.",
        "{kind} “{name}”: the field “{field}” holds the word “{word}”: describe circumstances and needs, not people.",
    ),
)
_FORMULA = re.compile(r"\s*(?:=|[@+-]\s*[\w.]+\s*[(|!])")


def errors_of(written: Sequence[Record], there_would_be: Mapping[Key, Record], codes: KnownCodes) -> list[Problem]:
    """Why these may not be written. `there_would_be`: every record once they are; each problem tells its record's key as `of`."""
    return [
        *twice(written),
        *_same_names(written, there_would_be),
        *_same_obstacles(written, there_would_be),
        *_outside_service(written, there_would_be, codes),
        *(
            problem
            for record in written
            for check in (_references(there_would_be), _codes(codes), _sense, _formulas, problems_of)
            for problem in check(record)
        ),
    ]


def warnings_of(written: Iterable[Record]) -> list[Problem]:
    """Words in them that call people names; they may be written all the same."""
    return [
        at_field(AVOIDED, record, field, word=avoided[1])
        for record in written
        for field in type(record).model_fields
        if isinstance(text := getattr(record, field), Text) and (avoided := avoided_word(text))
    ]


def twice(written: Iterable[Record]) -> Iterator[Problem]:
    """Those that stand among these twice."""
    counts = Counter(record.key for record in written)
    for record in {record.key: record for record in written if counts[record.key] > 1}.values():
        yield at_field(kinds.TWICE, record, "id")


def _same_names(written: Sequence[Record], there_would_be: Mapping[Key, Record]) -> Iterator[Problem]:
    """Names that another of the kind has in some language; of services, another of the same actor."""
    taken: dict[tuple[Kind, str | None, str], set[Key]] = {}
    concerned = {record.kind for record in written}
    for key, record in there_would_be.items():
        if key[0] in concerned:
            for name in _names(record, there_would_be):
                taken.setdefault(name, set()).add(key)
    for record in written:
        if any(taken.get(name, set()) - {record.key} for name in _names(record, there_would_be)):
            yield at_field(kinds.SAME_NAME, record, "name")


def _names(record: Record, records: Mapping[Key, Record]) -> set[tuple[Kind, str | None, str]]:
    """What nothing else may be called: its kind, whose it is where that tells it apart, and the name as it looks."""
    names: Text | None = getattr(record, "name", None)
    within = None if isinstance(record, Actor) else owner_of(record, records)
    return {(record.kind, within, " ".join(plain(name).casefold().split())) for name in names or ()}


def _same_obstacles(written: Sequence[Record], there_would_be: Mapping[Key, Record]) -> Iterator[Problem]:
    """Obstacles that another says again while both stand."""
    if not any(isinstance(record, Obstacle) for record in written):
        return
    standing = [record for record in there_would_be.values() if isinstance(record, Obstacle) and record.is_standing]
    counts = Counter(map(likeness, standing))
    for record in written:
        if isinstance(record, Obstacle) and record.is_standing and counts[likeness(record)] > 1:
            yield at_field(kinds.SAME_OBSTACLE, record, "what")


def _outside_service(
    written: Sequence[Record], there_would_be: Mapping[Key, Record], codes: KnownCodes
) -> Iterator[Problem]:
    """Offerings that reach beyond their service, told of what was written: the offering, its service or its actor."""
    by_key = {record.key: record for record in written if isinstance(record, Offering | Service | Actor)}
    wrong: dict[Key, Record] = {}
    for record in there_would_be.values() if by_key else ():
        service = there_would_be.get(("service", record.service)) if isinstance(record, Offering) else None
        if isinstance(record, Offering) and isinstance(service, Service) and record.areas:
            concerned = [key for key in (record.key, service.key, ("actor", service.actor)) if key in by_key]
            if concerned and not codes.are_within(record.areas, areas_of(service, there_would_be)):
                wrong.setdefault(concerned[0], by_key[concerned[0]])
    for record in wrong.values():
        yield at_field(kinds.OUTSIDE_SERVICE, record, "areas" if isinstance(record, Offering) else "municipalities")


def _references(there_would_be: Mapping[Key, Record]) -> Callable[[Record], Iterator[Problem]]:
    def check(record: Record) -> Iterator[Problem]:
        for field, key in record.references():
            if key not in there_would_be:
                yield at_field(kinds.NO_SUCH_RECORD, record, field, text=key[1])

    return check


def _codes(known: KnownCodes) -> Callable[[Record], Iterator[Problem]]:
    def check(record: Record) -> Iterator[Problem]:
        for field, code, is_known in _held(record, known):
            if not is_known:
                yield at_field(kinds.NO_SUCH_CODE, record, field, text=code)
            elif field in {"municipalities", "areas"} and code in known.heirs:
                yield at_field(kinds.MUNICIPALITY_ABOLISHED, record, field, text=code, heir=known.heirs[code])

    return check


def _held(record: Record, known: KnownCodes) -> Iterator[tuple[str, str, bool]]:
    """Field, code and whether it is known, of every code that a record holds.

    Not of an obstacle's action: one that has been removed since is none, and the obstacle may still be written.
    """
    for code in getattr(record, "municipalities", ()):
        yield "municipalities", code, known.is_municipality(code)
    for code in getattr(record, "areas", ()):
        yield "areas", code, code in known.areas
    if isinstance(record, Service) and record.delay is not None:
        yield "delay", record.delay, record.delay in known.indicators
    if isinstance(record, Offering | Obstacle):
        if record.stage is not None:
            yield "stage", record.stage, record.stage in known.stages
        if record.model is not None:
            yield "model", record.model, record.model in known.segments
        if record.segment is not None:
            yield "segment", record.segment, record.segment in known.segments.get(record.model or "", ())


def _formulas(record: Record) -> Iterator[Problem]:
    """Texts that a spreadsheet would calculate, whoever opens them there."""
    for field, texts in written_texts(record).items():
        if any(_FORMULA.match(plain(text)) for text in texts):
            yield at_field(kinds.FORMULA, record, field)


def _sense(record: Record) -> Iterator[Problem]:
    """Days in order and not to come, partners that are two, and actors that are no sector."""
    if isinstance(record, Actor) and record.id in SECTORS:
        yield at_field(kinds.ID_OF_SECTOR, record, "id", text=record.id)
    if isinstance(record, Cooperation) and record.actor == record.partner:
        yield at_field(kinds.SAME_ACTOR, record, "partner", text=record.actor)
    if isinstance(record, Obstacle):
        for field in ("since", "removed_on"):
            if (day := getattr(record, field)) is not None and day > today():
                yield at_field(kinds.DAY_TO_COME, record, field)
        if (record.state == "removed") != (record.removed_on is not None):
            yield at_field(kinds.REMOVAL_UNCLEAR, record, "removed_on")
        elif record.removed_on is not None and record.removed_on < record.since:
            yield at_field(kinds.DATES_REVERSED, record, "removed_on")
