"""What people have written is shown as they wrote it, wherever the framework would read it as Markdown."""

import ast
from pathlib import Path

import pytest

from keko.config import ROOT
from keko.ui.html import literal

_READS_MARKDOWN = {"error", "warning", "info", "success", "markdown", "caption"}
_NUMBERS = {"count", "size", "minutes", "shown", "most"}
# Calls that hold words of the project alone, though that is not told by how they are written.
_OF_THE_PROJECT = {
    "entrance.py": "roles by name",
    "development.py": "notes of methods",
    "outage.py": "one of two sentences",
    "open_figures.py": "steps of the fetch",
    "segment_models.py": "steps of the reading",
    "html.py": "HTML of the project, escaped where it is made",
}


def of_words(node: ast.expr) -> bool:
    """Whether a text is a constant of the words that at most numbers fill in, or is literal."""
    if isinstance(node, ast.JoinedStr):
        return all(of_words(part.value) for part in node.values if isinstance(part, ast.FormattedValue))
    if not isinstance(node, ast.Call):
        return isinstance(node, ast.Constant)
    called = ast.unparse(node.func)
    constant = called.removesuffix(".within").rsplit(".", 1)[-1].split("[")[0]
    is_word = called.endswith(".within") and constant.isupper() and {word.arg for word in node.keywords} <= _NUMBERS
    return is_word or called.endswith("literal")


def calls(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return [
        f"{path.name}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.IfExp)
        and (names := {part.attr for part in ast.walk(node.func) if isinstance(part, ast.Attribute)})
        and names & _READS_MARKDOWN
        and "_LOG" not in ast.unparse(node.func)
        and not any(of_words(argument) for argument in node.args[:1])
    ]


def test_what_people_wrote_is_nowhere_read_as_markdown() -> None:
    files = [*(ROOT / "keko" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    loose = [call for path in files for call in calls(path)]
    assert [call for call in loose if call.split(":")[0] not in _OF_THE_PROJECT] == []
    assert {call.split(":")[0] for call in loose} == set(_OF_THE_PROJECT)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kela ry: 5 %", "Kela ry: 5 %"),
        ("[Kela](https://a.example) ![x](https://a.example/p.png)", r"\[Kela\](https://a.example) !\[x\](https://a.example/p.png)"),
        ("<b>*a* `b` $c$", r"\<b\>\*a\* \`b\` \$c\$"),
        ("# a\n# b #", "\\# a\n\\# b #"),
    ],
)  # fmt: skip
def test_markup_is_shown_as_it_is(text: str, written: str) -> None:
    assert literal(text) == written
