"""What each field of a record takes, in a sentence for whoever has filled it in otherwise."""

from keko.data.text import Text

_CHOICE = Text(
    "Valitse arvo luettelosta; tiedostossa ne ovat välilehdellä Arvot.",
    "Välj ett värde i listan; i filen finns de på fliken Värden.",
    "Choose a value from the list; in the file they are on the sheet Values.",
)
_WHOLE = Text(
    "Anna kokonaisluku, esimerkiksi 30.", "Ange ett heltal, till exempel 30.", "Give a whole number, such as 30."
)
_DAY = Text(
    "Anna päivä, esimerkiksi 31.1.2026.", "Ange en dag, till exempel 31.1.2026.", "Give a day, such as 2026-01-31."
)
_AREAS = Text(
    "Anna alueiden nimet tai koodit puolipistein tai pilkuin erotettuina, esimerkiksi Järvenpää; KU858.",
    "Ange områdenas namn eller koder avskilda med semikolon eller komma, till exempel Träskända; KU858.",
    "Give the names or codes of areas, parted by semicolons or commas, such as Järvenpää; KU858.",
)
_ONE_LINE = Text(
    "Anna enintään 120 merkkiä yhdellä rivillä.", "Ange högst 120 tecken på en rad.", "Give at most 120 characters on one line."
)  # fmt: skip
_PROSE = Text("Anna enintään 2000 merkkiä.", "Ange högst 2000 tecken.", "Give at most 2000 characters.")
_OTHER = Text(
    "Anna toisen tiedon tunnus tai nimi rekisteristä.",
    "Ange koden eller namnet på en uppgift i registret.",
    "Give the id or the name of a record of the register.",
)
NO_FIELD = Text("Poista se: kenttää ei ole.", "Ta bort det: fältet finns inte.", "Take it out: there is no such field.")
TAKES: dict[str, Text] = {
    "id": Text(
        "Anna enintään 40 merkkiä ilman kauttaviivaa ja rivinvaihtoa.",
        "Ange högst 40 tecken utan snedstreck och radbyte.",
        "Give at most 40 characters without a slash or a line break.",
    ),
    "name": Text("Anna enintään 120 merkkiä.", "Ange högst 120 tecken.", "Give at most 120 characters."),
    "website": Text(
        "Anna osoite, esimerkiksi https://www.esimerkki.fi.",
        "Ange en adress, till exempel https://www.exempel.fi.",
        "Give an address, such as https://www.example.fi.",
    ),
    "switchboard": Text(
        "Anna pelkkä numero, esimerkiksi 029 151 2000.",
        "Ange bara numret, till exempel 029 151 2000.",
        "Give the number alone, such as 029 151 2000.",
    ),
    "point": Text(
        "Anna leveys- ja pituusaste, esimerkiksi 60.47 25.09.",
        "Ange latitud och longitud, till exempel 60.47 25.09.",
        "Give the latitude and the longitude, such as 60.47 25.09.",
    ),
    "languages": Text(
        "Anna kielten kaksikirjaimiset tunnukset, esimerkiksi fi; sv.",
        "Ange språkens koder på två bokstäver, till exempel fi; sv.",
        "Give the two-letter codes of languages, such as fi; sv.",
    ),
    "register_id": Text(
        "Anna palvelutietovarannon tunnus, esimerkiksi 01234567-89ab-cdef-0123-456789abcdef.",
        "Ange servicedatalagrets kod, till exempel 01234567-89ab-cdef-0123-456789abcdef.",
        "Give the id of the service register, for example 01234567-89ab-cdef-0123-456789abcdef.",
    ),
    "agreed_days": Text(
        "Anna päivien määrä kokonaislukuna, enintään 3650.",
        "Ange antalet dagar som ett heltal, högst 3650.",
        "Give the number of days as a whole number, at most 3650.",
    ),
    "participants": Text(
        "Anna sektorit ja määrät, esimerkiksi Järjestö: 3; Kunta: 2.",
        "Ange sektorer och antal, till exempel Kommun: 3; Staten: 2.",
        "Give sectors and numbers, such as Municipality: 3; State: 2.",
    ),
    **dict.fromkeys(("what", "for_whom", "how"), _PROSE),
    **dict.fromkeys(("address", "source"), _ONE_LINE),
    **dict.fromkeys(("municipalities", "areas"), _AREAS),
    **dict.fromkeys(("sector", "evidence", "state", "stage", "model", "segment", "delay"), _CHOICE),
    **dict.fromkeys(("actor", "partner", "owner", "remover", "service", "methods", "action"), _OTHER),
    **dict.fromkeys(("since", "removed_on", "day"), _DAY),
    "places": _WHOLE,
}  # fmt: skip
