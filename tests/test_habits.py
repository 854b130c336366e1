"""The habits of the code that a reader counts on: short modules, short functions, names that say what they hold."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from keko.config import ROOT

MODULE, FUNCTION = 250, 40  # lines
VAGUE = {"one", "found", "told", "said", "shown", "this"}
MODULES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "keko").rglob("*.py") if "versions" not in path.parts
)
EVERY = pytest.mark.parametrize("module", MODULES)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / Path(module)).read_text(encoding="utf-8"))


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_table(module: str) -> bool:
    """A module of words, or of tables of the database: most of its lines are constants."""
    constants = [node for node in tree(module).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return sum(map(lines, constants)) > sum(map(lines, tree(module).body)) / 2


def lists_arguments(function: ast.FunctionDef) -> bool:
    """A function that is a table of arguments: one call after another, and nothing to decide."""
    steps = (ast.If, ast.IfExp, ast.While, ast.Try)
    return not any(isinstance(node, steps) for node in ast.walk(function))


def functions(module: str) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef))


def loop_variables(module: str) -> Iterator[ast.Name]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.For | ast.comprehension):
            yield from (name for name in ast.walk(node.target) if isinstance(name, ast.Name))


@EVERY
def test_a_module_is_short(module: str) -> None:
    count = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert count <= MODULE or is_table(module), f"{count} lines"


@EVERY
def test_a_function_is_short(module: str) -> None:
    long = [
        f"{function.name}: {lines(function)} lines"
        for function in functions(module)
        if lines(function) > FUNCTION and not lists_arguments(function)
    ]
    assert not long


@EVERY
def test_a_loop_variable_is_named_by_what_it_holds(module: str) -> None:
    vague = [f"line {name.lineno}: {name.id}" for name in loop_variables(module) if name.id in VAGUE]
    assert not vague
