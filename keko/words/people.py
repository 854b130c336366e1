"""What the part People and roles says."""

from keko.data.text import Plural, Text
from keko.words import interface, terms

LEAD = Text(
    "Henkilö kirjautuu organisaationsa tunnuksella. Rooli ja alueet ratkaisevat, mitä hän saa tehdä.",
    "Var och en loggar in med sin organisations konto. Rollen och områdena avgör vad hen får göra.",
    "People sign in with their organisation's account. Role and areas decide what they may do.",
)
NOT_IN_USE = Text(
    "Kirjautuminen ei ole käytössä. Kutsutut pääsevät sisään, kun se otetaan käyttöön (KEKO_MODE).",
    "Inloggning är inte i bruk. De inbjudna kommer in när den tas i bruk (KEKO_MODE).",
    "Sign-in is not in use. Those invited get in once it is (KEKO_MODE).",
)
WAITING = Plural(
    Text("{count} henkilö odottaa roolia", "{count} person väntar på en roll", "{count} person waits for a role"),
    Text("{count} henkilöä odottaa roolia", "{count} personer väntar på en roll", "{count} people wait for a role"),
)
ASKED = Text("pyysi {day}: {reason}", "bad {day}: {reason}", "asked on {day}: {reason}")
PEOPLE = Text("Henkilöt", "Personer", "People")
PERSON = Text("Henkilö", "Person", "Person")
EMAIL = Text("Sähköposti", "E-post", "E-mail")
EMAIL_HELP = Text(
    "Sama osoite, jonka henkilön organisaatio kertoo kirjautumisessa. Kutsu on voimassa ensimmäiseen kirjautumiseen.",
    "Samma adress som personens organisation uppger vid inloggningen. Inbjudan gäller till den första inloggningen.",
    "The address that the person's organisation gives at sign-in. The invitation holds until the first sign-in.",
)
ROLES = Text("Roolit", "Roller", "Roles")
STATE = interface.STATUS
INVITED = Text("kutsuttu {day}", "inbjuden {day}", "invited {day}")
SEEN = Text("kirjautui viimeksi {day}", "loggade senast in {day}", "last signed in {day}")
CLOSED = Text("suljettu {day}", "stängd {day}", "closed {day}")
ERASED = Text("tiedot poistettu {day}", "uppgifterna raderade {day}", "data erased {day}")
NOBODY = Text("Ei vielä ketään.", "Ingen ännu.", "Nobody yet.")
NO_ROLE = Text("ei roolia", "ingen roll", "no role")
CHOOSE = Text(
    "Henkilö, jota muutetaan tai joka kutsutaan", "Person som ändras eller bjuds in", "Person to change or invite"
)
NEW = Text("Kutsu uusi henkilö", "Bjud in en ny person", "Invite somebody new")
MEANS = {
    "reader": Text(
        "Näkee julkaistut luvut ja lukee alueidensa kokouksia.",
        "Ser publicerade uppgifter och läser mötena för sina områden.",
        "Sees what is published, and reads the meetings of their areas.",
    ),
    "actor": Text(
        "Muuttaa alueidensa tavoitteita ja tapahtumia ja organisaationsa toimenpiteitä, lukee alueidensa kokouksia ja lisää niihin kohtia.",
        "Ändrar mål och händelser för sina områden och sin organisations åtgärder, läser områdenas möten och lägger till punkter i dem.",
        "Changes the targets and events of their areas and the actions of their organisation, reads the meetings of their areas and adds items to them.",
    ),
    "analyst": Text(
        "Samat kuin toimija; lisäksi tuo ja julkaisee oman organisaationsa lukuja omilta alueiltaan.",
        "Samma som aktören; importerar och publicerar dessutom den egna organisationens uppgifter från egna områden.",
        "The same as an actor; also imports and publishes their own organisation's figures of their own areas.",
    ),
    "admin": Text("Saa tehdä kaiken.", "Får göra allt.", "May do everything."),
}
PROVIDERS = Text("Organisaatiot: {role}", "Organisationer: {role}", "Organisations: {role}")
EVERY_PROVIDER = Text("Kaikki organisaatiot", "Alla organisationer", "Every organisation")
AREAS = Text("Alueet: {role}", "Områden: {role}", "Areas: {role}")
EVERY_AREA = terms.EVERY_AREA
SCOPED = Text("{role} ({scope})", "{role} ({scope})", "{role} ({scope})")
INVITE = Text("Kutsu", "Bjud in", "Invite")
CLOSE = Text("Sulje käyttöoikeus", "Stäng behörigheten", "Close the access")
YES_CLOSE = Text("Sulje: {name}", "Stäng: {name}", "Close: {name}")
CLOSE_MEANS = Text(
    "Henkilö ei enää pääse sisään, ja avoimet istunnot päättyvät heti. Hänen tekemänsä säilyy.",
    "Personen kommer inte längre in, och öppna sessioner avslutas genast. Det hen gjort bevaras.",
    "The person gets in no more, and open sessions end at once. What they did stays.",
)
REOPEN = Text("Avaa käyttöoikeus uudelleen", "Öppna behörigheten på nytt", "Open the access again")
ERASE = Text("Poista henkilön tiedot", "Radera personens uppgifter", "Erase the person's data")
YES_ERASE = Text("Poista: {name}", "Radera: {name}", "Erase: {name}")
ERASE_MEANS = Text(
    "Nimi, osoite ja tunniste poistetaan, eikä niitä saa takaisin. Tehdyt muutokset säilyvät, ja tekijästä jää rooli.",
    "Namn, adress och identifikation raderas och kan inte fås tillbaka. Gjorda ändringar bevaras, och av den som gjort dem återstår rollen.",
    "Name, address and identifier are erased for good. What they changed stays, and of who did it the role.",
)
