"""What may be wrong with a record of a meeting, in sentences that name its field."""

from collections.abc import Iterable

from keko.data.personal_data import kinds_in
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.room.meetings import Decision, Item, Meeting, Record, Series

MISSING = ProblemKind(
    "meeting-field-missing",
    "error",
    Text(
        "{kind}: täytä kenttä ”{field}”.",
        "{kind}: fyll i fältet ”{field}”.",
        "{kind}: fill in the field “{field}”.",
    ),
)
NO_RESPONSIBLE = ProblemKind(
    "meeting-responsible-missing",
    "error",
    Text(
        "Päätös: kerro, kuka vastaa: rooli tai organisaatio. Ilman vastuutahoa päätöstä ei tallennettu.",
        "Beslut: ange vem som ansvarar: en roll eller en organisation. Utan ansvarig sparades beslutet inte.",
        "Decision: tell who answers for it: a role or an organisation. Without one it was not saved.",
    ),
)
NOT_MEANT = ProblemKind(
    "meeting-direction-missing",
    "error",
    Text(
        "Päätös: kerro, kumpaan suuntaan luvun on tarkoitus muuttua ja mihin mennessä.",
        "Beslut: ange åt vilket håll talet är avsett att ändras och till när.",
        "Decision: tell which way the figure is meant to go, and by when.",
    ),
)
CLOSED = ProblemKind(
    "meeting-closed",
    "error",
    Text(
        "Kokous on päätetty: vain päätöksen tilanne ja toimenpide muuttuvat. Jos kokouksessa on virhe, avaa se uudelleen.",
        "Mötet är avslutat: bara ett besluts läge och åtgärd ändras. Om något är fel, öppna mötet på nytt.",
        "The meeting has been closed: only the state of a decision and its action change. If something is wrong, open the meeting again.",
    ),
)
KINDS: dict[type[Record], Text] = {
    Series: Text("Kokoussarja", "Mötesserie", "Meeting series"),
    Meeting: Text("Kokous", "Möte", "Meeting"),
    Item: Text("Asiakohta", "Ärende", "Agenda item"),
    Decision: Text("Päätös", "Beslut", "Decision"),
}
FIELDS = {
    "name": Text("Kokoussarjan nimi", "Mötesseriens namn", "Name of the series"),
    "title": Text("Otsikko", "Rubrik", "Title"),
    "note": Text("Muistiinpano", "Anteckning", "Note"),
    "what": Text("Mitä päätettiin", "Vad som beslutades", "What was decided"),
    "responsible": Text("Kuka vastaa", "Vem ansvarar", "Who answers"),
}


def problems_of(record: Record) -> list[Problem]:
    """Why a record may not be written: what is missing, and personal data in free text."""
    return [*_missing(record), *_personal(record)]


def _missing(record: Record) -> Iterable[Problem]:
    kind = KINDS[type(record)]
    if isinstance(record, Series) and not record.name.fi.strip():
        yield MISSING.at(kind=kind, field=FIELDS["name"])
    if isinstance(record, Item) and not record.title.strip():
        yield MISSING.at(kind=kind, field=FIELDS["title"])
    if isinstance(record, Decision):
        if not record.what.strip():
            yield MISSING.at(kind=kind, field=FIELDS["what"])
        if not record.responsible.strip():
            yield NO_RESPONSIBLE.at()
        if record.figure is not None and (record.meant is None or record.due is None):
            yield NOT_MEANT.at()


def _personal(record: Record) -> Iterable[Problem]:
    kind = KINDS[type(record)]
    for name, title in FIELDS.items():
        text = getattr(record, name, None)
        texts = text if isinstance(text, Text) else (text,) if isinstance(text, str) else ()
        yield from (holds.at(kind=kind, field=title) for holds in kinds_in(texts))
