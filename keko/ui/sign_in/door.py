"""The page before the door: why one is not in, and what one can do about it. Plain HTML, since nothing else is open yet."""

from html import escape

from keko.access.sign_ins import SignedIn
from keko.charts.palette import as_css
from keko.config import Language, settings
from keko.ui.html import anchor, way_in
from keko.ui.sign_in import addresses
from keko.words import access as words
from keko.words import interface
from keko.words.access import Failure

_AGAIN_SECONDS = 5
# The palette of the pages; which of its themes, the browser says by itself here.
_COLOURS = f":root {{ color-scheme: light dark; }} {as_css('light')} @media (prefers-color-scheme: dark) {{ {as_css('dark')} }}"
_STYLE = """
body { margin: 0; min-height: 100vh; display: grid; place-content: center; background: var(--keko-paper); color: var(--keko-ink);
  font: 1.125rem/1.5 "Source Sans", "Source Sans Pro", "Segoe UI", sans-serif; }
main { max-width: 36rem; padding: 2rem 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0 1rem; }
p { margin: 0 0 1rem; } .name { font-weight: 700; letter-spacing: .02em; margin: 0; } .quiet { color: var(--keko-quiet); }
a.keko-way-in, button { display: inline-block; font: inherit; font-weight: 600; padding: .75rem 1.5rem;
  border: 2px solid var(--keko-better); border-radius: 2px;
  background: var(--keko-better); color: var(--keko-paper); text-decoration: none; cursor: pointer; }
button.lesser { background: none; color: var(--keko-better); }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; margin-bottom: 1rem; border: 1px solid var(--keko-quiet);
  border-radius: 2px; background: var(--keko-paper); color: var(--keko-ink); }
form { margin: 0 0 1.5rem; } nav { display: flex; gap: 1rem; margin-top: 2.5rem; font-size: 1rem; } nav a { color: var(--keko-better); }
:focus-visible { outline: 3px solid var(--keko-ink); outline-offset: 2px; }
"""


def closed(target: str, language: Language, failure: Failure | None = None) -> str:
    """For who has not signed in; `failure`: why they could not."""
    is_closed = settings().mode == "closed"
    heading = words.NOT_SIGNED_IN if failure else words.DOOR if is_closed else words.SIGN_IN
    means = words.FAILURES[failure] if failure else words.DOOR_MEANS if is_closed else words.SIGN_IN_MEANS
    again = words.TRY_AGAIN if failure else words.SIGN_IN
    link = way_in(addresses.start(target), again.within(language))
    return _page(heading.within(language), _paragraph(means.within(language)) + link, target, language)


def asking(who: SignedIn, waits: bool, target: str, language: Language) -> str:
    """For who has signed in and may nothing yet, or not what they came for: whom to ask, and the question itself."""
    heading, means = (words.ASK, words.MORE_ROLES_MEANS) if who.person.roles else (words.NO_ROLE, words.NO_ROLE_MEANS)
    asked = _paragraph(words.ASKED.within(language))
    body = asked if waits else _paragraph(means.within(language)) + _request(target, language)
    if contact := settings().contact:
        body += _paragraph(words.CONTACT.within(language, contact=contact))
    name = f'<p class="quiet">{escape(words.SIGNED_IN_AS.within(language, name=who.label))}</p>'
    return _page(heading.within(language), body + name + sign_out(language), target, language)


def unreachable(language: Language) -> str:
    """While the database does not answer, so that nobody can tell who asks."""
    again = f'<meta http-equiv="refresh" content="{_AGAIN_SECONDS}">'
    return _page("KEKO", _paragraph(interface.NOT_ANSWERING.within(language)) + again, "/", language)


def sign_out(language: Language) -> str:
    """The button that signs out."""
    return f'<form method="post" action="{addresses.OUT}"><button class="lesser">{escape(words.SIGN_OUT.within(language))}</button></form>'


def _request(target: str, language: Language) -> str:
    return (
        f'<form method="post" action="{escape(addresses.request(target))}">'
        f'<label for="syy">{escape(words.WHAT_FOR.within(language))}</label>'
        f'<input id="syy" name="syy" maxlength="500" required autocomplete="off">'
        f"<button>{escape(words.ASK.within(language))}</button></form>"
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _languages(target: str, language: Language) -> str:
    links = (
        f'<strong aria-current="true">{name}</strong>'
        if code == language
        else anchor(addresses.door(addresses.in_language(target, code)), name, f'lang="{code}" hreflang="{code}"')
        for code, name in words.LANGUAGE_NAMES.items()
    )
    return f'<nav aria-label="{escape(interface.LANGUAGE.within(language))}">{" ".join(links)}</nav>'


def _page(heading: str, body: str, target: str, language: Language) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(heading)} – KEKO</title><style>{_COLOURS}{_STYLE}</style></head><body><main>"
        f'<p class="name">KEKO</p><p class="quiet">{escape(interface.TAGLINE.within(language))}</p>'
        f"<h1>{escape(heading)}</h1>{body}{_languages(target, language)}</main></body></html>"
    )
