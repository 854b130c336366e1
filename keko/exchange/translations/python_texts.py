"""The texts of a Python module: every `Text` of three literals, found in the syntax tree."""

import ast
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from keko.config import LANGUAGES
from keko.data.text import Text
from keko.exchange.translations.places import Literal, Place, numbered


def python_texts(root: Path) -> list[Place]:
    """The texts of every module of `keko` under `root`, in the order of the files and of their lines."""
    trees = {path: ast.parse(path.read_bytes()) for path in sorted((root / "keko").rglob("*.py"))}
    users = _users(root, trees)
    return [place for path, tree in trees.items() for place in _places(path, _module(root, path), tree, users)]


def python_literal(text: str) -> str:
    """A text as it is written in a module."""
    return json.dumps(text, ensure_ascii=False)


def _places(path: Path, module: str, tree: ast.Module, users: dict[tuple[str, str], set[str]]) -> Iterator[Place]:
    starts, taken = _line_starts(path.read_bytes()), set[str]()
    for name, call in _calls(tree, ""):
        literals = {
            language: Literal(
                starts[argument.lineno] + argument.col_offset,
                starts[argument.end_lineno or argument.lineno] + (argument.end_col_offset or 0),
            )
            for language, argument in zip(LANGUAGES, call.args, strict=True)
        }
        text = Text(*(ast.literal_eval(argument) for argument in call.args))
        used_in = users.get((module, name.split("[")[0].split(".")[0])) or {module}
        yield Place(numbered(f"{module}:{name}", taken), path, text, literals, tuple(sorted(used_in)))


def _line_starts(content: bytes) -> list[int]:
    """The byte at which each line starts, lines counted from 1."""
    starts = [0, 0]
    for line in content.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _calls(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of `Text` with three literals under `node`, by the names and keys that lead to it."""
    if _is_text(node):
        yield name, node
        return
    for step, child in _children(node):
        joint = "." if name and step and not step.startswith("[") else ""
        yield from _calls(child, f"{name}{joint}{step}")


def _is_text(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Text"
        and len(node.args) == len(LANGUAGES)
        and all(isinstance(argument, ast.Constant) and isinstance(argument.value, str) for argument in node.args)
    )


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """The nodes right under a node, each with the step that leads to it: a name, a `[key]`, or nothing."""
    match node:
        case ast.Dict():
            yield from ((f"[{_key(key)}]", value) for key, value in zip(node.keys, node.values, strict=True))
        case ast.Tuple() | ast.List():
            yield from ((f"[{place}]", value) for place, value in enumerate(node.elts))
        case ast.Assign(targets=[ast.Name(id=target)]) | ast.AnnAssign(target=ast.Name(id=target)):
            if node.value is not None:
                yield target, node.value
        case ast.keyword(arg=str(argument)):
            yield argument, node.value
        case ast.FunctionDef() | ast.ClassDef():
            yield from ((node.name, child) for child in ast.iter_child_nodes(node))
        case _:
            yield from (("", child) for child in ast.iter_child_nodes(node))


def _key(key: ast.expr | None) -> str:
    try:
        value = ast.literal_eval(key) if key is not None else "**"
    except ValueError:
        return ast.unparse(key) if key is not None else "**"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _module(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _users(root: Path, trees: dict[Path, ast.Module]) -> dict[tuple[str, str], set[str]]:
    """By module and name at its top, the modules and pages that import it and use that name."""
    pages = {
        path: ast.parse(path.read_bytes()) for path in [*sorted((root / "pages").glob("*.py")), *root.glob("app.py")]
    }
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path, tree in {**trees, **pages}.items():
        user, modules, nodes = _module(root, path), dict[str, str](), list(ast.walk(tree))
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    users[node.module, alias.name].add(user)
                    modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                users[modules[node.value.id], node.attr].add(user)
    return users
