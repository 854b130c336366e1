"""What may be wrong with an undertaking, in sentences that name the field."""

from collections.abc import Collection, Iterator

import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.area_sets import PREFIX
from keko.data.areas import Areas
from keko.data.names import LONGEST_NAME
from keko.data.personal_data import kinds_in
from keko.data.problems import Problem, ProblemKind
from keko.data.providers import provider_ids
from keko.data.releases import visible_releases
from keko.data.schema import area, area_set, ecosystem_record, indicator, segment, segment_model
from keko.data.text import Text
from keko.room.undertakings import Undertaking

LONGEST_NUMBER, LONGEST_OWNER = 8, 80  # 80: as the database holds it
UNDERTAKING = Text("Toimenpiteen tiedot", "Åtgärdens uppgifter", "Data of the action")
FIELDS = {
    "name": Text("Toimenpiteen nimi", "Åtgärdens namn", "Name of the action"),
    "areas": Text("Toimenpiteen alueet", "Åtgärdens områden", "Areas of the action"),
    "due": Text("Valmis viimeistään", "Klar senast", "Done by"),
    "next_step": Text("Seuraava askel", "Nästa steg", "Next step"),
    "next_day": Text("Seuraavan askeleen päivä", "Datum för nästa steg", "Date of the next step"),
    "indicators": Text("Toimenpiteen mittarit", "Åtgärdens indikatorer", "Indicators of the action"),
    "segments": Text("Väestöryhmät", "Befolkningsgrupper", "Population groups"),
    "donors": Text("Vertailualueet", "Jämförelseområden", "Comparison areas"),
    "declared": Text(
        "Päivä, jona vertailualueet valittiin",
        "Dagen då jämförelseområdena valdes",
        "Day on which the comparison areas were chosen",
    ),
    "number": Text("Numero", "Nummer", "Number"),
    "owner": Text("Vastuutaho", "Ansvarig", "Who answers"),
}
MISSING = ProblemKind(
    "goals-field-missing",
    "error",
    Text("Kenttä ”{field}” puuttuu.", "Fältet ”{field}” saknas.", "The field “{field}” is missing."),
)
TOO_LONG = ProblemKind(
    "goals-text-too-long",
    "error",
    Text(
        "Kentän ”{field}” teksti on liian pitkä: enintään {most} merkkiä.",
        "Texten i fältet ”{field}” är för lång: högst {most} tecken.",
        "The text of the field “{field}” is too long: at most {most} characters.",
    ),
)
REVERSED = ProblemKind(
    "goals-dates-reversed",
    "error",
    Text(
        "Kentän ”{field}” päivä on ennen alkamispäivää.",
        "Datumet i fältet ”{field}” är före startdatumet.",
        "The date of the field “{field}” is before the first day.",
    ),
)
STEP_WITHOUT_DAY = ProblemKind(
    "goals-step-without-day",
    "error",
    Text(
        "Seuraavalla askeleella on oltava sekä sanat että päivä.",
        "Nästa steg ska ha både ord och datum.",
        "The next step has to have both words and a date.",
    ),
)
UNKNOWN = ProblemKind(
    "goals-code-unknown",
    "error",
    Text(
        "Kentän ”{field}” arvoa ”{text}” ei tunneta.",
        "Värdet ”{text}” i fältet ”{field}” är okänt.",
        "The value “{text}” of the field “{field}” is not known.",
    ),
)
OWN_DONOR = ProblemKind(
    "goals-compared-with-itself",
    "error",
    Text(
        "Toimenpiteen oma alue ei voi olla sen vertailualue, eikä alue, jolla on sen kanssa yhteisiä kuntia.",
        "Åtgärdens eget område kan inte vara dess jämförelseområde, inte heller ett område som har gemensamma kommuner med det.",
        "An area of the action, or one that shares municipalities with it, cannot be one that it is compared with.",
    ),
)
DONORS_CHANGED = ProblemKind(
    "goals-comparison-areas-changed",
    "error",
    Text(
        "Vertailualueet ovat muuttuneet, mutta niiden valintapäivä on entinen: merkitse päivä, jona nykyiset alueet valittiin.",
        "Jämförelseområdena har ändrats, men dagen då de valdes är densamma: ange dagen då de nuvarande områdena valdes.",
        "The comparison areas have changed, but the day on which they were chosen is the same: give the day on which these were chosen.",
    ),
)


