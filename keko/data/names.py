"""Names that people give to records, and the ids that are made of them."""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import count

from keko.data.area_names import folded
from keko.data.identity_codes import refuse_identity_code
from keko.data.text import Text

NAME = Text("Nimi", "Namn", "Name")  # of what people name
LONGEST_NAME = 120


class NameTaken(Exception):
    """Something else is called so already."""


class NoName(Exception):
    """The Finnish name is missing."""


def complete(name: Text) -> Text:
    """A name without idle spaces; Swedish and English are Finnish where they are not given.

    Raises:
        NoName: there is no Finnish one.
        IdentityCode: it holds somebody's.
    """
    refuse_identity_code(*name)
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


def slug(name: str, otherwise: str) -> str:
    """A name as an id: "Työllisyysaste (%)" → "tyollisyysaste". `otherwise`: where nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", folded(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70].strip("-") or otherwise


def unique(id_: str, taken: Container[str]) -> str:
    """`id_`, or with -2, -3, … after it the first that is not taken."""
    free = (f"{id_}-{number}" for number in count(2))
    return id_ if id_ not in taken else next(other for other in free if other not in taken)


def id_of(name: str, taken: Container[str], longest: int, otherwise: str) -> str:
    """An id of at most `longest` characters made of a name, numbered where it is taken. `otherwise`: where none can be made of it."""
    return unique(slug(name, otherwise)[: longest - 5].strip("-"), taken)
