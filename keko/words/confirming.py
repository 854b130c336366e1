"""The words of what is asked once before it is done: whose view changes, and how it is undone."""

from keko.data.text import Plural, Text

FOR_EVERYBODY = Text(
    "Muuttaa heti sitä, mitä jokainen lukija näkee.",
    "Ändrar genast det som varje läsare ser.",
    "Changes at once what every reader sees.",
)
PUBLISH = Text("Julkaise {name}", "Publicera {name}", "Publish {name}")
YES_PUBLISH = Text("Kyllä, julkaise {name}", "Ja, publicera {name}", "Yes, publish {name}")
UNDONE_HERE = Text(
    "Julkaisun voi perua tällä sivulla: edelliset luvut tulevat takaisin näkyviin.",
    "Publiceringen kan återkallas på den här sidan: då visas de tidigare talen igen.",
    "The release can be taken back on this page: the earlier figures are then shown again.",
)
DISCARD = Text("Hylkää {name}", "Förkasta {name}", "Discard {name}")
YES_DISCARD = Text("Kyllä, hylkää {name}", "Ja, förkasta {name}", "Yes, discard {name}")
NOT_UNDONE = Text(
    "Lukijat eivät huomaa mitään. Luonnosta ei saa takaisin, mutta tiedoston voi tuoda uudelleen.",
    "Läsarna märker ingenting. Utkastet går inte att få tillbaka, men filen kan importeras på nytt.",
    "Readers notice nothing. The draft cannot be recovered, but the file can be imported again.",
)
RECALCULATE = Text("Laske uudelleen: {event}", "Räkna om: {event}", "Recalculate: {event}")
YES_RECALCULATE = Text("Kyllä, laske uudelleen: {event}", "Ja, räkna om: {event}", "Yes, recalculate: {event}")
AS_BEFORE = Text("Laske kuten ennen: {event}", "Räkna som förut: {event}", "Calculate as before: {event}")
YES_AS_BEFORE = Text(
    "Kyllä, laske kuten ennen: {event}", "Ja, räkna som förut: {event}", "Yes, calculate as before: {event}"
)
LIMITS_UNDONE = Text(
    "Päivä tulee näkyviin lukijoille ja nimesi ylläpitäjille. Muutoksen voi perua samasta kohdasta.",
    "Dagen visas för läsarna och ditt namn för dem som upprätthåller lägesrummet. Ändringen kan återtas på samma ställe.",
    "Readers see the day, and those who maintain the situation room your name. The change can be undone in the same place.",
)
YES_FETCH = Text("Kyllä, hae ja julkaise", "Ja, hämta och publicera", "Yes, fetch and publish")
FETCH_MEANS = Plural(
    one=Text(
        "{count} mittarin esimerkkiluvut väistyvät todellisten tieltä kaikilta alueilta ja vuosilta.",
        "Exempeluppgifterna för {count} indikator ersätts av verkliga för alla områden och år.",
        "The demo figures of {count} indicator give way to real ones for all areas and years.",
    ),
    other=Text(
        "{count} mittarin esimerkkiluvut väistyvät todellisten tieltä kaikilta alueilta ja vuosilta.",
        "Exempeluppgifterna för {count} indikatorer ersätts av verkliga för alla områden och år.",
        "The demo figures of {count} indicators give way to real ones for all areas and years.",
    ),
)
FETCH_UNDONE = Text(
    "Jokaisen haun voi perua tuontisivulla, kohdassa Historia ja peruminen.",
    "Varje hämtning kan återkallas på importsidan, under Historik och återkallande.",
    "Each fetch can be taken back on the import page, under History and taking back.",
)
TAKE_FILE_BACK = Text("Peru koko tiedosto {name}", "Återkalla hela filen {name}", "Take back the whole file {name}")
YES_TAKE_FILE_BACK = Text(
    "Kyllä, peru koko tiedosto {name}", "Ja, återkalla hela filen {name}", "Yes, take back the whole file {name}"
)
FILE_BACK_MEANS = Plural(
    one=Text(
        "{count} mittarin edelliset luvut tulevat takaisin näkyviin. Jos niitä ei ole, näkyvät esimerkkiluvut tai ei mitään. Rivit säilyvät historiassa, ja tiedoston voi julkaista uudelleen.",
        "De tidigare talen för {count} indikator visas igen. Om det inte finns några visas exempeluppgifter eller ingenting. Raderna finns kvar i historiken, och filen kan publiceras på nytt.",
        "The earlier figures of {count} indicator are shown again. Where there are none, demo figures or nothing is shown. The rows stay in the history, and the file can be published again.",
    ),
    other=Text(
        "{count} mittarin edelliset luvut tulevat takaisin näkyviin. Jos niitä ei ole, näkyvät esimerkkiluvut tai ei mitään. Rivit säilyvät historiassa, ja tiedoston voi julkaista uudelleen.",
        "De tidigare talen för {count} indikatorer visas igen. Om det inte finns några visas exempeluppgifter eller ingenting. Raderna finns kvar i historiken, och filen kan publiceras på nytt.",
        "The earlier figures of {count} indicators are shown again. Where there are none, demo figures or nothing is shown. The rows stay in the history, and the file can be published again.",
    ),
)
REPUBLISH = Text("Julkaise uudelleen {name}", "Publicera på nytt {name}", "Publish again {name}")
YES_REPUBLISH = Text("Kyllä, julkaise uudelleen {name}", "Ja, publicera på nytt {name}", "Yes, publish again {name}")
