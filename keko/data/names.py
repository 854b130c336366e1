"""Names that people give to records, and the ids that are made of them."""

import re
import unicodedata
from collections.abc import Container, Iterable

from keko.data.text import Text

LONGEST_NAME = 120


class NameTaken(Exception):
    """Something else is called so already."""


class NoName(Exception):
    """The Finnish name is missing."""


def complete(name: Text) -> Text:
    """A name without idle spaces; Swedish and English are Finnish where they are not given.

    Raises:
        NoName: there is no Finnish one.
    """
    fi, sv, en = (" ".join(part.split())[:LONGEST_NAME] for part in name)
    if not fi:
        raise NoName
    return Text(fi, sv or fi, en or fi)


def refuse_taken(name: Text, others: Iterable[Text]) -> None:
    """Stop where one of `others` is called so in some language.

    Raises:
        NameTaken: it is.
    """
    taken = {part.casefold() for other in others for part in other}
    if taken & {part.casefold() for part in name}:
        raise NameTaken(name.fi)


def id_of(name: str, taken: Container[str], longest: int = 40) -> str:
    """An id made of a name, in small plain letters; numbered where it is taken."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    id_ = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: longest - 4] or "nimi"
    numbered = (f"{id_}-{number}" for number in range(2, 1000))
    return id_ if id_ not in taken else next(other for other in numbered if other not in taken)
