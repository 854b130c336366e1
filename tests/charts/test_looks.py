"""Every chart with figures that stretch it: all texts inside, none on another, and as it was when somebody looked at it."""

import pytest

from keko.charts.palette import Theme
from keko.config import LANGUAGES, Language
from tests.charts.drawn import outside, overlapping, texts
from tests.charts.pictures import drawn_svgs, on_page
from tests.charts.references import Look, cases, differences, kept, look, pictures
from tests.charts.samples import drawings, drawn_samples

PHONE, TABLET, DESK = 340, 600, 1136  # px that a page has for a chart


@pytest.mark.parametrize(
    ("language", "width"), [("fi", PHONE), ("fi", TABLET), ("sv", PHONE), ("sv", DESK), ("en", DESK)]
)
def test_texts_are_inside_and_apart(language: Language, width: int) -> None:
    for name, drawing in drawings(language, "light").items():
        svg = on_page(drawing, width)
        assert not outside(svg), name
        assert not overlapping(svg), name
        assert not [each.text for each in texts(svg) if "…" in each.text], f"{name}: a name is cut"


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_drawings_are_inside_and_apart(language: Language) -> None:
    for name, html in drawn_samples(language).items():
        for svg in drawn_svgs(str(html)):
            assert not outside(svg, 12), name
            assert not overlapping(svg, 12), name


@pytest.mark.parametrize(("theme", "language"), cases())
def test_charts_look_as_when_they_were_looked_at(theme: Theme, language: Language) -> None:
    before = kept()
    made = {f"{theme} {language} {name}": look(svg) for name, svg in pictures(language, theme)}
    assert made.keys() == {name for name in before if name.startswith(f"{theme} {language} ")}
    changed = {name: found for name, each in made.items() if (found := differences(each, before[name]))}
    assert not changed, "look at them and renew: python -m tests.charts.references FOLDER"


def test_what_is_compared_notices_words_places_and_colours() -> None:
    seen = Look([("a", 10, 20)], "8" * 1152)
    assert differences(seen, seen) == []
    assert differences(Look([("b", 10, 20)], seen.cells), seen) == ["texts: ['a', 'b']"]
    assert differences(Look([("a", 30, 20)], seen.cells), seen) == ["moved: ['a']"]
    assert differences(Look(seen.texts, "8" * 1000 + "f" * 152), seen)


def test_texts_that_leave_or_meet_are_found() -> None:
    svg = '<svg viewBox="0 0 100 50"><g transform="translate(80,20)"><text font-size="20">wide text</text></g>{}</svg>'
    assert outside(svg.format("")) == ["wide text"]
    assert overlapping(svg.format('<text x="85" y="22" font-size="20">on it</text>')) == [("wide text", "on it")]
    assert not overlapping(svg.format('<text x="0" y="22" font-size="10">apart</text>'))
