"""A KEKO with people in it, published figures, and what only some may see: canaries, which a walk looks for."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Literal

import pandas as pd
import sqlalchemy as sa

from keko.access import accounts, decisions, sign_ins
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.people import Grant, Person
from keko.data.providers import ensure_provider
from keko.data.publishing import publish
from keko.data.text import Text
from keko.ui.sign_in.addresses import COOKIE
from tests.data.figures import ADMIN, KEUSOTE, shares
from tests.server import ROOT, free_port, started

Mode = Literal["machine", "public", "closed"]
HOURS = 10
INDICATOR = "tertiary-share"
PUBLISHED, DRAFTED, EMAIL = "Kanaria julkaistu", "Kanaria luonnos", "kanaria@example.fi"
ROLES: Mapping[str, tuple[Grant, ...]] = {
    "reader": (Grant("reader"),),
    "actor": (Grant("actor", "keusote", ("HVA02",)),),
    "analyst": (Grant("analyst", "keusote", ("HVA02",)),),
    "another's analyst": (Grant("analyst", "hyvaks", ("HVA15",)),),
    "admin": (Grant("admin"),),
    "without a role": (),
    "expired": (Grant("admin"),),
    "shut out": (Grant("admin"),),
}
NOBODY = "nobody"
VISITORS = (NOBODY, "forged", *ROLES)


@dataclass
class House:
    """A server in a process of its own. `outside`: whom it wanted to reach; `keys`: what the cookie of each visitor holds."""

    url: str
    mode: Mode
    log: Path
    database: str
    pid: int
    outside: list[str]
    keys: dict[str, str] = field(default_factory=dict)

    def headers(self, visitor: str) -> dict[str, str]:
        """What the browser of a visitor sends along."""
        key = "x" * 43 if visitor == "forged" else self.keys.get(visitor)
        return {"Cookie": f"{COOKIE}={key}"} if key else {}


def settings_of(mode: Mode, port: int, metadata: str = "http://127.0.0.1:9/openid") -> dict[str, str]:
    """The environment of a server in a mode."""
    if mode == "machine":
        return {"KEKO_PORT": str(port)}
    return {
        "KEKO_PORT": str(port),
        "KEKO_MODE": mode,
        "KEKO_URL": f"http://127.0.0.1:{port}",
        "KEKO_SECRET": "a secret of a test, long enough to be one",
        "KEKO_OIDC_METADATA_URL": metadata,
        "KEKO_OIDC_CLIENT_ID": "keko",
        "KEKO_OIDC_CLIENT_SECRET": "secret",
    }


@contextmanager
def house(mode: Mode, engine: sa.Engine, folder: Path, **more: str) -> Iterator[House]:
    """A fresh server on a database, filled here with people and figures."""
    keys = furnish(engine)
    port, url = free_port(), engine.url.render_as_string(hide_password=False)
    log = folder / f"{mode}.log"
    with outside() as (proxy, asked):
        ways = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), proxy) | {
            "NO_PROXY": "127.0.0.1"
        }
        environment = {**settings_of(mode, port), **ways, "KEKO_DATABASE_URL": url, **more}
        with started([sys.executable, "-m", "keko", "serve"], port, environment, log) as server:
            yield House(server.url, mode, log, url, server.pid, asked, keys)


@contextmanager
def outside() -> Iterator[tuple[str, list[str]]]:
    """A proxy that leads nowhere, its address, and what was asked of it."""
    asked: list[str] = []

    class Nowhere(BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(1_000).decode(errors="replace").partition("\r\n")[0])

    with ThreadingTCPServer(("127.0.0.1", 0), Nowhere) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()
        thread.join()


def furnish(engine: sa.Engine) -> dict[str, str]:
    """Fill an installation; returns what the cookie of each person holds."""
    with writing(engine) as connection:
        ensure_provider(connection, "keusote", Text.same(PUBLISHED))
        ensure_provider(connection, "luonnos", Text.same(DRAFTED))
        published = create_draft(connection, Draft(INDICATOR, "keusote", figures(), Text.same("-")), ADMIN)
        create_draft(connection, Draft("upper-secondary-share", "luonnos", figures(), Text.same("-")), ADMIN)
        publish(connection, [published.id], ADMIN)
        decisions.invite(connection, EMAIL, [Grant("reader")], ADMIN)
        keys = {visitor: _signed_in(connection, visitor, grants) for visitor, grants in ROLES.items()}
        return keys


def figures() -> pd.DataFrame:
    """A share for each municipality of Central Uusimaa, and the whole."""
    return shares({code: (30.0 + place, 100.0) for place, code in enumerate(KEUSOTE)})


def person(connection: sa.Connection, visitor: str) -> Person:
    """One of the people, as the database knows them."""
    id_ = connection.execute(sa.text("select id from person where subject = :who"), {"who": visitor}).scalar_one()
    return Person(id_, accounts.grants_of(connection, id_))


def _signed_in(connection: sa.Connection, visitor: str, grants: tuple[Grant, ...]) -> str:
    who = sign_ins.Identity("https://id.example", visitor, f"{visitor.split(maxsplit=1)[0]}@example.org", visitor)
    id_ = sign_ins.admit(connection, who)
    decisions.give(connection, id_, grants, (), ADMIN)
    key = sign_ins.begin(connection, id_, -1 if visitor == "expired" else HOURS)
    if visitor == "shut out":
        decisions.close(connection, id_, ADMIN)
    return key


def routes() -> list[tuple[str, list[str]]]:
    """Path and methods of every route of the server, the framework's own too, as it tells them itself in closed mode."""
    script = """
import json, app
def walk(routes, above=""):
    for route in routes:
        path = above + getattr(route, "path", "")
        if inner := getattr(route, "routes", None): yield from walk(inner, path)
        else: yield path, sorted(getattr(route, "methods", None) or [])
print(json.dumps(list(walk(app.app._build_starlette_app().routes))))
"""
    environment = {**os.environ, **settings_of("closed", 8501)}
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return [(path, methods) for path, methods in json.loads(ran.stdout.splitlines()[-1])]
