"""What the fields of records may hold: names, free text, ids, codes and an organisation's own address."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from keko.config import LANGUAGES
from keko.data.names import LONGEST_NAME
from keko.data.text import Text
from keko.indicators.wording import Named

LONGEST_ID, LONGEST_TEXT = 40, 2_000  # characters


def _in_every_language(value: object) -> object:
    """Words that are given in Finnish alone stand for Swedish and English too."""
    if isinstance(value, Mapping) and isinstance(value.get("fi"), str):
        parts = [value.get(language) or "" for language in LANGUAGES]
        if value.keys() <= {*LANGUAGES} and all(isinstance(part, str) for part in parts):
            return Text(*(part.strip() or value["fi"].strip() for part in parts))
    return Text.same(value.strip()) if isinstance(value, str) else value


def _each_once(value: object) -> object:
    if isinstance(value, list | tuple | set | frozenset) and all(isinstance(part, str) for part in value):
        return tuple(sorted(set(value)))
    return value


def _name(value: Text) -> Text:
    if not value.fi or max(map(len, value)) > LONGEST_NAME:
        raise ValueError(f"a name has Finnish words and at most {LONGEST_NAME} characters")
    return value


def _prose(value: Text) -> Text:
    if max(map(len, value)) > LONGEST_TEXT:
        raise ValueError(f"longer than {LONGEST_TEXT} characters")
    return value


def nothing() -> Text:
    """No words."""
    return Text.same("")


def _said(value: Text) -> Text:
    if not value.fi:
        raise ValueError("there are no Finnish words")
    return value


Name = Annotated[Named, BeforeValidator(_in_every_language), AfterValidator(_name)]
Prose = Annotated[Named, BeforeValidator(_in_every_language), AfterValidator(_prose)]
Sentence = Annotated[Prose, AfterValidator(_said)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_ID, pattern=r"^[^/]+$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^/]+$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_NAME)]
Website = Annotated[str, StringConstraints(strip_whitespace=True, max_length=255, pattern=r"^(https?://\S+)?$")]
Switchboard = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^\+?[0-9 ()\-]*$")]
Codes = Annotated[tuple[Code, ...], BeforeValidator(_each_once)]
Languages = Annotated[tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], ...], BeforeValidator(_each_once)]
Degrees = Annotated[float, Field(allow_inf_nan=False)]
