"""Goals and actions: what did we agree, and did it happen? When could we know?"""

from keko.data.days import today
from keko.ui.goals import shown
from keko.ui.session import require_role
from keko.words import interface

visit = require_role("reader")
shown.show(shown.settled(visit.view), visit, today())
visit.link("data", interface.TO_DEFINITIONS.within(visit.view.language), visit.view, icon=":material/menu_book:")
