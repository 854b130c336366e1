"""Settings, read from the environment, with defaults that suit one machine."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"

Mode = Literal["machine", "public", "closed"]
Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
_SWITCHED = dict.fromkeys(("yes", "true", "1", "on"), True) | dict.fromkeys(("no", "false", "0", "off"), False)
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_SHORTEST_SECRET = 32


def language_of(text: str | None) -> Language:
    """The supported language that `text` names ("sv", "sv-FI"), Finnish where it names none."""
    wanted = (text or "")[:2].lower()
    return next((language for language in LANGUAGES if language == wanted), "fi")


class WrongSetting(ValueError):
    """The environment says something that is no setting."""


@dataclass(frozen=True)
class Settings:
    """What an installation decides for itself.

    `mode`: who gets in. On this *machine* only, whoever sits at it, without signing in; in *public* anyone reads what is published
    and everything else needs signing in; *closed*: everything does. `url`: where readers reach it, as in https://keko.example.fi.
    `oidc_…`: the organisation's identity provider; `oidc_hosts`: hosts that may be asked besides that of the metadata, and
    `oidc_emails_verified`: whether every e-mail address it tells is its holder's own, though it does not say so of each.
    `secret`: what the cookie of a sign-in that is under way is signed with, the same in every replica. `sign_in_hours`: how long a
    sign-in lasts; `keep_days`: how long a name is kept after its person has left. `proxies`: addresses of the proxies whose word
    is taken for who asks. `contact`: whom somebody without a role asks.

    `area`, `benchmark`: codes of what a reader sees first. `allowed_hosts`: the names the server answers to, so that no
    other site can reach it through a reader's browser. `max_cells`, `max_columns`: the largest table that is read.
    `approval`: whether somebody else than who made a draft has to publish it. `slides_template`: the organisation's own
    presentation file (.pptx), empty for KEKO's own look.
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
    mode: Mode
    url: str
    oidc_metadata_url: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_hosts: str
    oidc_emails_verified: bool
    secret: str
    sign_in_hours: int
    keep_days: int
    proxies: str
    contact: str
    slides_template: str

    @property
    def at_this_machine(self) -> bool:
        """Whether whoever asks sits at the machine itself: nobody else can."""
        return self.mode == "machine" and self.host in _LOOPBACK


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
        mode=_mode(),
        url=env.get("KEKO_URL", "").rstrip("/"),
        oidc_metadata_url=env.get("KEKO_OIDC_METADATA_URL", ""),
        oidc_client_id=env.get("KEKO_OIDC_CLIENT_ID", ""),
        oidc_client_secret=env.get("KEKO_OIDC_CLIENT_SECRET", ""),
        oidc_hosts=env.get("KEKO_OIDC_HOSTS", ""),
        oidc_emails_verified=_switch("KEKO_OIDC_EMAILS_VERIFIED", "no"),
        secret=env.get("KEKO_SECRET", ""),
        sign_in_hours=_whole("KEKO_SIGN_IN_HOURS", 10),
        keep_days=_whole("KEKO_KEEP_DAYS", 730),
        proxies=env.get("KEKO_PROXIES", ""),
        contact=env.get("KEKO_CONTACT", ""),
        slides_template=env.get("KEKO_SLIDES_TEMPLATE", ""),
    )


def refuse_unsafe(setting: Settings) -> None:
    """Stop before a server starts whose settings would let in whom they should not.

    Raises:
        WrongSetting: they would; which of them, in one sentence.
    """
    if reason := next((reason for holds, reason in _unsafe(setting) if holds), None):
        raise WrongSetting(reason)


def _unsafe(setting: Settings) -> list[tuple[bool, str]]:
    if setting.mode == "machine":
        return [
            (
                setting.host not in _LOOPBACK,
                "KEKO_HOST: others reach this address, so KEKO_MODE has to be public or closed",
            ),
            (
                not names(setting.allowed_hosts) <= _LOOPBACK,
                "KEKO_ALLOWED_HOSTS: others reach KEKO by this name, so KEKO_MODE has to be public or closed",
            ),
        ]
    address = urlsplit(setting.url)
    missing = [name for name, value in _needed(setting).items() if not value]
    return [
        (bool(missing), f"KEKO_MODE={setting.mode} needs a sign-in: {', '.join(missing)} not set"),
        (
            len(setting.secret) < _SHORTEST_SECRET,
            f"KEKO_SECRET: at least {_SHORTEST_SECRET} characters, made by chance",
        ),
        (not _is_safe(setting.url), "KEKO_URL: people sign in over https only"),
        (
            not _is_safe(setting.oidc_metadata_url),
            "KEKO_OIDC_METADATA_URL: an identity provider is asked over https only",
        ),
        (
            bool(address.path or address.query),
            "KEKO_URL: the address of the server alone, as in https://keko.example.fi",
        ),
        (
            address.hostname not in names(setting.allowed_hosts),
            f"KEKO_ALLOWED_HOSTS: {address.hostname}, which KEKO_URL names, is missing",
        ),
    ]


def _needed(setting: Settings) -> dict[str, str]:
    return {
        "KEKO_URL": setting.url,
        "KEKO_SECRET": setting.secret,
        "KEKO_OIDC_METADATA_URL": setting.oidc_metadata_url,
        "KEKO_OIDC_CLIENT_ID": setting.oidc_client_id,
        "KEKO_OIDC_CLIENT_SECRET": setting.oidc_client_secret,
    }


def _is_safe(url: str) -> bool:
    """Whether nobody on the way can read along: https, or never off this machine."""
    address = urlsplit(url)
    return bool(address.hostname) and (address.scheme == "https" or address.hostname in _LOOPBACK)


def names(text: str) -> set[str]:
    """The names of a list, parted by commas or spaces, in small letters."""
    return set(text.lower().replace(",", " ").split())


def _mode() -> Mode:
    text = os.environ.get("KEKO_MODE", "machine")
    if text not in get_args(Mode):
        raise WrongSetting(f"KEKO_MODE: {text!r} is none of {', '.join(get_args(Mode))}")
    return cast(Mode, text)


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
