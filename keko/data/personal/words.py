"""The words by which names and addresses of persons and of organisations are known."""

import unicodedata
from functools import cache, lru_cache

from keko.config import ASSETS, LANGUAGES
from keko.data.areas import read_files
from keko.data.shipped import read_yaml


@cache
def words(heading: str) -> frozenset[str]:
    """The words under a heading of `assets/personal_data.yaml`, in lower case."""
    held: dict[str, list[str]] = read_yaml(ASSETS / "personal_data.yaml")
    return frozenset(held[heading])


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """A word in lower case without marks, as addresses have them: "Meikäläinen" → "meikalainen"."""
    parts = unicodedata.normalize("NFD", word.lower().replace("ı", "i").replace("ł", "l"))
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def bare_given_names() -> frozenset[str]:
    """The common given names without marks, and the parts of double ones."""
    return frozenset(bare(part) for name in words("given_names") for part in (name, *name.split("-")))


@cache
def names_of_places() -> frozenset[str]:
    """The names of areas in every language, in lower case."""
    return frozenset(str(row[f"name_{language}"]).lower() for row in read_files()["area"] for language in LANGUAGES)


@cache
def words_of_places() -> frozenset[str]:
    """The words of these names."""
    return frozenset(word for name in names_of_places() for word in name.split())
