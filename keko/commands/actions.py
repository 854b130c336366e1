"""What has been undertaken: actions, by whom, where, and the areas that they are compared with."""

from typing import Any

from pydantic import ValidationError

from keko.commands import DONE, Answer, Arguments, WrongUse, area_code, open_database, tell
from keko.config import LANGUAGES
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.days import today
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.text import Text
from keko.room.undertaking_store import read_undertakings, remove_undertaking, stored_undertakings, write_undertaking
from keko.room.undertakings import Undertaking, as_data, ordered

_CLEARED: dict[str, dict[str, Any]] = {
    "owner": {"owner": None}, "begins": {"begins": None}, "due": {"due": None}, "about": {"indicators": ()},
    "donor": {"donors": (), "declared": None},
}  # fmt: skip


def list_actions(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        every = ordered(read_undertakings(connection).values(), today())
    actions = [as_data(each) for each in every if each.kind == "action"]
    tell(chosen, {"actions": actions}, lambda answer: "\n".join(map(_line, answer["actions"])))
    return DONE


def action(chosen: Arguments) -> int:
    """Add an action, change what is given of one, or remove it."""
    by = at_this_machine(chosen.by)
    with writing(open_database()) as connection:
        held = next((each for each in stored_undertakings(connection) if each.id == chosen.id), None)
        if held and held.kind != "action":
            raise WrongUse(
                f"{chosen.id} is no action: it is a {held.kind}, which is edited on the page of goals and actions."
            )
        if chosen.remove:
            if not remove_undertaking(connection, chosen.id, by):
                raise WrongUse(f"No such action: {chosen.id}")
            answer: Answer = {"id": chosen.id, "removed": True}
        else:
            write_undertaking(connection, _wanted(chosen, held, area_tables.load(connection)), by)
            answer = as_data(read_undertakings(connection)[chosen.id])
    tell(chosen, answer, _line)
    return DONE


def _wanted(chosen: Arguments, held: Undertaking | None, areas: Areas) -> Undertaking:
    """`held` with what is given; what is saved by somebody is no longer an example."""
    if held is None and chosen.fi is None:
        raise WrongUse("An action needs --fi and --area, or --remove.")
    given = {name: getattr(chosen, name) for name in ("owner", "status", "begins", "due", "declared")}
    lists = {
        "areas": [area_code(areas, text) for text in chosen.area],
        "donors": [area_code(areas, text) for text in chosen.donor],
        "indicators": chosen.about,
    }
    parts: dict[str, Any] = {name: part for name, part in {**given, **lists}.items() if part}
    before = {name: getattr(held, name) for name in Undertaking.model_fields} if held else {"id": chosen.id}
    cleared = {name: nothing for option in chosen.clear for name, nothing in _CLEARED[option].items()}
    try:
        return Undertaking(**{**before, **parts, **cleared, "name": _name(chosen, held), "is_demo": False})
    except ValidationError as error:
        field, id_ = error.errors()[0]["loc"][0], "An action's id is of letters a to z, digits, points and hyphens, not"
        raise WrongUse(f"{id_} {chosen.id}." if field == "id" else f"This will not do as {field}.") from error


def _name(chosen: Arguments, held: Undertaking | None) -> Text:
    """What it is called: in each language what is given, else what it was; a new one in Swedish and English as in Finnish."""
    given = {language: text for language in LANGUAGES if (text := getattr(chosen, language)) is not None}
    return (held.name if held else Text.same(given["fi"]))._replace(**given)


def _line(answer: Answer) -> str:
    if "status" not in answer:
        return f"{answer['id']} removed"
    days = "–".join(answer[name] or "" for name in ("begins", "due"))
    demo = " (demo)" if answer["is_demo"] else ""
    return f"{answer['status']:11} {days:21} {answer['id']}: {answer['name']['fi']}{demo}"
