"""Names of persons: a given name beside another name, in either order, or names after a title such as "yhteyshenkilö" or "pj."."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from keko.data.personal.words import bare, bare_given_names, names_of_places, words, words_of_places

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S+@\S+")
_CAMEL = re.compile(r"(?<=[a-zåäöéüõšž])(?=[A-ZÅÄÖ])")
_PART = re.compile(r"[^\W\d_]+")
_INITIAL_OR_CAMEL = re.compile(r"(?<!\w)[A-ZÅÄÖ]\.|(?<=[a-zåäöéüõšž])[A-ZÅÄÖ]|(?<=[A-ZÅÄÖ])l")
_LOGIN = re.compile(
    r"(?<![^\W\d])(?<![./@-])(?P<given>[^\W\d_]{3,})[._][^\W\d_]{3,}(?![\w@])"
)  # as in matti.meikalainen
_NEAR = re.compile(r"[\W_]{1,6}")
_ENDS_SENTENCE = re.compile(r"[.!?;:]\s+$|\n")
_BETWEEN_NAMES = re.compile(r",?[\s._·(]{1,3}")
_BEFORE_NAME = re.compile(r"(?:\s*[.:;=(\[–-]\s*|[^\S\n]+)(?:(?:on|är|is|toimii|antaa|ottaa vastaan)\s+)?")


class Word(NamedTuple):
    """A word of a text, and what stands between it and the next."""

    text: str
    gap: str

    @property
    def lower(self) -> str:
        """In lower case; an l among capitals is an I."""
        is_capitals = len(self.text) > 2 and sum(letter.isupper() for letter in self.text) > len(self.text) / 2
        return (self.text.replace("l", "I") if is_capitals else self.text).lower()

    @property
    def is_given(self) -> bool:
        """Whether it is a common given name and no word besides."""
        is_other = not self.lower.isascii() and self.is_place  # Ingå is no Inga
        return bare(self.lower) in bare_given_names() and not self.is_also_word and not is_other

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
        )

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


def holds(text: str) -> bool:
    """Whether a person is named in it."""
    if not _may_hold(text):
        return False
    text = _ADDRESS.sub(" ; ", text)
    if any(bare(match["given"]) in bare_given_names() for match in _LOGIN.finditer(text)):
        return True
    found = [*_words(text)]
    return any(_is_person(found[place:]) for place in range(len(found) - 1)) or _after_title(text) or _after_role(text)


def _may_hold(text: str) -> bool:
    """Whether there is a word or a sign without which no name is found: most texts have none, and this is quick."""
    parts = set(_PART.findall(text.lower()))
    if any(part.endswith(_roles_end()) for part in parts):
        return True
    if not parts.isdisjoint(_telling()) or _INITIAL_OR_CAMEL.search(text):
        return True
    return any(not part.isascii() and bare(part) in bare_given_names() for part in parts)


@cache
def _telling() -> frozenset[str]:
    """The given names, and the first words of titles."""
    titles = (title.split()[0] for title in words("titles"))
    return frozenset((*bare_given_names(), *words("given_names"), *titles))


def _words(text: str) -> Iterator[Word]:
    """The words in order, those that are written together apart; particles of names are left out."""
    matches = [*_WORD.finditer(text)]
    ends = [*(match.start() for match in matches[1:]), len(text)]
    for match, end in zip(matches, ends, strict=bool(matches)):
        *parts, last = _CAMEL.split(match[0])
        yield from (Word(part, "") for part in parts)
        if last.lower() not in words("particles"):
            yield Word(last, text[match.end() : end])


def _is_person(found: list[Word]) -> bool:
    """Whether the first words are a person's name."""
    first, second, *more = found
    if first.gap and not _NEAR.fullmatch(first.gap):
        return False
    if first.is_given:
        return _has_surname(first, second, more)
    if not (first.is_name_like or first.is_initial) or not second.is_name_like or _is_thing(second, more):
        return False
    return (first.is_surname_like and (second.is_given or _is_surname_first(first, second))) or (
        (first.is_initial or first.is_also_word) and second.is_surname_like
    )


