"""What the part Settings says."""

from keko.data.text import Text
from keko.words import terms

LEAD = Text(
    "Asetukset luetaan palvelimen ympäristöstä käynnistyksessä. Salaisuuksista näkyy vain, onko ne annettu.",
    "Inställningarna läses från serverns miljö vid start. Av hemligheter syns bara om de har getts.",
    "Settings are read from the server's environment at start. Of secrets only whether they are given is shown.",
)
SETTINGS = Text("Voimassa olevat asetukset", "Gällande inställningar", "Settings in force")
SETTING, VALUE, MEANING = (
    Text("Asetus", "Inställning", "Setting"),
    terms.VALUE,
    Text("Mitä se tarkoittaa", "Vad det betyder", "What it means"),
)
GIVEN, NOT_GIVEN = Text("annettu", "getts", "given"), Text("ei annettu", "inte getts", "not given")
YES, NO = Text("kyllä", "ja", "yes"), Text("ei", "nej", "no")
MEANS = {
    "mode": Text(
        "Kuka pääsee sisään: machine (tämä kone), public (kuka tahansa lukee), closed (kaikki kirjautuvat)",
        "Vem som kommer in: machine (den här datorn), public (vem som helst läser), closed (alla loggar in)",
        "Who gets in: machine (this computer), public (anyone reads), closed (everybody signs in)",
    ),
    "url": Text("Osoite, jossa lukijat avaavat KEKOn", "Adressen där läsarna öppnar KEKO", "Where readers open KEKO"),
    "host": Text(
        "Verkko-osoite, jota palvelin kuuntelee",
        "Nätadressen som servern lyssnar på",
        "The address the server listens at",
    ),
    "port": Text("Portti", "Port", "Port"),
    "allowed_hosts": Text("Nimet, joilla palvelin vastaa", "Namn som servern svarar på", "Names the server answers to"),
    "proxies": Text(
        "Välityspalvelimet, joiden sanaan luotetaan", "Proxyservrar som servern litar på", "Proxies whose word is taken"
    ),
    "database_url": Text("Tietokanta", "Databas", "Database"),
    "language": Text("Oletuskieli", "Standardspråk", "Default language"),
    "area": Text("Ensin näkyvä alue", "Området som visas först", "The area seen first"),
    "benchmark": Text("Sen vertailualue", "Dess jämförelseområde", "Its benchmark"),
    "approval": Text(
        "Julkaiseeko luonnoksen joku muu kuin tekijä",
        "Publiceras ett utkast av någon annan än den som gjort det",
        "Whether somebody else has to publish a draft",
    ),
    "max_upload_mb": Text("Suurin ladattava tiedosto, Mt", "Största fil som laddas upp, MB", "Largest upload, MB"),
    "max_cells": Text(
        "Suurin luettava taulukko, soluja", "Största tabell som läses, celler", "Largest table read, cells"
    ),
    "max_columns": Text(
        "Suurin luettava taulukko, sarakkeita", "Största tabell som läses, kolumner", "Largest table read, columns"
    ),
    "oidc_metadata_url": Text("Tunnistuspalvelu", "Identifieringstjänst", "Identity provider"),
    "oidc_client_id": Text("KEKOn tunnus tunnistuspalvelussa", "KEKOs id i identifieringstjänsten", "KEKO's client id"),
    "oidc_client_secret": Text(
        "KEKOn salaisuus tunnistuspalvelussa", "KEKOs hemlighet i identifieringstjänsten", "KEKO's client secret"
    ),
    "oidc_hosts": Text(
        "Muut isännät, joilta tunnistuspalvelu vastaa",
        "Övriga värdar där identifieringstjänsten svarar",
        "Other hosts of the identity provider",
    ),
    "oidc_emails_verified": Text(
        "Vahvistaako organisaatio kaikki sähköpostiosoitteet",
        "Bekräftar organisationen alla e-postadresser",
        "Whether the organisation vouches for every e-mail address",
    ),
    "secret": Text(
        "Salaisuus, jolla kesken oleva kirjautuminen allekirjoitetaan",
        "Hemligheten som en pågående inloggning signeras med",
        "What a sign-in under way is signed with",
    ),
    "sign_in_hours": Text(
        "Kuinka kauan kirjautuminen kestää, tuntia",
        "Hur länge en inloggning gäller, timmar",
        "How long a sign-in lasts, hours",
    ),
    "keep_days": Text(
        "Kuinka kauan poistuneen nimi säilyy, vuorokautta",
        "Hur länge namnet på den som slutat bevaras, dygn",
        "How long the name of who left is kept, days",
    ),
    "contact": Text("Keneltä roolia voi kysyä", "Vem man kan fråga om en roll", "Whom to ask for a role"),
    "slides_template": Text("Oma diapohja", "Egen presentationsmall", "Own template of slides"),
}
RETENTION = Text("Säilytysajat ja poistaminen", "Lagringstider och radering", "Retention and erasure")
RETENTION_MEANS = Text(
    "Nimi, osoite ja tunniste poistetaan {days} vuorokautta siitä, kun käyttöoikeus suljettiin tai henkilö viimeksi kirjautui, pyysi roolia tai "
    "sai kutsun, ja ilman roolia jääneeltä {request} vuorokauden jälkeen. Tehdyt muutokset säilyvät, ja tekijästä jää rooli. Poistot tehdään jokaisen kirjautumisen "
    "yhteydessä ja tästä.",
    "Namn, adress och identifikation raderas {days} dygn efter att behörigheten stängdes eller personen senast loggade in, bad om en roll eller "
    "bjöds in, och efter {request} dygn för den som inte fått någon roll. Gjorda ändringar bevaras, och av den som gjort dem återstår rollen. Raderingen görs vid varje inloggning och här.",
    "Name, address and identifier are erased {days} days after the access was closed or the person last signed in, asked for a role or was "
    "invited, and after {request} days of somebody who got no role. What they changed stays, and of who did it the role. Erasure happens at every sign-in, and here.",
)
ERASE = Text("Poista erääntyneet tiedot", "Radera förfallna uppgifter", "Erase what is due")
YES_ERASE = Text("Poista nyt", "Radera nu", "Erase now")
ERASE_MEANS = Text(
    "Poistettua ei saa takaisin.", "Det raderade kan inte fås tillbaka.", "What is erased cannot be brought back."
)