def problems_of(connection: sa.Connection, each: Undertaking, before: Undertaking | None = None) -> list[Problem]:
    """Why one may not be written, each field and kind once. `before`: what it is to replace."""
    return [
        *_missing(each),
        *_texts(each),
        *_dates(each),
        *_compared(connection, each, before),
        *_codes(connection, each),
    ]


def own_among(donors: Collection[str], own: Collection[str], areas: Areas) -> bool:
    """Whether areas to compare with have a municipality in common with the areas of an action: there it acts too."""
    acted = {part for code in own for part in areas.municipalities(code)}
    return bool(set(donors) & set(own)) or any(areas.municipalities(code) & acted for code in donors)


def _missing(each: Undertaking) -> Iterator[Problem]:
    there = {
        "name": each.name.fi.strip(),
        "areas": each.areas,
        "number": each.number or each.kind != "deliverable",
        "declared": each.declared or not each.donors,
    }
    yield from (MISSING.at(field=FIELDS[field]) for field, value in there.items() if not value)


def _texts(each: Undertaking) -> Iterator[Problem]:
    texts = {
        "name": (each.name, LONGEST_NAME),
        "next_step": (each.next_step, LONGEST_NAME),
        "number": ((each.number,), LONGEST_NUMBER),
        "owner": ((each.owner or "",), LONGEST_OWNER),
    }
    for field, (words, most) in texts.items():
        if max(map(len, words)) > most:
            yield TOO_LONG.at(field=FIELDS[field], most=most)
        yield from (kind.at(kind=UNDERTAKING, field=FIELDS[field]) for kind in kinds_in(words))


def _dates(each: Undertaking) -> Iterator[Problem]:
    if each.begins and each.due and each.due < each.begins:
        yield REVERSED.at(field=FIELDS["due"])
    if bool(each.next_step.fi.strip()) != (each.next_day is not None):
        yield STEP_WITHOUT_DAY.at()


def _compared(connection: sa.Connection, each: Undertaking, before: Undertaking | None) -> Iterator[Problem]:
    if each.donors and own_among(each.donors, each.areas, area_tables.load(connection)):
        yield OWN_DONOR.at()
    had = set(before.donors) if before else set()
    if before and had and each.donors and set(each.donors) != had and each.declared == before.declared:
        yield DONORS_CHANGED.at()


def _codes(connection: sa.Connection, each: Undertaking) -> Iterator[Problem]:
    held = {
        "areas": (each.areas, sa.select(area.c.code)),
        "donors": (each.donors, sa.select(area.c.code)),
        "indicators": (each.indicators or (), sa.select(indicator.c.id)),
    }
    sets = {PREFIX + id_ for id_ in connection.execute(sa.select(area_set.c.id)).scalars()}
    for field, (codes, query) in held.items():
        known = {*connection.execute(query).scalars(), *sets} if codes else set()
        yield from (UNKNOWN.at(field=FIELDS[field], text=code) for code in codes if code not in known)
    # Who answers for an example may be as invented as it is.
    if each.owner and not each.is_demo and each.owner not in known_organisations(connection):
        yield UNKNOWN.at(field=FIELDS["owner"], text=each.owner)
    segments = known_segments(connection) if each.segments else set()
    yield from (
        UNKNOWN.at(field=FIELDS["segments"], text=code)
        for model, code in each.segments
        if (model, code) not in segments
    )


def known_organisations(connection: sa.Connection) -> set[str]:
    """Those that may answer for something: who deliver figures, and the actors of the ecosystem."""
    record = ecosystem_record.c
    actors = sa.select(record.id).where(record.kind == "actor", record.until.is_(None), record.data.is_not(None))
    return {*provider_ids(connection), *connection.execute(actors).scalars()}


def known_segments(connection: sa.Connection) -> set[tuple[str, str]]:
    """The groups of the segment models that readers see."""
    visible = visible_releases().subquery()
    query = (
        sa.select(segment_model.c.id, segment.c.code)
        .join(segment, segment.c.release == segment_model.c.release)
        .join(visible, visible.c.release == segment_model.c.release)
    )
    return {(row.id, row.code) for row in connection.execute(query)}
