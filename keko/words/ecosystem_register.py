"""The words of the register of the ecosystem: what its sheets, headings and choices are called."""

from keko.config import Language
from keko.data.text import Plural, Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.records import Kind
from keko.words import ecosystem

KINDS: dict[Kind, Text] = {
    "actor": ecosystem.ACTORS,
    "service": Text("Palvelut", "Tjänster", "Services"),
    "method": FIELDS["methods"],
    "offering": Text("Tarjonta", "Utbud", "Offerings"),
    "cooperation": Text("Yhteistyösuhteet", "Samarbetsrelationer", "Cooperation between actors"),
    "obstacle": ecosystem.PICTURES["esteet"],
    "occasion": Text("Tilaisuudet", "Evenemang", "Events"),
}
IN_LANGUAGE: dict[Language, Text] = {
    "fi": Text("{field} suomeksi", "{field} på finska", "{field} in Finnish"),
    "sv": Text("{field} ruotsiksi", "{field} på svenska", "{field} in Swedish"),
    "en": Text("{field} englanniksi", "{field} på engelska", "{field} in English"),
}

# The list
LEAD = Text(
    "Kuka tekee mitä kenelle: toimijat pitävät omat tietonsa ajan tasalla.",
    "Vem gör vad för vem: aktörerna håller sina egna uppgifter aktuella.",
    "Who does what for whom: actors keep their own records up to date.",
)
SEARCH = Text("Hae nimellä tai ylläpitäjällä", "Sök på namn eller upprätthållare", "Search by name or by who keeps it")
EVERY_KIND = Text("Kaikki tiedot", "Alla uppgifter", "All records")
ONLY_UNCONFIRMED = Text("Vain vahvistamattomat", "Bara obekräftade", "Only unconfirmed ones")
CONFIRMED = Text("Vahvistettu", "Bekräftad", "Confirmed")
CONFIRMED_BY = Text("{day}, {name}", "{day}, {name}", "{day}, {name}")
ANALYSTS = Text("analyytikot", "analytikerna", "the analysts")
NONE_FOUND = Text(
    "Hakua vastaavia tietoja ei ole.", "Inga uppgifter motsvarar sökningen.", "No records match the search."
)
FIRST_ONLY = Text(
    "Näkyvissä {shown} ensimmäistä, kaikkiaan {count}. Rajaa hakua.",
    "De första {shown} visas, totalt {count}. Begränsa sökningen.",
    "The first {shown} of {count} are shown. Narrow the search.",
)

# The work
WORK = Text("Mitä tehdään", "Vad ska göras", "What is done")
WORKS = {
    "edit": Text("Muokkaa", "Redigera", "Edit"),
    "confirm": Text("Vahvista", "Bekräfta", "Confirm"),
    "bring": Text("Tuo tiedostosta", "Importera från fil", "Import a file"),
    "drafts": Text("Liitä palveluja", "Koppla tjänster", "Match services"),
    "undo": Text("Peru muutos", "Återkalla ändring", "Take back a change"),
}
WHICH_KIND = Text("Mitä muokataan", "Vad redigeras", "What is edited")
WHICH = Text("Valitse tai lisää uusi", "Välj eller lägg till en ny", "Choose, or add a new one")
NEW = Text("Uusi: {kind}", "Ny: {kind}", "New: {kind}")
OTHER_LANGUAGES = Text("Ruotsiksi ja englanniksi", "På svenska och engelska", "In Swedish and English")
AS_FINNISH = Text("kuten suomeksi", "som på finska", "as in Finnish")
NOT_CHOSEN = Text("Ei valittu", "Inte vald", "Not chosen")
BY_NAME = Text("Uusi organisaatio", "Ny organisation", "A new organisation")
ORGANISATION = Text("Organisaatio KEKOssa", "Organisation i KEKO", "Organisation in KEKO")
EXAMPLES_GO = Text(
    "Rekisterissä on vielä esimerkkejä. Ne poistuvat kaikki, kun ensimmäinen oikea tieto tallennetaan.",
    "Registret innehåller ännu exempel. De försvinner alla när den första verkliga uppgiften sparas.",
    "The register still holds examples. All of them go when the first real record is saved.",
)
SAVE_UNDONE = Text(
    "Muutoksen voi perua tällä sivulla, kohdassa Peru muutos.",
    "Ändringen kan återkallas på den här sidan, under Återkalla ändring.",
    "The change can be taken back on this page, under Take back a change.",
)
NOT_WHILE_NEEDED = Text(
    "Tietoa ei poisteta, jos jokin muu viittaa siihen.",
    "Uppgiften tas inte bort om något annat hänvisar till den.",
    "A record is not removed while another refers to it.",
)
HOLDS = Text("Vahvista: tiedot pitävät paikkansa", "Bekräfta: uppgifterna stämmer", "Confirm: the record holds")
UNFIT = Plural(
    one=Text(
        "Yksi tietosi ei näy kuvissa oikein, ennen kuin se on korjattu.",
        "En av dina uppgifter visas inte rätt i bilderna förrän den har rättats.",
        "One of your records does not show right in the pictures until it is mended.",
    ),
    other=Text(
        "Tiedoistasi {count} ei näy kuvissa oikein, ennen kuin ne on korjattu.",
        "Av dina uppgifter visas {count} inte rätt i bilderna förrän de har rättats.",
        "Of your records {count} do not show right in the pictures until they are mended.",
    ),
)
ALL_CONFIRMED = Text(
    "Kaikki tietosi on vahvistettu puolen vuoden sisällä.",
    "Alla dina uppgifter har bekräftats inom ett halvt år.",
    "All your records have been confirmed within half a year.",
)
TO_CONFIRM = Text("Vahvistettavat tiedot", "Uppgifter att bekräfta", "Records to confirm")
OLDEST_ONLY = Text(
    "Tässä on {shown} kauimmin vahvistamatta ollutta, kaikkiaan {count}. Seuraavat tulevat, kun nämä on vahvistettu.",
    "Här är de {shown} som längst har varit obekräftade, totalt {count}. De följande kommer när dessa har bekräftats.",
    "Here are the {shown} that have gone longest without being confirmed, of {count}. The next come when these are confirmed.",
)
EVERY_ONE = Text("Näytä myös vahvistetut", "Visa också bekräftade", "Show confirmed ones too")
CONFIRM_COUNT = Plural(
    one=Text("Vahvista {count} tieto", "Bekräfta {count} uppgift", "Confirm {count} record"),
    other=Text("Vahvista {count} tietoa", "Bekräfta {count} uppgifter", "Confirm {count} records"),
)

