"""Names of segments speak of circumstances and needs: words that call people names are pointed out (docs/segmentit.md)."""

import re
from functools import cache

from keko.config import ASSETS, LANGUAGES, Language
from keko.data.problems import Problem, ProblemKind
from keko.data.shipped import read_yaml
from keko.data.text import Text
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
    problems = []
    for segment in model.segments:
        avoided = ((name, _first(name, language)) for name, language in zip(segment.names, LANGUAGES, strict=True))
        first = next(((name, word) for name, word in avoided if word), None)
        if first:
            problems.append(DISRESPECTFUL.at(text=first[0], word=first[1]))
    return problems


def _first(name: str, language: Language) -> str | None:
    words = re.findall(r"[\w-]+", name.casefold())
    return next((word for word in words if word.startswith(_avoided()[language])), None)


@cache
def _avoided() -> dict[Language, tuple[str, ...]]:
    words: dict[Language, list[str]] = read_yaml(ASSETS / "segment_words.yaml")
    return {language: tuple(words) for language, words in words.items()}
