"""Words about segments."""

from keko.data.text import Text

REST_NAME = Text("Muut ryhmät (peitetty)", "Övriga grupper (dolda)", "Other groups (hidden)")
TOTAL_NAME = Text("Koko väestö", "Hela befolkningen", "Whole population")
