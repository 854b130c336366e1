"""What was agreed and what happened: targets and events."""

from dataclasses import asdict
from typing import Any

from keko.commands import DONE, Answer, Arguments, WrongUse, area_code, known, open_database, tell
from keko.data import areas as area_tables
from keko.data.days import today
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.periods import is_period
from keko.data.text import Text
from keko.indicators import store
from keko.room.events import Event, add_event, read_events, remove_event
from keko.room.targets import Target, read_targets, remove_target, set_target


def list_targets(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        targets = [asdict(target_) for target_ in read_targets(connection).values()]
    tell(chosen, {"targets": targets}, lambda answer: "\n".join(map(_target_line, answer["targets"])))
    return DONE


def target(chosen: Arguments) -> int:
    """Set a target, or take it away."""
    by = at_this_machine(chosen.by)
    with writing(open_database()) as connection:
        item = known([chosen.indicator], store.load(connection))[0]
        area = area_code(area_tables.load(connection), chosen.area)
        if chosen.remove:
            if not remove_target(connection, item.id, area, by):
                raise WrongUse(f"{area} has no target for {item.id}.")
        else:
            set_target(connection, _target(chosen, item.id, area), by)
        stored = read_targets(connection).get((item.id, area))
    answer = asdict(stored) if stored else {"indicator": item.id, "area": area, "value": None}
    tell(chosen, answer, _target_line)
    return DONE


def _target(chosen: Arguments, indicator: str, area: str) -> Target:
    since = chosen.since or str(today().year)
    if chosen.value is None or chosen.due is None:
        raise WrongUse("A target needs --value and --due, or --remove.")
    if not is_period(chosen.due) or not is_period(since):
        raise WrongUse(f"A period is written 2027, 2027-Q1 or 2027-03, not {chosen.due} or {since}.")
    agreed = Target(indicator, area, chosen.value, since, chosen.due)
    if agreed.slips:
        raise WrongUse("A target is a number and is due after it is set.")
    return agreed


def list_events(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        events = [_event_answer(event_) for event_ in read_events(connection)]
    tell(chosen, {"events": events}, lambda answer: "\n".join(map(_event_line, answer["events"])))
    return DONE


def event(chosen: Arguments) -> int:
    """Add or change an event, or remove it."""
    by = at_this_machine(chosen.by)
    with writing(open_database()) as connection:
        if chosen.remove:
            if not remove_event(connection, chosen.id, by):
                raise WrongUse(f"No such event: {chosen.id}")
            answer: Answer = {"id": chosen.id, "removed": True}
        else:
            areas, catalogue = area_tables.load(connection), store.load(connection)
            event_ = _event(chosen, [area_code(areas, text) for text in chosen.area])
            known(event_.indicators or (), catalogue)
            add_event(connection, event_, by)
            answer = _event_answer(event_)
    tell(chosen, answer, _event_line)
    return DONE


def _event(chosen: Arguments, areas: list[str]) -> Event:
    if chosen.day is None or chosen.fi is None:
        raise WrongUse("An event needs --day and --fi, or --remove.")
    name = Text(chosen.fi, chosen.sv or chosen.fi, chosen.en or chosen.fi)
    return Event(chosen.id, chosen.day, chosen.kind, name, tuple(areas) or None, tuple(chosen.about) or None)


def _event_answer(event_: Event) -> dict[str, Any]:
    return asdict(event_) | {"name": event_.name._asdict(), "day": event_.day.isoformat()}


def _target_line(answer: Answer) -> str:
    if answer["value"] is None:
        return f"{answer['indicator']} {answer['area']}: no target"
    return f"{answer['indicator']} {answer['area']}: {answer['value']} by {answer['due']}" + (
        " (demo)" if answer["is_demo"] else ""
    )


def _event_line(answer: Answer) -> str:
    if "day" not in answer:
        return f"{answer['id']} removed"
    return f"{answer['day']} {answer['kind']:7} {answer['id']}: {answer['name']['fi']}" + (
        " (demo)" if answer["is_demo"] else ""
    )
