"""What the administration page says of itself; each of its parts has its own words beside it."""

from keko.data.text import Text

PAGE = Text("Ylläpito", "Administration", "Administration")
PARTS = Text("Mitä ylläpidetään", "Vad som administreras", "What is administered")
SECTIONS = {
    "nakyma": Text("Oma näkymä", "Egen vy", "Own view"),
    "tapahtumat": Text("Tapahtumat", "Händelser", "Events"),
    "joukot": Text("Aluejoukot", "Områdesgrupper", "Area sets"),
    "organisaatiot": Text("Organisaatiot", "Organisationer", "Organisations"),
    "ihmiset": Text("Ihmiset ja roolit", "Personer och roller", "People and roles"),
    "rajat": Text("Karttarajat", "Kartgränser", "Boundaries"),
    "asetukset": Text("Asetukset", "Inställningar", "Settings"),
    "loki": Text("Ylläpitoloki", "Administrationslogg", "Audit log"),
}
SAVE = Text("Tallenna", "Spara", "Save")
SAVED = Text("Tallennettu.", "Sparat.", "Saved.")
CHANGED_MEANWHILE = Text(
    "Joku muu muutti tietoa sillä välin kun täytit lomaketta. Mitään ei tallennettu. Nyt siinä on:",
    "Någon annan ändrade uppgiften medan du fyllde i formuläret. Ingenting sparades. Nu står där:",
    "Somebody else changed this while you were filling in the form. Nothing was saved. It now says:",
)
GONE = Text("Tietoa ei enää ole.", "Uppgiften finns inte längre.", "It is no longer there.")
SAVE_ALL_THE_SAME = Text(
    "Tarkista muutos. Uusi tallennus korvaa sen omallasi.",
    "Granska ändringen. En ny sparning ersätter den med din egen.",
    "Look at the change. Saving again replaces it with yours.",
)
