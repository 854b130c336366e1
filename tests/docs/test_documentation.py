"""What the guides promise to tell is told: every page, command, setting and message."""

import argparse
import importlib
import pkgutil
import re
from dataclasses import fields

import pytest

import keko.data.personal_data
import keko.disclosure
import keko.ecosystem
import keko.exchange.ecosystem
import keko.intake
import keko.room
from keko.cli import parser
from keko.config import ROOT, Settings
from keko.data.problems import ProblemKind
from keko.ui.navigation import PAGES


def guide(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def messages() -> list[str]:
    packages = (keko.disclosure, keko.ecosystem, keko.exchange.ecosystem, keko.intake, keko.room)
    places = [
        place for package in packages for place in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    modules = [keko.data.personal_data, *(importlib.import_module(place.name) for place in places)]
    return sorted(
        {value.code for module in modules for value in vars(module).values() if isinstance(value, ProblemKind)}
    )


@pytest.mark.parametrize("code", messages())
def test_the_analysts_guide_tells_what_every_message_means(code: str) -> None:
    assert f"`{code}`" in guide("analyytikon-opas")


def test_the_analysts_guide_tells_of_no_message_that_is_gone() -> None:
    table = guide("analyytikon-opas").split("## Mitä ilmoitukset tarkoittavat")[1]
    told = {
        code
        for line in table.splitlines()
        for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", line.split("|")[1] if "|" in line else "")
    }
    assert told == set(messages())


def test_the_administrators_guide_has_every_command() -> None:
    (commands,) = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    missing = [name for name in commands.choices if f"`{name}`" not in guide("yllapitajan-opas")]
    assert not missing


def test_the_administrators_guide_has_every_setting() -> None:
    missing = [
        setting.name
        for setting in fields(Settings)
        if f"`KEKO_{setting.name.upper()}`" not in guide("yllapitajan-opas")
    ]
    assert not missing


def test_the_first_guide_has_every_page() -> None:
    missing = [entry.name.fi for entry in PAGES if f"**{entry.name.fi}**" not in guide("aloitus")]
    assert not missing


def test_links_between_documents_lead_somewhere() -> None:
    for document in [ROOT / "README.md", *(ROOT / "docs").glob("**/*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    own = [path for pattern in ("*.md", "*.py", "*.toml", "*.css", "*.yaml") for path in ROOT.rglob(pattern)]
    tracked = [
        path for path in own if not any(part.startswith(".") or part == "var" for part in path.relative_to(ROOT).parts)
    ]
    assert len(tracked) > 100
    machine = re.compile("/" + "(?:root|work|home/[a-z]+)/")
    assert not [path for path in tracked if machine.search(path.read_text(encoding="utf-8"))]
