"""What the framework says in English, and what is said in its place in the reader's language.

The English of each text is what the framework writes, `{name}` standing for what it fills in; `assets/frame.js` looks for it.
"""

from keko.data.text import Text

PAGES = Text("Sivut", "Sidor", "Pages")

SAID = (
    Text("Siirry sisältöön", "Gå till innehållet", "Skip to main content"),
    # The side of the page
    Text("Sivupalkki", "Sidofält", "Sidebar"),
    Text("Piilota sivupalkki", "Dölj sidofältet", "Collapse sidebar"),
    Text("Näytä sivupalkki", "Visa sidofältet", "Expand sidebar"),
    # Lists to choose from
    Text("Valitse", "Välj", "Choose an option"),
    Text("Valitse", "Välj", "Choose options"),
    Text("Ei vaihtoehtoja", "Inga alternativ", "No options to select"),
    Text("Ei tuloksia", "Inga resultat", "No results"),
    Text("Avaa luettelo", "Öppna listan", "Open"),
    Text("Valintaluettelo", "Vallista", "Selectbox"),
    Text("Vaihtoehdot", "Alternativ", "Selectbox options"),
    Text("Monivalinta", "Flerval", "Multiselect"),
    Text("Vaihtoehdot", "Alternativ", "Multiselect options"),
    Text("Valitut", "Valda", "Selected values"),
    Text("Valitse kaikki", "Välj alla", "Select all"),
    Text("Valitse {name} löytynyttä", "Välj {name} träffar", "Select {name} matches"),
    Text("Poista kaikki", "Ta bort alla", "Clear all"),
    Text("Tyhjennä", "Töm", "Clear value"),
    Text("Poista: {name}", "Ta bort: {name}", "Remove {name}"),
    Text(
        "Enintään {name} voi valita. Poista ensin jokin.",
        "Högst {name} kan väljas. Ta först bort något.",
        "You can only select up to {name} options. Remove an option first.",
    ),
    # Fields to write in
    Text("Vahvista Enter-näppäimellä", "Bekräfta med Enter", "Press Enter to apply"),
    Text("Vahvista Ctrl+Enter-näppäimillä", "Bekräfta med Ctrl+Enter", "Press Ctrl+Enter to apply"),
    Text("Vahvista ⌘+Enter-näppäimillä", "Bekräfta med ⌘+Enter", "Press ⌘+Enter to apply"),
    Text("Pienennä", "Minska", "Decrement"),
    Text("Suurenna", "Öka", "Increment"),
    Text("Ohje: {name}", "Hjälp: {name}", "Help for {name}"),
    Text("Ohje", "Hjälp", "Help"),
    # Files
    Text("Valitse tiedostot", "Välj filer", "Upload"),
    Text("Lisää tiedostoja", "Lägg till filer", "Add files"),
    Text("Tiedostojen valinta", "Val av filer", "file upload"),
    Text("Pudota tiedosto tähän", "Släpp en fil här", "Drag and drop a file here"),
    Text("Pudota tiedostot tähän", "Släpp filer här", "Drag and drop files here"),
    Text("Enintään {name} tiedostoa kohti", "Högst {name} per fil", "{name} per file"),
    Text("Lähetys ei onnistunut", "Filen kunde inte skickas", "Upload failed"),
    Text("Lähetä uudelleen", "Skicka på nytt", "Click to retry upload"),
    Text("Keskeytä: {name}", "Avbryt: {name}", "Cancel upload of {name}"),
    Text("Tiedosto on suurempi kuin {name}", "Filen är större än {name}", "File is larger than {name}"),
    # Headings, pictures and tables
    Text("Linkki otsikkoon", "Länk till rubriken", "Link to heading"),
    Text("Näytä luvut: {name}", "Visa talen: {name}", "Show data: {name}"),
    Text("Tallenna kuvana: {name}", "Spara som bild: {name}", "Download as PNG: {name}"),
    Text("Kopioi kuvion määrittely: {name}", "Kopiera diagrammets definition: {name}", "Copy Vega-Lite spec: {name}"),
    Text("Koko näyttö: {name}", "Helskärm: {name}", "Fullscreen: {name}"),
    Text("Koko näyttö", "Helskärm", "Fullscreen"),
    Text("Poistu koko näytöstä", "Lämna helskärm", "Close fullscreen"),
    # The state of the page, and what came in between
    Text("Päivitetään…", "Uppdateras…", "Running..."),
    Text("Keskeytä", "Avbryt", "Stop"),
    Text("Odota hetki…", "Vänta ett ögonblick…", "Please wait..."),
    Text("Yhdistetään", "Ansluter", "Connecting"),
    Text("Yhteysvirhe", "Anslutningsfel", "Connection error"),
    Text("Sivua ei löydy", "Sidan hittades inte", "Page not found"),
    Text("Päävalikko", "Huvudmeny", "Main menu"),
    Text("Tulosta", "Skriv ut", "Print"),
    Text("Sulje", "Stäng", "Close"),
    Text("Ilmoitukset", "Meddelanden", "Notifications"),
)  # fmt: skip

NO_SCRIPTS = Text(
    "KEKO tarvitsee JavaScriptin. Ota se käyttöön selaimen asetuksissa.",
    "KEKO behöver JavaScript. Aktivera det i webbläsarens inställningar.",
    "KEKO needs JavaScript. Allow it in the settings of the browser.",
)
