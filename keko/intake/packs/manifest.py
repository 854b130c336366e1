"""What a pack tells of itself and of each release in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Annotated, Literal
from zipfile import ZipFile

import pandas as pd
import sqlalchemy as sa
from pydantic import Field

from keko.data import sealed
from keko.data.observations import KEY, read_observations
from keko.data.problems import ProblemKind, Refused
from keko.data.sealed_problems import BROKEN
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.wording import Words
from keko.intake.mappings import Role

FORMAT = "keko-pack"
# The columns of the figures in a pack, and what each is for.
ROLES: dict[str, Role] = {
    "area": "area", "sex": "sex", "age": "age", "breakdown": "breakdown", "period": "time",
    "value": "value", "lower": "lower", "upper": "upper", "numerator": "numerator", "denominator": "denominator",
    "deviation": "deviation", "q1": "q1", "q3": "q3", "status": "status",
}  # fmt: skip

DAMAGED_PACK = ProblemKind(
    "damaged-pack",
    "error",
    Text(
        "{reason} Paketti ei kelpaa.",
        "{reason} Paketet duger inte.",
        "{reason} The pack cannot be used.",
    ),
)


# Texts that can be stored and shown as they are: of one line, or of several.
Line = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
Lines = Annotated[str, Field(pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$")]


class PackedRelease(sealed.Strict):
    """One release. `published_at`: there; `file_name`, `file_sha256`: of the file that it was made of; `figures`: its rows."""

    indicator: Indicator
    provider: Line = Field(min_length=1, max_length=40)
    provider_names: Words
    source: Words
    territory: Line = Field(max_length=40)
    first: Line = Field(max_length=7)
    last: Line = Field(max_length=7)
    periods: int = Field(ge=1)
    rows: int = Field(ge=1)
    published_at: Line = Field(max_length=32)
    file_name: Line | None = Field(default=None, max_length=200)
    file_sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")
    note: Lines | None = Field(default=None, max_length=10_000)
    figures: sealed.Part


class Pack(sealed.Manifest):
    """The whole. `by`: who made it, as they say it."""

    format: Literal["keko-pack"] = "keko-pack"
    by: Line | None = Field(default=None, max_length=120)
    releases: tuple[PackedRelease, ...]


def is_pack(data: bytes) -> bool:
    """Whether a file says of itself that it is one."""
    try:
        with sealed.opened(BytesIO(data)) as archive:
            return sealed.format_of(archive) == FORMAT
    except Refused:
        return False


@contextmanager
def open_pack(data: bytes) -> Iterator[tuple[ZipFile, Pack]]:
    """A pack whose every part has been read and is as it tells.

    Raises:
        Refused: it is not whole, or made by a newer KEKO.
    """
    try:
        with sealed.opened(BytesIO(data)) as archive:
            yield archive, verify(archive)
    except Refused as refused:
        raise Refused([DAMAGED_PACK.at(reason=problem.message) for problem in refused.problems[:1]]) from refused


def verify(archive: ZipFile) -> Pack:
    """What an open pack tells of itself, when every part has been read and is as it tells.

    Raises:
        Refused: it is not whole, or made by a newer KEKO.
    """
    pack = sealed.read_manifest(archive, Pack)
    sealed.refuse_other_parts(archive, [release.figures for release in pack.releases])
    for release in pack.releases:
        if sum(1 for _ in sealed.read_lines(archive, release.figures)) != release.rows + 1:
            raise Refused([BROKEN.at(part=release.figures.name)])
    return pack


def delivered_rows(connection: sa.Connection, release: int) -> pd.DataFrame:
    """The rows of a release that its provider delivered, in the order of their key, with the columns of a pack."""
    rows = read_observations(connection, release)
    delivered = rows[rows["origin"] == "delivered"]
    return delivered.sort_values(KEY)[list(ROLES)]


def as_csv(rows: pd.DataFrame) -> bytes:
    """Rows as they stand in a pack: the same rows are always the same lines."""
    text: str = rows.to_csv(index=False, lineterminator="\n")
    return text.encode()