def _is_surname_first(first: Word, second: Word) -> bool:
    """Whether a given name that is a word too follows a surname, as lists have them."""
    return (
        second.is_also_word
        and first.is_family_like
        and not first.is_place
        and first.gap in {" ", ", "}
        and second.gap.strip() != "-"
    )


def _has_surname(given: Word, second: Word, more: list[Word]) -> bool:
    """Whether what comes after a given name is a name, and both are no thing that is called after somebody."""
    if _is_thing(second, more):
        return False
    if second.is_surname_like and given.is_name_like >= second.is_name_like:
        return True
    is_apart = _ENDS_SENTENCE.search(given.gap) is not None
    return given.is_name_like and not is_apart and (second.is_initial or second.is_name_like)


def _is_thing(second: Word, more: list[Word]) -> bool:
    near = [second, *(more[:1] if second.gap.strip() in {"", "-"} else [])]
    return any(word.lower.endswith(_things()) or word.lower in words("things") for word in near)


def _after_title(text: str) -> bool:
    return any(_begins_with_name(text[match.end() :], match[0]) for match in _titles().finditer(text))


def _after_role(text: str) -> bool:
    """Whether a given name or a surname stands after who leads or keeps the minutes."""
    return any(_begins_with_one_name(text[match.end() :]) for match in _roles().finditer(text))


def _begins_with_one_name(text: str) -> bool:
    found = [*_words(text.split("\n", maxsplit=1)[0][:80].lstrip())]
    if not found or not text.lstrip().startswith(found[0].text):
        return False
    first, *rest = found
    is_name = first.is_given or (first.is_surname_like and first.is_family_like)
    return first.is_name_like and is_name and not first.is_place and not (rest and _is_thing(rest[0], rest[1:]))


def _begins_with_name(text: str, title: str) -> bool:
    """Whether a text begins with what is a name for all that is known: after a title, two words that are no organisation's,
    or one given name; after "rouva" and its like, one surname."""
    text = text.split("\n", maxsplit=1)[0][:80].lstrip()
    found = [*_words(text)]
    if not found or not text.startswith(found[0].text):
        return False
    first, *rest = found
    if first.is_given and first.is_name_like and not first.is_place and not (rest and _is_thing(rest[0], rest[1:])):
        return True
    if title.strip(" .").lower() in words("polite_titles") and first.is_surname_like and first.is_name_like:
        return True
    return bool(rest) and _is_unknown_name(first, rest[0], rest[1:])


def _is_unknown_name(first: Word, second: Word, more: list[Word]) -> bool:
    """Whether two words may be a name that is on no list. A Finnish genitive is no given name."""
    if (
        not _BETWEEN_NAMES.fullmatch(first.gap)
        or first.lower in words_of_places()
        or _is_ordinary(first)
        or _is_ordinary(second)
        or _is_thing(second, more)
    ):
        return False
    if len(first.text) == 1:
        return first.text.isupper() and second.is_name_like
    if first.is_also_word and not second.is_surname_like:
        return False
    return first.is_name_like and second.is_name_like and not first.lower.endswith("n")


def _is_ordinary(word: Word) -> bool:
    return word.lower.startswith(_ordinary())


@cache
def _ordinary() -> tuple[str, ...]:
    return tuple(words("ordinary"))


@cache
def _things() -> tuple[str, ...]:
    return tuple(word for word in words("things") if len(word) > 3)


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(words("surname_endings"))


@cache
def _roles_end() -> tuple[str, ...]:
    return tuple(words("role_titles"))


@cache
def _roles() -> re.Pattern[str]:
    roles = "|".join(sorted(map(re.escape, words("role_titles")), key=len, reverse=True))
    return re.compile(rf"(?i:(?:{roles}))(?!\w){_BEFORE_NAME.pattern}")


@cache
def _titles() -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, words("titles")), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?i:{titles})(?!\w){_BEFORE_NAME.pattern}")
