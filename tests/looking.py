"""What `keko inspect` tells of a file, without a database."""

from collections.abc import Sequence
from typing import Any

from keko.config import Language
from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.indicators.catalogue import Indicator
from keko.intake.inspection import inspect
from keko.intake.mappings import Mapping
from keko.intake.recognise.header_repair import open_table
from keko.intake.understand import Steps, understand_table

LARGEST = 100_000_000


def inspected(
    data: bytes,
    file_name: str,
    names: AreaNames,
    mapping: Mapping,
    catalogue: Sequence[Indicator] = (),
    language: Language = "fi",
) -> dict[str, Any]:
    """The document of `inspect` on a file."""
    steps = Steps()
    try:
        opened = open_table(data, file_name, names, mapping, LARGEST)
        problems = understand_table(opened, names, catalogue, mapping, steps=steps).problems
    except Refused as refused:
        problems = refused.problems
    return inspect(data, file_name, steps, problems, names.areas, language)
