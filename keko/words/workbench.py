"""The words of bringing data in: files, corrections, new indicators, publishing, history."""

from keko.data.progress import Stage
from keko.data.text import Plural, Text
from keko.words import terms

LEAD = Text(
    "Tuo tiedosto, tarkista, mitä siitä ymmärrettiin, ja julkaise.",
    "Importera en fil, kontrollera vad som uppfattades och publicera.",
    "Import a file, check what was understood and publish.",
)
UPLOAD = Text("Tiedostot", "Filer", "Files")
UPLOAD_HELP = Text(
    "Pudota tiedostot tähän tai valitse ne: CSV, Excel, ODS, PX, JSON-stat, Sotkanet tai Parquet, enintään {size} Mt. "
    "Niissä saa olla vain koottuja lukuja, ei henkilötietoja.",
    "Släpp filerna här eller välj dem: CSV, Excel, ODS, PX, JSON-stat, Sotkanet eller Parquet, högst {size} MB. "
    "De får innehålla endast sammanställda tal, inga personuppgifter.",
    "Drop files here or choose them: CSV, Excel, ODS, PX, JSON-stat, Sotkanet or Parquet, at most {size} MB. "
    "They may hold only aggregated figures, never personal data.",
)
WHO = Text("Tuojan nimi", "Vem importerar", "Who imports the data")
PROVIDER_HELP = Text(
    "Kuka luvut toimittaa, esimerkiksi Tilastokeskus tai Helsingin kaupunki. Uuden toimittajan nimen voi kirjoittaa. Kukin toimittaja julkaisee ja peruu vain omia lukujaan.",
    "Vem som levererar uppgifterna, till exempel Statistikcentralen eller Helsingfors stad. Namnet på en ny leverantör kan skrivas in. Varje leverantör publicerar och återkallar bara sina egna.",
    "Who delivers the figures, for example Statistics Finland or the City of Helsinki. The name of a new provider can be typed in. Each provider publishes and takes back only its own figures.",
)
PERMIT = Text("Lupa tai diaarinumero", "Tillstånd eller diarienummer", "Permit or reference number")
CONDITIONS = Text("Ehdot", "Villkor", "Conditions")
NOTE = Text("Merkintä julkaisuun", "Anteckning om publiceringen", "Note on the release")
STORING = Text("Tallennetaan: {file}", "Sparar: {file}", "Saving: {file}")
STAGES: dict[Stage, Text] = {
    "protecting": Text(
        "Suojataan pieniä lukuja: {done}/{of}", "Små tal skyddas: {done}/{of}", "Protecting small figures: {done}/{of}"
    ),
    "assessing": Text(
        "Lasketaan kehityssuuntia ja ennusteita: {done} %",
        "Trender och prognoser beräknas: {done} %",
        "Computing trends and forecasts: {done}%",
    ),
}
LOOKING = Text("Luetaan ja tarkistetaan: {file}", "Läser och granskar: {file}", "Reading and checking: {file}")

UNDERSTOOD = Text(
    "Lukuja {values}, {areas}, {periods}.",
    "Värden {values}, {areas}, {periods}.",
    "Values {values}, {areas}, {periods}.",
)
RECALLED = Text(
    "Samanmuotoisesta tiedostosta annetut vastaukset ovat käytössä.",
    "Svaren som gavs om en fil av samma form används.",
    "The answers given about a file of the same shape are in use.",
)
PROBLEMS = Text("Huomiot", "Anmärkningar", "Problems")
ALL_PROBLEMS = Text("Kaikki huomiot ({count})", "Alla anmärkningar ({count})", "All problems ({count})")
NO_PROBLEMS = Text("Ei huomautettavaa.", "Inget att anmärka.", "No problems.")
DOWNLOAD_PROBLEMS = Text("Lataa huomiot", "Ladda ner anmärkningarna", "Download the problems")
SEVERITY = Text("Vakavuus", "Allvarlighetsgrad", "Severity")
ROW = Text("Rivi", "Rad", "Row")
COLUMN = Text("Sarake", "Kolumn", "Column")
MESSAGE = Text("Mitä", "Vad", "What")
SEVERITIES = {
    "error": Text("virhe", "fel", "error"),
    "warning": Text("varoitus", "varning", "warning"),
    "info": Text("tieto", "info", "info"),
}
CANNOT_PUBLISH = Text(
    "Vastaa kysymyksiin tai korjaa tiedosto ja pudota se tähän uudelleen: vastaukset säilyvät. Mitään ei tallennettu.",
    "Svara på frågorna eller rätta filen och släpp den här på nytt: svaren finns kvar. Inget sparades.",
    "Answer the questions, or correct the file and drop it here again: the answers are kept. Nothing was saved.",
)

