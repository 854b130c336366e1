"""What the documents name is there: every path, every module and what is named of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

import pytest

from keko.config import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PATH = re.compile(r"(?<![\w/.])(?:keko|tests|assets|pages|benchmarks)/[\w./-]*[\w/]")
DOTTED = re.compile(r"(?<![\w/.-])(?:keko|tests|benchmarks)(?!\.db\b)(?:\.[A-Za-z_]\w*)+")
EVERY = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


def named(document: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    yield from (match.group() for match in pattern.finditer(document.read_text(encoding="utf-8")))


def is_there(name: str) -> bool:
    """Whether a dotted name leads to a module, or to something in one."""
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


@EVERY
def test_every_path_exists(document: Path) -> None:
    assert not [path for path in named(document, PATH) if not (ROOT / path).exists()]


@EVERY
def test_every_module_and_what_is_named_of_it_exists(document: Path) -> None:
    assert not [name for name in named(document, DOTTED) if not is_there(name)]


def test_what_is_gone_is_noticed() -> None:
    assert not is_there("keko.data.releases.gone")
    assert [*PATH.findall("see `keko/gone.py`, pages/gone.")] == ["keko/gone.py", "pages/gone"]
    assert not list(DOTTED.findall("var/keko.db"))


def test_every_folder_of_the_tree_is_told() -> None:
    text = (ROOT / "docs" / "arkkitehtuuri.md").read_text(encoding="utf-8")
    folders = [path.parent.name for path in (ROOT / "keko").glob("*/__init__.py")]
    assert not [folder for folder in folders if f"{folder}/" not in text]
