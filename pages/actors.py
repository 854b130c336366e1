"""Actors and services: who does what for whom on the path to work, where nobody answers, what stands in the way?"""

from datetime import date

from keko.ui.ecosystem import choices, queries, register, shown
from keko.ui.opening import show_finding
from keko.ui.session import require_role
from keko.words import ecosystem as words

visit = require_role("reader")
today = date.today()
view = choices.settled(visit.view, visit.version, today)
language, records = view.language, queries.register(visit.version)

if view.picture == "rekisteri":
    show_finding(words.PAGE.within(language), words.PICTURES["rekisteri"].within(language))
    choices.ask(view, visit, today)
    register.show(visit)
elif records.entries:
    shown.show(view, visit, today)
else:
    show_finding(words.PAGE.within(language), words.NOTHING.within(language))
    choices.ask(view, visit, today)
