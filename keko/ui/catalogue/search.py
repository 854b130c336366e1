"""Which indicators the words that somebody writes mean."""

from collections.abc import Iterable

from keko.config import LANGUAGES
from keko.indicators.catalogue import Indicator
from keko.ui.kept import kept
from keko.words.other_names import without_accents
from keko.words.terms import THEMES

# A word of more letters may be inflected: its last ones are not looked for (työttömyyden, työttömyyttä: työttömyy).
_STEM, _ENDING = 5, 3


def matching(items: Iterable[Indicator], wanted: str) -> list[Indicator]:
    """The indicators in whose names, definition, theme, population, source or id, in any language, every word of `wanted`
    stands: alone or within a longer word, in another form, and written with or without its accents.
    """
    stems = [_stem(word) for word in _plain(wanted).split()]
    return [item for item in items if all(stem in _searched(item) for stem in stems)]


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _ENDING)]


def _plain(text: str) -> str:
    return without_accents(text.casefold()).strip(" .,;:")


@kept(1000)
def _searched(item: Indicator) -> str:
    texts = (item.names, item.definition, THEMES[item.theme], item.population.who, item.source)
    words = [text.within(language) for text in texts for language in LANGUAGES]
    return _plain(" ".join((item.id, *words, *item.aliases)))
