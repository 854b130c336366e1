"""A hidden number leaves by no way: it is in no table of the database, and so in nothing that is made from it."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.data.engine import connect
from keko.data.schema import observation
from tests.data.figures import KEUSOTE, dump

SMALL, *OTHERS = KEUSOTE
# Numerator and denominator; so odd that they stand nowhere else.
TRUTH = {SMALL: (3, 48371)} | {code: (70919 + 1009 * n, 390713 + 3001 * n) for n, code in enumerate(OTHERS)}
MAPPING = """
columns: {Osoittaja: numerator, Nimittäjä: denominator}
indicator: {id: oma-osuus, kind: proportion, unit: "%", disclosure: {rule: small cells, threshold: 5, sensitive: true}}
"""


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """An installation that has imported and published the table."""
    url = f"sqlite:///{tmp_path / 'keko.db'}"
    monkeypatch.setenv("KEKO_DATABASE_URL", url)
    rows = [f"{code};2024;{numerator};{among}" for code, (numerator, among) in TRUTH.items()]
    whole = [sum(numbers) for numbers in zip(*TRUTH.values(), strict=True)]
    rows.append(f"HVA02;2024;{whole[0]};{whole[1]}")
    (tmp_path / "oma.csv").write_text("\n".join(["Alue;Vuosi;Osoittaja;Nimittäjä", *rows]), encoding="utf-8")
    (tmp_path / "oma.yaml").write_text(MAPPING, encoding="utf-8")
    assert main(["init"]) == 0
    assert main(["import", str(tmp_path / "oma.csv"), "--mapping", str(tmp_path / "oma.yaml"), "--publish"]) == 0
    return connect(url)


def hidden_numbers(database: sa.Engine) -> set[str]:
    """The odd numbers of the cells that were hidden, as they would be written."""
    query = sa.select(observation.c.area).where(observation.c.status == "hidden")
    with database.connect() as connection:
        areas = set(connection.execute(query).scalars()) & set(TRUTH)
    assert SMALL in areas
    assert len(areas) > 1, "the small cell follows from the county's sum"
    return {str(number) for area in areas for number in TRUTH[area] if number > 9}


def test_no_table_holds_a_hidden_number(database: sa.Engine) -> None:
    text = repr(dump(database))
    assert {number for number in hidden_numbers(database) if number in text} == set()
    shown = {str(TRUTH[code][1]) for code in OTHERS} - hidden_numbers(database)
    assert any(number in text for number in shown), "those that show are found in this way"


@pytest.mark.parametrize(
    "command",
    [
        "series oma-osuus --area HVA02 --json",
        " ".join(["series oma-osuus --json", *(f"--area {code}" for code in KEUSOTE)]),
        "compare --area HVA02 --benchmark HVA15 --json",
        f"compare --area {SMALL} --benchmark HVA02 --json",
        "releases --json",
        "show 1 --json",
        "check --json",
    ],
)
def test_no_command_tells_a_hidden_number(
    database: sa.Engine, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(command.split())
    out = capsys.readouterr()
    assert out.out
    assert {number for number in hidden_numbers(database) if number in out.out + out.err} == set()
