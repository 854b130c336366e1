"""What needs attention, a line each with its amounts, and what else is better than in the benchmark."""

from collections.abc import Sequence
from html import escape

from keko.config import Language
from keko.data.text import Text
from keko.indicators.attention import Attention
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.highlights import singled_out
from keko.indicators.situation import Standing, demo_flags
from keko.ui.html import demo_tag
from keko.words import interface as words
from keko.words.overview import attention_in_words
from keko.words.terms import VERDICT_MARKS

_MOST = 4


def highlights(standings: Sequence[Standing], needing: Sequence[Attention], language: Language) -> str:
    """Lines of HTML under their marks: what else needs attention than the finding tells, most urgent first, then in what
    else the area is ahead. Demo figures among real ones are marked.
    """
    is_mixed = len(demo_flags(standings)) > 1

    def named(standing: Standing) -> str:
        tag = f" {demo_tag(language)}" if is_mixed and standing.is_demo else ""
        return escape(standing.item.names.within(language)) + tag

    lines = [
        _line(
            "worse",
            words.WORSENED if each.has_worsened else words.BEHIND,
            f"{named(each.standing)}: {escape(attention_in_words(each, language))}",
            language,
        )
        for each in needing[1 : 1 + _MOST]
    ]
    waiting = {each.standing.item.id for each in needing}
    ahead = [standing for standing in singled_out(standings, "better") if standing.item.id not in waiting]
    if ahead:
        lines.append(_line("better", words.AHEAD, "; ".join(map(named, ahead)), language))
    return f'<div class="keko-lines">{"".join(lines)}</div>' if lines else ""


def _line(verdict: Verdict, heading: Text, html: str, language: Language) -> str:
    mark = f'<span class="keko-verdict {verdict}">{VERDICT_MARKS[verdict]} {escape(heading.within(language))}</span>'
    return f'<p class="keko-named">{mark} {html}</p>'
