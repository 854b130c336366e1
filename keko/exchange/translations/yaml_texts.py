"""The texts of the project's YAML files: every mapping of `fi`, `sv` and `en`."""

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from keko.config import LANGUAGES
from keko.data.shipped import LOADER
from keko.data.text import Text
from keko.exchange.translations.places import Literal, Place, numbered

_NAMES = ("id", "code", "indicator")


def yaml_texts(root: Path) -> list[Place]:
    """The texts of every YAML file in `assets` under `root`, in the order of the files and of their lines."""
    return [place for path in sorted((root / "assets").rglob("*.yaml")) for place in _places(root, path)]


def yaml_literal(text: str, is_plain: bool) -> str:
    """A text as it is written in a YAML file, without quotation marks where it was so and can be so."""
    if is_plain:
        try:
            if yaml.safe_load(f"[{{name: {text}}}]") == [{"name": text}] and "\n" not in text:
                return text
        except yaml.YAMLError:
            pass
    return json.dumps(text, ensure_ascii=False)


def _places(root: Path, path: Path) -> Iterator[Place]:
    content = path.read_bytes().decode()
    name, taken = path.relative_to(root).as_posix(), set[str]()
    for where, node in _texts(yaml.compose(content, Loader=LOADER), "", set()):
        scalars = {key.value: value for key, value in node.value}
        literals = {
            language: Literal(
                len(content[: scalars[language].start_mark.index].encode()),
                len(content[: scalars[language].end_mark.index].encode()),
                scalars[language].style is None,
            )
            for language in LANGUAGES
        }
        text = Text(*(str(scalars[language].value) for language in LANGUAGES))
        yield Place(numbered(f"{name}:{where}", taken), path, text, literals, (name,))


def _texts(node: yaml.Node | None, where: str, seen: set[int]) -> Iterator[tuple[str, yaml.MappingNode]]:
    """Every text under a node, by the keys that lead to it; what an alias repeats is told once."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        if _is_text(node):
            yield where, node
            return
        for key, value in node.value:
            yield from _texts(value, f"{where}.{key.value}" if where else key.value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for place, part in enumerate(node.value):
            name = _name(part) or str(place)
            yield from _texts(part, f"{where}.{name}" if where else name, seen)


def _is_text(node: yaml.MappingNode) -> bool:
    keys = {key.value for key, _ in node.value}
    return keys == set(LANGUAGES) and all(isinstance(value, yaml.ScalarNode) for _, value in node.value)


def _name(node: yaml.Node) -> str | None:
    """What an entry of a list calls itself."""
    entries = node.value if isinstance(node, yaml.MappingNode) else []
    names = {key.value: value.value for key, value in entries if isinstance(value, yaml.ScalarNode)}
    return next((names[key] for key in _NAMES if key in names), None)
