"""A text in the three languages, as the database and the screens hold it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from keko.config import Language


class Text(NamedTuple):
    """One text in Finnish, Swedish and English; a language cannot be left out."""

    fi: str
    sv: str
    en: str

    def within(self, language: Language, **values: object) -> str:
        """The text in `language`, its `{names}` filled with `values`."""
        text: str = getattr(self, language)
        return text.format(**values) if values else text

    def filled(self, **values: object) -> "Text":
        """The text with its `{names}` filled in every language; a value that is a Text goes in language by language."""

        def fill(language: Language) -> str:
            own = {name: value.within(language) if isinstance(value, Text) else value for name, value in values.items()}
            return self.within(language, **own)

        return Text(fill("fi"), fill("sv"), fill("en"))

    @classmethod
    def same(cls, text: str) -> "Text":
        """A text that reads alike in every language, such as a name an analyst's file gives."""
        return cls(text, text, text)

    @classmethod
    def of(cls, names: Mapping[str, Any]) -> "Text":
        """From `{"fi": …, "sv": …, "en": …}`."""
        return cls(names["fi"], names["sv"], names["en"])
