"""What problems are called where their question stands beside them: the cause alone, as the question says what to do."""

from keko.data.problems import Problem
from keko.data.text import Plural, Text

_NOT_FOUND = Text(
    "Aluetta ”{text}” ei tunneta (rivi {row}).", "Området ”{text}” är inte känt (rad {row}).", "The area “{text}” is not known (row {row})."
)  # fmt: skip
_HUNDREDFOLD = Text(
    "Mittarin ”{measure}” luvut ovat noin {factor} kertaa aiemmin julkaistut (esim. rivi {row}).",
    "Talen för ”{measure}” är ungefär {factor} gånger de som publicerats tidigare (t.ex. rad {row}).",
    "The figures of “{measure}” are about {factor} times those published before (e.g. row {row}).",
)
_TWO_MARKS = Text(
    "Luvun ”{text}” merkki voi erottaa tuhannet tai desimaalit (rivi {row}, sarake ”{column}”).",
    "Tecknet i ”{text}” kan skilja tusental eller decimaler (rad {row}, kolumn ”{column}”).",
    "The mark in “{text}” may separate thousands or decimals (row {row}, column “{column}”).",
)
# By the code of the problem.
CAUSES: dict[str, Text | Plural] = {
    "choose-sheet": Text(
        "Lukuja on usealla välilehdellä: {sheets}.", "Det finns tal på flera flikar: {sheets}.", "Several sheets hold figures: {sheets}."
    ),
    "no-header": Text(
        "Otsikkoriviä ei löydy: rivillä {row} on jo tietoja (”{seen}”).",
        "Ingen rubrikrad hittades: rad {row} innehåller redan uppgifter (”{seen}”).",
        "No header row was found: row {row} already holds data (“{seen}”).",
    ),
    "sotkanet-region-ids": Text(
        "Sarakkeen ”{column}” luvut ovat Sotkanetin omia aluenumeroita, ja tuntematon niistä on {text}.",
        "Talen i kolumnen ”{column}” är Sotkanets egna områdesnummer, och okänt av dem är {text}.",
        "The numbers in the column “{column}” are Sotkanet's own, and {text} of them is not known.",
    ),
    "no-area": Text(
        "Tiedostosta ei löydy aluetta (sarakkeet: {seen}).",
        "Filen nämner inget område (kolumner: {seen}).",
        "The file names no area (columns: {seen}).",
    ),
    "no-time": Text(
        "Tiedostosta ei löydy ajankohtaa (sarakkeet: {seen}).",
        "Filen nämner ingen tidpunkt (kolumner: {seen}).",
        "The file names no period (columns: {seen}).",
    ),
    "no-value-column": Text(
        "Tiedostosta ei löydy lukusaraketta (sarakkeet: {seen}).",
        "Filen har ingen kolumn med tal (kolumner: {seen}).",
        "The file has no column of numbers (columns: {seen}).",
    ),
    "figures-unnamed": Text(
        "Sarakkeen ”{column}” otsikko ei kerro, mitä sen luvut ovat.",
        "Rubriken ”{column}” säger inte vad kolumnens tal är.",
        "The header “{column}” does not say what the figures of its column are.",
    ),
    "figures-not-used": Text(
        "Sarakkeessa ”{column}” on lukuja, joita ei käytetä.",
        "Kolumnen ”{column}” har tal som inte används.",
        "The column “{column}” holds figures that are not used.",
    ),
    "column-not-used": Text(
        "Saraketta ”{column}” ei käytetä.", "Kolumnen ”{column}” används inte.", "The column “{column}” is not used."
    ),
    "role-assumed": Text(
        "Sarakkeen ”{column}” oletettu merkitys on {meaning} ({why}).",
        "Kolumnen ”{column}” antas betyda {meaning} ({why}).",
        "The column “{column}” is taken to mean {meaning} ({why}).",
    ),
    "unknown-column": Text(
        "Vastauksessa mainittua saraketta ”{column}” ei ole tiedostossa. Sen sarakkeet ovat {seen}.",
        "Kolumnen ”{column}” som nämns i ett svar finns inte i filen. Dess kolumner är {seen}.",
        "The column “{column}” named in an answer is not in the file. Its columns are {seen}.",
    ),
    "area-against-file": Text(
        "Vastauksen mukaan koko tiedosto koskee aluetta {area}, mutta sarake ”{column}” nimeää muuta (”{text}” rivillä {row}).",
        "Enligt svaret gäller hela filen området {area}, men kolumnen ”{column}” nämner annat (”{text}” på rad {row}).",
        "The answer says that the whole file is about {area}, but the column “{column}” names something else (“{text}” on row {row}).",
    ),
    "level-against-file": Text(
        "Vastauksen mukaan alueiden taso on {level}, mutta sarake on ”{column}”.",
        "Enligt svaret hör områdena till nivån {level}, men kolumnen är ”{column}”.",
        "The answer says that the level of the areas is {level}, but the column is “{column}”.",
    ),
    "nothing-left": Text(
        "Tiedostosta ei jäänyt yhtään riviä: kaikki ohitetaan.",
        "Ingen rad blev kvar av filen: alla hoppas över.",
        "No row of the file is left: all are passed over.",
    ),
    "unknown-area": _NOT_FOUND,
    "ambiguous-area": Text(
        "”{text}” voi tarkoittaa: {candidates} (rivi {row}).",
        "”{text}” kan betyda: {candidates} (rad {row}).",
        "“{text}” may mean: {candidates} (row {row}).",
    ),
    "unknown-area-code": Text(
        "Aluekoodia ”{text}” ei ole (rivi {row}).", "Områdeskoden ”{text}” finns inte (rad {row}).", "There is no area code “{text}” (row {row})."
    ),
    "code-name-mismatch": Text(
        "”{text}” (rivi {row}): koodi tarkoittaa {coded}, nimi {named}.",
        "”{text}” (rad {row}): koden betyder {coded}, namnet {named}.",
        "“{text}” (row {row}): the code means {coded}, the name {named}.",
    ),
    "code-without-its-name": Text(
        "”{text}” (rivi {row}): koodi tarkoittaa {coded}, mutta nimi on muu.",
        "”{text}” (rad {row}): koden betyder {coded}, men namnet är ett annat.",
        "“{text}” (row {row}): the code means {coded}, but the name is another.",
    ),
    "area-of-other-level": Text(
        "”{text}” (rivi {row}) on {named}, ei sarakkeen otsikon tasoa.",
        "”{text}” (rad {row}) är {named}, inte av rubrikens nivå.",
        "“{text}” (row {row}) is {named}, not of the header's level.",
    ),
    "area-abolished-before": Text(
        "Kunta ”{text}” lakkasi {day} (rivi {row}): alueen nykyinen kunta on {successor}.",
        "Kommunen ”{text}” upphörde {day} (rad {row}): området hör nu till {successor}.",
        "The municipality “{text}” was abolished on {day} (row {row}): its area now belongs to {successor}.",
    ),
    "too-many-measures": Text(
        "Suureita: {count}. Enintään {limit} luetaan kerralla.",
        "Mått: {count}. Högst {limit} läses på en gång.",
        "Measures: {count}. At most {limit} are read at once.",
    ),
    "mixed-decimals": Text(
        "Sekä pilkku että piste voivat olla desimaalimerkkejä: ”{text}” (rivi {row}, sarake ”{column}”).",
        "Både komma och punkt kan vara decimaltecken: ”{text}” (rad {row}, kolumn ”{column}”).",
        "Both comma and point may be decimal marks: “{text}” (row {row}, column “{column}”).",
    ),
    "unclear-decimals": _TWO_MARKS,
    "not-a-number": Text(
        "”{text}” ei ole luku (rivi {row}, sarake ”{column}”).",
        "”{text}” är inget tal (rad {row}, kolumn ”{column}”).",
        "“{text}” is not a number (row {row}, column “{column}”).",
    ),
    "nil-or-missing": Text(
        "Merkki ”{text}” voi tarkoittaa nollaa tai puuttuvaa tietoa (rivi {row}, sarake ”{column}”).",
        "Tecknet ”{text}” kan betyda noll eller att uppgiften saknas (rad {row}, kolumn ”{column}”).",
        "The mark “{text}” may mean zero or a missing figure (row {row}, column “{column}”).",
    ),
    "other-unit": Text(
        "Tiedoston mittarin ”{measure}” yksikkö on {stated}, mutta mittarin ”{indicator}” yksikkö on {unit}.",
        "Enheten för filens ”{measure}” är {stated}, men indikatorn ”{indicator}” har enheten {unit}.",
        "The unit of the file's “{measure}” is {stated}, but that of the indicator “{indicator}” is {unit}.",
    ),
    "scale-asked": _HUNDREDFOLD,
    "unlike-others": Text(
        "Mittarin ”{measure}” luvut ovat noin {factor} kertaa toisen toimittajan julkaisemat (esim. rivi {row}).",
        "Talen för ”{measure}” är ungefär {factor} gånger en annan leverantörs (t.ex. rad {row}).",
        "The figures of “{measure}” are about {factor} times those of another provider (e.g. row {row}).",
    ),
    "unlike-residents": Text(
        "”{measure}” on {value} (rivi {row}, {area}), mutta alueella asuu noin {residents}.",
        "”{measure}” är {value} (rad {row}, {area}), men området har cirka {residents} invånare.",
        "“{measure}” is {value} (row {row}, {area}), but some {residents} people live in the area.",
    ),
    "leap-asked": Text(
        "{area} {period}: {value}, vuotta aiemmin {then} (rivi {row}). Ero on sata- tai tuhatkertainen.",
        "{area} {period}: {value}, året innan {then} (rad {row}). Skillnaden är hundra- eller tusenfaldig.",
        "{area} {period}: {value}, the year before {then} (row {row}). The difference is a hundred- or thousandfold.",
    ),
    "shares-under-one": Text(
        "Mittarin ”{measure}” luvut ovat kaikki alle 1 (esim. {value}): ne voivat olla osuuksia, eivät prosentteja.",
        "Talen för ”{measure}” är alla under 1 (t.ex. {value}): de kan vara andelar, inte procent.",
        "The figures of “{measure}” are all below 1 (e.g. {value}): they may be fractions, not per cent.",
    ),
    "ambiguous-indicator": Text(
        "”{measure}” voi tarkoittaa useaa mittaria.", "”{measure}” kan betyda flera indikatorer.", "“{measure}” may mean several indicators."
    ),
    "shares-without-numbers": Text(
        "{indicator}: osuuksista ilman lukumääriä ei näe, kuinka harvaa ihmistä ne koskevat. Lisää tiedostoon osoittaja ja "
        "nimittäjä tai vastaa kysymykseen.",
        "{indicator}: andelar utan antal visar inte hur få personer de gäller. Lägg till täljare och nämnare i filen eller svara på frågan.",
        "{indicator}: shares without numbers do not show how few people they are about. Add numerators and denominators to the "
        "file, or answer the question.",
    ),
}  # fmt: skip


def in_words(problem: Problem) -> Text:
    """What a problem is called on the page: its cause where a question stands beside it, else its message."""
    cause = CAUSES.get(problem.code)
    if cause is None or not problem.facts:
        return problem.message
    return cause.filled(row=problem.row, column=problem.column, **problem.facts)
