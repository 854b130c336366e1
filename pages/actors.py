"""Actors and services: who does what for whom on the path to work, where nobody answers, what stands in the way?"""

from keko.data.days import today
from keko.ui import room
from keko.ui.ecosystem import choices, lists, record_page, register, shown
from keko.ui.opening import show_finding
from keko.ui.session import require_role
from keko.words import ecosystem as words
from keko.words import interface

visit = require_role("reader")
day = today()
view = choices.settled(visit.view, visit.version, day)
language, records = view.language, room.register(visit.version)

if view.record:
    record_page.show(view, visit, day)
elif view.picture == "rekisteri":
    show_finding(words.PAGE.within(language), lists.counted_on(day, language, visit.version))
    choices.ask(view, visit, day)
    register.show(visit)
elif records.entries:
    shown.show(view, visit, day)
else:
    show_finding(words.PAGE.within(language), words.NOTHING.within(language))
    choices.ask(view, visit, day)

visit.link("data", interface.TO_DEFINITIONS.within(language), visit.view, icon=":material/menu_book:")
