"""The document of the framework, completed; and that the framework still says what is looked for in it."""

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from keko.config import LANGUAGES, Language
from keko.data.text import Text
from keko.ui.frame_script import ADDRESS
from keko.ui.http import completed
from keko.words.framework import NO_SCRIPTS, SAID

STATIC = Path(streamlit.__file__).parent / "static"


@cache
def scripts() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in STATIC.rglob("*.js"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_is_in_the_readers_language_and_names_the_site(language: Language) -> None:
    document = completed((STATIC / "index.html").read_text(encoding="utf-8"), language)
    assert f'<html lang="{language}"' in document
    assert "<title>KEKO</title>" in document
    assert f'<script src="{ADDRESS}"></script>' in document
    assert NO_SCRIPTS.within(language) in document
    assert "JavaScript to run this app" not in document
    assert "agent/interact" not in document


# What the framework puts together itself: the keys of the reader's machine, what Enter does, and what a button is for.
PUT_TOGETHER = re.compile(r"\{name\}|Ctrl|⌘|apply|options|: ")


@pytest.mark.parametrize("text", SAID, ids=lambda text: text.en)
def test_the_framework_still_says_what_is_replaced(text: Text) -> None:
    assert [part for part in PUT_TOGETHER.split(text.en) if part.strip() not in scripts()] == []
