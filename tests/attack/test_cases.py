"""Small tables whose hidden cells could be computed, kept beside the project: each is refused or gives nothing away."""

import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from keko.attack.attack import attack
from keko.cli import main
from keko.indicators import store
from keko.installation import initialise
from tests.databases import Databases
from tests.server import ROOT

FOLDER = ROOT.parent / "shared" / "cases" / "disclosure"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"{FOLDER} is not beside the project")

Steps = tuple[str, ...]


def bring(table: str, mapping: str = "", provider: str = "local") -> str:
    """The command that imports a table."""
    options = f" --mapping {FOLDER / mapping}.yaml" if mapping else ""
    return f"import {FOLDER / table}.csv{options} --publish --provider {provider}"


def model(folder: str) -> str:
    """The command that imports a segment model."""
    files = " ".join(str(FOLDER / folder / name) for name in sorted(os.listdir(FOLDER / folder)))
    return f"segments import {files} --publish"


def cases() -> dict[str, Steps]:
    """The commands of every table or sequence of tables, by name."""
    if not FOLDER.exists():
        return {}
    alone = (
        "a4_nested_ages", "a4b_nested_ages_implied", "b01_persons_not_recognised", "b02_two_category_columns",
        "b03_county_and_employment_area_same_municipalities", "b04_measures_that_add_up", "b07_average_count",
        "b08_count_and_share", "b09_months_and_year", "b15_share_only",
    )  # fmt: skip
    mapped = {
        "b05_ratio": "b05_ratio", "b10_rate_complement": "b10", "b11_mean": "b11", "b12_median_n": "b12",
        "b14_rounded_share": "b14",
    }  # fmt: skip
    taken_back = "rollback asiakkaita --provider"
    return {
        **{name: (bring(name),) for name in alone},
        **{name: (bring(name, mapping),) for name, mapping in mapped.items()},
        "b08_share_then_count": (bring("b08_share", "b08_share"), bring("b08_count")),
        "r1": (bring("r1_first"), bring("r1_second")),
        "r2_a_withdrawn_then_b": (
            bring("r2_provider_a", provider="a"), f"{taken_back} a", bring("r2_provider_b", provider="b"),
        ),
        "r2_b_withdrawn_then_a": (
            bring("r2_provider_b", provider="b"), f"{taken_back} b", bring("r2_provider_a", provider="a"),
        ),
        "r3": (bring("r3_a"), bring("r3_b")),
        "r5": (bring("r5_total"), bring("r5_sexes")),
        "r8": (bring("r8_a"), bring("r8_b")),
        "r9": (bring("r8_a"), bring("r9_a2"), "rollback asiakkaita"),
        "seg1": (model("seg1"),),
        "seg2": (model("seg2"),),
    }  # fmt: skip


@pytest.fixture
def installation(sqlite_files: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    """A fresh installation that the commands of this process work on."""
    with sqlite_files.copy(initialise) as engine:
        monkeypatch.setenv("KEKO_DATABASE_URL", engine.url.render_as_string(hide_password=False))
        yield engine


def unprotected(connection: sa.Connection) -> list[str]:
    """Indicators that files brought in, whose small numbers nobody has said to be open."""
    origin = sa.text("SELECT id FROM indicator WHERE origin = 'analyst'")
    own = set(connection.execute(origin).scalars())
    return [one.id for one in store.load(connection).values() if one.id in own and one.disclosure.rule == "none"]


@pytest.mark.parametrize(("name", "steps"), cases().items(), ids=cases().keys())
def test_a_table_is_refused_or_gives_nothing_away(installation: sa.Engine, name: str, steps: Steps) -> None:
    codes = [main(step.split()) for step in steps]
    assert set(codes) <= {0, 1}, f"{name}: {codes}"
    with installation.connect() as connection:
        assert attack(connection).breaches == []
        assert unprotected(connection) == []
