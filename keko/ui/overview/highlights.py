"""What needs attention and what goes well, in a line each."""

from collections.abc import Sequence
from html import escape

from keko.config import Language
from keko.data.text import Text
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.highlights import singled_out
from keko.indicators.situation import Standing
from keko.words import interface as words
from keko.words.sentences import names_in_words
from keko.words.terms import VERDICT_MARKS

_HEADINGS: dict[Verdict, Text] = {"worse": words.ATTENTION, "better": words.STRENGTHS}


def highlights(standings: Sequence[Standing], language: Language) -> list[str]:
    """Lines of HTML, each the indicators of one verdict under its mark; none where there are no such indicators."""
    names = {verdict: ", ".join(names_in_words(singled_out(standings, verdict), language)) for verdict in _HEADINGS}
    return [_line(verdict, listed, language) for verdict, listed in names.items() if listed]


def _line(verdict: Verdict, names: str, language: Language) -> str:
    heading = escape(_HEADINGS[verdict].within(language))
    mark = f'<span class="keko-verdict {verdict}">{VERDICT_MARKS[verdict]} {heading}</span>'
    return f'<p class="keko-named">{mark} {escape(names)}</p>'
