"""What has been undertaken: actions, by whom, where, and the areas that they are compared with."""

from typing import Any

from pydantic import ValidationError

from keko.commands import DONE, Answer, Arguments, WrongUse, area_code, open_database, tell
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.days import today
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.text import Text
from keko.room.undertaking_store import read_undertakings, remove_undertaking, write_undertaking
from keko.room.undertakings import Undertaking, as_data, ordered


def list_actions(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        actions = [as_data(each) for each in ordered(read_undertakings(connection).values(), today())]
    tell(chosen, {"actions": actions}, lambda answer: "\n".join(map(_line, answer["actions"])))
    return DONE


def action(chosen: Arguments) -> int:
    """Add an action, change what is given of one, or remove it."""
    by = at_this_machine(chosen.by)
    with writing(open_database()) as connection:
        held = read_undertakings(connection).get(chosen.id)
        if chosen.remove:
            if not remove_undertaking(connection, chosen.id, by):
                raise WrongUse(f"No such action: {chosen.id}")
            answer: Answer = {"id": chosen.id, "removed": True}
        else:
            wanted = _wanted(chosen, held, area_tables.load(connection))
            write_undertaking(connection, wanted, by)
            answer = as_data(wanted)
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
    if chosen.fi is not None:
        parts["name"] = Text(chosen.fi, chosen.sv or chosen.fi, chosen.en or chosen.fi)
    before = {name: getattr(held, name) for name in Undertaking.model_fields} if held else {"id": chosen.id}
    try:
        return Undertaking(**{**before, **parts, "is_demo": False})
    except ValidationError as error:
        raise WrongUse(f"An action's id is of letters a to z, digits, points and hyphens, not {chosen.id}.") from error


def _line(answer: Answer) -> str:
    if "status" not in answer:
        return f"{answer['id']} removed"
    days = "–".join(answer[name] or "" for name in ("begins", "due"))
    demo = " (demo)" if answer["is_demo"] else ""
    return f"{answer['status']:11} {days:21} {answer['id']}: {answer['name']['fi']}{demo}"
