"""Waiting times of a service: the share within the agreed time, the median, the slowest tenth, and the picture of them."""

from html import escape

from keko.charts.marks import Role
from keko.charts.waiting_curve import waiting_curve
from keko.config import Language
from keko.indicators.catalogue import Indicator, Wait
from keko.indicators.situation import Standing
from keko.indicators.waiting import Waiting, read_waiting
from keko.indicators.waits import WaitClass
from keko.ui import html
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine
from keko.ui.tables import figure, table, text
from keko.ui.view import View
from keko.words import waits as words
from keko.words.area_labels import short_names
from keko.words.formats import number, period
from keko.words.subject import sexes
from keko.words.terms import HIDDEN


def waits(standing: Standing, view: View, version: DataVersion) -> str:
    """The section as HTML, empty for an indicator that is no wait, or without figures by class."""
    return _rendered(standing.item, view, standing.period, version) if standing.item.wait and standing.period else ""


@kept(200)
def _rendered(item: Indicator, view: View, at: str, version: DataVersion) -> str:
    classes, known = catalogue(version).get(item.wait.classes if item.wait else ""), areas(version)
    if classes is None or item.wait is None:
        return ""
    codes = (view.area, view.benchmark)
    with engine().connect() as connection:
        waitings = read_waiting(connection, classes, known, codes, view.question, at)
    if not any(waiting.area == view.area for waiting in waitings):
        return ""
    names = short_names([waiting.area for waiting in waitings], known, view.language)
    return _section(waitings, [names[waiting.area] for waiting in waitings], item.wait, view, at)


def _section(waitings: list[Waiting], names: list[str], wait: Wait, view: View, at: str) -> str:
    language = view.language
    sentences = [words.waiting_in_words(waiting, wait.agreed_days, language) for waiting in waitings]
    roles: list[Role] = ["area" if waiting.area == view.area else "benchmark" for waiting in waitings]
    leads = "".join(
        f"<p>{html.coloured(name, role)}: {escape(sentence)}</p>"
        for name, role, sentence in zip(names, roles, sentences, strict=True)
    )
    spoken = " ".join(f"{name}: {sentence}" for name, sentence in zip(names, sentences, strict=True))
    title = ", ".join([words.TITLE.within(language, period=period(at, language)), *sexes(view.sex, language)])
    described = f"{title}. {words.CURVE_ALT.within(language, sentences=spoken)}"
    drawn = [each for each in zip(waitings, roles, names, strict=True) if each[0].everyone]
    curve = waiting_curve(drawn, wait.agreed_days, described, language) if drawn else ""
    note = html.note(words.READING.within(language))
    figures = _table(waitings, title, names, language)
    return f'<section class="keko-waits">{html.heading(title)}{leads}{curve}{note}{figures}</section>'


def _table(waitings: list[Waiting], title: str, names: list[str], language: Language) -> str:
    """By class the share of the persons and how many they are."""
    classes = sorted({own for waiting in waitings for own in waiting.classes}, key=lambda own: (own.first, own.end))
    heads = [words.CLASS.within(language), *names]
    rows = [
        [
            text(words.class_name(own, language), header=True),
            *(figure(_cell(waiting, own, language)) for waiting in waitings),
        ]
        for own in classes
    ]
    return table(f"{title}. {words.TABLE.within(language)}", heads, rows, numeric=range(1, len(heads)))


def _cell(waiting: Waiting, own: WaitClass, language: Language) -> str:
    persons = dict(zip(waiting.classes, waiting.persons, strict=True)).get(own)
    if persons is None:
        return HIDDEN.within(language) if own in waiting.classes else "–"
    count = number(persons, 0, language)
    return f"{words.per_cent(persons / waiting.everyone, language)} ({count})" if waiting.everyone else count
