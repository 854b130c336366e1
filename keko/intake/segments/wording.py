"""Names of segments speak of circumstances and needs: words that call people names are pointed out (docs/segmentit.md)."""

from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.data.wording import avoided_word
from keko.segments.models import SegmentModel

DISRESPECTFUL = ProblemKind(
    "disrespectful-words",
    "warning",
    Text(
        "Segmentin nimessä ”{text}” on sana ”{word}”: kuvaa olosuhteita ja tarpeita, älä ihmisiä.",
        "Segmentets namn ”{text}” innehåller ordet ”{word}”: beskriv omständigheter och behov, inte människor.",
        "The segment's name “{text}” holds the word “{word}”: describe circumstances and needs, not people.",
    ),
)


def check(model: SegmentModel) -> list[Problem]:
    """Each name with such a word once, by the first language that has it."""
    avoided = (avoided_word(segment.names) for segment in model.segments)
    return [DISRESPECTFUL.at(text=name, word=word) for name, word in filter(None, avoided)]
