"""The words of fetching open figures with one click."""

from keko.data.text import Plural, Text

OFFER = Plural(
    one=Text(
        "KEKO voi hakea {count} mittarin todelliset luvut Tilastokeskuksen StatFinistä ja THL:n Sotkanetista. Haku kestää "
        "noin {minutes} minuuttia. Luvut tarkistetaan ja julkaistaan, ja ne korvaavat mahdolliset esimerkkiluvut.",
        "KEKO kan hämta de verkliga uppgifterna för {count} indikator från Statistikcentralens StatFin och THL:s Sotkanet. Det tar "
        "ungefär {minutes} minuter. Uppgifterna granskas och publiceras, och de ersätter eventuella exempeluppgifter.",
        "KEKO can fetch the real figures of {count} indicator from Statistics Finland's StatFin and THL's Sotkanet. It takes "
        "about {minutes} minutes. The figures are checked and published, and they replace any demo figures.",
    ),
    other=Text(
        "KEKO voi hakea {count} mittarin todelliset luvut Tilastokeskuksen StatFinistä ja THL:n Sotkanetista. Haku kestää "
        "noin {minutes} minuuttia. Luvut tarkistetaan ja julkaistaan, ja ne korvaavat mahdolliset esimerkkiluvut.",
        "KEKO kan hämta de verkliga uppgifterna för {count} indikatorer från Statistikcentralens StatFin och THL:s Sotkanet. Det "
        "tar ungefär {minutes} minuter. Uppgifterna granskas och publiceras, och de ersätter eventuella exempeluppgifter.",
        "KEKO can fetch the real figures of {count} indicators from Statistics Finland's StatFin and THL's Sotkanet. It takes "
        "about {minutes} minutes. The figures are checked and published, and they replace any demo figures.",
    ),
)
WHICH = Text("Mitkä mittarit", "Vilka indikatorer", "Which indicators")
FETCH = Text("Hae avoimet luvut", "Hämta öppna uppgifter", "Fetch open figures")
FETCH_REST = Text(
    "Hae puuttuvat avoimet luvut", "Hämta de uppgifter som saknas", "Fetch the open figures that are missing"
)
FETCHING = Text("Haetaan avoimia lukuja", "Hämtar öppna uppgifter", "Fetching open figures")
OF_ALL = Text("{done}/{of}: {name}", "{done}/{of}: {name}", "{done} of {of}: {name}")
ALREADY = Text(
    "Avoimia lukuja haetaan jo toisessa ikkunassa. Valmiit luvut näkyvät, kun sivu avataan uudelleen.",
    "Öppna uppgifter hämtas redan i ett annat fönster. De som är klara syns när sidan öppnas på nytt.",
    "Open figures are already being fetched in another window. Those that are ready show when the page is opened again.",
)
PUBLISHED = Plural(
    one=Text(
        "{count} mittarin avoimet luvut haettiin ja julkaistiin.",
        "De öppna uppgifterna för {count} indikator hämtades och publicerades.",
        "The open figures of {count} indicator were fetched and published.",
    ),
    other=Text(
        "{count} mittarin avoimet luvut haettiin ja julkaistiin.",
        "De öppna uppgifterna för {count} indikatorer hämtades och publicerades.",
        "The open figures of {count} indicators were fetched and published.",
    ),
)
DRAFTED = Plural(
    one=Text(
        "{count} mittarin luvut ovat luonnoksina: toisen henkilön on julkaistava ne.",
        "Uppgifterna för {count} indikator är utkast: en annan person ska publicera dem.",
        "The figures of {count} indicator are drafts: another person has to publish them.",
    ),
    other=Text(
        "{count} mittarin luvut ovat luonnoksina: toisen henkilön on julkaistava ne.",
        "Uppgifterna för {count} indikatorer är utkast: en annan person ska publicera dem.",
        "The figures of {count} indicators are drafts: another person has to publish them.",
    ),
)
FAILED = Plural(
    one=Text(
        "{count} mittarin lukuja ei saatu. Muut eivät kärsineet siitä, ja haun voi uusia.",
        "Uppgifterna för {count} indikator kunde inte hämtas. Det påverkade inte de andra, och hämtningen kan upprepas.",
        "The figures of {count} indicator could not be fetched. The others did not suffer, and the fetch can be repeated.",
    ),
    other=Text(
        "{count} mittarin lukuja ei saatu. Muut eivät kärsineet siitä, ja haun voi uusia.",
        "Uppgifterna för {count} indikatorer kunde inte hämtas. Det påverkade inte de andra, och hämtningen kan upprepas.",
        "The figures of {count} indicators could not be fetched. The others did not suffer, and the fetch can be repeated.",
    ),
)
AVAILABLE = Text(
    "KEKO: avoimet luvut voi hakea etusivun painikkeella tai komennolla python -m keko fetch all --publish --missing",
    "KEKO: öppna uppgifter kan hämtas med knappen på första sidan eller med kommandot python -m keko fetch all --publish --missing",
    "KEKO: open figures can be fetched with the button on the front page or with python -m keko fetch all --publish --missing",
)
UNREACHABLE = Text(
    "KEKO: Tilastokeskukseen ja THL:ään ei ole yhteyttä, joten käytössä ovat esimerkkiluvut",
    "KEKO: Statistikcentralen och THL kan inte nås, så exempeluppgifterna används",
    "KEKO: Statistics Finland and THL cannot be reached, so the demo figures are in use",
)
