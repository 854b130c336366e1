"""The overview in words: what needs attention, with amounts, and what goes well."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.attention import Attention
from keko.indicators.highlights import verdict_counts
from keko.indicators.situation import Standing
from keko.words.changes import over_in_words
from keko.words.formats import of_size, quantity
from keko.words.sentences import amount, joined, persons_in_words

_WORSENED = Text("Heikentynyt: {name} – {facts}.", "Försämring: {name} – {facts}.", "Worsened: {name} – {facts}.")
_BEHIND = Text(
    "Vertailualuetta heikompi: {name} – {facts}.",
    "Sämre än jämförelseområdet: {name} – {facts}.",
    "Worse than the benchmark: {name} – {facts}.",
)
_CALM = Text("Mikään ei vaadi huomiota.", "Inget kräver uppmärksamhet.", "Nothing needs attention.")
_MORE = Plural(
    one=Text(
        "Lisäksi {count} muu mittari vaatii huomiota.",
        "Dessutom kräver {count} annan indikator uppmärksamhet.",
        "{count} other indicator needs attention too.",
    ),
    other=Text(
        "Lisäksi {count} muuta mittaria vaatii huomiota.",
        "Dessutom kräver {count} andra indikatorer uppmärksamhet.",
        "{count} other indicators need attention too.",
    ),
)
_AHEAD = Plural(
    one=Text(
        "Vertailualuetta parempi {count} avainmittarissa.",
        "Bättre än jämförelseområdet enligt {count} nyckelindikator.",
        "Better than the benchmark on {count} headline indicator.",
    ),
    other=Text(
        "Vertailualuetta parempi {count} avainmittarissa.",
        "Bättre än jämförelseområdet enligt {count} nyckelindikatorer.",
        "Better than the benchmark on {count} headline indicators.",
    ),
)
_NO_FIGURES = Text(
    "Alueesta ei ole vielä lukuja.",
    "Det finns ännu inga uppgifter om området.",
    "There are no figures on the area yet.",
)
_FROM_BENCHMARK = Text(
    "ero vertailualueeseen {amount}", "skillnad till jämförelseområdet {amount}", "{amount} from the benchmark"
)
_NOW = Text("nyt {value}", "nu {value}", "now {value}")
_FIVE_FIGURES = Text("viiden viime luvun aikana", "under de fem senaste talen", "over the last five figures")
_STILL_AHEAD = Text(
    "silti vertailualuetta parempi", "ändå bättre än jämförelseområdet", "still better than the benchmark"
)
_ALSO_BEHIND = Text(
    "myös vertailualuetta heikompi", "också sämre än jämförelseområdet", "also worse than the benchmark"
)


def overview_finding(standings: Sequence[Standing], needing: Sequence[Attention], language: Language) -> str:
    """The one thing that most needs attention with its amounts, how many more there are, and what goes well."""
    if not any(standing.latest for standing in standings):
        return _NO_FIGURES.within(language)
    first, rest = needing[:1], len(needing) - 1
    ahead = verdict_counts(standing.comparison for standing in standings)["better"]
    return joined(
        *(headline(each, language) for each in first),
        "" if first else _CALM.within(language),
        _MORE.within(language, count=rest) if rest > 0 else "",
        _AHEAD.within(language, count=ahead) if ahead else "",
    )


def headline(each: Attention, language: Language) -> str:
    """An indicator that needs attention: what, how much over how long or compared with whom, and what it is now."""
    template = _WORSENED if each.has_worsened else _BEHIND
    name = each.standing.item.names.within(language)
    return template.within(language, name=name, facts=", ".join(_facts(each, language)))


def attention_in_words(each: Attention, language: Language) -> str:
    """The same in a line of a list, and where the area stands beside the benchmark."""
    place = _STILL_AHEAD if each.standing.comparison.verdict == "better" else _ALSO_BEHIND if each.behind else None
    beside = [place.within(language)] if each.has_worsened and place else []
    return ", ".join([*_facts(each, language), *beside])


def _facts(each: Attention, language: Language) -> list[str]:
    """How much, of shares also about how many persons, and what the figure is now."""
    latest, item = each.standing.latest, each.standing.item
    persons = persons_in_words(each.persons, language) if item.kind != "count" else ""
    facts = [f"{_amount(each, language)} ({persons})" if persons else _amount(each, language)]
    if latest is not None and latest.value is not None:
        facts.append(_NOW.within(language, value=quantity(latest.value, item.decimals, item.unit, language, of_size)))
    return facts


def _amount(each: Attention, language: Language) -> str:
    if each.worsened is not None:
        return over_in_words(each.standing, each.worsened, language)
    if each.is_worsening:
        return _FIVE_FIGURES.within(language)
    difference = each.standing.comparison.difference or 0.0
    return _FROM_BENCHMARK.within(language, amount=amount(difference, each.standing.as_compared, language, sign=True))
