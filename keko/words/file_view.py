"""The words of a file's own rows on the Import page."""

from keko.data.text import Plural, Text

CAPTION = Text("Tiedoston rivit: {file}", "Filens rader: {file}", "The rows of the file: {file}")
MEANING = Text("Merkitys", "Betydelse", "Meaning")
SHEET = Text("Välilehti {name}", "Fliken {name}", "Sheet {name}")
EMPTY = Text("tyhjä", "tom", "empty")
PASSED = Text("Ohitetaan: {reason}", "Hoppas över: {reason}", "Passed over: {reason}")
SKIPPED = Plural(
    one=Text("… {count} rivi välissä", "… {count} rad emellan", "… {count} row between"),
    other=Text("… {count} riviä välissä", "… {count} rader emellan", "… {count} rows between"),
)
MORE_ROWS = Plural(
    one=Text("Lisäksi {rows} rivi.", "Dessutom {rows} rad.", "And {rows} more row."),
    other=Text("Lisäksi {rows} riviä.", "Dessutom {rows} rader.", "And {rows} more rows."),
)
MORE_COLUMNS = Plural(
    one=Text("Lisäksi {count} sarake oikealla.", "Dessutom {count} kolumn till höger.", "And {count} more column on the right."),
    other=Text(
        "Lisäksi {count} saraketta oikealla.", "Dessutom {count} kolumner till höger.", "And {count} more columns on the right."
    ),
)  # fmt: skip
