"""Whatever the audit log notes is told in the reader's language."""

import ast

from keko.config import ROOT
from keko.words.audit_log import DONE


def noted() -> set[str]:
    """What calls of `note` say was done."""
    deeds = set()
    for path in (ROOT / "keko").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "note" and len(call.args) > 2:
                deeds |= {
                    node.value for node in ast.walk(call.args[2]) if isinstance(node, ast.Constant) and node.value
                }
    return deeds


def test_every_deed_has_its_words() -> None:
    assert {"publish", "remember", "forget"} <= noted() <= set(DONE)
