"""What may be wrong with a record, in sentences that name the record and its field."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.records import KINDS, Kind, Record, called
from keko.ecosystem.takes import NO_FIELD, TAKES

MISSING_FIELD = ProblemKind(
    "ecosystem-field-missing",
    "error",
    Text("{kind}: kenttä ”{field}” puuttuu.", "{kind}: fältet ”{field}” saknas.", "{kind}: the field “{field}” is missing."),
)  # fmt: skip
NOT_A_VALUE = ProblemKind(
    "ecosystem-field-invalid",
    "error",
    Text(
        "{kind}: kentän ”{field}” sisältö ei kelpaa. {takes}",
        "{kind}: innehållet i fältet ”{field}” duger inte. {takes}",
        "{kind}: what the field “{field}” holds will not do. {takes}",
    ),
)
NO_SUCH_RECORD = ProblemKind(
    "ecosystem-reference-unknown",
    "error",
    Text(
        "{kind} ”{name}”: kentän ”{field}” viittausta ”{text}” ei tunneta.",
        "{kind} ”{name}”: hänvisningen ”{text}” i fältet ”{field}” är okänd.",
        "{kind} “{name}”: the field “{field}” refers to “{text}”, which is not known.",
    ),
)
NO_SUCH_CODE = ProblemKind(
    "ecosystem-code-unknown",
    "error",
    Text(
        "{kind} ”{name}”: kentän ”{field}” arvoa ”{text}” ei tunneta.",
        "{kind} ”{name}”: värdet ”{text}” i fältet ”{field}” är okänt.",
        "{kind} “{name}”: the value “{text}” of the field “{field}” is not known.",
    ),
)
SAME_NAME = ProblemKind(
    "ecosystem-name-taken",
    "error",
    Text(
        "{kind} ”{name}”: nimi on jo käytössä.",
        "{kind} ”{name}”: namnet används redan.",
        "{kind} “{name}”: the name is in use already.",
    ),
)
TWICE = ProblemKind(
    "ecosystem-record-twice",
    "error",
    Text(
        "{kind} ”{name}” on annettu kahdesti.",
        "{kind} ”{name}” har angetts två gånger.",
        "{kind} “{name}” is given twice.",
    ),
)
SAME_ACTOR = ProblemKind(
    "ecosystem-partner-same",
    "error",
    Text(
        "Toimija ”{text}” ei voi olla oma kumppaninsa.",
        "Aktören ”{text}” kan inte vara sin egen partner.",
        "The actor “{text}” cannot be a partner of its own.",
    ),
)
DATES_REVERSED = ProblemKind(
    "ecosystem-dates-reversed",
    "error",
    Text(
        "{kind} ”{name}”: kentän ”{field}” päivä on ennen alkamispäivää.",
        "{kind} ”{name}”: dagen i fältet ”{field}” är före begynnelsedagen.",
        "{kind} “{name}”: the day of the field “{field}” is before the first day.",
    ),
)
REMOVAL_UNCLEAR = ProblemKind(
    "ecosystem-removal-unclear",
    "error",
    Text(
        "{kind} ”{name}”: kenttä ”{field}” kuuluu poistettuun esteeseen ja vain siihen.",
        "{kind} ”{name}”: fältet ”{field}” hör till ett undanröjt hinder och bara till ett sådant.",
        "{kind} “{name}”: the field “{field}” belongs to an obstacle that has been removed, and only to such.",
    ),
)
DAY_TO_COME = ProblemKind(
    "ecosystem-day-to-come",
    "error",
    Text(
        "{kind} ”{name}”: kentän ”{field}” päivä on vasta tulossa.",
        "{kind} ”{name}”: dagen i fältet ”{field}” har inte kommit ännu.",
        "{kind} “{name}”: the day of the field “{field}” is yet to come.",
    ),
)
OUTSIDE_SERVICE = ProblemKind(
    "ecosystem-outside-service",
    "error",
    Text(
        "{kind} ”{name}”: kentän ”{field}” mukaan palvelua tarjottaisiin siellä, missä palvelua ei ole. "
        "Rajaa tarjontaa tai lisää palvelulle kuntia.",
        "{kind} ”{name}”: enligt fältet ”{field}” skulle tjänsten erbjudas där den inte finns. "
        "Begränsa utbudet eller lägg till kommuner för tjänsten.",
        "{kind} “{name}”: by the field “{field}” the service would be offered where it is not. "
        "Limit the offering, or add municipalities to the service.",
    ),
)
MUNICIPALITY_ABOLISHED = ProblemKind(
    "ecosystem-municipality-abolished",
    "error",
    Text(
        "{kind} ”{name}”: kentän ”{field}” kuntaa {text} ei enää ole. Sen alue kuuluu nyt kuntaan {heir}.",
        "{kind} ”{name}”: kommunen {text} i fältet ”{field}” finns inte längre. Dess område hör nu till {heir}.",
        "{kind} “{name}”: the municipality {text} of the field “{field}” is no more. Its area now belongs to {heir}.",
    ),
)
ID_OF_SECTOR = ProblemKind(
    "ecosystem-id-reserved",
    "error",
    Text(
        "{kind} ”{name}”: tunnus ”{text}” tarkoittaa sektoria. Anna toinen tunnus.",
        "{kind} ”{name}”: koden ”{text}” betyder en sektor. Ange en annan kod.",
        "{kind} “{name}”: the id “{text}” stands for a sector. Give another id.",
    ),
)
SAME_OBSTACLE = ProblemKind(
    "ecosystem-obstacle-taken",
    "error",
    Text(
        "{kind} ”{name}” on jo kirjattu samalle ryhmälle, vaiheelle ja alueelle.",
        "{kind} ”{name}” har redan antecknats för samma grupp, skede och område.",
        "{kind} “{name}” has been recorded already for the same group, stage and area.",
    ),
)
THERE_ALREADY = ProblemKind(
    "ecosystem-record-there",
    "error",
    Text(
        "{kind} ”{name}” on jo rekisterissä. Valitse se luettelosta, jos haluat muuttaa sitä.",
        "{kind} ”{name}” finns redan i registret. Välj den i listan om du vill ändra den.",
        "{kind} “{name}” is in the register already. Choose it from the list to change it.",
    ),
)
REFERRED_TO = ProblemKind(
    "ecosystem-referred-to",
    "error",
    Text(
        "{kind} ”{name}” ei ole poistettavissa, koska siihen viittaa {others}.",
        "{kind} ”{name}” kan inte tas bort, eftersom följande hänvisar till den: {others}.",
        "{kind} “{name}” cannot be removed, because these refer to it: {others}.",
    ),
)
CHANGED_SINCE = ProblemKind(
    "ecosystem-changed-since",
    "error",
    Text(
        "{kind} ”{name}” on muuttunut sen jälkeen: peru ensin uudempi muutos.",
        "{kind} ”{name}” har ändrats därefter: återkalla först den nyare ändringen.",
        "{kind} “{name}” has changed since: take back the newer change first.",
    ),
)
NO_SUCH_CHANGE = ProblemKind(
    "ecosystem-change-unknown",
    "error",
    Text("Muutosta ei ole.", "Ändringen finns inte.", "There is no such change."),
)
FORMULA = ProblemKind(
    "ecosystem-formula",
    "error",
    Text(
        "{kind}: kentän ”{field}” teksti alkaa kuin taulukkolaskennan kaava. Kirjoita se sanoin.",
        "{kind}: texten i fältet ”{field}” börjar som en formel i ett kalkylprogram. Skriv den med ord.",
        "{kind}: the text of the field “{field}” begins as a formula of a spreadsheet. Write it in words.",
    ),
)

HOLDS_REAL = ProblemKind(
    "ecosystem-holds-real",
    "error",
    Text(
        "Toimijoista ja palveluista on jo oikeita tietoja: esimerkkiä ei lisätty.",
        "Det finns redan riktiga uppgifter om aktörer och tjänster: exemplet lades inte till.",
        "There are real records of actors and services: the demo was not added.",
    ),
)


def at_field(kind: ProblemKind, record: Record, field: str, **facts: object) -> Problem:
    """The problem of one field of a record; `facts`: what else fills the sentence. Its facts tell the record's key as `of`."""
    facts |= {"of": record.key, "kind": KIND_NAMES[record.kind], "name": called(record), "field": FIELDS[field]}
    return kind.at(None, None, **facts)


def record_of(kind: Kind, fields: Mapping[str, Any]) -> Record:
    """The record that somebody has given the fields of; nothing is asked yet of what it refers to.

    Raises:
        Refused: a field is missing or will not do; a sentence for each, in the order of the fields.
    """
    try:
        return KINDS[kind].model_validate(dict(fields))
    except ValidationError as error:
        slips = {str(slip["loc"][0]): (slip["type"], len(slip["loc"])) == ("missing", 1) for slip in error.errors()}
        raise Refused(
            (MISSING_FIELD if is_missing else NOT_A_VALUE).at(
                kind=KIND_NAMES[kind], field=FIELDS.get(field, Text.same(field)), takes=TAKES.get(field, NO_FIELD)
            )
            for field, is_missing in slips.items()
        ) from None
