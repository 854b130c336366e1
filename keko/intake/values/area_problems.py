"""What is to be told of the areas of a file: unknown, ambiguous or contradictory ones, and rows passed over."""

from datetime import date

from keko.data.problems import ProblemKind
from keko.data.text import Plural, Text

AMBIGUOUS_AREA = ProblemKind(
    "ambiguous-area",
    "error",
    Text(
        "Alue ”{text}” (rivi {row}) voi olla {candidates}: nimeä sarake tason mukaan (esim. Kunta) tai kerro taso "
        "kuvauksessa (area_level).",
        "Området ”{text}” (rad {row}) kan vara {candidates}: ge kolumnen nivåns namn (t.ex. Kommun) eller ange nivån "
        "i beskrivningen (area_level).",
        "The area “{text}” (row {row}) may be {candidates}: name the column by its level (e.g. Municipality) or give "
        "the level in the mapping (area_level).",
    ),
)
UNKNOWN_AREA_CODE = ProblemKind(
    "unknown-area-code",
    "error",
    Text(
        "Rivin {row} aluekoodia ”{text}” ei ole: tarkista koodi tai ohita tuntemattomat alueet (kuvauksessa pass_over: "
        "{{unknown_areas: true}}).",
        "Områdeskoden ”{text}” på rad {row} finns inte: kontrollera koden eller hoppa över okända områden (i beskrivningen "
        "pass_over: {{unknown_areas: true}}).",
        "There is no area with the code “{text}” on row {row}: check the code or pass unknown areas over (in the mapping "
        "pass_over: {{unknown_areas: true}}).",
    ),
)
UNKNOWN_AREA = ProblemKind(
    "unknown-area",
    "error",
    Text(
        "Rivin {row} aluetta ”{text}” ei tunneta: tarkista nimi, käytä aluekoodia tai ohita tuntemattomat alueet "
        "(kuvauksessa pass_over: {{unknown_areas: true}}).",
        "Området ”{text}” på rad {row} är okänt: kontrollera namnet, använd områdeskoden eller hoppa över okända områden (i "
        "beskrivningen pass_over: {{unknown_areas: true}}).",
        "The area “{text}” on row {row} is not known: check the name, use the area code or pass unknown areas over (in the "
        "mapping pass_over: {{unknown_areas: true}}).",
    ),
)
AREA_OF_OTHER_LEVEL = ProblemKind(
    "area-of-other-level",
    "error",
    Text(
        "Rivin {row} alue ”{text}” ei ole sarakkeen tasoa: se on {named}. Käytä sen aluekoodia tai ohita tuntemattomat alueet "
        "(kuvauksessa pass_over: {{unknown_areas: true}}).",
        "Området ”{text}” på rad {row} är inte av kolumnens nivå: det är {named}. Använd dess områdeskod eller hoppa över okända "
        "områden (i beskrivningen pass_over: {{unknown_areas: true}}).",
        "The area “{text}” on row {row} is not of the column's level: it is {named}. Use its area code or pass unknown areas "
        "over (in the mapping pass_over: {{unknown_areas: true}}).",
    ),
)
BEFORE_MERGER = ProblemKind(
    "before-merger",
    "info",
    Plural(
        one=Text(
            "{count} luku ohitettiin, koska siitä puuttuu ohitettu kunta, joka liittyi myöhemmin alueeseen {area} (rivi {example}).",
            "{count} tal hoppades över, eftersom det saknar en förbigången kommun som senare gick upp i {area} (rad {example}).",
            "{count} figure was passed over because it lacks a municipality passed over that was later merged into {area} (row "
            "{example}).",
        ),
        other=Text(
            "{count} lukua ohitettiin, koska niistä puuttuu ohitettu kunta, joka liittyi alueeseen myöhemmin (esim. {area} rivillä "
            "{example}).",
            "{count} tal hoppades över, eftersom de saknar en förbigången kommun som senare gick upp i området (t.ex. {area} på "
            "rad {example}).",
            "{count} figures were passed over because they lack a municipality passed over that was later merged into the area "
            "(e.g. {area} on row {example}).",
        ),
    ),
)
NO_KNOWN_AREA = ProblemKind(
    "no-known-area",
    "error",
    Plural(
        one=Text(
            "”{text}” ei ole Suomen alue (sarake ”{column}”, rivi {row}{why}).",
            "”{text}” är inget område i Finland (kolumnen ”{column}”, rad {row}{why}).",
            "“{text}” is not an area of Finland (column “{column}”, row {row}{why}).",
        ),
        other=Text(
            "Sarakkeen ”{column}” {count} alueesta yksikään ei ole Suomen alue (esim. ”{text}” rivillä {row}{why}).",
            "Av de {count} områdena i kolumnen ”{column}” är inget ett område i Finland (t.ex. ”{text}” på rad {row}{why}).",
            "None of the {count} areas in the column “{column}” is an area of Finland (e.g. “{text}” on row {row}{why}).",
        ),
    ),
)
WHY_CODE = Text(
    ": koodi on alueen {coded}, mutta nimi ei",
    ": koden är för {coded} men inte namnet",
    ": the code is that of {coded}, but the name is not",
)
ONLY_OTHER_LEVELS = ProblemKind(
    "only-levels-not-kept",
    "error",
    Text(
        "Sarakkeen ”{column}” alueet ovat aluetasoa, jota KEKOssa ei ole: {levels} (esim. ”{text}” rivillä {row}). Tuo samat "
        "luvut kunnittain, hyvinvointialueittain, työllisyysalueittain tai maakunnittain.",
        "Områdena i kolumnen ”{column}” är av en nivå som KEKO inte har: {levels} (t.ex. ”{text}” på rad {row}). Importera "
        "samma tal efter kommun, välfärdsområde, sysselsättningsområde eller landskap.",
        "The areas in the column “{column}” are of a level that KEKO does not have: {levels} (e.g. “{text}” on row {row}). "
        "Import the same figures by municipality, wellbeing services county, employment area or region.",
    ),
)
CODE_NAME_MISMATCH = ProblemKind(
    "code-name-mismatch",
    "error",
    Text(
        "Rivin {row} alueen ”{text}” koodi tarkoittaa aluetta {coded}, nimi aluetta {named}: korjaa jompikumpi.",
        "På rad {row} i området ”{text}” betyder koden {coded} men namnet {named}: rätta det ena.",
        "On row {row} the code in “{text}” means {coded} but the name means {named}: correct one of them.",
    ),
)
CODE_WITHOUT_ITS_NAME = ProblemKind(
    "code-without-its-name",
    "error",
    Text(
        "Rivin {row} alueen ”{text}” koodi tarkoittaa aluetta {coded}, mutta nimi ei ole sen nimi: korjaa jompikumpi tai ohita "
        "tuntemattomat alueet (kuvauksessa pass_over: {{unknown_areas: true}}).",
        "På rad {row} i området ”{text}” betyder koden {coded}, men namnet är inte dess namn: rätta det ena eller hoppa över "
        "okända områden (i beskrivningen pass_over: {{unknown_areas: true}}).",
        "On row {row} the code in “{text}” means {coded}, but the name is not its name: correct one of them or pass unknown "
        "areas over (in the mapping pass_over: {{unknown_areas: true}}).",
    ),
)
ABOLISHED_BEFORE = ProblemKind(
    "area-abolished-before",
    "error",
    Text(
        "Rivin {row} kunta ”{text}” lakkasi {day}: alueen nykyinen kunta on {successor}. KEKO pitää kunnat, jotka ovat lakanneet "
        "vuodesta 2020: tuo luvut uudemmalla kuntajaolla tai ohita tuntemattomat alueet (kuvauksessa pass_over: "
        "{{unknown_areas: true}}).",
        "Kommunen ”{text}” på rad {row} upphörde {day}: området hör nu till {successor}. KEKO har de kommuner som upphört sedan "
        "2020: importera talen enligt en senare kommunindelning eller hoppa över okända områden (i beskrivningen pass_over: "
        "{{unknown_areas: true}}).",
        "The municipality “{text}” on row {row} was abolished on {day}: its area now belongs to {successor}. KEKO keeps "
        "municipalities abolished since 2020: import the figures by a later division of municipalities or pass unknown areas "
        "over (in the mapping pass_over: {{unknown_areas: true}}).",
    ),
)
LEVEL_NOT_KEPT = ProblemKind(
    "level-not-kept",
    "info",
    Plural(
        one=Text(
            "{count} rivi ohitettiin, koska sen aluetasoa ei ole KEKOssa: {levels} (”{text}” rivillä {example}).",
            "{count} rad hoppades över, eftersom KEKO inte har dess områdesnivå: {levels} (”{text}” på rad {example}).",
            "{count} row was passed over because KEKO does not have its level: {levels} (“{text}” on row {example}).",
        ),
        other=Text(
            "{count} riviä ohitettiin, koska niiden aluetasoa ei ole KEKOssa: {levels} (esim. ”{text}” rivillä {example}).",
            "{count} rader hoppades över, eftersom KEKO inte har deras områdesnivå: {levels} (t.ex. ”{text}” på rad "
            "{example}).",
            "{count} rows were passed over because KEKO does not have their level: {levels} (e.g. “{text}” on row "
            "{example}).",
        ),
    ),
)
AREAS_PASSED_OVER = ProblemKind(
    "areas-passed-over",
    "info",
    Plural(
        one=Text(
            "{count} rivi ohitettiin: {levels} (”{text}” rivillä {example}).",
            "{count} rad hoppades över: {levels} (”{text}” på rad {example}).",
            "{count} row was passed over: {levels} (“{text}” on row {example}).",
        ),
        other=Text(
            "{count} riviä ohitettiin: {levels} (esim. ”{text}” rivillä {example}).",
            "{count} rader hoppades över: {levels} (t.ex. ”{text}” på rad {example}).",
            "{count} rows were passed over: {levels} (e.g. “{text}” on row {example}).",
        ),
    ),
)
ABROAD = Text("muut maat", "andra länder", "other countries")
UNKNOWN = Text("tuntemattomat alueet", "okända områden", "unknown areas")
FORMER = Text(
    "ennen vuotta 2020 lakanneet kunnat", "före 2020 upphörda kommuner", "municipalities abolished before 2020"
)
SUCCESSORS = Text(
    "kunnat ennen kuin ohitettu kunta liittyi niihin",
    "kommuner innan en förbigången kommun gick upp i dem",
    "municipalities before one that is passed over was merged into them",
)
CHOSEN = Text("pois valitut alueet", "bortvalda områden", "areas left out by choice")


def day_in_words(day: date) -> Text:
    """A day as it is written: 1.1.2017, 1 January 2017."""
    number = f"{day.day}.{day.month}.{day.year}"
    return Text(number, number, f"{day.day} {day:%B} {day.year}")
