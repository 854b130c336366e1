"""The words of a text, each with what tells whether it may be of a person's name."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from keko.data.personal.words import bare, bare_given_names, names_of_places, words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAMEL = re.compile(r"(?<=[a-zåäöéüõšž])(?=[A-ZÅÄÖ])")
_VERBAL_NOUN = re.compile(r"[aeiouyäö]minen$")
_KEPT = 20_000  # words: of a language few are used often


class Word(NamedTuple):
    """A word of a text, and what stands between it and the next."""

    text: str
    gap: str

    @property
    def lower(self) -> str:
        """In lower case; an l among capitals is an I."""
        return _lower(self.text)

    @property
    def is_given(self) -> bool:
        """Whether it is a common given name and no word besides."""
        return _is_given(self.text)

    @property
    def is_also_word(self) -> bool:
        """Whether it is a given name that is a word too."""
        return self.lower in words("names_that_are_words")

    @property
    def is_name_like(self) -> bool:
        """Whether it has a capital and is longer than an initial."""
        return self.text[0].isupper() and len(self.text) > 1

    @property
    def is_surname_like(self) -> bool:
        """Whether it ends as Finnish and Swedish surnames do."""
        return (
            len(self.text) >= 5
            and self.lower.endswith(_surname_endings())
            and self.lower not in words("ends_like_names")
            and not self._is_verbal_noun
        )

    @property
    def _is_verbal_noun(self) -> bool:
        """Whether it is what Finnish makes of any verb ("osallistuminen"), whose stem ends in a vowel: Salminen is a family."""
        return bool(_VERBAL_NOUN.search(self.lower)) and self.lower not in words("families_like_verbs")

    @property
    def is_family_like(self) -> bool:
        """Whether it ends as surnames do and places do not."""
        return self.lower.endswith(tuple(words("family_endings")))

    @property
    def is_place(self) -> bool:
        """Whether it is the name of an area: many municipalities are called as families are."""
        return self.lower in names_of_places()

    @property
    def is_initial(self) -> bool:
        """Whether it is one capital with a full stop."""
        return len(self.text) == 1 and self.text.isupper() and self.gap.startswith(".")


def words_of(text: str) -> Iterator[Word]:
    """The words in order, those that are written together apart; particles of names are left out."""
    matches = [*_WORD.finditer(text)]
    ends = [*(match.start() for match in matches[1:]), len(text)]
    for match, end in zip(matches, ends, strict=bool(matches)):
        *parts, last = _CAMEL.split(match[0])
        yield from (Word(part, "") for part in parts)
        if last.lower() not in words("particles"):
            yield Word(last, text[match.end() : end])


@lru_cache(maxsize=_KEPT)
def _lower(text: str) -> str:
    is_capitals = len(text) > 2 and sum(letter.isupper() for letter in text) > len(text) / 2
    return (text.replace("l", "I") if is_capitals else text).lower()


@lru_cache(maxsize=_KEPT)
def _is_given(text: str) -> bool:
    lower = _lower(text)
    is_other = not lower.isascii() and lower in names_of_places()  # Ingå is no Inga
    return bare(lower) in bare_given_names() and lower not in words("names_that_are_words") and not is_other


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(words("surname_endings"))
