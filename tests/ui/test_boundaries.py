"""The route of boundaries, behind uvicorn as KEKO is served."""

import gzip
import json
import sys
from collections.abc import Iterator
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from keko.data.engine import connect
from keko.data.geometry import current_boundaries
from keko.installation import initialise
from keko.ui.boundaries import address
from tests.server import free_port, running


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a fresh installation."""
    url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'keko.db'}"
    initialise(connect(url))
    return url


@pytest.fixture(scope="module")
def server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a KEKO with the project's own map."""
    port = free_port()
    command = [sys.executable, "-m", "keko", "serve", "--port", str(port)]
    log = tmp_path_factory.mktemp("server") / "keko.log"
    with running(command, port, {"KEKO_DATABASE_URL": database}, log) as url:
        yield url


@pytest.fixture(scope="module")
def path(database: str) -> str:
    """Where the municipalities are served."""
    with connect(database).connect() as connection:
        here = current_boundaries(connection)
    assert here is not None
    return address(here.layers["KU"].hash)


def ask(url: str, method: str = "GET", **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(url, method=method, headers=named)) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def test_a_level_is_served_compressed_and_kept_for_ever(server: str, path: str) -> None:
    status, headers, body = ask(server + path, Accept_Encoding="gzip")
    assert status == 200
    assert headers["Content-Type"] == "application/geo+json"
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in headers
    assert len(body) < 400_000
    assert len(json.loads(gzip.decompress(body))["features"]) == 308


def test_who_cannot_unpack_gets_it_plain(server: str, path: str) -> None:
    _, headers, body = ask(server + path, Accept_Encoding="identity")
    assert "Content-Encoding" not in headers
    assert "Accept-Encoding" in headers["Vary"]
    assert len(json.loads(body)["features"]) == 308


def test_only_the_headers_come_where_only_they_are_asked_for(server: str, path: str) -> None:
    status, headers, body = ask(server + path, "HEAD", Accept_Encoding="gzip")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 10_000


@pytest.mark.parametrize("name", ["0" * 32, "%27%20OR%201=1"])
def test_an_unknown_name_is_not_found_and_not_remembered(server: str, name: str) -> None:
    status, headers, body = ask(f"{server}/geo/{name}.json")
    assert (status, headers["Cache-Control"]) == (404, "no-store")
    assert b"Traceback" not in body


def test_answers_carry_the_headers_that_protect(server: str, path: str) -> None:
    for headers in (ask(server + path)[1], ask(server + "/geo/0.json")[1]):
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_is_taken_in(server: str, path: str) -> None:
    assert ask(server + path, "POST")[0] == 405
    assert ask(server + path, "DELETE")[0] == 405
