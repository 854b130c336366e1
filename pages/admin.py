"""Administration: who may do what, what each area sees first, what has been agreed, and what has been changed."""

from keko.data.people import WORKING
from keko.ui import filters, opening
from keko.ui.admin.sections import sections_for
from keko.ui.forms import editing
from keko.ui.session import require_role
from keko.words import admin as words

visit = require_role(*WORKING)
language = visit.view.language
sections = {section.picture: section for section in sections_for(visit.person)}
picture = visit.view.picture if visit.view.picture in sections else next(iter(sections))

opening.show_finding(words.PAGE.within(language), words.SECTIONS[picture].within(language))
filters.buttons("picture", visit.view.with_(picture=picture), words.PARTS, list(sections), words.SECTIONS)
editing.show_saved(visit)
sections[picture].show(visit)
