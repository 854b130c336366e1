"""`keko check --attack` names each breach and ends as `check` does."""

import json
from pathlib import Path

import pytest

from keko.cli import main
from keko.data.engine import connect, writing
from keko.indicators import store
from tests.attack.planted import COUNTY, FOR_ITSELF, FOR_OTHERS, TARGET, cells, release
from tests.data.figures import KEUSOTE, protected


@pytest.mark.parametrize("safe", [False, True])
def test_a_breach_is_named_and_fails_the_check(
    safe: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'keko.db'}"
    monkeypatch.setenv("KEKO_DATABASE_URL", url)
    assert main(["init"]) == 0
    others = dict.fromkeys(KEUSOTE[1:], 20.0)
    sizes = {TARGET: FOR_ITSELF, **others, COUNTY: 103.0} | ({KEUSOTE[1]: FOR_OTHERS} if safe else {})
    with writing(connect(url)) as connection:
        store.add(connection, [protected("clients", "count")])
        release(connection, "clients", cells(sizes))
    capsys.readouterr()
    plain = main(["check"])
    assert main(["check", "--attack", "--json", "--language", "en"]) == (0 if safe else 1)
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])["attack"]
    assert answer["attacked"] == (2 if safe else 1)
    assert [(one["area"], one["least"], one["most"]) for one in answer["breaches"]] == (
        [] if safe else [(TARGET, 3, 3)]
    )
    assert all(one["follows_from"] == "sums over areas" for one in answer["breaches"])
    assert plain == (0 if safe else 1)
