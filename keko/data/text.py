"""A text in the three languages, as the database and the screens hold it; and a sentence about a number of things."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from babel import Locale
from babel.numbers import format_decimal
from babel.plural import PluralRule

from keko.config import LANGUAGES, Language


class Text(NamedTuple):
    """One text in Finnish, Swedish and English; a language cannot be left out."""

    fi: str
    sv: str
    en: str

    def within(self, language: Language, /, **values: object) -> str:
        """The text in `language`, its `{names}` filled with `values`; a value that is a Text goes in in that language."""
        text: str = getattr(self, language)
        filling = {name: value.within(language) if isinstance(value, Text) else value for name, value in values.items()}
        return text.format(**filling) if values else text

    def filled(self, **values: object) -> "Text":
        """The text with its `{names}` filled in every language."""
        return Text(*(self.within(language, **values) for language in LANGUAGES))

    @classmethod
    def same(cls, text: str) -> "Text":
        """A text that reads alike in every language, such as a name an analyst's file gives."""
        return cls(text, text, text)

    @classmethod
    def of(cls, names: Mapping[str, Any]) -> "Text":
        """From `{"fi": …, "sv": …, "en": …}`."""
        return cls(names["fi"], names["sv"], names["en"])

    @classmethod
    def listed(cls, texts: "Iterable[Text]") -> "Text | None":
        """Several texts as one list, each once and in order; None where there is none."""
        chosen = sorted(set(texts))
        return cls(*("; ".join(dict.fromkeys(parts)) for parts in zip(*chosen, strict=True))) if chosen else None

    @classmethod
    def in_a_row(cls, texts: "Iterable[Text]") -> "Text":
        """Some texts one after the other, as they come."""
        return cls(*(", ".join(parts) for parts in zip(*texts, strict=True)))


class Plural(NamedTuple):
    """A sentence about `{count}` things, in the form for one and the form for any other number.

    Each language takes its form by the rules of CLDR. Finnish, Swedish and English have these two.
    """

    one: Text
    other: Text

    def of(self, count: float) -> Text:
        """The form of this number in every language; its `{names}` are not filled yet."""
        return Text(*(getattr(getattr(self, _rule(language)(count)), language) for language in LANGUAGES))

    def within(self, language: Language, /, *, count: float, **values: object) -> str:
        """The sentence of this number in `language`, its `{names}` filled; a whole number is grouped as the language groups it."""
        return self.of(count).within(language, count=_grouped(count, language), **values)

    def filled(self, *, count: float, **values: object) -> Text:
        """The sentence of this number in every language, its `{names}` filled."""
        return Text(*(self.within(language, count=count, **values) for language in LANGUAGES))


def _grouped(count: float, language: Language) -> str:
    """1 540 vertailua, 1,540 comparisons."""
    return format_decimal(count, locale=language) if isinstance(count, int) else str(count)


@cache
def _rule(language: Language) -> PluralRule:
    return Locale(language).plural_form
