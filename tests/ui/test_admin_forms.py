"""Forms of the administration page are empty again once they are saved, in the browser too."""

import ast

from tests.ui.test_writing import modules

# What a widget begins with by itself: the browser keeps what was typed over it, however the server begins anew.
FORMS = ("keko/ui/admin/", "keko/ui/forms/", "keko/ui/ecosystem/")
OF_ITSELF = {"value", "default", "index"}


def test_a_field_begins_with_what_the_server_says_and_not_with_what_the_browser_remembers() -> None:
    """Only a value put in the session (`offered.field`) is sent to the browser again."""
    calls = [
        (path, node.lineno, keyword.arg)
        for path, tree in modules()
        if path.startswith(FORMS)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and any(keyword.arg == "key" for keyword in node.keywords)
        for keyword in node.keywords
    ]
    assert [call for call in calls if call[2] in OF_ITSELF] == []
