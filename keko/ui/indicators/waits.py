"""Waiting times of a service: the share within the agreed time, the median, the slowest tenth, and the picture of them."""

from functools import lru_cache

from keko.charts.waiting_curve import waiting_curve
from keko.indicators.catalogue import Indicator
from keko.indicators.situation import Standing
from keko.indicators.waiting import Waiting, read_waiting
from keko.indicators.waits import WaitClass
from keko.ui import html
from keko.ui.loads import DataVersion, areas, catalogue, engine
from keko.ui.session import Visit
from keko.ui.tables import figure, table, text
from keko.ui.view import View
from keko.words import waits as words
from keko.words.area_labels import short
from keko.words.formats import number, period


def show(standing: Standing, view: View, visit: Visit) -> None:
    """Nothing for an indicator that is no wait, or without figures by class."""
    if standing.item.wait and standing.period:
        html.show(_rendered(standing.item, view, standing.period, visit.version))


@lru_cache(maxsize=200)
def _rendered(item: Indicator, view: View, at: str, version: DataVersion) -> str:
    classes, known = catalogue(version).get(item.wait.classes if item.wait else ""), areas(version)
    if classes is None or item.wait is None:
        return ""
    codes = (view.area, view.benchmark)
    with engine().connect() as connection:
        waitings = read_waiting(connection, classes, known, codes, view.question, at)
    if not any(waiting.area == view.area for waiting in waitings):
        return ""
    language, agreed = view.language, item.wait.agreed_days
    names = [short(known[waiting.area], language) for waiting in waitings]
    sentences = [
        words.waiting_in_words(waiting, name, agreed, language) for waiting, name in zip(waitings, names, strict=True)
    ]
    drawn = [waiting for waiting in waitings if waiting.everyone]
    roles = ["area" if waiting.area == view.area else "benchmark" for waiting in drawn]
    described = words.CURVE_ALT.within(language, sentences=" ".join(sentences))
    curve = waiting_curve(drawn, roles, agreed, described, language) if drawn else ""
    heading = html.heading(words.TITLE.within(language, period=period(at, language)))
    leads = "".join(html.paragraph(sentence) for sentence in sentences)
    note = html.note(words.READING.within(language))
    body = curve + note + _table(waitings, names, view)
    return f'<section class="keko-waits">{heading}{leads}{body}</section>'


def _table(waitings: list[Waiting], names: list[str], view: View) -> str:
    """Persons and their share by class."""
    language = view.language
    classes = list(dict.fromkeys(own for waiting in waitings for own in waiting.classes))
    heads = [words.CLASS.within(language), *(head for name in names for head in (name, "%"))]
    rows = [
        [
            text(words.class_name(own, language), header=True),
            *(figure(cell) for waiting in waitings for cell in _cells(waiting, classes.index(own), classes, view)),
        ]
        for own in classes
    ]
    return table(words.TABLE.within(language), heads, rows, numeric=range(1, len(heads)))


def _cells(waiting: Waiting, place: int, classes: list[WaitClass], view: View) -> list[str]:
    own = classes[place]
    persons = dict(zip(waiting.classes, waiting.persons, strict=True)).get(own)
    if persons is None:
        return ["–", "–"]
    share = words.per_cent(persons / waiting.everyone, view.language) if waiting.everyone else "–"
    return [number(persons, 0, view.language), share]
