"""The words of what readers would see change if a file were published."""

from keko.data.text import Plural, Text

# Each part of the sentence on its own: they stand in a list.
PUBLISHING = Text("Julkaiseminen {parts}.", "Publiceringen {parts}.", "Publishing {parts}.")
ADDS_YEAR = Plural(
    one=Text(
        "lisää vuoden {first} luvut {count} alueelle",
        "lägger till talen för år {first} för {count} område",
        "adds the figures of {first} for {count} area",
    ),
    other=Text(
        "lisää vuoden {first} luvut {count} alueelle",
        "lägger till talen för år {first} för {count} områden",
        "adds the figures of {first} for {count} areas",
    ),
)
ADDS_YEARS = Plural(
    one=Text(
        "lisää vuosien {first}–{last} lukuja {count} alueelle",
        "lägger till tal för åren {first}–{last} för {count} område",
        "adds figures of {first}–{last} for {count} area",
    ),
    other=Text(
        "lisää vuosien {first}–{last} lukuja {count} alueelle",
        "lägger till tal för åren {first}–{last} för {count} områden",
        "adds figures of {first}–{last} for {count} areas",
    ),
)
ADDS_PERIODS = Plural(
    one=Text(
        "lisää lukuja {count} alueelle ({first}–{last})",
        "lägger till tal för {count} område ({first}–{last})",
        "adds figures for {count} area ({first}–{last})",
    ),
    other=Text(
        "lisää lukuja {count} alueelle ({first}–{last})",
        "lägger till tal för {count} områden ({first}–{last})",
        "adds figures for {count} areas ({first}–{last})",
    ),
)
CHANGES = Plural(
    one=Text("muuttaa {figures} luvun", "ändrar {figures} tal", "changes {figures} figure"),
    other=Text("muuttaa {figures} lukua", "ändrar {figures} tal", "changes {figures} figures"),
)
REMOVES = Plural(
    one=Text("poistaa {figures} luvun", "tar bort {figures} tal", "removes {figures} figure"),
    other=Text("poistaa {figures} lukua", "tar bort {figures} tal", "removes {figures} figures"),
)
TURNS = Plural(
    one=Text(
        "muuttaa {count} vertailun tuloksen",
        "ändrar resultatet av {count} jämförelse",
        "changes the result of {count} comparison",
    ),
    other=Text(
        "muuttaa {count} vertailun tuloksen",
        "ändrar resultatet av {count} jämförelser",
        "changes the result of {count} comparisons",
    ),
)
NOTHING = Text(
    "Julkaiseminen ei muuttaisi yhtään lukua: samat luvut on jo julkaistu.",
    "Publiceringen skulle inte ändra något tal: samma tal är redan publicerade.",
    "Publishing would change no figure: the same figures are already published.",
)
REMOVES_NOTHING = Text("Mitään ei poistu.", "Inget tas bort.", "Nothing is removed.")
REPLACES_DEMO = Plural(
    one=Text(
        "Mittarin {indicators} esimerkkiluvut poistuvat näkyvistä kaikilta alueilta ja vuosilta.",
        "Exempeluppgifterna för indikatorn {indicators} försvinner ur sikte för alla områden och år.",
        "The demo figures of {indicators} disappear for all areas and years.",
    ),
    other=Text(
        "{count} mittarin esimerkkiluvut poistuvat näkyvistä kaikilta alueilta ja vuosilta: {indicators}.",
        "Exempeluppgifterna för {count} indikatorer försvinner ur sikte för alla områden och år: {indicators}.",
        "The demo figures of {count} indicators disappear for all areas and years: {indicators}.",
    ),
)
HIDES = Plural(
    one=Text(
        "Tietosuojan vuoksi peitetään {hidden} luku.",
        "Av dataskyddsskäl döljs {hidden} tal.",
        "{hidden} figure is hidden for data protection.",
    ),
    other=Text(
        "Tietosuojan vuoksi peitetään {hidden} lukua.",
        "Av dataskyddsskäl döljs {hidden} tal.",
        "{hidden} figures are hidden for data protection.",
    ),
)
LARGEST = Text(
    "Suurin muutos: {indicator}, {area} {period}: {before} → {after}.",
    "Största ändringen: {indicator}, {area} {period}: {before} → {after}.",
    "The largest change: {indicator}, {area} {period}: {before} → {after}.",
)
CHANGED = Text("Muuttuvat luvut", "Tal som ändras", "Figures that change")
REMOVED = Text("Poistuvat luvut", "Tal som tas bort", "Figures that are removed")
CANNOT = Plural(
    one=Text(
        "Ei voi vielä julkaista: yksi kohta estää.", "Kan inte publiceras än: en sak hindrar.", "Cannot be published yet: one thing stands in the way."
    ),
    other=Text(
        "Ei voi vielä julkaista: {count} kohtaa estää.", "Kan inte publiceras än: {count} saker hindrar.", "Cannot be published yet: {count} things stand in the way."
    ),
)  # fmt: skip
