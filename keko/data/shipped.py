"""What the project ships as YAML: the catalogue, sets of areas, events, recipes, the parameters of the demo."""

from pathlib import Path
from typing import Any

import yaml

# The one in C says the same ten times as fast, where it is installed.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a file.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