# Files
TEMPLATE_HELP = Text(
    "Tiedoston otsikot ovat samat kuin lomakkeissa. Täytä se ja tuo takaisin: saat ensin nähdä, mitä muuttuisi. Välilehti Arvot kertoo, mitä kenttiin voi valita.",
    "Filens rubriker är desamma som i formulären. Fyll i den och importera den: du ser först vad som skulle ändras. Fliken Värden visar vad som kan väljas i fälten.",
    "The headings of the file are those of the forms. Fill it in and import it: you see first what would change. The sheet Values tells what may be chosen in which field.",
)
VALUES = Text("Arvot", "Värden", "Values")  # the sheet that tells what may be chosen
FIELD = Text("Kenttä", "Fält", "Field")
WORKBOOK = Text("Rekisteri Excel-tiedostona", "Registret som Excelfil", "The register as an Excel file")
ONE_KIND = Text("{kind} CSV-tiedostona", "{kind} som CSV-fil", "{kind} as a CSV file")
FILE = Text(
    "Täytetty tiedosto (XLSX tai CSV) tai palvelutietovarannon tiedosto (JSON)",
    "Ifylld fil (XLSX eller CSV) eller servicedatalagrets fil (JSON)",
    "The filled-in file (XLSX or CSV), or a file of the national service register (JSON)",
)
WHOLE = Text(
    "Poista omistani ne, joita tiedoston taulukoissa ei ole",
    "Ta bort de av mina som saknas i filens tabeller",
    "Remove those of mine that the file's tables lack",
)
WOULD = Text("Mitä muuttuisi", "Vad som skulle ändras", "What would change")
WHAT_HAPPENS = Text("Mitä tapahtuu", "Vad händer", "What happens")
COMES = Text("uusi", "ny", "new")
CHANGES = Text("muuttuu: {fields}", "ändras: {fields}", "changes: {fields}")
GOES = Text("poistuu", "försvinner", "goes")
UNCHANGED = Plural(
    one=Text("{count} tieto pysyy ennallaan.", "{count} uppgift ändras inte.", "{count} record stays as it is."),
    other=Text(
        "{count} tietoa pysyy ennallaan.", "{count} uppgifter ändras inte.", "{count} records stay as they are."
    ),
)
NO_CHANGE = Text("Tiedosto ei muuta mitään.", "Filen ändrar ingenting.", "The file changes nothing.")
MORE = Plural(
    one=Text("Lisäksi {count} muu.", "Dessutom {count} till.", "And {count} other."),
    other=Text("Lisäksi {count} muuta.", "Dessutom {count} till.", "And {count} others."),
)
PUBLISH = Text("Tuo rekisteriin", "Importera till registret", "Import into the register")
YES_PUBLISH = Text("Kyllä, tuo rekisteriin", "Ja, importera till registret", "Yes, import into the register")
CHANGED_MEANWHILE = Text(
    "Joku muu muutti rekisteriä sillä välin. Mitään ei tallennettu. Katso uudelleen, mitä muuttuisi.",
    "Någon annan ändrade registret under tiden. Ingenting sparades. Se på nytt vad som skulle ändras.",
    "Somebody else changed the register meanwhile. Nothing was saved. Look again at what would change.",
)

# Taking back
NO_CHANGES = Text(
    "Muutoksia, jotka voisit perua, ei ole.",
    "Det finns inga ändringar som du kan återkalla.",
    "There are no changes that you could take back.",
)
WHICH_CHANGE = Text("Mikä muutos perutaan", "Vilken ändring återkallas", "Which change is taken back")
A_CHANGE = Text("{day}, {name}: {records}", "{day}, {name}: {records}", "{day}, {name}: {records}")
AND_OTHERS = Plural(
    one=Text("{names} ja {count} muu", "{names} och {count} annan", "{names} and {count} other"),
    other=Text("{names} ja {count} muuta", "{names} och {count} andra", "{names} and {count} others"),
)
TAKE_BACK = Text("Peru muutos", "Återkalla ändringen", "Take the change back")
YES_TAKE_BACK = Text("Kyllä, peru muutos", "Ja, återkalla ändringen", "Yes, take the change back")
TAKE_BACK_MEANS = Text(
    "Kaikki muutoksen tiedot palaavat ennalleen. Perumisen voi perua samassa kohdassa.",
    "Alla uppgifter i ändringen återgår. Återkallandet kan återkallas på samma ställe.",
    "Every record of the change is as before. Taking back can be taken back in the same place.",
)
