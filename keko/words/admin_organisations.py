"""What the parts Organisations and Area sets of the page Administration say."""

from keko.data.text import Plural, Text
from keko.words import terms

SAVE_UNDONE = Text(
    "Muutoksen voi perua samalla lomakkeella.",
    "Ändringen kan återtas med samma formulär.",
    "The change can be undone by the same form.",
)

ORGANISATIONS_LEAD = Text(
    "Organisaatiot toimittavat lukuja. Kukin julkaisee ja peruu vain omia lukujaan, ja vain niiltä alueilta, jotka sille on annettu.",
    "Organisationerna levererar uppgifter. Var och en publicerar och återkallar bara sina egna, och bara för de områden den har fått.",
    "Organisations deliver figures. Each publishes and takes back only its own, and only of the areas it has been given.",
)
ORGANISATION = Text("Organisaatio", "Organisation", "Organisation")
CHOOSE_ORGANISATION = Text(
    "Organisaatio, jota muutetaan tai joka lisätään",
    "Organisation som ändras eller läggs till",
    "Organisation to change or add",
)
NEW_ORGANISATION = Text("Uusi organisaatio", "Ny organisation", "New organisation")
AREAS = Text(
    "Alueet, joilta se toimittaa lukuja", "Områden som den levererar uppgifter för", "Areas it delivers figures of"
)
AREAS_HELP = Text(
    "Alueeseen kuuluvat myös sen kunnat. Tyhjä tarkoittaa kaikkia alueita.",
    "Till ett område hör också dess kommuner. Tomt betyder alla områden.",
    "An area includes its municipalities. Empty means all areas.",
)
EVERY_AREA = Text("kaikki alueet", "alla områden", "all areas")
HOME = Text("Alue, jonka sen henkilöt näkevät ensin", "Område som dess personer ser först", "Area its people see first")
NO_HOME = Text("Asennuksen oma alue", "Installationens eget område", "The installation's own area")
DELIVERS = Text("Mittareita", "Indikatorer", "Indicators")
PEOPLE = Text("Henkilöitä", "Personer", "People")
FIXED_NAME = Text(
    "Nimi on sama kaikissa asennuksissa, tai se tulee asennuksen omasta alueesta.",
    "Namnet är detsamma i alla installationer, eller så kommer det från installationens eget område.",
    "The name is the same in every installation, or comes from the installation's own area.",
)
ONLY_UNUSED = Text(
    "Organisaation voi poistaa vain, jos se ei ole toimittanut lukuja eikä kenelläkään ole siihen roolia.",
    "En organisation kan tas bort bara om den inte har levererat uppgifter och ingen har en roll för den.",
    "An organisation can be removed only if it has delivered no figures and nobody has a role for it.",
)

SETS_LEAD = Text(
    "Aluejoukko on joukko alueita, joita katsotaan yhtenä. Se on valittavissa kaikilla sivuilla heti, kun se on tallennettu.",
    "En områdesgrupp är områden som betraktas som ett. Den kan väljas på alla sidor genast när den har sparats.",
    "An area set is a number of areas that are looked at as one. It can be chosen on every page as soon as it is saved.",
)
SET = Text("Aluejoukko", "Områdesgrupp", "Area set")
CHOOSE_SET = Text(
    "Aluejoukko, jota muutetaan tai joka lisätään",
    "Områdesgrupp som ändras eller läggs till",
    "Area set to change or add",
)
NEW_SET = Text("Uusi aluejoukko", "Ny områdesgrupp", "New area set")
MEMBERS = terms.AREAS
MEMBERS_HELP = Text(
    "Hyvinvointialueita, työllisyysalueita, maakuntia ja kuntia, joilla ei ole yhteisiä kuntia.",
    "Välfärdsområden, sysselsättningsområden, landskap och kommuner som inte har gemensamma kommuner.",
    "Counties, employment areas, regions and municipalities that have no municipalities in common.",
)
ORIGIN = Text("Alkuperä", "Ursprung", "Origin")
BY_PROJECT = Text("kaikissa asennuksissa", "i alla installationer", "in every installation")
BY_PEOPLE = Text("tehty täällä", "gjord här", "made here")
OVERLAP = Text(
    "Alueilla {first} ja {second} on yhteisiä kuntia: poista toinen.",
    "{first} och {second} har gemensamma kommuner: ta bort det ena.",
    "{first} and {second} have municipalities in common: remove one of them.",
)
SET_REMOVED = Plural(
    one=Text(
        "{count} alueen joukko häviää valinnoista.",
        "Gruppen med {count} område försvinner ur valen.",
        "The set of {count} area disappears from the choices.",
    ),
    other=Text(
        "{count} alueen joukko häviää valinnoista.",
        "Gruppen med {count} områden försvinner ur valen.",
        "The set of {count} areas disappears from the choices.",
    ),
)
OLD_LINKS = Text(
    "Linkit, joissa se on, näyttävät sen sijaan tavallisen alueen ja kertovat siitä.",
    "Länkar där den förekommer visar i stället det vanliga området och säger det.",
    "Links that name it show the usual area instead, and say so.",
)
