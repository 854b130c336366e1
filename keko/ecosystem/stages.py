"""The stages of the path from first contact to staying in work, in order: a list, so that no stage can come before itself."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter

from keko.config import ASSETS
from keko.data.shipped import read_yaml
from keko.indicators.protection import Strict
from keko.indicators.wording import Named


class Stage(Strict):
    """A stage. `delays`: the indicators that measure how long one waits for it."""

    code: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=40)
    names: Named
    what: Named
    delays: tuple[str, ...] = ()


def _each_once(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    codes = [stage.code for stage in stages]
    if not codes or len(set(codes)) < len(codes):
        raise ValueError("a stage stands twice, or there is none")
    return stages


_STAGES: TypeAdapter[tuple[Stage, ...]] = TypeAdapter(Annotated[tuple[Stage, ...], AfterValidator(_each_once)])


def read_stages(file: Path = ASSETS / "stages.yaml") -> tuple[Stage, ...]:
    """The stages of a file, in order.

    Raises:
        pydantic.ValidationError: a stage stands twice or is none, or there are no stages.
    """
    return _STAGES.validate_python(read_yaml(file))
