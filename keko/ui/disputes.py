"""Figures that two organisations both deliver, as readers and the analysts of both see them."""

from collections.abc import Callable, Sequence

from keko.config import Language
from keko.data.disputes import Cell, Pair, Shared, read_pairs, read_shared
from keko.data.people import Person
from keko.data.text import Text
from keko.ui import loads
from keko.ui.html import fold, heading, lead, paragraph
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.tables import figure, table, text
from keko.words import disputes as words
from keko.words import interface as common
from keko.words.area_labels import short_names
from keko.words.formats import listed, number, period
from keko.words.terms import SEXES, STATUSES
from keko.words.waits import category_name

_NAMED = 4
Dispute = tuple[Pair, Shared]


def disputes(version: DataVersion) -> list[Dispute]:
    """Those there are at this moment: drafts come and go without a new data version."""
    with loads.engine().connect() as connection:
        pairs = read_pairs(connection)
    both = [(pair, _shared(pair, version)) for pair in pairs]
    return [(pair, shared) for pair, shared in both if shared.figures]


def between(found: Sequence[Dispute], person: Person) -> list[Dispute]:
    """Those of which somebody brings in the figures of either side."""
    sides = [(dispute, (dispute[0].first_provider, dispute[0].second_provider)) for dispute in found]
    return [dispute for dispute, both in sides if any(person.may("analyst", provider=side) for side in both)]


def dispute_list(found: Sequence[Dispute], version: DataVersion, language: Language, drafts: bool) -> str:
    """The heading, a sentence and a table of each; nothing where there are none. `drafts`: whether figures of drafts are told."""
    if not found:
        return ""
    parts = [
        paragraph(_sentence(pair, shared, version, language)) + _table(pair, shared, version, language, drafts)
        for pair, shared in found
    ]
    return heading(words.DISPUTES.within(language)) + lead(words.LEAD.within(language)) + "".join(parts)


@kept(200)
def _shared(pair: Pair, version: DataVersion) -> Shared:
    with loads.engine().connect() as connection:
        return read_shared(connection, pair)


def _sentence(pair: Pair, shared: Shared, version: DataVersion, language: Language) -> str:
    names, providers = loads.names(version), loads.providers(version)
    called = list(short_names(shared.areas, loads.areas(version), language).values())
    some = listed(called[:_NAMED], language)
    first, last = (period(shared.periods[place], language) for place in (0, -1))
    return (words.WAITING if pair.is_draft else words.BOTH_PUBLISHED).within(
        language,
        count=shared.figures,
        indicator=names[pair.indicator].within(language),
        areas=some if len(called) <= _NAMED else words.SOME_AREAS.within(language, count=len(called), some=some),
        periods=first if first == last else f"{first}–{last}",
        first=providers[pair.first_provider].within(language),
        second=providers[pair.second_provider].within(language),
    )


def _table(pair: Pair, shared: Shared, version: DataVersion, language: Language, drafts: bool) -> str:
    providers, areas = loads.providers(version), short_names(shared.areas, loads.areas(version), language)
    categories = _categories(shared.cells, language)
    told = drafts or not pair.is_draft
    rows = [
        [
            text(areas[cell.area], header=True),
            text(period(cell.period, language)),
            *(text(in_words(cell)) for in_words in categories.values()),
            figure(_said(cell.first, cell.first_status, language)),
            figure(_said(cell.second, cell.second_status, language) if told else words.NOT_PUBLISHED.within(language)),
        ]
        for cell in shared.cells
    ]
    sides = (providers[pair.first_provider], providers[pair.second_provider])
    heads = [head.within(language) for head in (common.AREA, common.PERIOD, *categories, *sides)]
    last = len(heads) - 1
    caption = loads.names(version)[pair.indicator].within(language)
    html = table(caption, heads, rows, numeric=(last - 1, last), tall=True)
    return fold(words.WHAT_EACH_SAYS.within(language), html)


def _categories(cells: Sequence[Cell], language: Language) -> dict[Text, Callable[[Cell], str]]:
    """What tells the figures apart besides area and period, with how it is told of each."""
    every: dict[Text, Callable[[Cell], str]] = {
        common.SEX: lambda cell: SEXES[cell.sex].within(language),
        common.AGE: lambda cell: _category(cell.age, language),
        common.CATEGORY: lambda cell: _category(cell.category, language),
    }
    parts = zip(every.items(), zip(*(cell[2:5] for cell in cells), strict=True), strict=True)
    return dict(item for item, names in parts if set(names) != {"total"})


def _category(name: str, language: Language) -> str:
    return common.ALL_TOGETHER.within(language) if name == "total" else category_name(name, language)


def _said(value: float | None, status: str, language: Language) -> str:
    return STATUSES[status].within(language) if value is None else number(value, 1, language)
