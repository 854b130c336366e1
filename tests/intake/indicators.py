"""Small indicators for tests."""

from typing import Any

from keko.data.text import Text
from keko.indicators.catalogue import Indicator, Population
from keko.indicators.protection import Disclosure


def indicator(id_: str, name: str, **options: Any) -> Indicator:
    """An indicator in per cent about everyone, except for what `options` say; `ages` is the population's."""
    ages = options.pop("ages", None)
    settled: dict[str, Any] = {
        "theme": "participation", "definition": Text.same("-"), "unit": "%", "decimals": 1, "kind": "other",
        "polarity": "higher", "frequency": "year", "source": Text.same("-"), "licence": "CC BY 4.0",
        "responsible": Text.same("-"), "availability": "open", "disclosure": Disclosure(rule="none"),
    }  # fmt: skip
    population = Population(ages=ages, who=Text.same("-"))
    return Indicator(id=id_, names=Text.same(name), population=population, **(settled | options))
