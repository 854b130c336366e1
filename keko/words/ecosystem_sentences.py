"""What is found about actors and services, one sentence for each picture, with amounts."""

from datetime import date

from keko.config import Language
from keko.data.text import Plural, Text
from keko.ecosystem.register import Register
from keko.words.ecosystem import NOTHING
from keko.words.formats import number

OF_GROUP = Text("{group}: {told}", "{group}: {told}", "{group}: {told}")
PATH_GAPS = Plural(
    one=Text(
        "kukaan ei vastaa {count} vaiheessa, kun vaiheita on {all}: {stages}.",
        "i {count} skede av {all} svarar ingen: {stages}.",
        "at {count} stage of {all} nobody answers: {stages}.",
    ),
    other=Text(
        "kukaan ei vastaa {count} vaiheessa, kun vaiheita on {all}: {stages}.",
        "i {count} skeden av {all} svarar ingen: {stages}.",
        "at {count} stages of {all} nobody answers: {stages}.",
    ),
)
PATH_NONE = Text(
    "kukaan ei vastaa missään vaiheessa; vaiheita on {all}.",
    "ingen svarar i något av de {all} skedena.",
    "nobody answers at any of the {all} stages.",
)
PATH_WHOLE = Text(
    "jokaisessa vaiheessa on palvelu; vaiheita on {all}.",
    "det finns en tjänst i vart och ett av de {all} skedena.",
    "there is a service at each of the {all} stages.",
)
PATH_LONGEST = Text(
    "Pisin mitattu odotus on {days}: {stage}.",
    "Den längsta uppmätta väntan är {days}: {stage}.",
    "The longest measured wait is {days}: {stage}.",
)
MATRIX_GAPS = Plural(
    one=Text(
        "Palvelua ei ole kirjattu {count} kohtaan, kun kohtia on {all}",
        "I {count} ruta av {all} finns ingen antecknad tjänst",
        "In {count} place of {all} no service is recorded",
    ),
    other=Text(
        "Palvelua ei ole kirjattu {count} kohtaan, kun kohtia on {all}",
        "I {count} rutor av {all} finns ingen antecknad tjänst",
        "In {count} places of {all} no service is recorded",
    ),
)
MATRIX_LARGEST = Text(
    "; suurin aukko on {group}, {stage}: {persons}",
    "; den största luckan är {group}, {stage}: {persons}",
    "; the largest gap is {group}, {stage}: {persons}",
)
MATRIX_OVERLAPS = Plural(
    one=Text(
        "Samassa kunnassa on vähintään kolme toimijaa {count} kohdassa.",
        "Minst tre aktörer i samma kommun finns i {count} ruta.",
        "Three actors or more serve one municipality in {count} place.",
    ),
    other=Text(
        "Samassa kunnassa on vähintään kolme toimijaa {count} kohdassa.",
        "Minst tre aktörer i samma kommun finns i {count} rutor.",
        "Three actors or more serve one municipality in {count} places.",
    ),
)
OBSTACLES = Plural(
    one=Text(
        "{count} este on poistamatta", "{count} hinder är inte undanröjt", "{count} obstacle has not been removed"
    ),
    other=Text(
        "{count} estettä on poistamatta", "{count} hinder är inte undanröjda", "{count} obstacles have not been removed"
    ),
)
OLDEST = Text(
    "; pisimpään, {days}, on ollut avoinna: {what}",
    "; längst, {days}, har öppet varit: {what}",
    "; open longest, for {days}: {what}",
)
CHANGES = Text(
    "Palveluja {day} jälkeen: {came} tuli, {went} poistui ja {changed} muuttui.",
    "Tjänster efter {day}: {came} tillkom, {went} försvann och {changed} ändrades.",
    "Services after {day}: {came} came, {went} went and {changed} changed.",
)
LOST = Plural(
    one=Text(
        "{count} kohdassa ryhmä menetti ainoan palvelunsa.",
        "I {count} fall förlorade en grupp sin enda tjänst.",
        "In {count} case a group lost its only service.",
    ),
    other=Text(
        "{count} kohdassa ryhmä menetti ainoan palvelunsa.",
        "I {count} fall förlorade en grupp sin enda tjänst.",
        "In {count} cases a group lost its only service.",
    ),
)
NONE_LOST = Text(
    "Mikään ryhmä ei menettänyt ainoaa palveluaan.",
    "Ingen grupp förlorade sin enda tjänst.",
    "No group lost its only service.",
)
NO_HISTORY = Text(
    "Rekisterissä ei ollut vielä näitä tietoja {day}, joten muutoksia ei voi kertoa.",
    "Registret hade inte dessa uppgifter {day}, så förändringarna kan inte visas.",
    "The register did not hold these records yet on {day}, so changes cannot be told.",
)
ACTORS = Plural(
    one=Text("{count} toimija", "{count} aktör", "{count} actor"),
    other=Text("{count} toimijaa", "{count} aktörer", "{count} actors"),
)
RECORDS = Plural(
    one=Text("Rekisterissä on {count} tieto", "Registret har {count} uppgift", "The register holds {count} record"),
    other=Text(
        "Rekisterissä on {count} tietoa", "Registret har {count} uppgifter", "The register holds {count} records"
    ),
)
AWAITING = Text(
    "; vahvistusta odottaa {count}.",
    "; {count} väntar på bekräftelse.",
    "; awaiting confirmation: {count}.",
)
ALL_HOLD = Plural(
    one=Text(
        ", ja se on vahvistettu puolen vuoden sisällä.",
        ", bekräftad inom ett halvt år.",
        ", confirmed within half a year.",
    ),
    other=Text(
        ", ja ne on vahvistettu puolen vuoden sisällä.",
        ", bekräftade inom ett halvt år.",
        ", all confirmed within half a year.",
    ),
)
COVERAGE = Text(
    "{actors}; ilman palvelua kuntia {municipalities}/{all}, ilman toimijaa sektoreita {sectors}/{all_sectors}.",
    "{actors}; kommuner utan tjänst {municipalities}/{all}, sektorer utan aktör {sectors}/{all_sectors}.",
    "{actors}; municipalities without a service {municipalities}/{all}, sectors without an actor {sectors}/{all_sectors}.",
)


def counted(register: Register, today: date, language: Language) -> str:
    """How many records there are, and how many of them nobody has confirmed for half a year."""
    count = len(register.entries)
    if not count:
        return NOTHING.within(language)
    unconfirmed = sum(entry.is_unconfirmed(today) for entry in register.entries.values())
    awaiting = AWAITING.within(language, count=number(unconfirmed, 0, language))
    rest = awaiting if unconfirmed else ALL_HOLD.within(language, count=count)
    return RECORDS.within(language, count=count) + rest
