"""One click never writes for everyone unasked: every button that writes asks once, or is known not to write for others."""

import ast
from collections.abc import Iterator
from pathlib import Path

from keko.config import ROOT
from keko.words import confirming

# Buttons outside `keko.ui.confirming`, by file and the function they are in, and why they ask nothing.
UNASKED = {
    ("keko/ui/confirming.py", "confirmed"): "it is the button that was asked for",
    ("keko/ui/workbench/asking.py", "ask"): "answers stay in the visit until the file is published",
    ("keko/ui/workbench/asking.py", "show_given"): "answers stay in the visit until the file is published",
    ("keko/ui/workbench/corrections.py", "correct"): "corrections stay in the visit until the file is published",
    ("keko/ui/workbench/new_indicators.py", "describe"): "descriptions stay in the visit until the file is published",
    ("keko/ui/workbench/publishing.py", "decide"): "a draft is seen by no reader, and can be thrown away below",
    ("keko/ui/benchmark/choices.py", "ask"): "it changes the reader's own view",
    ("keko/ui/copy_link.py", "offer"): "it copies an address",
    ("keko/ui/freezing/along.py", "offer"): "it opens what can be taken along",
    (
        "keko/ui/taking_along.py",
        "offer",
    ): "it makes a file for whoever asks; what is kept of it changes nothing that is seen",
    ("keko/ui/taking_along.py", "_ask_for_own_template"): "it makes a file for whoever asks",
    ("keko/ui/presenting.py", "offer"): "it changes the reader's own view",
    ("keko/ui/presenting.py", "offer_to_stop"): "it changes the reader's own view",
    ("keko/ui/entrance.py", "_say_expired"): "it changes the visitor's own visit",
    ("keko/ui/ecosystem/confirming_own.py", "offer"): "it changes no record: it says that one's own still hold",
    (
        "keko/ui/ecosystem/service_file.py",
        "bring",
    ): "drafts are seen by no reader, and only what is chosen of them is published",
    (
        "keko/ui/ecosystem/draft_form.py",
        "_leave",
    ): "no reader sees it, and the service can be matched later in the same place",
    ("keko/ui/ecosystem/draft_form.py", "_end"): "it changes nothing that readers see",
    ("keko/ui/admin/people.py", "_invite"): "it is one person's, and can be closed",
    ("keko/ui/admin/people.py", "_change"): "it is one person's, where it is changed back",
    ("keko/ui/admin/people.py", "_let_in_or_erase"): "it is one person's, and can be closed again",
    ("keko/ui/pinning.py", "_form"): "it adds to an agenda, from which it is taken away",
    ("keko/ui/meeting/choices.py", "ask"): "it changes the reader's own view",
    ("keko/ui/meeting/slides.py", "_turn"): "it changes the reader's own view",
    ("keko/ui/meeting/item_form.py", "_move"): "it changes the order of an agenda, and is changed back beside it",
}
# Where something that others see is written, and how it is undone.
ASKED = {
    ("keko/ui/open_figures.py", "_offer"): "each file is taken back on the import page",
    ("keko/ui/indicators/limits.py", "decide"): "the same place calculates as before",
    ("keko/ui/forms/deciding.py", "to_save"): "what was saved is changed or taken away on the same page",
    ("keko/ui/forms/deciding.py", "to_remove"): "what was taken away is written again on the same page",
    ("keko/ui/ecosystem/actions.py", "_ask"): "the action is undone or removed on the page of goals and actions",
    ("keko/ui/ecosystem/files.py", "bring"): "the change is taken back on the same page",
    ("keko/ui/ecosystem/draft_form.py", "_publish"): "the change is taken back on the same page",
    ("keko/ui/ecosystem/taking_back.py", "show"): "what was taken back is taken back in the same place",
    ("keko/ui/workbench/publishing.py", "decide"): "the file is taken back where it was published, and in the history",
    ("keko/ui/workbench/publishing.py", "take_file_back"): "the file is published again in the history",
    ("keko/ui/workbench/delivered.py", "_publish_again"): "the file is taken back in the history",
    ("keko/ui/workbench/history.py", "_decide"): "a release is taken back in the history; a draft is brought in again",
    ("keko/ui/admin/boundaries.py", "_publish"): "the boundaries before are in force again from the same place",
    ("keko/ui/admin/boundaries.py", "_take_back"): "the file is brought in again",
    ("keko/ui/meeting/managing.py", "_close"): "the meeting is opened again in the same place",
    ("keko/ui/workbench/history.py", "_taking_back"): "the file is published again in the history",
}
# Where something is asked that no reader sees, and how it is undone.
ASKED_UNSEEN = {
    ("keko/ui/ecosystem/drafts.py", "_leave_out_all"): "each is found among the decided ones, where it can be matched",
    ("keko/ui/admin/people.py", "_close"): "the person is let in again in the same place",
    ("keko/ui/admin/people.py", "_let_in_or_erase"): "it is not, and says so",
    ("keko/ui/admin/in_force.py", "show"): "it is not, and says so",
}
# Where each visitor writes of themselves only.
OF_ONESELF = {"keko/ui/sign_in/routes.py"}
PRESSED = {"button", "form_submit_button"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("keko/ui", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The function that a call is in, and what is called."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call):
                    yield function.name, _name(node.func)


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def places(names: set[str]) -> set[tuple[str, str]]:
    return {(path, function) for path, tree in modules() for function, name in calls(tree) if name in names}


def test_every_button_that_asks_nothing_says_why() -> None:
    assert places(PRESSED) == set(UNASKED)


def test_whatever_is_asked_says_how_it_is_undone() -> None:
    assert places({"confirmed"}) == {*ASKED, *ASKED_UNSEEN}


def test_nothing_is_written_on_a_page_without_such_a_button() -> None:
    """Who writes is reached only from a module that asks."""
    asking = {path for path, _ in ASKED}
    assert {path for path, _ in places({"writing", "fetch_recipes"})} <= asking | OF_ONESELF | {"keko/ui/writing.py"}


def test_whatever_changes_what_everybody_sees_says_so() -> None:
    for path in {path for path, _ in ASKED}:
        assert "FOR_EVERYBODY" in Path(ROOT / path).read_text(encoding="utf-8"), path
    assert "jokainen lukija" in confirming.FOR_EVERYBODY.fi
