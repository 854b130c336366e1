"""What needs attention, a line each with its amounts, and what else is better than in the benchmark."""

from collections.abc import Sequence
from html import escape

from keko.config import Language
from keko.data.text import Text
from keko.indicators.attention import Attention
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.highlights import singled_out, verdict_counts
from keko.indicators.situation import Standing, demo_flags
from keko.ui.html import demo_tag
from keko.words import interface as words
from keko.words.overview import ahead_in_words, attention_in_words, named_in_words
from keko.words.terms import VERDICT_MARKS

_LINES = 3  # so that the tiles are in sight
_NAMES = 3  # in a line


def highlights(standings: Sequence[Standing], needing: Sequence[Attention], language: Language) -> str:
    """At most three lines of HTML under their marks: what else needs attention than the finding tells, most urgent first and
    the last of it by name alone, then in what the area is ahead. Demo figures among real ones are marked.
    """
    is_mixed = len(demo_flags(standings)) > 1

    def named(standing: Standing) -> str:
        tag = f" {demo_tag(language)}" if is_mixed and standing.is_demo else ""
        return escape(standing.item.names.within(language)) + tag

    count = verdict_counts(standing.comparison for standing in standings)["better"] if needing else 0
    rest, room = needing[1:], _LINES - bool(count)
    told = rest if len(rest) <= room else rest[: room - 1]
    lines = [
        _line(
            "worse",
            words.WORSENED if each.has_worsened else words.BEHIND,
            f"{named(each.standing)}: {escape(attention_in_words(each, language))}",
            language,
        )
        for each in told
    ]
    if untold := [named(each.standing) for each in rest[len(told) :]]:
        lines.append(_line("worse", words.ALSO, named_in_words(untold, _NAMES, language), language))
    if count:
        waiting = {each.standing.item.id for each in needing}
        ahead = [named(standing) for standing in singled_out(standings, "better") if standing.item.id not in waiting]
        lines.append(_line("better", words.AHEAD, ahead_in_words(count, ahead[:_NAMES], language), language))
    return f'<div class="keko-lines">{"".join(lines)}</div>' if lines else ""


def _line(verdict: Verdict, heading: Text, html: str, language: Language) -> str:
    mark = f'<span class="keko-verdict {verdict}">{VERDICT_MARKS[verdict]} {escape(heading.within(language))}</span>'
    return f'<p class="keko-named">{mark} {html}</p>'
