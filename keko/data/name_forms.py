"""Forms in which one name of an area is written: in two languages, with its level, in the genitive, without accents."""

import re
import unicodedata
from dataclasses import dataclass

_LEVEL_WORDS = (
    r"kunta|kaupunki|maalaiskunta|hyvinvointialue|hva|maakunta|työllisyysalue|kommun|stad|välfärdsområde|landskap|landskapet"
    r"|sysselsättningsområde|municipality|city|town|wellbeing services county|county|region|employment area"
)
_AFTER = re.compile(rf"^(?P<name>.+?)[\s,(\[]+(?:{_LEVEL_WORDS})[)\]]?$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:{_LEVEL_WORDS})\s+(?:of\s+)?(?P<name>.+)$", re.IGNORECASE)
_LANGUAGES = re.compile(r"\s+[-–]\s+|\s*[/|]\s*")
# Footnote marks, and the year in which a municipality ended: "Juankoski -2016", "Honkajoki -20".
_NOTE = re.compile(r"(?:\s*(?:\*+|\d\)|\[\d\]))+$|\s+\(?[-–]\s?(?:19|20)?\d\d\)?$")
_STEM = 3  # letters that no genitive changes: Helsingin, Lahden, Turun
_GENITIVE = re.compile(r"(?:n|s)$")


def loose(name: str) -> str:
    """A name by its letters alone: no case, accents, spaces or punctuation."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())


@dataclass(frozen=True)
class Form:
    """A name, loosely written. `inflected`: a word for its level stands behind it, so that it may be a genitive."""

    name: str
    inflected: bool = False

    def is_of(self, own: frozenset[str]) -> bool:
        """Whether it is one of an area's own names, or the genitive of one."""
        if self.name in own:
            return True
        genitive = self.inflected and _GENITIVE.search(self.name)
        return bool(genitive) and any(_same_stem(self.name, known) for known in own)


def without_note(text: str) -> str:
    """A name without the marks of footnotes and the year in which the area ended."""
    return _NOTE.sub("", text.strip())


def bare_forms(text: str) -> list[list[Form]]:
    """The ways to take a name apart: each a list of names that must all be the area's."""
    name = without_note(text)
    parts = [part for part in _LANGUAGES.split(name) if part]
    return [[Form(loose(name))], [_form(name)], [_form(part) for part in parts]]


def _form(name: str) -> Form:
    if match := _AFTER.match(name):
        return Form(loose(match["name"]), inflected=True)
    if match := _BEFORE.match(name):
        return Form(loose(match["name"]))
    return Form(loose(name))


def _same_stem(genitive: str, known: str) -> bool:
    stem = min(_STEM, len(known))
    return genitive[:stem] == known[:stem] and abs(len(genitive) - len(known)) <= 4
