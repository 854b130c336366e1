"""How far a long piece of work has come, for whoever waits for it."""

from typing import Literal, Protocol

Stage = Literal["protecting", "assessing"]


class Progress(Protocol):
    """Is told how much of a stage is done."""

    def __call__(self, done: int, of: int, stage: Stage = "protecting") -> None:
        """`done` parts `of` all of them."""
