"""What is said of waiting times follows from the classes, in every language."""

import pytest

from keko.config import Language
from keko.indicators.waiting import Waiting
from keko.indicators.waits import WaitClass
from keko.words.waits import category_name, class_name, per_cent, waiting_in_words
from tests.data.figures import point

CLASSES = (WaitClass(0, 7), WaitClass(8, 30), WaitClass(31, None))


def said(persons: tuple[float, ...], agreed: int | None, language: Language = "fi") -> str:
    return waiting_in_words(Waiting("HVA02", CLASSES, persons), agreed, language).replace("\xa0", " ")


def test_the_agreed_time_the_median_and_the_slowest_tenth() -> None:
    assert said((40, 52, 8), 7) == (
        "40 % pääsi sovitussa ajassa (7 päivää), puolet odotti enintään 11 päivää, hitain kymmenes odotti yli 29 päivää."
    )
    assert said((40, 52, 8), 7, "sv") == (
        "40 % fick servicen inom överenskommen tid (7 dagar), hälften väntade högst 11 dagar, "
        "den långsammaste tiondelen väntade över 29 dagar."
    )
    assert said((40, 52, 8), 7, "en").startswith(
        "40% received the service within the agreed time (7 days), half waited"
    )


def test_an_agreed_time_within_a_class_is_about() -> None:
    assert said((40, 52, 8), 14).startswith("noin 56 % pääsi sovitussa ajassa (14 päivää)")


def test_what_lies_in_the_open_class_is_over_it() -> None:
    text = said((10, 10, 80), 60)
    assert text == "100 pääsi palveluun, puolet odotti yli 30 päivää, hitain kymmenes odotti yli 30 päivää."


def test_a_hidden_class_says_why_there_is_nothing() -> None:
    hidden = point(None, status="hidden", reason="small cell")
    text = waiting_in_words(Waiting("HVA02", CLASSES, (40.0, None, 8.0), hidden), 7, "fi")
    assert "peitetty" in text
    assert "40" not in text


@pytest.mark.parametrize(
    ("own", "name"),
    [(WaitClass(8, 30), "8–30 päivää"), (WaitClass(91, None), "yli 90 päivää"), (WaitClass(0, 0), "0 päivää")],
)
def test_names_of_classes(own: WaitClass, name: str) -> None:
    assert class_name(own, "fi").replace("\xa0", " ") == name
    assert category_name(own.id, "fi") == class_name(own, "fi")
    assert category_name("muu", "fi") == "muu"


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (0.001, "alle 1 %"), (0.996, "99 %"), (1, "100 %"), (0.515, "52 %")]
)
def test_a_share_that_is_not_all_never_reads_so(share: float, text: str) -> None:
    assert per_cent(share, "fi").replace("\xa0", " ") == text
