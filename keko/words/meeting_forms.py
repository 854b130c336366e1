"""The words of the forms of meetings, and of the button that pins a view."""

from keko.data.text import Text
from keko.room.meeting_problems import FIELDS, KINDS
from keko.room.meetings import Meeting
from keko.words import admin_events, admin_targets, meetings

PIN = Text("Kiinnitä kokoukseen", "Fäst vid ett möte", "Pin to a meeting")
PIN_TO = KINDS[Meeting]
PIN_NOTE = Text("Muistiinpano (ei pakollinen)", "Anteckning (frivillig)", "Note (optional)")
PIN_DO = Text("Kiinnitä", "Fäst", "Pin")
PIN_DONE = Text("Näkymä kiinnitettiin: {meeting}.", "Vyn fästes: {meeting}.", "The view was pinned: {meeting}.")
PIN_NOWHERE = Text(
    "Tulevaa kokousta ei ole. Lisää se ensin sivulla Kokous.",
    "Det finns inget kommande möte. Lägg först till ett på sidan Möte.",
    "There is no meeting to come. Add one first on the page Meeting.",
)
TO_MEETINGS = Text("Kokouksiin", "Till mötena", "To the meetings")
NO_PERSONS = Text(
    "Ei henkilöiden nimiä eikä yhteystietoja.", "Inga personnamn eller kontaktuppgifter.", "No names of persons, no contact details."
)  # fmt: skip
ITEM_TITLE = FIELDS["title"]
NOTE = FIELDS["note"]
NEW_ITEM = Text("Uusi asiakohta", "Nytt ärende", "New item")
EDIT_ITEM = Text("Muokkaa kohtaa", "Redigera ärendet", "Edit the item")
UP = Text("Ylemmäs", "Flytta upp", "Move up")
DOWN = Text("Alemmas", "Flytta ner", "Move down")
TO_NEXT = Text("Siirrä seuraavaan kokoukseen", "Flytta till nästa möte", "Move to the next meeting")
CAME_FROM = Text("Siirretty kokouksesta {day}.", "Flyttat från mötet {day}.", "Moved from the meeting of {day}.")
SAVE_MEANS = Text(
    "Näkyy kaikille, jotka avaavat kokouksen. Samasta paikasta muutetaan tai poistetaan.",
    "Syns för alla som öppnar mötet. Ändras eller tas bort på samma ställe.",
    "Everybody who opens the meeting sees it. It is changed or removed in the same place.",
)
REMOVE_MEANS = Text(
    "Poistuu kokouksesta. Muutosloki muistaa, mitä se oli.",
    "Tas bort från mötet. Ändringsloggen minns vad det var.",
    "It goes from the meeting. The log remembers what it was.",
)
NEW_DECISION = Text("Uusi päätös", "Nytt beslut", "New decision")
CHOOSE_DECISION = Text("Päätös tai uusi", "Ett beslut eller ett nytt", "A decision or a new one")
WHAT = FIELDS["what"]
ABOUT = Text("Minkä luvun perusteella", "Utifrån vilket tal", "On which figure")
NO_FIGURE = Text("Ei lukua", "Inget tal", "No figure")
MEANT = Text("Mitä on tarkoitus tapahtua", "Vad är avsikten", "What is meant to happen")
DUE = admin_targets.DUE
RESPONSIBLE = Text(
    "Kuka vastaa (rooli tai organisaatio)", "Vem ansvarar (roll eller organisation)", "Who answers (role or organisation)"
)  # fmt: skip
ACTION = Text("Mikä toimenpide seuraa", "Vilken åtgärd följer", "Which action follows")
NO_ACTION = Text("Ei toimenpidettä", "Ingen åtgärd", "No action")
STATE = meetings.STATE
NEW_SERIES = Text("Uusi kokoussarja", "Ny mötesserie", "New meeting series")
SERIES_NAME = FIELDS["name"]
NEW_MEETING = Text("Uusi kokous", "Nytt möte", "New meeting")
DAY = admin_events.DAY
HOLD = Text("Päätä kokous", "Avsluta mötet", "Close the meeting")
HOLD_YES = Text("Päätä", "Avsluta", "Close")
HOLD_MEANS = Text(
    "Kokous merkitään pidetyksi, ja se, millä se avattiin, jää näkyviin sellaisenaan. Avaa uudelleen samasta paikasta.",
    "Mötet märks som hållet, och det som det öppnades med visas oförändrat. Öppnas på nytt på samma ställe.",
    "The meeting is marked as held, and what it opened with stays as it was. It is opened again in the same place.",
)
REOPEN = Text("Avaa kokous uudelleen", "Öppna mötet på nytt", "Open the meeting again")
PRESENT = Text("Esitä kokous", "Presentera mötet", "Present the meeting")
MINUTES = Text("Pöytäkirja", "Protokoll", "Minutes")
DUE_DATES = Text("Määräpäivät kalenteriin", "Tidsfristerna till kalendern", "Due dates to the calendar")
REMOVE_MEETING = Text("Poista kokous", "Ta bort mötet", "Remove the meeting")
REMOVE_SERIES = Text("Poista kokoussarja", "Ta bort mötesserien", "Remove the series")
REMOVE_ALL_MEANS = Text(
    "Asialistat, kiinnitykset ja päätökset poistuvat samalla, eikä niitä saa takaisin kuin varmuuskopiosta.",
    "Föredragningslistorna, de fästa vyerna och besluten försvinner samtidigt och fås tillbaka endast från en säkerhetskopia.",
    "Agendas, pinned views and decisions go with it, and come back only from a backup.",
)
