"""Numbers as files write them, and what stands in their place: thousands, flags, missing markers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import pandas as pd

from keko.data.arrays import Floats
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.distinct import Distinct
from keko.intake.values.units import Unit, scaled

Decimal = Literal[",", "."]

NOT_A_NUMBER = ProblemKind(
    "not-a-number",
    "error",
    Text(
        "Rivin {row} sarakkeen ”{column}” arvo ”{text}” ei ole luku: korjaa se tai kerro kuvauksessa, että se on "
        "puuttuva.",
        "Värdet ”{text}” på rad {row} i kolumnen ”{column}” är inget tal: rätta det eller ange i beskrivningen att "
        "det saknas.",
        "The value “{text}” on row {row}, column “{column}”, is not a number: correct it, or declare it missing in the mapping.",
    ),
)

# What stands in place of a number, and the status and the reason it means.
_HIDDEN = ("hidden", "hidden at source")
_NOT_APPLICABLE = ("not applicable", "not applicable")
_NOT_PUBLISHED = ("missing at source", "not published")
DASHES = frozenset("-–—")
_MARKERS = dict.fromkeys(("", "..", ":", "-", "–", "—", "NA", "N/A"), _NOT_PUBLISHED) | {
    ".": _NOT_APPLICABLE,
    "...": _HIDDEN,
    "…": _HIDDEN,
}
# What Eurostat writes behind the mark of a missing value: why it is missing, or of which quality it would be.
_MARKERS |= {f":{gap}{flag}": _NOT_PUBLISHED for gap in ("", " ") for flag in ("b", "d", "e", "n", "p", "s", "u", "bu")}
_MARKERS |= {
    f":{gap}{flag}": meaning for gap in ("", " ") for flag, meaning in (("c", _HIDDEN), ("z", _NOT_APPLICABLE))
}
# A count that its source gives as small without telling it: "<5", "alle 5", and, among numbers, the range "1–4".
_BELOW = r"(?:[<≤]|alle|under|below|less than|fewer than|färre än) ?\d{1,3}"
_SMALL = _BELOW + r"|[0-3] ?[-–] ?[2-9]"
_FLAGS = {"*": "preliminary", "p": "preliminary", "e": "estimated", "u": "below quality"}

_SPACE = " \u00a0\u2009\u202f"
_GROUPS = _SPACE + "'’"
# Units that may follow a number in its cell.
_UNITS = (
    r"%|‰|(?:[tkTKM]|milj\.? ?|mrd\.? ?|tuhatta |1 ?000 )?(?:€|EUR|euroa?)|milj\.?|mrd\.?|tuhatta|hlö|henkilöä|kpl|lkm|pv|päivää"
    r"|vk|viikkoa|kk"
)
_TWO_MARKS = r"[-+−–]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,})"
_PLAIN = r"[-+]?\d{1,18}(?:[.,]\d{1,18})?"
_DECORATED = (
    rf"^(?P<sign>[-+−–]?)[{_SPACE}]?(?P<whole>\d{{1,3}}(?:[{_GROUPS}]\d{{3}})+|\d{{0,18}})(?P<part>[.,]\d{{1,18}})?"
    rf"(?P<power>[eE][-+]?\d{{1,2}})?[{_SPACE}]?(?P<unit>(?:{_UNITS})?)"
    rf"(?:[{_SPACE}]?(?P<star>\*)|[{_SPACE}](?P<flag>[bdefinprsuz]{{1,3}}))?$"
)


_ANY_NUMBER = re.compile(_DECORATED)
_ANY_BELOW = re.compile(_BELOW, re.IGNORECASE)
_MARKED_TWICE = re.compile(_TWO_MARKS)


def is_number(text: str) -> bool:
    """Whether a trimmed text is written as a number, with thousands, flags and all."""
    written = _ANY_NUMBER.match(text) or _MARKED_TWICE.fullmatch(text)
    return written is not None and any(sign.isdigit() for sign in text)


def is_marker(text: str) -> bool:
    """Whether a trimmed text is a missing marker that needs no declaring."""
    return text in _MARKERS or text.upper() in _MARKERS or _ANY_BELOW.fullmatch(text) is not None


@dataclass(frozen=True)
class Numbers:
    """A column of numbers, kept by its distinct texts.

    `frame`, parallel to them: `value`; `plain`, the number as bare text, missing where there is none; `marker`, what
    stands in its place, missing where a number does; `status` and `reason`, missing where the text tells none;
    `unit`, what follows it, empty where nothing, and `multiple`, how many of it the number told; `two_marks`, whether
    comma and point both stand in it, or one of them twice, and nobody has told which of them is the decimal mark.
    """

    name: str
    column: Distinct
    frame: pd.DataFrame

    @classmethod
    def of(
        cls,
        name: str,
        column: Distinct,
        missing: Sequence[str] = (),
        decimal: Decimal | None = None,
        zero: Sequence[str] = (),
    ) -> "Numbers":
        """Read a column. `missing`, `zero`: further texts that mean no value and nought; `decimal`: see `parse`."""
        return cls(name, column, parse(column.series, missing, decimal, zero))

    @classmethod
    def of_each(
        cls,
        columns: Sequence[tuple[str, Distinct]],
        missing: Sequence[str] = (),
        decimal: Decimal | None = None,
        zero: Sequence[str] = (),
    ) -> "list[Numbers]":
        """Read several columns, named, at once: a text that stands in several of them is read once."""
        texts = pd.concat([column.series for _, column in columns], ignore_index=True)
        codes, distinct = pd.factorize(texts)
        frame = parse(pd.Series(distinct, dtype="str"), missing, decimal, zero)
        starts = np.cumsum([0, *(len(column.series) for _, column in columns)])
        places = [codes[start:end] for start, end in pairwise(starts)]
        own = [frame.take(of_column).reset_index(drop=True) for of_column in places]
        return [cls(name, column, read) for (name, column), read in zip(columns, own, strict=True)]

    @property
    def values(self) -> Floats:
        """The value of every row, NaN where there is none."""
        return self.column.take(self.frame["value"].to_numpy(dtype=np.float64))

    def stated(self, what: Literal["status", "reason"]) -> "pd.Series[str]":
        """The status or the reason that the text of every row tells."""
        return pd.Series(self.frame[what].array.take(self.column.codes), index=self.column.rows)

    @property
    def units(self) -> list[str]:
        """The units that follow the numbers, each once."""
        return [unit for unit in self.frame["unit"].unique() if unit]

    @property
    def in_multiples(self) -> bool:
        """Whether cells tell how many their numbers are of ("98 t€", "1,2 milj."), which no header tells again."""
        return bool((self.frame["multiple"] != 1).any())

    def units_of_rows(self) -> Distinct:
        """The unit that follows the number of every row, empty where none does."""
        return Distinct.of(pd.Series(self.frame["unit"].array.take(self.column.codes), index=self.column.rows))

    @property
    def markers(self) -> dict[str, int]:
        """On how many rows each missing marker stands."""
        counts = Counter[str]()
        for place in np.flatnonzero(self.frame["marker"].notna()):
            counts[str(self.frame["marker"].iloc[place])] += int(self.column.counts[place])
        return dict(counts)

    def problems(self) -> list[Problem]:
        """What is neither a number nor a missing marker, row by row."""
        read = self.frame["value"].notna() | self.frame["marker"].notna() | self.frame["two_marks"]
        unread = ~read.to_numpy(dtype=bool)
        return NOT_A_NUMBER.each(self.column.places(unread).assign(column=self.name)) if unread.any() else []


def parse(
    texts: "pd.Series[str]", missing: Sequence[str] = (), decimal: Decimal | None = None, zero: Sequence[str] = ()
) -> pd.DataFrame:
    """The frame of `Numbers` for trimmed texts.

    Without `decimal` either mark is read as a decimal mark. With it the other mark may only group thousands. One dash in
    `zero` is as good as another.
    """
    noughts = {*zero, *(DASHES if DASHES.intersection(zero) else ())}
    texts = texts.mask(texts.isin(noughts), "0") if noughts else texts
    meanings = _MARKERS | dict.fromkeys(missing, _NOT_PUBLISHED)
    upper = texts.str.upper()
    marker = texts.where(texts.isin(meanings), upper.where(upper.isin(["NA", "N/A"])))
    numbers = texts.where(marker.isna())
    bare = ungrouped(numbers, decimal) if decimal else numbers
    plain = bare.where(bare.str.fullmatch(_PLAIN, na=False))
    odd = marker.isna() & plain.isna()
    small = texts[odd & texts.str.fullmatch(_SMALL, case=False)]
    marker = marker.where(~odd, small)
    meanings |= dict.fromkeys(small, _HIDDEN)
    frame = pd.DataFrame({"plain": plain, "marker": marker, "unit": "", "two_marks": False})
    for place, what in enumerate(("status", "reason")):
        frame[what] = marker.map({text: meaning[place] for text, meaning in meanings.items()}).astype("str")
    odd &= marker.isna()
    if odd.any():
        frame.loc[odd, ["plain", "status", "unit"]] = _decorated(bare[odd])
        frame.loc[odd, "two_marks"] = bare[odd].str.fullmatch(_TWO_MARKS)
    pointed = frame["plain"].str.replace(",", ".", regex=False)
    value = pd.to_numeric(pointed, errors="coerce").astype(np.float64)
    multiple = _multiples(frame["unit"])
    whole = scaled(np.asarray(value, dtype=np.float64), multiple)
    return frame.assign(value=whole, multiple=multiple, unit=_whole(frame["unit"]))


def _multiples(units: "pd.Series[str]") -> Floats:
    """How many whole ones each number tells: 1 000 of "5 t€"."""
    return units.map({text: Unit.of(text).multiple for text in units.unique()}).to_numpy(dtype=np.float64)


def _whole(units: "pd.Series[str]") -> "pd.Series[str]":
    return units.map({text: Unit.of(text).text for text in units.unique()})


def ungrouped(texts: "pd.Series[str]", decimal: Decimal) -> "pd.Series[str]":
    """Texts without the thousands that the mark which is not `decimal` groups ("1,234.5" → "1234.5")."""
    other = "," if decimal == "." else "."
    grouped = texts.str.fullmatch(rf"[-+−–]?\d{{1,3}}(?:\{other}\d{{3}})+(?:\{decimal}\d+)?", na=False)
    bare = texts.where(~grouped, texts.str.replace(other, "", regex=False))
    return bare.where(~bare.str.contains(other, regex=False, na=False), "?")


def _decorated(texts: "pd.Series[str]") -> pd.DataFrame:
    pieces = texts.str.extract(_DECORATED).fillna("")
    whole = pieces["whole"].str.replace(rf"[{_GROUPS}]", "", regex=True)
    digits = whole.where(whole != "", "0") + pieces["part"] + pieces["power"]
    sign = pieces["sign"].str.replace("[−–]", "-", regex=True)
    flag = (pieces["star"] + pieces["flag"]).str.extract(r"([*peu])", expand=False)
    return pd.DataFrame(
        {
            "plain": (sign + digits).where((whole != "") | (pieces["part"] != "")),
            "status": flag.map(_FLAGS).astype("str"),
            "unit": pieces["unit"],
        }
    )
