"""What was published and taken back, as readers see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from keko.config import Language
from keko.data.text import Text
from keko.ui.tables import table, text
from keko.words import interface, workbench
from keko.words.formats import moment, number


def change_log(
    events: Sequence[Mapping[str, Any]],
    names: Mapping[str, Text],
    providers: Mapping[str, Text],
    language: Language,
) -> str:
    """The publication log as an HTML table. `names`: of what was published; `providers`: of who delivered it."""
    titles = (workbench.WHEN, interface.INDICATOR, interface.PROVIDER, workbench.WHAT_HAPPENED)
    rows = [
        [
            text(moment(event["at"], language)),
            text(names[event["indicator"]].within(language), header=True),
            text(providers[event["provider"]].within(language)),
            text(_event(event, language)),
        ]
        for event in events
    ]
    heads = [title.within(language) for title in titles]
    return table(workbench.CHANGES_CAPTION.within(language), heads, rows, tall=True)


def _event(event: Mapping[str, Any], language: Language) -> str:
    if event["release"] is None:
        return workbench.WAS_TAKEN_BACK.within(language, release=workbench.NOTHING_SHOWN.within(language))
    if event["again"]:
        release = workbench.RELEASE.within(language, number=event["release"])
        return workbench.WAS_TAKEN_BACK.within(language, release=release)
    counts = {name: number(event["difference"].get(name, 0), 0, language) for name in ("new", "changed", "removed")}
    return workbench.WAS_PUBLISHED.within(language, number=event["release"], **counts)