CORRECT = Text("Mitä ymmärrettiin – korjaa", "Vad som uppfattades – rätta", "What was understood – correct it")
AUTOMATIC = Text("tunnistetaan", "identifieras", "recognised")
NONE = Text("ei mitään", "inget", "none")
WHOLE_FILE_AREA = Text("Koko tiedoston alue", "Hela filens område", "Area of the whole file")
WHOLE_FILE_PERIOD = Text("Koko tiedoston jakso", "Hela filens period", "Period of the whole file")
PERIOD_HINT = Text("esim. 2024 tai 2024-03", "t.ex. 2024 eller 2024-03", "e.g. 2024 or 2024-03")
LEVEL = Text("Alueiden taso", "Områdenas nivå", "Level of the areas")
DECIMAL = Text("Desimaalimerkki", "Decimaltecken", "Decimal mark")
SHEET = Text("Taulukkosivu", "Kalkylblad", "Sheet")
HEADER_ROW = Text("Otsikkorivi", "Rubrikrad", "Header row")
PASS_UNKNOWN = Text(
    "Ohita alueet, joita ei tunneta", "Hoppa över områden som inte är kända", "Pass over areas that are not known"
)
COMMA = Text("pilkku", "komma", "comma")
POINT = Text("piste", "punkt", "point")
APPLY = Text("Käytä korjauksia: {name}", "Använd rättelserna: {name}", "Apply the corrections: {name}")
AS_YAML = Text("Kuvaus YAML-muodossa", "Beskrivningen som YAML", "The mapping as YAML")
ROLES = terms.ROLES

PREVIEW = Text("Mitä julkaistaisiin", "Vad som skulle publiceras", "What would be published")
PREVIEW_COUNTS = Text(
    "Lukuja {figures}, kunnista lasketut alueet mukana. Tietosuojan vuoksi peitetään {hidden}.",
    "Tal {figures}, inklusive områden beräknade av kommunerna. Av dataskyddsskäl döljs {hidden}.",
    "Figures {figures}, areas computed from municipalities included. Hidden for data protection: {hidden}.",
)
IS_NEW_INDICATOR = Text("uusi mittari", "ny indikator", "new indicator")
CONSEQUENCES = Text(
    "Mitä lukijat näkisivät toisin", "Vad läsarna skulle se annorlunda", "What readers would see change"
)
NO_CONSEQUENCES = Text(
    "Minkään seuratun vertailun tulos ei muuttuisi.",
    "Resultatet skulle inte ändras i någon jämförelse som följs.",
    "The result would not change in any comparison that is followed.",
)
TURNS = Plural(
    one=Text(
        "{count} vertailun tulos muuttuisi.",
        "Resultatet av {count} jämförelse skulle ändras.",
        "The result of {count} comparison would change.",
    ),
    other=Text(
        "{count} vertailun tulos muuttuisi.",
        "Resultaten av {count} jämförelser skulle ändras.",
        "The results of {count} comparisons would change.",
    ),
)
COMPARISON = terms.COMPARISON
BEFORE = Text("Ennen", "Före", "Before")
AFTER = Text("Jälkeen", "Efter", "After")
CHECKED = Text("Olen tarkistanut varoitukset", "Jag har granskat varningarna", "I have checked the warnings")
KEEP_DRAFT = Text("Tallenna luonnos: {name}", "Spara utkast: {name}", "Save as a draft: {name}")
PUBLISHED = Text(
    "Julkaistu: mittareita {indicators}, lukuja {figures}. Lukijat näkevät ne heti.",
    "Publicerat: indikatorer {indicators}, tal {figures}. Läsarna ser dem genast.",
    "Published: indicators {indicators}, figures {figures}. Readers see them at once.",
)
DRAFTED = Text(
    "Luonnos on tallessa: mittareita {indicators}, lukuja {figures}.",
    "Utkastet har sparats: indikatorer {indicators}, tal {figures}.",
    "Saved as a draft: indicators {indicators}, figures {figures}.",
)
CHANGED_MEANWHILE = Text(
    "Joku muu julkaisi lukuja sillä välin. Ero on laskettu uudelleen: tarkista se ja julkaise sitten.",
    "Någon annan har publicerat uppgifter under tiden. Skillnaden har beräknats på nytt: granska den och publicera sedan.",
    "Somebody else has published in the meantime. The difference has been recalculated: check it, then publish.",
)
ALL_OF_FILE = Text(
    "Kaikki tiedoston mittarit ({count})", "Filens alla indikatorer ({count})", "All indicators of the file ({count})"
)
SEE_IT = Text("Katso mittaria {name}", "Se indikatorn {name}", "See {name}")

