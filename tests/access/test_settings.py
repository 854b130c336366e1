"""Settings that would let in whom they should not stop a server from starting, in one sentence that names the setting."""

from dataclasses import replace

import pytest

from keko.config import Settings, WrongSetting, refuse_unsafe, settings

SECRET = "made by chance, and long enough"
ENVIRONMENT = {
    "KEKO_MODE": "closed",
    "KEKO_URL": "https://keko.example.fi",
    "KEKO_ALLOWED_HOSTS": "keko.example.fi",
    "KEKO_SECRET": f"{SECRET}, that is 32 characters",
    "KEKO_OIDC_METADATA_URL": "https://id.example.fi/.well-known/openid-configuration",
    "KEKO_OIDC_CLIENT_ID": "keko",
    "KEKO_OIDC_CLIENT_SECRET": "secret",
}


@pytest.fixture
def right(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings that let a server start which others reach."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return settings()


@pytest.mark.parametrize("mode", ["public", "closed"])
def test_a_whole_setting_starts(right: Settings, mode: str) -> None:
    refuse_unsafe(replace(right, mode=mode))


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("mode", "machine", "KEKO_ALLOWED_HOSTS"),
        ("url", "", "KEKO_URL"),
        ("url", "http://keko.example.fi", "KEKO_URL"),
        ("url", "https://keko.example.fi/keko", "KEKO_URL"),
        ("url", "https://other.example.fi", "KEKO_ALLOWED_HOSTS"),
        ("secret", "", "KEKO_SECRET"),
        ("secret", SECRET, "KEKO_SECRET"),
        ("oidc_metadata_url", "", "KEKO_OIDC_METADATA_URL"),
        ("oidc_metadata_url", "http://id.example.fi/openid", "KEKO_OIDC_METADATA_URL"),
        ("oidc_client_id", "", "KEKO_OIDC_CLIENT_ID"),
        ("oidc_client_secret", "", "KEKO_OIDC_CLIENT_SECRET"),
    ],
)
def test_a_wrong_combination_is_refused(right: Settings, field: str, value: str, named: str) -> None:
    with pytest.raises(WrongSetting, match=named) as refused:
        refuse_unsafe(replace(right, **{field: value}))
    assert "\n" not in str(refused.value)


def test_nobody_else_reaches_a_server_without_signing_in(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_unsafe(settings())
    monkeypatch.setenv("KEKO_HOST", "0.0.0.0")
    assert not settings().at_this_machine
    with pytest.raises(WrongSetting, match="KEKO_HOST"):
        refuse_unsafe(settings())
    monkeypatch.setenv("KEKO_MODE", "open")
    with pytest.raises(WrongSetting, match="KEKO_MODE"):
        settings()
