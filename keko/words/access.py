"""What is said about who gets in: signing in, roles, the administration page."""

from typing import Literal

from keko.data.people import Role
from keko.data.text import Text

Failure = Literal["cancelled", "unreachable", "token", "stale", "shut out", "too often"]

SIGN_IN = Text("Kirjaudu sisään", "Logga in", "Sign in")
SIGN_OUT = Text("Kirjaudu ulos", "Logga ut", "Sign out")
SIGNED_IN_AS = Text("Kirjautunut: {name}", "Inloggad: {name}", "Signed in: {name}")
ON_THIS_MACHINE = Text(
    "Kirjautuminen ei ole käytössä: tällä koneella kuka tahansa saa tuoda ja julkaista.",
    "Inloggning används inte: på den här datorn får vem som helst importera och publicera.",
    "Signing in is not in use: on this computer anyone may import and publish.",
)
DOOR = Text(
    "Kirjaudu, niin näet tilannehuoneen", "Logga in för att se lägesrummet", "Sign in to see the situation room"
)
DOOR_MEANS = Text(
    "Tämä tilannehuone on avoin vain organisaatioille, jotka ylläpitävät sitä. Kirjaudut oman organisaatiosi tunnuksella.",
    "Det här lägesrummet är öppet bara för de organisationer som upprätthåller det. Du loggar in med din organisations konto.",
    "This situation room is open only to the organisations that maintain it. You sign in with your organisation's account.",
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
        "Käyttöoikeutesi on päättynyt. Pääkäyttäjä voi avata sen uudelleen.",
        "Din behörighet har upphört. Administratören kan öppna den på nytt.",
        "Your access has ended. The administrator can open it again.",
    ),
    "too often": Text(
        "Kirjautumista on yritetty liian monta kertaa. Odota minuutti ja yritä uudelleen.",
        "Inloggning har försökts för många gånger. Vänta en minut och försök på nytt.",
        "Signing in has been tried too many times. Wait a minute and try again.",
    ),
}
EXPIRED = Text(
    "Kirjautumisesi on päättynyt. Kirjaudu uudelleen toisessa välilehdessä ja palaa tähän: kesken jäänyt työ on tallella.",
    "Din inloggning har upphört. Logga in på nytt i en annan flik och kom tillbaka hit: ditt påbörjade arbete finns kvar.",
    "Your sign-in has ended. Sign in again in another tab and come back here: what you were doing is kept.",
)
GO_ON = Text("Jatka tästä", "Fortsätt härifrån", "Go on from here")
NEEDS_SIGN_IN = Text(
    "Tämä sivu vaatii kirjautumisen.", "Den här sidan kräver inloggning.", "This page needs you to sign in."
)
NEEDS_ROLE = Text("Tähän tarvitaan rooli: {role}.", "Det här kräver rollen: {role}.", "This needs the role: {role}.")
ROLES: dict[Role, Text] = {
    "reader": Text("lukija", "läsare", "reader"),
    "actor": Text("toimija", "aktör", "actor"),
    "analyst": Text("analyytikko", "analytiker", "analyst"),
    "admin": Text("pääkäyttäjä", "administratör", "administrator"),
}
