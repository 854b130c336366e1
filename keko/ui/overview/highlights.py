"""What needs attention, a line each with its amounts, and what else is better than in the benchmark."""

from collections.abc import Sequence
from html import escape

from keko.config import Language
from keko.indicators.attention import Attention
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.highlights import singled_out
from keko.indicators.situation import Standing
from keko.words import interface as words
from keko.words.overview import attention_in_words
from keko.words.sentences import names_in_words
from keko.words.terms import VERDICT_MARKS

_MOST = 3


def highlights(standings: Sequence[Standing], needing: Sequence[Attention], language: Language) -> str:
    """Lines of HTML under their marks: what else needs attention than the finding tells, most urgent first, then in what
    else the area is ahead."""
    lines = [_attention(each, language) for each in needing[1 : 1 + _MOST]]
    waiting = {each.standing.item.id for each in needing}
    ahead = [standing for standing in singled_out(standings, "better") if standing.item.id not in waiting]
    if ahead:
        lines.append(_line("better", words.AHEAD.within(language), "; ".join(names_in_words(ahead, language))))
    return f'<div class="keko-lines">{"".join(lines)}</div>' if lines else ""


def _attention(each: Attention, language: Language) -> str:
    heading = words.WORSENED if each.has_worsened else words.BEHIND
    name = each.standing.item.names.within(language)
    return _line("worse", heading.within(language), f"{name}: {attention_in_words(each, language)}")


def _line(verdict: Verdict, heading: str, sentence: str) -> str:
    mark = f'<span class="keko-verdict {verdict}">{VERDICT_MARKS[verdict]} {escape(heading)}</span>'
    return f'<p class="keko-named">{mark} {escape(sentence)}</p>'
