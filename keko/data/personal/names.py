"""Names of persons: a given name beside another name, in either order, or names after a title such as "yhteyshenkilö" or "pj."."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from keko.data.personal.name_words import Word, words_of
from keko.data.personal.words import bare, bare_given_names, words, words_of_places

_ADDRESS = re.compile(r"\S+@\S+")
_PART = re.compile(r"[^\W\d_]+")
_CAMEL_OR_L = r"[a-zåäöéüõšž][A-ZÅÄÖ]|[A-ZÅÄÖ]l"  # signs that are looked for where they begin, which is quick
_INITIAL_OR_CAMEL = re.compile(rf"[A-ZÅÄÖ]\.(?<!\w..)|{_CAMEL_OR_L}")
_MAY_BE_INITIAL = re.compile(rf"[^\W\d_a-z]\.(?<![^\W\d_]..)|{_CAMEL_OR_L}")
_LOGIN = re.compile(
    r"(?<![^\W\d])(?<![./@-])(?P<given>[^\W\d_]{3,})[._][^\W\d_]{3,}(?![\w@])"
)  # as in matti.meikalainen
_IN_A_NAME = 3  # words, with the one after a name
_NEAR = re.compile(r"[\W_]{1,6}")
_ENDS_SENTENCE = re.compile(r"[.!?;:]\s+$|\n")
_BETWEEN_NAMES = re.compile(r",?[\s._·(]{1,3}")
_VERB = r"(?:(?:on|är|is|toimii|antaa|ottaa vastaan)\s+)?"
_BEFORE_NAME = rf"(?:\s*[.:;=(\[–-]\s*|[^\S\n]+){_VERB}"
_WITHIN_SENTENCE = rf"(?:\s*[:;=(\[–-]\s*|[^\S\n]+){_VERB}"


def holds(text: str) -> bool:
    """Whether a person is named in it."""
    parts = set(_PART.findall(text.lower()))
    is_named = _has_name(parts)
    has_role = any(part.endswith(_roles_end()) for part in parts)
    if not (is_named or has_role) and parts.isdisjoint(_first_of_titles()) and not _INITIAL_OR_CAMEL.search(text):
        return False  # as most texts: this is quick
    text = _ADDRESS.sub(" ; ", text) if "@" in text else text
    if is_named and any(bare(match["given"]) in bare_given_names() for match in _LOGIN.finditer(text)):
        return True
    found = [*words_of(text)] if is_named or _MAY_BE_INITIAL.search(text) else []
    if any(_is_person(found[place : place + _IN_A_NAME]) for place in range(len(found) - 1)):
        return True
    return _after_title(text, frozenset(parts & _beginnings_of_titles())) or _after_role(text)


def _has_name(parts: set[str]) -> bool:
    """Whether one of some words in lower case is a given name, which is a word too or not."""
    if not parts.isdisjoint(_given_names()):
        return True
    return any(not part.isascii() and bare(part) in bare_given_names() for part in parts)


@cache
def _given_names() -> frozenset[str]:
    return frozenset((*bare_given_names(), *words("given_names"), *words("names_that_are_words")))


@cache
def _beginnings_of_titles() -> frozenset[str]:
    """The same without the signs that they end in."""
    return frozenset(part for title in words("titles") for part in _PART.findall(title)[:1])


@cache
def _first_of_titles() -> frozenset[str]:
    """The first words of titles."""
    return frozenset(title.split()[0] for title in words("titles"))


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


def _after_title(text: str, beginnings: frozenset[str]) -> bool:
    """Whether names follow a title. `beginnings`: those of titles that the text has."""
    titles = _titles(beginnings).finditer(text) if beginnings else ()
    return any(_begins_with_name(text[match.end() :], match[0]) for match in titles)


def _after_role(text: str) -> bool:
    """Whether a given name or a surname stands after who leads or keeps the minutes."""
    return any(_begins_with_one_name(text[match.end() :]) for match in _roles().finditer(text))


def _begins_with_one_name(text: str) -> bool:
    found = [*words_of(text.split("\n", maxsplit=1)[0][:80].lstrip())]
    if not found or not text.lstrip().startswith(found[0].text):
        return False
    first, *rest = found
    is_name = first.is_given or (first.is_surname_like and first.is_family_like)
    return first.is_name_like and is_name and not first.is_place and not (rest and _is_thing(rest[0], rest[1:]))


def _begins_with_name(text: str, title: str) -> bool:
    """Whether a text begins with what is a name for all that is known: after a title, two words that are no organisation's,
    or one given name; after "rouva" and its like, one surname."""
    text = text.split("\n", maxsplit=1)[0][:80].lstrip()
    found = [*words_of(text)]
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
def _roles_end() -> tuple[str, ...]:
    return tuple(words("role_titles"))


@cache
def _roles() -> re.Pattern[str]:
    """Those words, and what may stand between them and a name: a full stop after an abbreviation alone, else it ends a sentence."""
    whole, short = (_one_of(words("role_titles") - words("abbreviations")), _one_of(words("abbreviations")))
    return re.compile(rf"(?i:{whole})(?!\w){_WITHIN_SENTENCE}|(?i:{short})(?!\w){_BEFORE_NAME}")


@lru_cache(maxsize=1_000)
def _titles(beginnings: frozenset[str]) -> re.Pattern[str]:
    """The titles that begin so, and what may stand between them and a name."""
    wanted = (title for title in words("titles") if not beginnings.isdisjoint(_PART.findall(title)[:1]))
    return re.compile(rf"(?<!\w)(?i:{_one_of(wanted)})(?!\w){_BEFORE_NAME}")


def _one_of(wanted: Iterable[str]) -> str:
    """A pattern of any of these, of the longest that fits."""
    return f"(?:{'|'.join(sorted(map(re.escape, wanted), key=len, reverse=True))})"
