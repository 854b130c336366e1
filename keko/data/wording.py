"""Words that call people names, which texts about groups of people do without (docs/segmentit.md)."""

import re
from functools import cache

from keko.config import ASSETS, LANGUAGES, Language
from keko.data.shipped import read_yaml
from keko.data.text import Text


def avoided_word(text: Text) -> tuple[str, str] | None:
    """The text in the first language in which it has such a word, and the word in lower case."""
    parts = zip(text, LANGUAGES, strict=True)
    return next(((part, word) for part, language in parts if (word := _first(part, language))), None)


def _first(text: str, language: Language) -> str | None:
    words = re.findall(r"[\w-]+", text.casefold())
    return next((word for word in words if word.startswith(_avoided()[language])), None)


@cache
def _avoided() -> dict[Language, tuple[str, ...]]:
    words: dict[Language, list[str]] = read_yaml(ASSETS / "segment_words.yaml")
    return {language: tuple(words) for language, words in words.items()}
