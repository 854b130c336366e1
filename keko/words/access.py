"""What is said about who gets in: signing in, roles, the administration page."""

from typing import Literal

from keko.config import Language
from keko.data.people import Role
from keko.data.text import Text

Failure = Literal["cancelled", "unreachable", "token", "stale", "shut out", "busy", "too often"]

LANGUAGE_NAMES: dict[Language, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
SIGN_IN = Text("Kirjaudu sisään", "Logga in", "Sign in")
SIGN_OUT = Text("Kirjaudu ulos", "Logga ut", "Sign out")
SIGNED_IN_AS = Text("Kirjautunut: {name}", "Inloggad: {name}", "Signed in: {name}")
ON_THIS_MACHINE = Text(
    "Kirjautuminen ei ole käytössä: kuka tahansa tällä koneella voi julkaista.",
    "Inloggning är inte i bruk: alla som använder den här datorn kan publicera.",
    "Sign-in is not in use: anyone at this computer can publish.",
)
DOOR = Text(
    "Kirjaudu, niin näet tilannehuoneen", "Logga in för att se lägesrummet", "Sign in to see the situation room"
)
DOOR_MEANS = Text(
    "Tämä tilannehuone on avoin vain organisaatioille, jotka ylläpitävät sitä. Kirjaudut oman organisaatiosi tunnuksella.",
    "Det här lägesrummet är öppet bara för de organisationer som upprätthåller det. Du loggar in med din organisations konto.",
    "This situation room is open only to the organisations that maintain it. You sign in with your organisation's account.",
)
SIGN_IN_MEANS = Text(
    "Lukeminen ei vaadi kirjautumista. Kirjaudu oman organisaatiosi tunnuksella, jos tuot lukuja tai ylläpidät tietoja.",
    "För att läsa behöver du inte logga in. Logga in med din organisations konto om du importerar tal eller upprätthåller uppgifter.",
    "Reading needs no sign-in. Sign in with your organisation's account if you import figures or maintain records.",
)
NO_ROLE = Text("Sinulla ei ole vielä roolia", "Du har ingen roll ännu", "You have no role yet")
NO_ROLE_MEANS = Text(
    "Olet kirjautunut, mutta pääkäyttäjä ei ole antanut sinulle roolia. Pyydä sitä tästä: pyyntö jää odottamaan pääkäyttäjää.",
    "Du är inloggad, men administratören har inte gett dig någon roll. Be om den här: begäran väntar på administratören.",
    "You are signed in, but the administrator has not given you a role. Ask for it here: the request waits for the administrator.",
)
ASKED = Text(
    "Pyyntösi odottaa pääkäyttäjää. Kun hän on vastannut, lataa sivu uudelleen.",
    "Din begäran väntar på administratören. När hen har svarat, ladda om sidan.",
    "Your request waits for the administrator. Once it is answered, load the page again.",
)
WHAT_FOR = Text("Mihin tarvitset roolia?", "Vad behöver du rollen till?", "What do you need the role for?")
ASK = Text("Pyydä roolia", "Be om en roll", "Ask for a role")
CONTACT = Text("Voit myös kysyä: {contact}", "Du kan också fråga: {contact}", "You can also ask: {contact}")
TRY_AGAIN = Text("Yritä uudelleen", "Försök på nytt", "Try again")
NOT_SIGNED_IN = Text("Kirjautuminen ei onnistunut", "Inloggningen misslyckades", "Signing in did not succeed")
FAILURES: dict[Failure, Text] = {
    "cancelled": Text(
        "Kirjautuminen keskeytettiin tai tunnistuspalvelu ei hyväksynyt sitä.",
        "Inloggningen avbröts eller godkändes inte av identifieringstjänsten.",
        "Signing in was cancelled, or the identity provider did not accept it.",
    ),
    "unreachable": Text(
        "Tunnistuspalvelu ei vastaa. Odota hetki ja yritä uudelleen.",
        "Identifieringstjänsten svarar inte. Vänta en stund och försök på nytt.",
        "The identity provider does not answer. Wait a moment and try again.",
    ),
    "token": Text(
        "Tunnistuspalvelun vastausta ei voitu vahvistaa, joten sitä ei hyväksytty.",
        "Identifieringstjänstens svar kunde inte bekräftas och godkändes därför inte.",
        "The identity provider's answer could not be verified, so it was not accepted.",
    ),
    "stale": Text(
        "Kirjautumisesta kului liian kauan, tai se aloitettiin toisessa selaimessa.",
        "Inloggningen tog för lång tid eller påbörjades i en annan webbläsare.",
        "Signing in took too long, or was begun in another browser.",
    ),
    "shut out": Text(
        "Käyttöoikeutesi on suljettu. Pääkäyttäjä voi avata sen uudelleen.",
        "Din behörighet har stängts. Administratören kan öppna den på nytt.",
        "Your access has been closed. The administrator can open it again.",
    ),
    "busy": Text(
        "Tietokantaan tallennetaan juuri nyt suurta tiedostoa. Odota hetki ja yritä uudelleen.",
        "En stor fil sparas just nu i databasen. Vänta en stund och försök på nytt.",
        "A large file is being stored in the database. Wait a moment and try again.",
    ),
    "too often": Text(
        "Kirjautumista on yritetty liian monta kertaa. Odota minuutti ja yritä uudelleen.",
        "Inloggning har försökts för många gånger. Vänta en minut och försök på nytt.",
        "Signing in has been tried too many times. Wait a minute and try again.",
    ),
}
SIGN_IN_ENDED = Text("Kirjautuminen on päättynyt", "Inloggningen har upphört", "Your sign-in has ended")
EXPIRED = Text(
    "Kirjaudu uudelleen: se avautuu toiseen välilehteen. Palaa sitten tähän ja jatka, kesken jäänyt työ on tallella.",
    "Logga in på nytt: det öppnas i en annan flik. Kom sedan tillbaka hit och fortsätt, ditt påbörjade arbete finns kvar.",
    "Sign in again: it opens in another tab. Then come back here and go on, what you were doing is kept.",
)
GO_ON_WITHOUT = Text(
    "Jatka kirjautumatta: kesken jäänyt työ häviää",
    "Fortsätt utan inloggning: påbörjat arbete går förlorat",
    "Go on without signing in: what you were doing is lost",
)
GO_ON = Text("Jatka tästä", "Fortsätt härifrån", "Go on from here")
NEEDS_ROLE = Text(
    "Tämä sivu on rooleille: {role}.", "Den här sidan är för rollerna: {role}.", "This page is for the roles: {role}."
)
MORE_ROLES_MEANS = Text(
    "Roolisi ei riitä sivulle, jolta tulit. Pyydä toista roolia tästä: pyyntö jää odottamaan pääkäyttäjää.",
    "Din roll räcker inte till sidan du kom från. Be om en annan roll här: begäran väntar på administratören.",
    "Your role does not reach the page you came from. Ask for another here: the request waits for the administrator.",
)
NO_ROLE_LEADS = Text(
    "Olet kirjautunut, mutta sinulla ei ole roolia. Pyydä sitä pääkäyttäjältä.",
    "Du är inloggad men har ingen roll. Be administratören om en.",
    "You are signed in, but have no role. Ask the administrator for one.",
)
SOMEBODY = Text("ylläpitäjä", "en av dem som upprätthåller lägesrummet", "one of those who maintain the situation room")
FORMER = Text("entinen {role}", "tidigare {role}", "former {role}")
ROLES: dict[Role, Text] = {
    "reader": Text("lukija", "läsare", "reader"),
    "actor": Text("toimija", "aktör", "actor"),
    "analyst": Text("analyytikko", "analytiker", "analyst"),
    "admin": Text("pääkäyttäjä", "administratör", "administrator"),
}
