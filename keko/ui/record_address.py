"""How an address names a record of the register: its kind in Finnish, and its id."""

from keko.ecosystem.records import Key
from keko.ui.html import link
from keko.ui.view import ECOSYSTEM_PICTURES, RECORD_KINDS, View

REGISTER = "rekisteri"
_WORDS = {kind: word for word, kind in RECORD_KINDS.items()}


def written(key: Key) -> str:
    """A record as the address holds it: palvelu.vertaistuki."""
    return f"{_WORDS[key[0]]}.{key[1]}"


def key_of(text: str) -> Key | None:
    """The record that an address names, whether there is one or not; None where it names none."""
    word, _, id_ = text.partition(".")
    kind = RECORD_KINDS.get(word)
    return (kind, id_) if kind and id_ else None


def to_record(key: Key, label: str, view: View) -> str:
    """A link that opens a record; from there a link leads back to the picture of the view, or else to the register."""
    picture = view.picture if view.picture in ECOSYSTEM_PICTURES else REGISTER
    return link("actors", view.with_(picture=picture, record=written(key)), label)