DRAFTS = Text("Luonnokset", "Utkast", "Drafts")
NO_DRAFTS = Text("Luonnoksia ei ole.", "Det finns inga utkast.", "There are no drafts.")
DRAFT = Text("luonnos {number}: {indicator}", "utkast {number}: {indicator}", "draft {number}: {indicator}")
DRAFT_LINE = Plural(
    one=Text(
        "{number}: {indicator}, {provider}, {by}, {count} rivi, uusia {new}, muuttuneita {changed}",
        "{number}: {indicator}, {provider}, {by}, {count} rad, nya {new}, ändrade {changed}",
        "{number}: {indicator}, {provider}, {by}, {count} row, {new} new, {changed} changed",
    ),
    other=Text(
        "{number}: {indicator}, {provider}, {by}, {count} riviä, uusia {new}, muuttuneita {changed}",
        "{number}: {indicator}, {provider}, {by}, {count} rader, nya {new}, ändrade {changed}",
        "{number}: {indicator}, {provider}, {by}, {count} rows, {new} new, {changed} changed",
    ),
)
HISTORY = Text("Historia ja peruminen", "Historik och återkallande", "History and taking back")
HISTORY_OF = Text("Minkä mittarin historia", "Vilken indikators historik", "History of which indicator")
NO_HISTORY = Text(
    "Todellisia aineistoja ei ole vielä julkaistu.",
    "Inga verkliga data har publicerats ännu.",
    "No real data has been published yet.",
)
OLDER = Text("Vanhempi", "Äldre", "Older")
NEWER = Text("Uudempi", "Nyare", "Newer")
ROW_CHANGES = Text(
    "Rivit, jotka eroavat (enintään {most})",
    "Rader som skiljer sig (högst {most})",
    "Rows that differ (at most {most})",
)
NO_ROW_CHANGES = Text("Julkaisut ovat samat.", "Publiceringarna är likadana.", "The releases are the same.")
TAKE_BACK = Text("Peru viimeisin julkaisu", "Återkalla den senaste publiceringen", "Take back the latest release")
TAKE_BACK_MEANS = Text(
    "Edellinen julkaisu tulee takaisin näkyviin. Rivit säilyvät historiassa.",
    "Den föregående publiceringen visas igen. Raderna finns kvar i historiken.",
    "The release before it is shown again. The rows stay in the history.",
)
YES_TAKE_BACK = Text(
    "Peru julkaisu: {indicator}, {provider}",
    "Återkalla publiceringen: {indicator}, {provider}",
    "Take it back: {indicator}, {provider}",
)
NOTHING_SHOWN = Text("ei mikään julkaisu", "ingen publicering", "no release")
RELEASE = Text("julkaisu {number}", "publicering {number}", "release {number}")
CHANGES = Text("Muutosloki", "Ändringslogg", "Change log")
CHANGES_CAPTION = Text(
    "Mitä on julkaistu ja peruttu, uusin ensin",
    "Vad som publicerats och återkallats, nyast först",
    "What was published and taken back, newest first",
)
WHEN = Text("Milloin", "När", "When")
WHAT_HAPPENED = Text("Tapahtuma", "Händelse", "Event")
WAS_PUBLISHED = Text(
    "Julkaisu {number}: uusia rivejä {new}, muuttuneita {changed}, poistuneita {removed}",
    "Publicering {number}: nya rader {new}, ändrade {changed}, borttagna {removed}",
    "Release {number}: new rows {new}, changed {changed}, removed {removed}",
)
WAS_TAKEN_BACK = Text(
    "Peruttu, näkyvissä {release}", "Återkallad, nu visas {release}", "Taken back, now shown: {release}"
)
