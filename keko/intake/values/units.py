"""Units as files state them: what is counted, by how many at a time and per what, and what makes one of another."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from keko.data.area_names import folded
from keko.data.arrays import Floats

# What is counted: its words, and how large one of it is beside the first of its quantity.
_WORDS: dict[tuple[str, float], str] = {
    ("euros", 1.0): r"€|eur|euros?|euroa|euroina|e",
    ("euros", 0.01): r"c|ct|snt|sentti|senttiä|cents?",
    ("share", 0.01): r"%|pct|pc|prosent\w*|procent|per ?cent(?:age)?|percentage",
    ("share", 0.001): r"‰|promille\w*|per ?mille|pro ?mille",
    ("persons", 1.0): r"henkilö\w*|hlö|hlöä|henke[aä]|ihmis(?:tä|iä)|persons?|people|personer|per|asukasta|asukkaita"
    r"|invånare|inhabitants?|residents?",
    ("things", 1.0): r"lkm|kpl|kappaletta|lukumäärä|st|stycken|antal|number|count|pcs|nr",
    ("days", 1.0): r"päivä|päivää|päiviä|päivinä|pv|vrk|vuorokaut\w+|days?|dag|dagar|dygn",
    ("days", 7.0): r"viikkoa|viikkoina|vk|weeks?|veckor",
    ("months", 1.0): r"kuukautta|kuukausina|kk|months?|månad|månader",
    ("months", 12.0): r"vuotta|vuosina|v|years?|år",
    ("points", 1.0): r"pistettä|points?|poäng",
    ("index", 1.0): r"indeksi\w*|index",
}
_KNOWN = {kind: re.compile(words) for kind, words in _WORDS.items()}
_PHYSICAL = re.compile(
    r"(?:k?g|[km]?t|tonnia|tons?) ?co2(?:[- ]?(?:ekv|eq)\w*\.?|e)?"
    r"|k?m|[kcm]?m[23]|ha|k?g|t|tonnia|tons?|l|litraa|[kmgt]?wh|[kmg]w|[gt]j|°?c"
)
_PER_WHOM = {
    "resident": re.compile(r"asuk\w*|capita|invånare|inhabitants?|residents?|population|väestö\w*"),
    "client": re.compile(r"asiak\w*|klient\w*|kund\w*|clients?|customers?"),
    "person": re.compile(r"henkilö\w*|hlö\w*|persons?|personer"),
    "year": re.compile(r"v|vuosi|vuode\w*|vuotta|years?|år"),
    "month": re.compile(r"kk|kuukau\w*|months?|månad"),
}
_MULTIPLES: dict[float, str] = {
    1e3: r"tuhat|tuhatta|tuhansi(?:a|na|n)|tuh\.?|tusen|(?:i )?tusental|(?:in )?thousands?(?: of)?|ths\.?",
    1e6: r"miljoon(?:a|aa|ia|ina)|milj\.?|mio|mln|mn|miljon(?:er)?|(?:in )?millions?(?: of)?",
    1e9: r"miljard(?:i|ia|eja|er|eina)?|mrd\.?|mdr|bn|(?:in )?billions?(?: of)?",
}
_BEFORE_EURO = {"t": 1e3, "k": 1e3, "m": 1e6}  # t€, k€, MEUR
_DIGITS = re.compile(r"(?:x|×|\*)? ?(1(?:0{0,2}(?:[ .,']000)+|0+))(?: ?[x×*])?(?![\w-])")
_WORD_MULTIPLE = re.compile(
    "(?:" + "|".join(f"(?P<_{int(np.log10(size))}>{words})" for size, words in _MULTIPLES.items()) + r")(?!\w)"
)
_EURO_MULTIPLE = re.compile(r"([tkm])[. ]?(?=(?:€|eur(?:oa|os?)?)(?:\W|$))")
_PER = re.compile(r"(?P<of>.*?) ?(?:/|\b(?:per|pr)\b) ?(?P<per>.+)")
_PER_AFTER = re.compile(r"(?P<of>.*?) ?(?P<per>(?:1[0 .,']*|tuhatta )?\S+) (?:kohti|kohden)")
_NO_UNIT_AFTER = re.compile(
    r"(?:/|\b(?:per|yli|alle|vähintään|enintään|ainakin|over|under|above|below|than|least|most|minst|högst))$"
)
_MOST_WORDS = 5
_LONGEST = 200  # signs of a text that may be a unit
_SHORTEST = 2


@dataclass(frozen=True)
class Unit:
    """One unit.

    `text`: as it is kept, without its multiple ("euroa" of "1 000 euroa"); `multiple`: how many of it one of the figures
    is (1 000); `quantity`: what it is an amount of, empty where it is not known; `size`: how large it is among units of its
    quantity (a per cent 0.01, a week 7 days); `per`: per what, empty for nothing.
    """

    text: str = ""
    multiple: float = 1.0
    quantity: str = ""
    size: float = 1.0
    per: str = ""

    @classmethod
    def of(cls, text: str) -> "Unit":
        """The unit that `text` writes in Finnish, Swedish or English; a text that is none is kept without a quantity.

        A long text is none: a cell may hold millions of signs.
        """
        return cls._of(text) if len(text) <= _LONGEST else cls(text)

    @classmethod
    @lru_cache(maxsize=10_000)
    def _of(cls, text: str) -> "Unit":
        written = " ".join(text.split())
        plain = folded(written.replace("_", " "))
        own = _known(plain, written)
        if own:
            return own
        multiple, rest = _multiple_of(plain)
        if multiple == 1:
            return cls(written)
        own = _known(rest, rest) if rest else cls()
        if own is None:
            return cls(rest, multiple)
        kept = "€" if own.quantity == "euros" and not own.per else own.text
        return cls(kept, multiple, own.quantity, own.size, own.per)

    @property
    def is_known(self) -> bool:
        """Whether the text is a unit and not any words."""
        return bool(self.quantity) or (self.multiple != 1 and not self.text)

    def to(self, other: "Unit") -> float | None:
        """By what figures in this unit are multiplied to be in `other`; None where neither can be made of the other.

        Persons and things are both counted one by one.
        """
        counted = {"persons", "things"}
        same = self.quantity == other.quantity or {self.quantity, other.quantity} <= counted
        if not (self.quantity and same and (self.per == other.per or self._is_rate(other))):
            return None
        return self.multiple * self.size / (other.multiple * other.size)

    def _is_rate(self, other: "Unit") -> bool:
        """Whether both are shares, one of which leaves unsaid of whom ("/1 000", "/1 000 asukasta")."""
        return self.quantity == other.quantity == "share" and not (self.per and other.per)


def scaled(figures: Floats, factor: Floats | float) -> Floats:
    """Figures times a factor, to the 14 digits that are sure (1.001 times 1 000 is 1 001)."""
    times = np.asarray(figures * factor, dtype=np.float64)
    changed = np.isfinite(times) & (np.broadcast_to(factor, times.shape) != 1)
    times[changed] = [float(f"{value:.14g}") for value in times[changed]]
    return times


def split_unit(text: str) -> tuple[str, str]:
    """A name and the unit behind it: in brackets, after a comma, or a multiple in plain words ("Menot 1 000 euroa").

    The unit is empty where the name ends in none.
    """
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        rest, last = " ".join(words[:-count]), " ".join(words[-count:])
        enclosed = (last[:1] + last[-1:]) in {"()", "[]"}
        apart = enclosed or rest.endswith((",", ";", ":"))
        if _is_unit(last[1:-1] if enclosed else last, apart) and not _NO_UNIT_AFTER.search(folded(rest)):
            return rest.rstrip(" ,;:("), last[1:-1].strip() if enclosed else last
    return text, ""


def _is_unit(text: str, apart: bool) -> bool:
    """Whether a part of a text is a unit. `apart`: brackets or a comma set it apart; else only a multiple is one."""
    amount = re.split(r"/|\bper\b", text)[0].strip()
    if text[:1] in "([" or text[-1:] in ",;:" or (amount and not Unit.of(amount).is_known):
        return False
    unit = Unit.of(text)
    if not apart:
        return unit.multiple != 1 and unit.is_known and any(sign.isalpha() or sign == "€" for sign in text)
    return unit.is_known and (len(text) >= _SHORTEST or text in "%‰€")


def _known(plain: str, written: str) -> Unit | None:
    """A unit of a known quantity and no multiple, alone or per something."""
    for (quantity, size), pattern in _KNOWN.items():
        if pattern.fullmatch(plain):
            return Unit("%" if (quantity, size) == ("share", 0.01) else written, 1.0, quantity, size)
    if _PHYSICAL.fullmatch(plain):
        return Unit(written, 1.0, plain)
    match = _PER_AFTER.fullmatch(plain) or _PER.fullmatch(plain)
    return _rate(match["of"], match["per"], written) if match else None


def _rate(of: str, per: str, written: str) -> Unit | None:
    """So many of something per so many of another: "€/asukas", "/1 000", "per 10 000 invånare"."""
    among, rest = _multiple_of(per)
    whom = next((name for name, pattern in _PER_WHOM.items() if pattern.fullmatch(rest)), rest)
    multiple, counted = _multiple_of(of)
    own = _known(counted, counted) if counted else None
    if among != 1 and (own is None or own.quantity in {"persons", "things"}):
        own = Unit(quantity="share")
    if own is None or own.per:
        return None
    kept = written if multiple == 1 else f"{'€' if own.quantity == 'euros' else counted}/{per}"
    return Unit(kept, multiple, own.quantity, own.size / among, whom)


def _multiple_of(plain: str) -> tuple[float, str]:
    """The multiple at the beginning or the end of a folded text, 1 where there is none, and what it is a multiple of."""
    if plain in {"10", "100"}:  # of nothing: a number and no multiple
        return 1.0, plain
    for pattern in (_DIGITS, _EURO_MULTIPLE, _WORD_MULTIPLE):
        if match := pattern.match(plain):
            return _size(match), plain[match.end() :].strip(" .")
    for pattern in (_DIGITS, _WORD_MULTIPLE):
        match = re.search(rf"(?:^| |\()(?:{pattern.pattern})\)?$", plain)
        if match:
            return _size(match), plain[: match.start()].strip(" ,")
    return 1.0, plain


def _size(match: "re.Match[str]") -> float:
    named = next((name for name, text in match.groupdict().items() if text), None)
    if named:
        return float(10 ** int(named[1:]))
    word = next(text for text in match.groups() if text)
    return _BEFORE_EURO.get(word) or float(re.sub(r"\D", "", word))
