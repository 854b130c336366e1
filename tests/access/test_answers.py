"""What comes back from an identity provider: an answer that is not its own, not meant for KEKO or out of date signs nobody in."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.testclient import TestClient

from keko.access.accounts import read_accounts
from keko.data.engine import writing
from keko.ui.sign_in import addresses
from keko.ui.sign_in.addresses import COOKIE
from keko.ui.sign_in.routes import routes

OWN, ANOTHERS = (RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}) for _ in range(2))
BASE = "https://keko.example.fi"
MOST = 60  # changes that somebody may make in a minute


class Provider(ThreadingHTTPServer):
    """An identity provider that answers what a test tells it to."""

    key, claims = OWN, dict[str, Any]()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str) -> Mapping[str, Any]:
        if path == "/keys":
            return {"keys": [OWN.as_dict(private=False)]}
        if path == "/token":
            token = jwt.encode({"alg": "RS256", "kid": "one"}, self.claims, self.key)
            return {"access_token": "x", "token_type": "Bearer", "id_token": token}
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.issuer} | {name: f"{self.issuer}/{place}" for name, place in places.items()}


class Answering(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        body = json.dumps(self.server.answer(self.path)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider(("127.0.0.1", 0), Answering) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def browser(provider: Provider, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser before the door of a KEKO that the provider vouches for."""
    environment = {
        "MODE": "closed",
        "URL": BASE,
        "ALLOWED_HOSTS": "keko.example.fi",
        "SECRET": "a secret of a test, long enough to be one",
        "OIDC_METADATA_URL": f"{provider.issuer}/.well-known/openid-configuration",
        "OIDC_CLIENT_ID": "keko",
        "OIDC_CLIENT_SECRET": "secret",
        "DATABASE_URL": engine.url.render_as_string(hide_password=False),
    }
    for name, value in environment.items():
        monkeypatch.setenv(f"KEKO_{name}", value)
    with TestClient(Starlette(routes=routes()), base_url=BASE, follow_redirects=False) as client:
        yield client


def back(browser: TestClient, provider: Provider, **claims: Any) -> str:
    """Where a browser is led that goes to the provider and comes back with these claims instead of the right ones."""
    asked = browser.get(addresses.start("/mittarit")).headers["location"]
    sent = {name: values[0] for name, values in parse_qs(urlsplit(asked).query).items()}
    assert (sent["redirect_uri"], sent["code_challenge_method"]) == (f"{BASE}{addresses.BACK}", "S256")
    now = int(time.time())
    right = {"iss": provider.issuer, "aud": "keko", "sub": "m-1", "iat": now, "exp": now + 300, "nonce": sent["nonce"]}
    provider.claims = {name: value for name, value in {**right, **claims}.items() if value is not None}
    return browser.get(f"{addresses.BACK}?code=x&state={sent['state']}").headers["location"]


def test_who_comes_back_is_signed_in_by_a_cookie_that_nothing_else_reads(
    browser: TestClient, provider: Provider, engine: sa.Engine
) -> None:
    assert back(browser, provider) == "/mittarit"
    said = browser.get(addresses.DOOR)
    assert COOKIE in browser.cookies, said.text
    with engine.connect() as connection:
        assert len(read_accounts(connection)) == 1


def test_the_cookie_goes_over_https_alone_and_to_no_script_and_no_other_site(
    browser: TestClient, provider: Provider
) -> None:
    back(browser, provider)
    kept = {cookie.name: cookie for cookie in browser.cookies.jar}[COOKIE]
    flags = {name.lower() for name in kept._rest}  # type: ignore[attr-defined]
    assert (kept.secure, kept.path, flags >= {"httponly", "samesite"}) == (True, "/", True)


@pytest.mark.parametrize("off", [-50, 50])
def test_a_clock_that_is_a_minute_off_is_no_reason(browser: TestClient, provider: Provider, off: int) -> None:
    now = int(time.time())
    assert back(browser, provider, iat=now + off, exp=now + off) == "/mittarit"


HOUR = 3_600
FORGED: Mapping[str, Callable[[], dict[str, Any]]] = {
    "of another provider": lambda: {"iss": "https://other.example"},
    "for another service": lambda: {"aud": "other"},
    "of another sign-in": lambda: {"nonce": "other"},
    "of no sign-in": lambda: {"nonce": None},
    "out of date": lambda: {"iat": int(time.time()) - HOUR, "exp": int(time.time()) - HOUR // 2},
    "of nobody": lambda: {"sub": None},
    "of too long a name": lambda: {"sub": "m" * 256},
}


@pytest.mark.parametrize("kind", FORGED)
def test_an_answer_that_is_not_to_be_believed_signs_nobody_in(
    browser: TestClient, provider: Provider, engine: sa.Engine, kind: str
) -> None:
    assert back(browser, provider, **FORGED[kind]()) == addresses.door("/mittarit", virhe="token")
    assert COOKIE not in browser.cookies
    with engine.connect() as connection:
        assert read_accounts(connection) == []


def test_an_answer_that_somebody_else_signed_signs_nobody_in(browser: TestClient, provider: Provider) -> None:
    provider.key = ANOTHERS
    assert back(browser, provider) == addresses.door("/mittarit", virhe="token")
    assert COOKIE not in browser.cookies


def test_an_answer_is_taken_once(browser: TestClient, provider: Provider) -> None:
    back(browser, provider)
    state = parse_qs(urlsplit(browser.get(addresses.START).headers["location"]).query)["state"][0]
    for _ in range(2):
        last = browser.get(f"{addresses.BACK}?code=x&state={state}").headers["location"]
    assert last.endswith("virhe=stale")


def test_a_provider_that_leads_to_a_host_that_is_not_named_is_not_followed(
    browser: TestClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(path: str) -> Mapping[str, Any]:
        return {**Provider.answer(provider, path), "token_endpoint": "https://evil.example/token"}

    monkeypatch.setattr(provider, "answer", elsewhere)
    assert back(browser, provider) == addresses.door("/mittarit", virhe="unreachable")


def test_a_provider_that_does_not_answer_is_told(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_OIDC_METADATA_URL", "http://127.0.0.1:9/openid")
    assert browser.get(addresses.start("/kartta")).headers["location"] == addresses.door("/kartta", virhe="unreachable")


def test_a_request_is_of_who_is_in_and_what_others_send_is_not_read(
    browser: TestClient, provider: Provider, engine: sa.Engine
) -> None:
    place = addresses.request("/kartta")
    assert browser.post(place, data={"syy": "x"}).headers["location"] == addresses.door("/kartta")
    back(browser, provider)
    for count in range(MOST + 3):
        assert browser.post(place, data={"syy": f"{count}"}).headers["location"] == addresses.door("/kartta")
    with writing(engine) as connection:
        lines = connection.execute(sa.text("select count(*) from audit where what = 'ask'")).scalar_one()
    assert lines == MOST
