"""Signing in: where it leads back to, whom the provider's answer is of, and what is not believed."""

from collections.abc import Mapping
from typing import Any

import pytest
from authlib.oidc.core import UserInfo

from keko.ui.sign_in import addresses, provider

CLAIMS = {"iss": "https://id.example.fi", "sub": "m-1", "name": " Maija "}


@pytest.mark.parametrize(
    "target",
    [
        None, "", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "//[", "/\\[", "/\t/evil.example",
        "javascript:alert(1)", "/kirjaudu/ulos", "/kirjaudu/../x", "/\n/evil.example", " /x",
    ],
)  # fmt: skip
def test_nobody_is_led_to_another_site_or_round_in_a_circle(target: str | None) -> None:
    assert addresses.own(target) == "/"


@pytest.mark.parametrize("target", ["/mittarit?alue=HVA08&ika=15–64", "/", "/a:b@c", "/x?y=//z"])
def test_a_page_of_this_server_is_led_back_to(target: str) -> None:
    assert addresses.own(target) == target


@pytest.mark.parametrize(
    ("vouched", "claims", "address"),
    [
        (False, {"email": "m@example.fi"}, None),
        (False, {"email": "m@example.fi", "email_verified": "true"}, None),
        (False, {"email": "m@example.fi", "email_verified": True}, "m@example.fi"),
        (False, {"preferred_username": "m@example.fi", "email_verified": True}, None),
        (True, {"email": "m@example.fi"}, "m@example.fi"),
        (True, {"email": "m@example.fi", "email_verified": False}, None),
        (True, {"preferred_username": "m@example.fi"}, "m@example.fi"),
        (True, {"preferred_username": "maija"}, None),
        (True, {"email": f"{'m' * 250}@example.fi"}, None),
    ],
)
def test_an_address_counts_where_it_is_vouched_for(
    monkeypatch: pytest.MonkeyPatch, vouched: bool, claims: Mapping[str, Any], address: str | None
) -> None:
    monkeypatch.setenv("KEKO_OIDC_EMAILS_VERIFIED", "yes" if vouched else "no")
    who = provider.identity_of(UserInfo({**CLAIMS, **claims}))
    assert (who.issuer, who.subject, who.name, who.email) == ("https://id.example.fi", "m-1", "Maija", address)


@pytest.mark.parametrize("claims", [{"sub": "m" * 256}, {"iss": f"https://{'i' * 250}.fi"}])
def test_who_could_be_taken_for_another_is_nobody(claims: Mapping[str, str]) -> None:
    with pytest.raises(ValueError, match="too long"):
        provider.identity_of(UserInfo({**CLAIMS, **claims}))
