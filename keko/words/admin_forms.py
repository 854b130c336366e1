"""Words that several forms of the administration page have."""

from keko.data.text import Text

YES_SAVE = Text("Kyllä, tallenna", "Ja, spara", "Yes, save")
REMOVE = Text("Poista", "Ta bort", "Remove")
YES_REMOVE = Text("Kyllä, poista", "Ja, ta bort", "Yes, remove")
AS_FINNISH = Text("sama kuin suomeksi", "samma som på finska", "as in Finnish")
NO_AREAS = Text(
    "Roolisi ei kata yhtään aluetta, jota tässä voi muokata. Roolit antaa pääkäyttäjä.",
    "Din roll omfattar inget område som kan redigeras här. Rollerna ges av administratören.",
    "Your role covers no area that can be edited here. Roles are given by the administrator.",
)
