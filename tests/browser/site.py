"""KEKO as a visitor sees it. What pages are called and where their parts are is said here, for all browser tests."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from keko.config import Language
from keko.data.text import Text
from keko.ui.navigation import PAGES as ENTRIES

# Those that stand in the navigation.
PAGES: dict[str, Text] = {
    "/" if entry is ENTRIES[0] else f"/{entry.path}": entry.name for entry in ENTRIES if entry.listed
}
LANGUAGES: dict[Language, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

APP = '[data-testid="stApp"]'
FINISHED = f'{APP}[data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
UNSETTLED = '[data-testid="stSkeleton"], [data-testid="stElementContainer"][data-stale="true"]'
NAVIGATION = '[data-testid="stSidebar"] [data-testid="stPageLink"]'
MAIN = '[data-testid="stMain"]'
ERRORS = '[data-testid="stException"], [data-testid="stDialog"]'  # a dialog nobody asked for: "Page not found"
CHARTS = '[data-testid="stVegaLiteChart"]'

# Beside what axe looks for by itself: places to press of at least 24 px (WCAG 2.2 AA, 2.5.8).
AXE = {"rules": {"target-size": {"enabled": True}}}
RUN_ENDED = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}
JOINER = "\N{WORD JOINER}"  # after a dash that is not to end a line


def as_shown(text: str) -> re.Pattern[str]:
    """A text as it is found on a page: dashes may have a joiner after them."""
    return re.compile(re.sub("[–-]", lambda dash: dash[0] + JOINER + "?", re.escape(text).replace(r"\-", "-")))


@dataclass
class Seen:
    """What a visit did that nobody sees: requests to other hosts, scripts that failed, what the browser refused."""

    outside: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class Site:
    """One visit to the server at `url`, in one browser tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.seen = Seen()
        self._sockets: list[WebSocket] = []
        page.context.on("request", self._note_request)
        page.on("websocket", self._note_socket)
        page.on("pageerror", lambda error: self.seen.page_errors.append(str(error)))
        page.on("console", lambda message: self._note_console(message.text))

    def _note_request(self, request: Request) -> None:
        self._note_address(request.url)

    def _note_socket(self, socket: WebSocket) -> None:
        self._note_address(socket.url)
        self._sockets.append(socket)

    def _note_address(self, address: str) -> None:
        there = urlsplit(address)
        if there.scheme not in {"data", "blob", "about"} and there.netloc != urlsplit(self.url).netloc:
            self.seen.outside.append(address)

    def _note_console(self, text: str) -> None:
        if "Content Security Policy" in text or "Refused to" in text:
            self.seen.refused.append(text)

    # Going and waiting

    def open(self, path: str, **parameters: str) -> "Site":
        """Follow a link to `path`, as from outside, and wait until the page is there."""
        self.page.goto(self.url + path + (f"?{urlencode(parameters)}" if parameters else ""))
        self.settle()
        return self

    def leave(self) -> None:
        """Close the tab, and let the browser forget what the server gave it to keep, except for files."""
        storage = {"origin": self.url, "storageTypes": "cookies,local_storage,indexeddb"}
        self.page.context.new_cdp_session(self.page).send("Storage.clearDataForOrigin", storage)
        self.page.context.remove_listener("request", self._note_request)
        self.page.close()

    def settle(self) -> None:
        """Wait until the page's script has ended and everything it sent is drawn."""
        self.page.wait_for_selector(FINISHED)
        expect(self.page.locator(UNSETTLED)).to_have_count(0)
        expect(self.main).to_be_visible()  # it is hidden while what stands above it arrives
        for chart in self.page.locator(CHARTS).filter(visible=True).all():
            expect(chart.locator("svg.marks, canvas.marks").first).to_be_attached()

    @contextmanager
    def rerun(self) -> Iterator[None]:
        """Do something that makes the page's script run, and wait until that run has ended and is drawn.

        The state in the page changes only after the server has answered, so the answer itself is waited for.
        """
        self.settle()
        with self._sockets[-1].expect_event("framereceived", predicate=_ends_a_run):
            yield
        self.settle()

    # What there is to see

    @property
    def main(self) -> Locator:
        return self.page.locator(MAIN)

    @property
    def language(self) -> str | None:
        """The language the document says it is in."""
        return self.page.locator("html").get_attribute("lang")

    def navigation(self) -> list[str]:
        """The names of the pages in the navigation (an icon before a name is text, too)."""
        return [name.strip().splitlines()[-1] for name in self.page.locator(NAVIGATION).all_inner_texts()]

    def errors(self) -> list[str]:
        """What the page could not show."""
        return self.page.locator(ERRORS).all_inner_texts()

    def violations(self) -> list[str]:
        """What axe finds, of any impact, each with the places where it is."""
        return [
            f"{finding['id']} ({finding['impact']}): {finding['help']}\n"
            + "\n".join(f"    {node['html'][:200]}" for node in finding["nodes"])
            for finding in Axe().run(self.page, options=AXE).response["violations"]
        ]

    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading that is seen."""
        found = self.page.locator("h1, h2, h3, h4, h5, h6").filter(visible=True).all()
        return [(int(heading.evaluate("e => e.tagName[1]")), heading.inner_text()) for heading in found]

    def heard(self) -> list[str]:
        """What a screen reader says of the page: the name of everything in the browser's tree for assistive technology."""
        session = self.page.context.new_cdp_session(self.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        told = [
            node.get(part, {}).get("value", "")
            for node in nodes
            if not node["ignored"]
            for part in ("name", "description")
        ]
        return [text for text in told if text]

    # What there is to do

    def switch_language(self, language: Language) -> None:
        """Follow the link to another language, which loads the page anew."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=LANGUAGES[language], exact=True).click()
        self.settle()

    def go_to(self, path: str, language: Language) -> None:
        """Follow the link in the navigation."""
        with self.rerun():
            self.page.locator(NAVIGATION).get_by_role("link", name=PAGES[path].within(language)).click()

    def choose(self, label: str, option: str) -> None:
        """Choose `option` from the list called `label`."""
        self.page.get_by_role("combobox", name=label, exact=True).fill(option)
        with self.rerun():
            self.page.get_by_role("option", name=option).first.click()

    def upload(self, file: Path) -> None:
        with self.rerun():
            self.page.locator('input[type="file"]').set_input_files(file)

    def press(self, name: str) -> None:
        with self.rerun():
            self.page.get_by_role("button", name=name).first.click()


def _ends_a_run(frame: bytes | str) -> bool:
    if isinstance(frame, str) or len(frame) > 1_000:  # the message that a run has ended is short
        return False
    message = ForwardMsg.FromString(frame)
    return message.WhichOneof("type") == "script_finished" and message.script_finished in RUN_ENDED
