"""Why something was not written, in the words of whoever wanted it."""

from keko.access.accounts import NoAccount
from keko.access.decisions import BadAddress, LastAdmin, Taken
from keko.data.area_sets import NotASet, Overlapping, Shipped
from keko.data.geometry import NoBoundaries
from keko.data.identity_codes import IdentityCode
from keko.data.names import NameTaken, NoName
from keko.data.organisations import NoSuchArea, OrganisationInUse
from keko.data.people import NotAllowed
from keko.data.publishing import Conflict, NeedsApproval, OutdatedDraft, Overtaken
from keko.data.releases import NoRelease
from keko.data.scopes import AreasBeyond
from keko.data.text import Text

TOO_OFTEN = Text(
    "Liian monta tallennusta minuutissa. Odota hetki ja yritä uudelleen.",
    "För många sparningar på en minut. Vänta en stund och försök på nytt.",
    "Too many changes within a minute. Wait a moment and try again.",
)
REFUSALS: dict[type[Exception], Text] = {
    NoRelease: Text("Julkaisua ei enää ole.", "Publiceringen finns inte längre.", "The release is no longer there."),
    NeedsApproval: Text(
        "Luonnoksen julkaisee joku muu kuin sen tekijä.",
        "Utkastet ska publiceras av någon annan än den som har gjort det.",
        "A draft must be published by somebody other than the person who made it.",
    ),
    OutdatedDraft: Text(
        "Samasta mittarista on julkaistu lukuja luonnoksen jälkeen: tuo tiedosto uudelleen, niin kenenkään rivit eivät katoa.",
        "Samma indikator har publicerats efter att utkastet gjordes: importera filen på nytt, så att ingens rader försvinner.",
        "Somebody has published the same indicator since the draft was made: import the file again, so that nobody's rows are lost.",
    ),
    Overtaken: Text(
        "Joku on sen jälkeen julkaissut tai perunut samoja mittareita: peru ensin uudemmat.",
        "Någon har därefter publicerat eller återkallat samma indikatorer: återkalla först de nyare.",
        "Somebody has since published or taken back the same indicators: take back the newer ones first.",
    ),
    Conflict: Text(
        "Toinen toimittaja julkaisee jo samat luvut. Sopikaa, kumpi toimittaa ne.",
        "En annan leverantör publicerar redan samma uppgifter. Kom överens om vem som levererar dem.",
        "Another provider already publishes the same figures. Agree which of you delivers them.",
    ),
    NotAllowed: Text(
        "Roolisi ei riitä tähän: sen voi tehdä vain se, jonka organisaatiota ja aluetta asia koskee. Roolit antaa pääkäyttäjä.",
        "Din roll räcker inte till detta: det får bara göras av den vars organisation och område saken gäller. Rollerna ges av administratören.",
        "Your role does not reach this: only somebody of the organisation and area concerned may do it. Roles are given by the administrator.",
    ),
    NoName: Text("Kirjoita nimi suomeksi.", "Skriv namnet på finska.", "Write the name in Finnish."),
    NameTaken: Text("Nimi on jo käytössä.", "Namnet används redan.", "The name is in use already."),
    OrganisationInUse: Text(
        "Organisaatiota ei voi poistaa: se on toimittanut lukuja tai jollakulla on siihen rooli.",
        "Organisationen kan inte tas bort: den har levererat uppgifter eller så har någon en roll för den.",
        "The organisation cannot be removed: it has delivered figures, or somebody has a role for it.",
    ),
    NoSuchArea: Text("Aluetta ei tunneta.", "Området är okänt.", "The area is not known."),
    NotASet: Text(
        "Valitse ainakin yksi alue: hyvinvointialue, työllisyysalue, maakunta tai kunta.",
        "Välj minst ett område: ett välfärdsområde, sysselsättningsområde, landskap eller en kommun.",
        "Choose at least one area: a county, an employment area, a region or a municipality.",
    ),
    Overlapping: Text(
        "Alueilla on yhteisiä kuntia: kukin kunta voi kuulua joukkoon vain kerran.",
        "Områdena har gemensamma kommuner: varje kommun kan höra till gruppen bara en gång.",
        "The areas have municipalities in common: each can be in the set only once.",
    ),
    Shipped: Text(
        "Tämä aluejoukko on kaikissa asennuksissa samanlainen, eikä sitä voi muuttaa.",
        "Den här områdesgruppen är likadan i alla installationer och kan inte ändras.",
        "This area set is the same in every installation and cannot be changed.",
    ),
    AreasBeyond: Text(
        "Julkaisu muuttaisi myös sellaisten alueiden lukuja, jotka eivät ole sinun tai toimittajan alueita. Mitään ei muutettu.",
        "Publiceringen skulle också ändra tal för områden som inte är dina eller leverantörens. Inget ändrades.",
        "The release would also change figures of areas that are not yours or the provider's. Nothing was changed.",
    ),
    NoAccount: Text("Henkilöä ei enää ole.", "Personen finns inte längre.", "The person is no longer there."),
    LastAdmin: Text(
        "Viimeistä pääkäyttäjää ei voi poistaa: anna ensin rooli toiselle, joka on jo kirjautunut.",
        "Den sista administratören kan inte tas bort: ge först rollen till någon annan som redan har loggat in.",
        "The last administrator cannot go: give the role first to somebody else who has signed in already.",
    ),
    BadAddress: Text(
        "Kirjoita sähköpostiosoite, esimerkiksi etunimi.sukunimi@organisaatio.fi.",
        "Skriv en e-postadress, till exempel fornamn.efternamn@organisation.fi.",
        "Write an e-mail address, such as first.last@organisation.fi.",
    ),
    Taken: Text(
        "Sähköpostiosoite on jo listalla.",
        "E-postadressen finns redan på listan.",
        "The address is on the list already.",
    ),
    IdentityCode: Text(
        "Tekstissä on henkilötunnus. Sitä ei tallennettu: poista se ja tallenna uudelleen.",
        "Texten innehåller en personbeteckning. Den sparades inte: ta bort den och spara på nytt.",
        "The text holds a personal identity code. It was not saved: take it out and save again.",
    ),
    NoBoundaries: Text(
        "Aiempia rajoja ei ole.", "Det finns inga tidigare gränser.", "There are no earlier boundaries."
    ),
}
