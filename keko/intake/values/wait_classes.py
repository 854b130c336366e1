"""Classes of waiting time as files write them: "alle 7 pv", "8–30 päivää", "över 90 dagar", "≤ 2 vk", "in 30 days"."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from keko.data.area_names import folded
from keko.indicators.waits import WaitClass, divides
from keko.intake.values.dimensions import is_total

_UNITS = {
    1: r"pv|päiv\w*|vrk|vuorokau\w*|days?|dag(?:ar)?|dygn|d",
    7: r"vk|vko|viik\w*|weeks?|wk|veck\w*",
    30: r"kk|kuukau\w*|months?|mån(?:ad\w*)?",
}
_U = rf"\s?(?P<unit>{'|'.join(_UNITS.values())})?\.?"
_LOW_U = rf"\s?(?P<low_unit>{'|'.join(_UNITS.values())})?"
_N = r"\s?(?P<number>\d{1,4})"
_FORMS = {
    "below": rf"(?:alle|<|under|mindre än|less than|below|fewer than|kortare än|lyhyempi kuin){_N}{_U}",
    "most": rf"(?:≤|<=|enintään|korkeintaan|max\.?|up to|at most|within|inom|in|högst|no more than){_N}{_U}"
    rf"|(?P<upto>\d{{1,4}}){_U.replace('unit', 'upto_unit')}\s(?:tai alle|tai vähemmän|or less|or fewer|eller mindre|kuluessa|sisällä)"
    r"|(?P<inside>\d{1,4})\s?(?P<inside_unit>päivässä|viikossa|kuukaudessa)",
    "above": rf"(?:yli|>|över|over|more than|mer än|longer than|längre än|pidempi kuin|pidempään kuin){_N}{_U}",
    "least": rf"(?:≥|>=|vähintään|at least|minst){_N}{_U}"
    rf"|(?P<from>\d{{1,4}}){_U.replace('unit', 'from_unit')}\s?(?:\+|tai yli|tai enemmän|or more|or over|eller mer)"
    r"|(?P<plus>\d{1,4})\s?\+\s?(?P<plus_unit>pv|päiv\w*|vrk|days?|dagar|vk|viik\w*|weeks?|veckor|kk|months?)",
    "range": rf"(?P<low>\d{{1,4}}){_LOW_U}\s?(?:-|—|\bto\b|\btill\b)\s?(?P<number>\d{{1,4}}){_U}",
    "none": r"samana päivänä|same day|samma dag|0\s?(?P<unit>pv|päivää|vrk|days|dagar|d)",
}
_WAITING = r"(?:(?:yhteensä )?(?:odot|jono|palvelu(?:un|n)|pääs|wait|vänt|asiak|klient|client)\w*)"
_PATTERNS = {form: re.compile(pattern) for form, pattern in _FORMS.items()}
_AT_END = {
    form: re.compile(
        rf"(?P<rest>.*?)(?:^|[\s:,;(])(?P<class>{re.sub(r'[?]P<[a-z_]+>', '?:', pattern)})\)?(?: {_WAITING})*"
    )
    for form, pattern in _FORMS.items()
}
_HEADER = re.compile(r"odot|jono|viive|vänte|wait|delay|\bpv\b|päiv|\bdays\b|\bdagar\b")
_YEAR = 365


class _Span(NamedTuple):
    """Days from `first` to `last`; `step`: of the unit it is written in, 0 where it is written without one."""

    first: int
    last: int | None
    step: int


def wait_classes(texts: Iterable[str], header: str = "") -> dict[str, str]:
    """The stored id of each text, where all but totals are classes of waiting time; nothing where they are not.

    Some text has to name its unit, or `header` to speak of waiting. Classes that meet at the edge ("0–7", "7–30") are
    parted there. Of classes that all begin at nought ("in 7 days", "in 30 days") each holds the ones before it.
    """
    wanted = {text for text in texts if text and not is_total(text)}
    spans = {text: span for text in wanted if (span := _span(_bare(text)))}
    if len(spans) < max(len(wanted), 2):
        return {}
    usual = next((span.step for span in spans.values() if span.step), 0) or bool(_HEADER.search(folded(header)))
    if not usual:
        return {}
    in_days = {text: _in_days(span, int(usual)) for text, span in spans.items()}
    return {text: own.id for text, own in _parted(in_days).items()}


def class_at_end(header: str) -> tuple[str, str] | None:
    """What a header says before a class of waiting time, and the class; None where it ends in none."""
    text = folded(header)
    for pattern in _AT_END.values():
        if match := pattern.fullmatch(text):
            rest = re.sub(rf"^(?:{_WAITING}\s?)+$", "", match["rest"].strip(" ,:;(-"))
            return header.strip()[: len(rest)] if rest else "", match["class"]
    return None


def are_whole(ids: Sequence[str]) -> bool:
    """Whether ids are of classes that hold every wait once, or of classes that each hold the ones before."""
    own = sorted((_class(id_) for id_ in set(ids)), key=lambda wait: (wait.end, wait.first))
    return (divides(own) and own[-1].last is None) or sum(wait.first == 0 for wait in own) > 1


def _class(id_: str) -> WaitClass:
    first, _, last = id_.removeprefix("days:").partition("-")
    return WaitClass(int(first), int(last) if last else None)


def _bare(text: str) -> str:
    return re.sub(rf"^(?:{_WAITING} )*|(?: {_WAITING})*$", "", folded(text)).strip(" ()")


def _span(text: str) -> _Span | None:
    for form, pattern in _PATTERNS.items():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        named = {name: own for name, own in match.groupdict().items() if own}
        unit = _step(next((own for name, own in named.items() if name.endswith("unit") and name != "low_unit"), ""))
        number = int(next((own for own in named.values() if own.isdigit()), "0"))
        if form == "range":
            low_unit = _step(named.get("low_unit", "")) or unit
            return _Span(_days(number, low_unit), _days(int(named["number"]), unit), unit)
        first, last = {
            "below": (0, _days(number, unit) - 1),
            "most": (0, _days(number, unit)),
            "above": (_days(number, unit) + 1, None),
            "least": (_days(number, unit), None),
            "none": (0, 0),
        }[form]
        return _Span(first, last, unit)
    return None


def _step(unit: str) -> int:
    return next((days for days, words in _UNITS.items() if unit and re.fullmatch(words, unit)), 0)


def _days(number: int, step: int) -> int:
    """Months are of 30 days, twelve of them a year."""
    years, months = divmod(number, 12)
    return years * _YEAR + months * 30 if step == 30 else number * (step or 1)


def _in_days(span: _Span, usual: int) -> _Span:
    """A span that is written without a unit in the unit of the others."""
    if span.step or usual == 1:
        return span._replace(step=span.step or 1)
    first = _days(span.first - (span.last is None), usual) + (span.last is None)
    return _Span(first, None if span.last is None else _days(span.last, usual), usual)


def _parted(spans: dict[str, _Span]) -> dict[str, WaitClass]:
    """Spans as classes; each begins where the one before ends if it begins within a unit of that."""
    ordered = sorted(spans.items(), key=lambda pair: (pair[1].last is None, pair[1].last or 0, pair[1].first))
    nested = sum(span.first == 0 for _, span in ordered) > 1
    classes: dict[str, WaitClass] = {}
    before = -1
    for text, span in ordered:
        begins = nested and span.first == 0
        near = abs(span.first - (before + 1)) <= span.step
        classes[text] = WaitClass(0 if begins else before + 1 if near else span.first, span.last)
        before = before if span.last is None else span.last
    return classes
