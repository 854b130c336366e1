"""What leaves the room: frozen views under a title, with what has to be said of each wherever it goes."""

import colorsys
import re
from dataclasses import dataclass
from pathlib import Path

from keko.config import Language
from keko.data.text import Text
from keko.room.frozen import FrozenView, Table
from keko.words import taking_along as words
from keko.words.formats import moment
from keko.words.terms import DATA_VERSION, DEMO_NOTICE, MIXED_NOTICE, NOTICE

MARK = "keko:"  # what programs find a seal by
SHORT = 16  # hexadecimal digits of a seal that people read


class CannotMake(Exception):
    """A file cannot be made. `sentence`: why, for readers."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class NotInstalled(CannotMake):
    """The library that makes it is missing. `library`: its name on PyPI."""

    def __init__(self, library: str) -> None:
        super().__init__(words.NOT_INSTALLED.filled(library=library))
        self.library = library


class UnfitTemplate(CannotMake):
    """The organisation's template cannot be used."""


class NotOnePage(CannotMake):
    """There are more views and decisions than one page holds."""

    def __init__(self) -> None:
        super().__init__(words.NOT_ONE_PAGE)


@dataclass(frozen=True)
class Colours:
    """The colours of what is drawn, as CSS has them: the first series is the area's, the second its benchmark's, all else other."""

    area: str
    benchmark: str
    other: str
    ink: str
    quiet: str
    line: str
    paper: str

    def of_series(self, place: int) -> str:
        """The colour of the series at a place among those of a plot."""
        return (self.area, self.benchmark)[place] if place < 2 else self.other


@dataclass(frozen=True)
class Handout:
    """Frozen views to be taken along, each in the language that it was frozen in. `title`: of the meeting, or of the page; `remark`:
    what has to be said of the meeting; `receipt`: what became of its earlier decisions, None where there are none; `decisions`: a
    line of text for each.

    `made_at`: UTC, ISO 8601; `address`: where readers reach KEKO, empty where nobody but this machine does; `template`: the
    organisation's own presentation file, None for KEKO's own; `unreadable`: how many pinned views this version of KEKO cannot read,
    which are not among `views`.
    """

    title: str
    views: tuple[FrozenView, ...]
    language: Language
    made_at: str
    colours: Colours
    remark: str = ""
    receipt: Table | None = None
    decisions: tuple[str, ...] = ()
    address: str = ""
    template: Path | None = None
    unreadable: int = 0

    @property
    def marks(self) -> list[str]:
        """The seals of its views, as programs find them."""
        return list(dict.fromkeys(mark(view) for view in self.views))

    @property
    def notice(self) -> str:
        """That all its figures are demo figures, or some; empty where none are."""
        if not any(view.is_demo for view in self.views):
            return ""
        whole = all(view.is_demo and not _is_mixed(view) for view in self.views)
        return (DEMO_NOTICE if whole else MIXED_NOTICE).within(self.language)

    @property
    def made(self) -> str:
        """When it was made, of how many views, and how many could not be read, for readers."""
        count = words.VIEWS.within(self.language, count=len(self.views))
        made = f"{words.MADE.within(self.language)} {moment(self.made_at, self.language)} · {count}"
        return f"{made} · {words.UNREADABLE.within(self.language, count=self.unreadable)}" if self.unreadable else made


def mark(view: FrozenView) -> str:
    """The whole seal of a view, as programs find it."""
    return f"{MARK}{view.seal}"


def short_seal(view: FrozenView) -> str:
    """The beginning of the seal in groups of four, as people read it, and type it: enough to tell views apart."""
    return " ".join(re.findall(".{4}", view.seal[:SHORT]))


def demo_notice(view: FrozenView) -> str:
    """That all figures of a view are demo figures, or some; empty where none are."""
    if not view.is_demo:
        return ""
    return (MIXED_NOTICE if _is_mixed(view) else DEMO_NOTICE).within(view.language)


def _is_mixed(view: FrozenView) -> bool:
    """Whether a view says that only some of its figures are demo figures."""
    return dict(view.notes).get(NOTICE.within(view.language)) == MIXED_NOTICE.within(view.language)


def facts(view: FrozenView) -> dict[str, str]:
    """What has to be said of a view, by name: its notes, data version, date, that it is demo data, and its seal."""
    language = view.language
    said = dict(view.notes)
    said.setdefault(DATA_VERSION.within(language), str(view.data_version))
    said[words.FROZEN_AT.within(language)] = moment(view.frozen_at, language)
    if view.is_demo:
        said.setdefault(NOTICE.within(language), demo_notice(view))
    said[words.SEAL.within(language)] = short_seal(view)
    return said


def in_a_line(view: FrozenView) -> str:
    """The same as one line of small type."""
    return " · ".join(f"{name}: {text}" for name, text in facts(view).items() if text)


def check_address(view: FrozenView, handout: Handout) -> str:
    """Where a reader checks the seal; empty where KEKO has no address that others reach."""
    return f"{handout.address}/tarkista/{view.seal[:SHORT]}" if handout.address else ""


def hexadecimal(colour: str) -> str:
    """A colour as six hexadecimal digits, from `hsl(h, s%, l%)` or `#rrggbb`.

    Raises:
        ValueError: it is neither.
    """
    if match := re.fullmatch(r"#([0-9a-fA-F]{6})", colour):
        return match[1].upper()
    if match := re.fullmatch(r"hsl\((\d+), (\d+)%, (\d+)%\)", colour):
        hue, saturation, lightness = (int(part) for part in match.groups())
        rgb = colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
        return "".join(f"{round(part * 255):02X}" for part in rgb)
    raise ValueError(f"no colour: {colour}")
