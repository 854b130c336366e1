"""What needs attention and what goes well, in a line each."""

from collections.abc import Sequence
from html import escape

from keko.config import Language
from keko.data.text import Text
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.highlights import singled_out
from keko.indicators.situation import Standing, demo_flags
from keko.ui.html import demo_tag
from keko.words import interface as words
from keko.words.sentences import names_in_words
from keko.words.terms import VERDICT_MARKS

_HEADINGS: dict[Verdict, Text] = {"worse": words.ATTENTION, "better": words.STRENGTHS}


def highlights(standings: Sequence[Standing], language: Language) -> list[str]:
    """Lines of HTML, each the indicators of one verdict under its mark; none where there are no such indicators.

    Demo figures among real ones are marked.
    """
    is_mixed = len(demo_flags(standings)) > 1
    chosen = {verdict: singled_out(standings, verdict) for verdict in _HEADINGS}
    return [_line(verdict, singled, is_mixed, language) for verdict, singled in chosen.items() if singled]


def _line(verdict: Verdict, singled: Sequence[Standing], is_mixed: bool, language: Language) -> str:
    heading = escape(_HEADINGS[verdict].within(language))
    mark = f'<span class="keko-verdict {verdict}">{VERDICT_MARKS[verdict]} {heading}</span>'
    tags = [f" {demo_tag(language)}" if is_mixed and standing.is_demo else "" for standing in singled]
    names = ", ".join(escape(name) + tag for name, tag in zip(names_in_words(singled, language), tags, strict=True))
    return f'<p class="keko-named">{mark} {names}</p>'
