"""Files that were taken along: which frozen views they came from, and whether these still show the newest figures."""

from pathlib import Path
from typing import TYPE_CHECKING

from keko.commands import BAD_DATA, DONE, Answer, Arguments, content, language_of, open_database, tell
from keko.config import Language, settings
from keko.data.versions import read_version
from keko.exchange.seals import seals_in
from keko.room import provenance
from keko.words import provenance as words
from keko.words.provenance import standing_in_words

if TYPE_CHECKING:
    import sqlalchemy as sa


def seals_of(path: Path) -> list[str]:
    """The seals in a file; none where it is no file that was taken along."""
    return seals_in(content(path))


def verify(chosen: Arguments, seals: list[str]) -> int:
    """Tell of each seal of a file the view that it stands for; bad data where one is not known here."""
    language = language_of(chosen)
    with open_database().connect() as connection:
        views = [_view(connection, seal, language) for seal in seals]
        answer = {
            "file": chosen.file.name,
            "known": all(view["known"] for view in views),
            "data_version": read_version(connection),
            "views": views,
            "compare": words.COMPARE.within(language),
        }
    tell(chosen, answer, _as_text)
    return DONE if answer["known"] else BAD_DATA


def _view(connection: "sa.Connection", seal: str, language: Language) -> Answer:
    try:
        kept = provenance.find(connection, seal)
    except ValueError:
        return {"seal": seal, "known": False, "sentence": words.OTHER_FORM.within(language)}
    if kept is None:
        return {"seal": seal, "known": False, "sentence": words.UNKNOWN.within(language)}
    view, changes = kept.view, provenance.since(connection, kept.view)
    standing = provenance.standing(changes)
    return {
        "seal": seal,
        "known": True,
        "standing": standing,
        "sentence": standing_in_words(changes, language),
        "title": view.title,
        "finding": view.finding,
        "data_version": view.data_version,
        "frozen_at": view.frozen_at,
        "is_demo": view.is_demo,
        "address": f"{settings().url}/tarkista/{seal}" if settings().url else None,
        "releases": [
            {
                "release": change.release,
                "indicator": change.indicator,
                "provider": change.provider,
                "standing": change.standing,
                "now": list(change.now),
                "published_at": change.published_at,
            }
            for change in changes
        ],
    }


def _as_text(answer: Answer) -> str:
    parts = [f"file         {answer['file']}"]
    for view in answer["views"]:
        parts += ["", f"seal         {view['seal']}"]
        if view["known"]:
            named = ("title", "finding", "frozen_at", "data_version")
            parts += [f"{name:12} {view[name]}" for name in named]
        parts.append(view["sentence"])
    return "\n".join([*parts, "", answer["compare"]])
