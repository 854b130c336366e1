"""Settings, read from the environment, with defaults that suit one machine."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
_SWITCHED = dict.fromkeys(("yes", "true", "1", "on"), True) | dict.fromkeys(("no", "false", "0", "off"), False)


def language_of(text: str | None) -> Language:
    """The supported language that `text` names ("sv", "sv-FI"), Finnish where it names none."""
    wanted = (text or "")[:2].lower()
    return next((language for language in LANGUAGES if language == wanted), "fi")


class WrongSetting(ValueError):
    """The environment says something that is no setting."""


@dataclass(frozen=True)
class Settings:
    """What an installation decides for itself.

    `area`, `benchmark`: codes of what a reader sees first. `allowed_hosts`: the names the server answers to, so that no
    other site can reach it through a reader's browser. `max_cells`, `max_columns`: the largest table that is read.
    `approval`: whether somebody else than who made a draft has to publish it.
    """

    database_url: str
    language: Language
    host: str
    port: int
    max_upload_mb: int
    max_cells: int
    max_columns: int
    allowed_hosts: str
    approval: bool
    area: str
    benchmark: str

    @property
    def loopback_only(self) -> bool:
        """Whether the server listens on this machine only: without sign-in nothing else may write."""
        return self.host in {"127.0.0.1", "localhost", "::1"}


def settings() -> Settings:
    """The settings in force: `KEKO_` and a field's name in capitals, in the environment.

    Raises:
        WrongSetting: one cannot be read.
    """
    env = os.environ
    return Settings(
        database_url=env.get("KEKO_DATABASE_URL", f"sqlite:///{ROOT / 'var' / 'keko.db'}"),
        language=language_of(env.get("KEKO_LANGUAGE")),
        host=env.get("KEKO_HOST", "127.0.0.1"),
        port=_whole("KEKO_PORT", 8501),
        max_upload_mb=_whole("KEKO_MAX_UPLOAD_MB", 200),
        max_cells=_whole("KEKO_MAX_CELLS", 6_000_000),
        max_columns=_whole("KEKO_MAX_COLUMNS", 5_000),
        allowed_hosts=env.get("KEKO_ALLOWED_HOSTS", "127.0.0.1,localhost"),
        approval=_switch("KEKO_APPROVAL", "no"),
        area=env.get("KEKO_AREA", "HVA02"),
        benchmark=env.get("KEKO_BENCHMARK", "HVA15"),
    )


def _whole(name: str, default: int) -> int:
    text = os.environ.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise WrongSetting(f"{name}: {text!r} is not a whole number")
    return int(text)


def _switch(name: str, default: str) -> bool:
    text = os.environ.get(name, default).lower()
    if text not in _SWITCHED:
        raise WrongSetting(f"{name}: {text!r} is neither yes nor no")
    return _SWITCHED[text]
