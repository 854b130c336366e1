"""Meeting: the views that were pinned to it, what was decided, and what became of what was decided before."""

from datetime import date

from keko.ui.meeting import page
from keko.ui.session import require_role

page.show(require_role("reader"), date.today())
