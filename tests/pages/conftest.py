"""What pages are run in: Streamlit's AppTest, on the demo database or on a copy of it."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.components.v2 import manifest_scanner

from keko.data.engine import connect


@pytest.fixture(scope="session", autouse=True)
def components_looked_for_once() -> Iterator[None]:
    """Each AppTest reads what every installed package says of itself, in search of components; they do not change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def demo(demo_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    """The demo database, which the settings name: to read."""
    monkeypatch.setenv("KEKO_DATABASE_URL", demo_url)
    engine = connect(demo_url)
    yield engine
    engine.dispose()


@pytest.fixture
def own_demo(demo_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    """A copy of it for one test alone, which the settings name: to write to."""
    copy = tmp_path / "keko.db"
    shutil.copyfile(demo_url.removeprefix("sqlite:///"), copy)
    monkeypatch.setenv("KEKO_DATABASE_URL", f"sqlite:///{copy}")
    engine = connect(f"sqlite:///{copy}")
    yield engine
    engine.dispose()
    copy.unlink()
