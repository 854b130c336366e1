"""The short address of a seal leads to its page, whatever somebody writes there."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from keko.ui.check_routes import routes

CLIENT = TestClient(Starlette(routes=routes), follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/tarkista/3f2a91bc77de0412", "/tarkista?tarkiste=3f2a91bc77de0412"),
        ("/tarkista/3f2a?kieli=sv", "/tarkista?tarkiste=3f2a&kieli=sv"),
        ("/tarkista/a%26kieli=x", "/tarkista?tarkiste=a%26kieli%3Dx"),
        ("/tarkista/%0d%0aSet-Cookie:x", "/tarkista?tarkiste=%0D%0ASet-Cookie%3Ax"),
        ("/tarkista/x?kieli=%26a", "/tarkista?tarkiste=x&kieli=%26a"),
        (f"/tarkista/{'a' * 500}", f"/tarkista?tarkiste={'a' * 80}"),
    ],
)
def test_a_seal_leads_to_its_page_and_nowhere_else(path: str, target: str) -> None:
    answer = CLIENT.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, target)
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/tarkista/", "/tarkista/a/b"])
def test_anything_longer_is_not_taken(path: str) -> None:
    assert CLIENT.get(path).status_code == 404
