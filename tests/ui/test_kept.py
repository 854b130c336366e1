"""Answers are worked out once, however many ask at the same moment, and again after something went wrong."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from keko.ui.kept import kept

READERS = 20


def test_what_many_ask_at_once_is_worked_out_once() -> None:
    together, worked_out = Barrier(READERS), []

    @kept(10)
    def answer(question: int) -> int:
        worked_out.append(question)
        return question * 2

    def ask(_: int) -> int:
        together.wait()
        return answer(21)

    with ThreadPoolExecutor(READERS) as readers:
        assert set(readers.map(ask, range(READERS))) == {42}
    assert worked_out == [21]


def test_a_failure_is_not_kept() -> None:
    asked: list[int] = []

    @kept(10)
    def answer(question: int) -> int:
        asked.append(question)
        if len(asked) == 1:
            raise ValueError
        return question

    with pytest.raises(ValueError):  # noqa: PT011 - raised above
        answer(1)
    assert (answer(1), answer(1), asked) == (1, 1, [1, 1])


def test_only_the_questions_asked_last_are_kept() -> None:
    asked: list[int] = []

    @kept(2)
    def answer(question: int) -> int:
        asked.append(question)
        return question

    for question in (1, 2, 3, 1):
        answer(question)
    assert asked == [1, 2, 3, 1]
