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
_AHEAD_ON = Plural(
    one=Text("{count} avainmittarissa", "enligt {count} nyckelindikator", "on {count} headline indicator"),
    other=Text("{count} avainmittarissa", "enligt {count} nyckelindikatorer", "on {count} headline indicators"),
)
_AMONG_THEM = Text(
    "{counted}, muun muassa: {names}", "{counted}, bland annat: {names}", "{counted}, among them: {names}"
)
_AND_MORE = Plural(
    one=Text("{names} ja {count} muu", "{names} och {count} annan", "{names} and {count} other"),
    other=Text("{names} ja {count} muuta", "{names} och {count} andra", "{names} and {count} others"),
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
    """The one thing that most needs attention with its amount; where nothing does, what goes well."""
    if not any(standing.latest for standing in standings):
        return _NO_FIGURES.within(language)
    if needing:
        return headline(needing[0], language)
    ahead = verdict_counts(standing.comparison for standing in standings)["better"]
    return joined(_CALM.within(language), _AHEAD.within(language, count=ahead) if ahead else "")


def headline(each: Attention, language: Language) -> str:
    """An indicator that needs attention: what, and how much over how long or compared with whom."""
    template = _WORSENED if each.has_worsened else _BEHIND
    return template.within(language, name=each.standing.item.names.within(language), facts=_how_much(each, language))


def ahead_in_words(count: int, names: Sequence[str], language: Language) -> str:
    """On how many headline indicators the area is better than its benchmark, and what some of them are called."""
    if count == len(names):
        return "; ".join(names)
    counted = _AHEAD_ON.within(language, count=count)
    return _AMONG_THEM.within(language, counted=counted, names="; ".join(names)) if names else counted


def named_in_words(names: Sequence[str], most: int, language: Language) -> str:
    """Names, `most` of them, and how many more there are."""
    shown, rest = "; ".join(names[:most]), len(names) - most
    return _AND_MORE.within(language, names=shown, count=rest) if rest > 0 else shown


def attention_in_words(each: Attention, language: Language) -> str:
    """The same in a line of a list, and where the area stands beside the benchmark."""
    place = _STILL_AHEAD if each.standing.comparison.verdict == "better" else _ALSO_BEHIND if each.behind else None
    beside = [place.within(language)] if each.has_worsened and place else []
    return ", ".join([*_facts(each, language), *beside])


def _facts(each: Attention, language: Language) -> list[str]:
    """How much, and what the figure is now."""
    latest, item = each.standing.latest, each.standing.item
    facts = [_how_much(each, language)]
    if latest is not None and latest.value is not None:
        facts.append(_NOW.within(language, value=quantity(latest.value, item.decimals, item.unit, language, of_size)))
    return facts


def _how_much(each: Attention, language: Language) -> str:
    """The amount, of shares also about how many persons it is."""
    persons = persons_in_words(each.persons, language) if each.standing.item.kind != "count" else ""
    return f"{_amount(each, language)} ({persons})" if persons else _amount(each, language)


def _amount(each: Attention, language: Language) -> str:
    if each.worsened is not None:
        return over_in_words(each.standing, each.worsened, language)
    if each.is_worsening:
        return _FIVE_FIGURES.within(language)
    difference = each.standing.comparison.difference or 0.0
    return _FROM_BENCHMARK.within(language, amount=amount(difference, each.standing.as_compared, language, sign=True))
