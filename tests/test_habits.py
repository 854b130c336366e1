"""The habits of the code that a reader counts on: short modules, short functions, names that say what they hold."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from keko.config import ROOT

MODULE, FUNCTION = 250, 40  # lines
VAGUE = {"one", "found", "told", "said", "shown", "this"}
MODULES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "keko").rglob("*.py") if "versions" not in path.parts
)


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


def test_modules_are_short() -> None:
    count = {module: len((ROOT / module).read_text(encoding="utf-8").splitlines()) for module in MODULES}
    long = {module: n for module, n in count.items() if n > MODULE and not is_table(module)}
    assert not long, long


def test_functions_are_short() -> None:
    long = [
        f"{module}: {function.name}: {lines(function)} lines"
        for module in MODULES
        for function in functions(module)
        if lines(function) > FUNCTION and not lists_arguments(function)
    ]
    assert not long, long


def test_loop_variables_are_named_by_what_they_hold() -> None:
    vague = [
        f"{module}: line {name.lineno}: {name.id}"
        for module in MODULES
        for name in loop_variables(module)
        if name.id in VAGUE
    ]
    assert not vague, vague
