"""What may stand in cells that hold codes, by name: read from a filled-in file, and listed on a sheet of the template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from keko.config import Language
from keko.data import areas as area_tables
from keko.data.area_names import folded
from keko.data.areas import Areas
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.exchange.ecosystem.cells import choices
from keko.indicators import store
from keko.segments.store import published_models
from keko.words.area_labels import label

_CHOSEN = ("sector", "evidence", "state", "stage")
_LEVELS = {"municipalities": ("KU",), "areas": ("HVA", "TA", "MK")}


@dataclass(frozen=True)
class KnownNames:
    """Names by code: of segment models, of their groups by model, and of indicators. `areas`: None where none are known."""

    models: Mapping[str, Text] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    indicators: Mapping[str, Text] = field(default_factory=dict)
    areas: Areas | None = None

    def coded(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values of a row, with codes where it names a model, a group of it, or an indicator."""
        named = {"model": self.models, "delay": self.indicators}
        coded = values | {name: _code(values[name], names) for name, names in named.items() if values.get(name)}
        if coded.get("segment"):
            coded["segment"] = _code(coded["segment"], self.groups.get(coded.get("model") or "", {}))
        return coded

    def listed(self, language: Language) -> Iterator[tuple[str, str, str]]:
        """Field, name and code of all that may be chosen, field by field."""
        for name in _CHOSEN:
            for code, names in choices(name).items():
                yield FIELDS[name].within(language), names.within(language), code
        for model, names in self.models.items():
            yield FIELDS["model"].within(language), names.within(language), model
        for model, groups in self.groups.items():
            for code, names in groups.items():
                called = f"{FIELDS['segment'].within(language)} ({self.models[model].within(language)})"
                yield called, names.within(language), code
        for code, names in self.indicators.items():
            yield FIELDS["delay"].within(language), names.within(language), code
        if self.areas is not None:
            for name, levels in _LEVELS.items():
                for code in (code for level in levels for code in self.areas.living(level)):
                    yield FIELDS[name].within(language), label(self.areas[code], language), code


NONE_KNOWN = KnownNames()


def known_names(connection: sa.Connection) -> KnownNames:
    """What the database knows now; of segment models those that divide people into groups."""
    models = {id_: known.model for id_, known in published_models(connection).items() if known.model.kind == "segments"}
    return KnownNames(
        models={id_: model.names for id_, model in models.items()},
        groups={id_: {group.code: group.names for group in model.segments} for id_, model in models.items()},
        indicators={id_: item.names for id_, item in store.load(connection).items()},
        areas=area_tables.load(connection),
    )


def _code(value: str, names: Mapping[str, Text]) -> str:
    """The code of what is called so; the value as it is where it is a code, or where none or several are."""
    called_so = {code for code, name in names.items() if folded(value) in {folded(part) for part in name}}
    return next(iter(called_so)) if value not in names and len(called_so) == 1 else value
