"""Texts in every language, as files and the database hold them."""

from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from keko.config import LANGUAGES
from keko.data.text import Text

Words = Annotated[
    Text,
    BeforeValidator(
        lambda value: Text.of(value) if isinstance(value, dict) and value.keys() >= {*LANGUAGES} else value
    ),
    PlainSerializer(lambda text: text._asdict(), return_type=dict),
]
# Words that a file may also give as one text for all languages.
Named = Annotated[Words, BeforeValidator(lambda value: Text.same(value) if isinstance(value, str) else value)]
