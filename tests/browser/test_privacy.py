"""What leaves the building: nothing, to which `visit` holds every visit; and what the server tells browsers to refuse."""

from urllib.request import Request, urlopen

import pytest

from tests.browser.site import LANGUAGES, Seen, Site


def test_a_request_to_another_host_is_refused_and_noticed(site: Site) -> None:
    site.open("/")
    assert site.seen == Seen()
    site.page.evaluate("fetch('http://192.0.2.1/').catch(() => null)")  # an address that nobody has (RFC 5737)
    assert "192.0.2.1" in " ".join(site.seen.refused)
    site.seen = Seen()


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
