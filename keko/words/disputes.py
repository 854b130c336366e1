"""What is told of figures that two organisations both deliver."""

from keko.data.text import Plural, Text

DISPUTES = Text("Ristiriidat", "Konflikter", "Conflicts")
LEAD = Text(
    "Kaksi organisaatiota toimittaa samat luvut. KEKO ei valitse niiden välillä: organisaatiot sopivat, kumpi ne toimittaa.",
    "Två organisationer levererar samma uppgifter. KEKO väljer inte mellan dem: organisationerna kommer överens om vem som "
    "levererar dem.",
    "Two organisations deliver the same figures. KEKO does not choose between them: the organisations agree which of them "
    "delivers them.",
)
WAITING = Plural(
    one=Text(
        "{indicator}: {count} luku, {areas}, {periods}. Näkyvissä: {first}. Luonnoksena odottaa: {second}.",
        "{indicator}: {count} uppgift, {areas}, {periods}. Visas: {first}. Väntar som utkast: {second}.",
        "{indicator}: {count} figure, {areas}, {periods}. Shown: {first}. Waiting as a draft: {second}.",
    ),
    other=Text(
        "{indicator}: {count} lukua, {areas}, {periods}. Näkyvissä: {first}. Luonnoksena odottaa: {second}.",
        "{indicator}: {count} uppgifter, {areas}, {periods}. Visas: {first}. Väntar som utkast: {second}.",
        "{indicator}: {count} figures, {areas}, {periods}. Shown: {first}. Waiting as a draft: {second}.",
    ),
)
BOTH_PUBLISHED = Plural(
    one=Text(
        "{indicator}: {count} luku, {areas}, {periods}. Sen ovat julkaisseet sekä {first} että {second}.",
        "{indicator}: {count} uppgift, {areas}, {periods}. Den har publicerats av både {first} och {second}.",
        "{indicator}: {count} figure, {areas}, {periods}. Both {first} and {second} have published it.",
    ),
    other=Text(
        "{indicator}: {count} lukua, {areas}, {periods}. Ne ovat julkaisseet sekä {first} että {second}.",
        "{indicator}: {count} uppgifter, {areas}, {periods}. De har publicerats av både {first} och {second}.",
        "{indicator}: {count} figures, {areas}, {periods}. Both {first} and {second} have published them.",
    ),
)
WHAT_EACH_SAYS = Text("Mitä kumpikin sanoo", "Vad vardera säger", "What each of them says")
NOT_PUBLISHED = Text("ei julkaistu", "inte publicerad", "not published")
SOME_AREAS = Plural(
    one=Text("{count} alue, esimerkiksi {some}", "{count} område, till exempel {some}", "{count} area, such as {some}"),
    other=Text(
        "{count} aluetta, esimerkiksi {some}", "{count} områden, till exempel {some}", "{count} areas, such as {some}"
    ),
)
KEEP = Text(
    "Voit tallentaa luvut luonnokseksi, kunnes sovitte asiasta. Ristiriita näkyy molempien organisaatioiden tuontisivulla sekä "
    "sivulla Aineistot ja määritelmät.",
    "Du kan spara uppgifterna som utkast tills ni har kommit överens. Konflikten visas på båda organisationernas importsida "
    "och på sidan Data och definitioner.",
    "You can keep the figures as a draft until you have agreed. The conflict is shown on the import page of both organisations "
    "and on Data and definitions.",
)
