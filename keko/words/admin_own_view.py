"""The words of the form in which an area's first view is chosen."""

from keko.data.text import Plural, Text

LIST = Text("Alueet, joilla on oma näkymä", "Områden som har en egen vy", "Areas with a view of their own")
NONE_YET = Text(
    "Omaa näkymää ei ole vielä valittu: alueista, joita voit muokata, näytetään ensin yleinen näkymä.",
    "Ingen egen vy har valts än: av de områden som du kan redigera visas först den gemensamma vyn.",
    "No view has been chosen yet: of the areas that you may edit, the usual view is shown first.",
)
USUAL = Text("yleinen", "gemensamma", "usual")
USUAL_BENCHMARK = Text("Yleinen: {name}", "Gemensamt: {name}", "The usual: {name}")
INDICATORS = Plural(
    one=Text(
        "Tilannekuvan mittarit järjestyksessä (enintään {count} mittari)",
        "Lägesbildens indikatorer i ordning (högst {count} indikator)",
        "Indicators of the overview, in order (at most {count} indicator)",
    ),
    other=Text(
        "Tilannekuvan mittarit järjestyksessä (enintään {count})",
        "Lägesbildens indikatorer i ordning (högst {count})",
        "Indicators of the overview, in order (at most {count})",
    ),
)
CHOOSE_INDICATORS = Text("Yleiset mittarit", "Gemensamma indikatorer", "The usual indicators")
PREVIEW = Text(
    "Kun valitaan {area}, vertailualueena on {benchmark} ja tilannekuvassa ovat tässä järjestyksessä: {indicators}.",
    "När {area} väljs är jämförelseområdet {benchmark}, och lägesbilden visar i denna ordning: {indicators}.",
    "When {area} is chosen, the benchmark is {benchmark}, and the overview shows, in this order: {indicators}.",
)
LINKS_WIN = Text(
    "Linkki, jossa vertailualue on valittu, näyttää sen.",
    "En länk där jämförelseområdet har valts visar det.",
    "A link in which a benchmark has been chosen shows that one.",
)
ALWAYS_THERE = Text(
    "Työllisyysaste ja viive palveluun pääsyssä näytetään aina, vaikka niitä ei valita.",
    "Sysselsättningsgraden och en fördröjning i tillgången till service visas alltid, även om de inte väljs.",
    "The employment rate and a delay in access to services are always shown, even if they are not chosen.",
)
SAVE_UNDONE = Text(
    "Yleisen näkymän saa takaisin tällä sivulla.",
    "Den gemensamma vyn kan återställas på den här sidan.",
    "The usual view can be brought back on this page.",
)
RESTORE = Text("Palauta yleinen", "Återställ den gemensamma", "Bring back the usual view")
YES_RESTORE = Text("Kyllä, palauta yleinen", "Ja, återställ den gemensamma", "Yes, bring back the usual view")
RESTORE_UNDONE = Text(
    "Oman näkymän voi valita uudelleen tällä sivulla.",
    "En egen vy kan väljas på nytt på den här sidan.",
    "A view of its own can be chosen again on this page.",
)
