"""The words of files that were imported."""

from keko.data.text import Text

FILES = Text("Tuodut tiedostot", "Importerade filer", "Imported files")
WHICH_FILE = Text("Mikä tiedosto", "Vilken fil", "Which file")
FILE_LINE = Text("{name}, {provider}, {by} {at}", "{name}, {provider}, {by} {at}", "{name}, {provider}, {by} {at}")
NO_FILE_NAME = Text("ilman tiedostoa", "utan fil", "without a file")
PARTLY_SHOWN = Text(
    "Osa tiedoston mittareista on sen jälkeen julkaistu uudelleen tai peruttu: ne perutaan mittari kerrallaan.",
    "En del av filens indikatorer har därefter publicerats på nytt eller återkallats: de återkallas en åt gången.",
    "Some of the file's indicators have since been published again or taken back: they are taken back one by one.",
)
