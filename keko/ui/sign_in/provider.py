"""The organisation's identity provider: asked for as little as signing in needs, over hosts that are named."""

from functools import lru_cache

import httpx2 as httpx
from authlib.integrations.starlette_client import OAuth, StarletteOAuth2App
from authlib.oidc.core import UserInfo
from starlette.requests import Request

from keko.access.decisions import LONGEST_ADDRESS
from keko.access.sign_ins import Identity
from keko.config import Settings, names, settings

SECONDS = 8.0
SKEW = 60  # seconds by which two clocks may differ
LONGEST = 255


class OtherHost(httpx.HTTPError):
    """The provider's own description leads to a host that nobody has allowed."""


def client() -> StarletteOAuth2App:
    """The provider that the settings name."""
    return _client(settings())


@lru_cache(maxsize=2)
def _client(setting: Settings) -> StarletteOAuth2App:
    hosts = {httpx.URL(setting.oidc_metadata_url).host, *names(setting.oidc_hosts)}

    async def refuse_others(request: httpx.Request) -> None:
        if request.url.host not in hosts:
            raise OtherHost(f"KEKO_OIDC_HOSTS does not name {request.url.host}")

    made: StarletteOAuth2App = OAuth().register(
        "keko",
        client_id=setting.oidc_client_id,
        client_secret=setting.oidc_client_secret,
        server_metadata_url=setting.oidc_metadata_url,
        client_kwargs={
            "scope": "openid email profile",
            "timeout": SECONDS,
            "code_challenge_method": "S256",
            "event_hooks": {"request": [refuse_others]},
        },
    )
    return made


async def verified_claims(request: Request) -> UserInfo:
    """What the provider says of who comes back from it: signed by it, meant for KEKO, of this sign-in, and not out of date.

    Raises:
        httpx.HTTPError: it does not answer.
        AuthlibBaseError, JoseError, ValueError, KeyError: what it says is not to be believed.
    """
    metadata = await client().load_server_metadata()
    wanted = {
        "iss": {"essential": True, "values": [metadata["issuer"]]},
        "aud": {"essential": True, "values": [settings().oidc_client_id]},
        "sub": {"essential": True},
    }
    token = await client().authorize_access_token(request, claims_options=wanted, leeway=SKEW)  # type: ignore[no-untyped-call]
    claims: UserInfo = token["userinfo"]
    return claims


def identity_of(claims: UserInfo) -> Identity:
    """Who the claims are of.

    Raises:
        KeyError, ValueError: they do not say, or in more characters than the standard has: cut short, two could be one.
    """
    issuer, subject = str(claims["iss"]), str(claims["sub"])
    if max(len(issuer), len(subject)) > LONGEST:
        raise ValueError("an issuer or a subject that is too long")
    return Identity(issuer, subject, _address(claims), str(claims.get("name") or "").strip()[:120] or None)


def _address(claims: UserInfo) -> str | None:
    """Their e-mail address, where the provider says of it, or is known to see to it, that it is theirs.

    A name to sign in with, which may be an address too, is what no provider says that of.
    """
    vouched = settings().oidc_emails_verified
    sure = claims.get("email_verified", vouched) is True if claims.get("email") else vouched
    email = str(claims.get("email") or claims.get("preferred_username") or "")
    return email if sure and "@" in email and len(email) <= LONGEST_ADDRESS else None
