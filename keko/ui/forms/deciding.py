"""The two buttons of a form. What they do everybody sees at once, so each asks first."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Text
from keko.ui.confirming import Act, confirmed
from keko.words import admin, admin_forms
from keko.words.confirming import FOR_EVERYBODY


def to_save(key: str, undone: Text, language: Language, disabled: bool = False, going: Sequence[str] = ()) -> bool:
    """Whether a form is to be saved. `undone`: how that is undone; `going`: what is lost by it."""
    means = [FOR_EVERYBODY.within(language), *going, undone.within(language)]
    act = Act(admin.SAVE.within(language), admin_forms.YES_SAVE.within(language), means, disabled=disabled)
    return confirmed(act, f"{key}_save")


def to_remove(
    key: str,
    means: Sequence[str],
    language: Language,
    label: Text = admin_forms.REMOVE,
    yes: Text = admin_forms.YES_REMOVE,
) -> bool:
    """Whether what a form is of is to be removed. `means`: what goes with it, and how it is undone."""
    act = Act(label.within(language), yes.within(language), [FOR_EVERYBODY.within(language), *means])
    return confirmed(act, f"{key}_remove")
