"""What leaves the building: nothing; and what the server tells browsers to refuse."""

from urllib.request import Request, urlopen

import pytest

from tests.browser.site import LANGUAGES, PAGES, Site


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_anything_of_another_host(site: Site, path: str) -> None:
    site.open(path)
    assert site.seen.outside == []
    assert site.seen.refused == []
    assert site.seen.page_errors == []


def test_security_headers_are_there(server: str) -> None:
    with urlopen(server + "/mittarit") as answer:
        headers = answer.headers
    parts = headers["Content-Security-Policy"].split(";")
    policy: dict[str, str] = dict(part.strip().partition(" ")[::2] for part in parts)
    assert policy["default-src"] == "'self'"
    assert "'unsafe-inline'" not in policy.get("script-src", policy["default-src"])
    assert policy["frame-ancestors"] in {"'none'", "'self'"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in {"no-referrer", "same-origin", "strict-origin"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_its_language(server: str, language: str) -> None:
    with urlopen(f"{server}/mittarit?kieli={language}") as answer:
        assert f'<html lang="{language}"' in answer.read().decode()


def test_without_a_language_the_document_is_finnish(server: str) -> None:
    with urlopen(Request(server + "/", headers={"Accept-Language": "de"})) as answer:
        assert '<html lang="fi"' in answer.read().decode()
