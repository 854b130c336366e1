"""Folders whose modules are found by being there: formats and checks."""

import importlib
import pkgutil
from types import ModuleType


def modules_in(package: ModuleType) -> list[ModuleType]:
    """Every module of a package's folder, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]
