"""What needs attention in words: why, how much, how many persons and euros, who answers for it, and what is under way."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.attention import Attention, Reason, Short
from keko.indicators.gaps import Widening
from keko.words.changes import over_in_words
from keko.words.formats import difference_in_words, of_size, period, quantity
from keko.words.sentences import amount, persons_in_words

TITLES: dict[Reason, Text] = {
    "worsened": Text("Heikentynyt", "Försämring", "Worsened"),
    "target": Text("Tavoitteesta jäljessä", "Efter målet", "Short of the target"),
    "behind": Text("Vertailualuetta heikompi", "Sämre än jämförelseområdet", "Worse than the benchmark"),
    "special cause": Text("Poikkeaa tavallisesta", "Avviker från det vanliga", "Out of the ordinary"),
    "gap": Text("Sukupuolten ero kasvanut", "Könsskillnaden har ökat", "The gap between sexes has grown"),
}
_HEADLINE = Text("{title}: {name} – {facts}.", "{title}: {name} – {facts}.", "{title}: {name} – {facts}.")
_FROM_BENCHMARK = Text(
    "ero vertailualueeseen {amount}", "skillnad till jämförelseområdet {amount}", "{amount} from the benchmark"
)
_NOW = Text("nyt {value}", "nu {value}", "now {value}")
_FIVE_FIGURES = Text("viiden viime luvun aikana", "under de fem senaste talen", "over the last five figures")
_SPECIAL = Text(
    "uusin luku on tavanomaista vaihtelua heikompi",
    "det senaste talet är sämre än den vanliga variationen",
    "the latest figure is worse than its ordinary variation",
)
_MISSED = Text(
    "tavoitteesta {target} ({due}) puuttuu {gap}",
    "{gap} fattas till målet {target} ({due})",
    "{gap} short of the target {target} ({due})",
)
_OFF_THE_LINE = Text(
    "tavoitteen {target} ({due}) tahdista jäljessä {gap}",
    "{gap} efter takten mot målet {target} ({due})",
    "{gap} behind the pace to the target {target} ({due})",
)
_GAP = Text(
    "naiset {women}, miehet {men}; ero kolmessa vuodessa {change}",
    "kvinnor {women}, män {men}; skillnaden {change} på tre år",
    "women {women}, men {men}; the gap {change} in three years",
)
_STILL_AHEAD = Text(
    "silti vertailualuetta parempi", "ändå bättre än jämförelseområdet", "still better than the benchmark"
)
_ALSO_BEHIND = Text(
    "myös vertailualuetta heikompi", "också sämre än jämförelseområdet", "also worse than the benchmark"
)
_EUROS = Text(
    "noin {euros} € vuodessa ({source}, {year})",
    "cirka {euros} € per år ({source}, {year})",
    "about €{euros} a year ({source}, {year})",
)
_ANSWERS_FOR_FIGURES = Text("Luvuista vastaa {name}", "För talen svarar {name}", "The figures are kept by {name}")
_ANSWERS_FOR_SERVICE = Text("Palvelusta vastaa {names}", "För servicen svarar {names}", "The service is run by {names}")
_UNDER_WAY = Text("Käynnissä: {names}", "Pågår: {names}", "Under way: {names}")
_NOTHING_UNDER_WAY = Text(
    "Toimenpiteitä ei ole kirjattu", "Inga åtgärder har antecknats", "No actions have been recorded"
)
_STARTED = Text("{name} ({more})", "{name} ({more})", "{name} ({more})")
_MOST_NAMES = 2
_AND_MORE = Plural(
    one=Text("{names} ja {count} muu", "{names} och {count} annan", "{names} and {count} other"),
    other=Text("{names} ja {count} muuta", "{names} och {count} andra", "{names} and {count} others"),
)


def headline(each: Attention, language: Language) -> str:
    """An indicator that needs attention: why first, then how much over how long or compared with what."""
    title, name = TITLES[each.reasons[0]].within(language), each.standing.item.names.within(language)
    return _HEADLINE.within(language, title=title, name=name, facts=_how_much(each, each.reasons[0], language))


def attention_in_words(each: Attention, language: Language) -> str:
    """The same in a line of a list, with the figure as it is now, where it stands beside the benchmark, and what it costs."""
    first, *others = each.reasons
    parts = [_how_much(each, first, language), *_now(each, language)]
    if each.has_worsened and (each.behind or each.standing.comparison.verdict == "better"):
        parts.append((_ALSO_BEHIND if each.behind else _STILL_AHEAD).within(language))
    parts += [_why(each, reason, language) for reason in others if reason != "behind"]
    return ", ".join([*parts, *euros_in_words(each, language)])


def euros_in_words(each: Attention, language: Language) -> list[str]:
    """What it costs in a year, with the source of the cost; nothing where no cost is known."""
    cost, euros = each.standing.item.unit_cost, each.euros
    if cost is None or not euros:
        return []
    source = cost.source.within(language)
    return [_EUROS.within(language, euros=of_size(round(euros, -3), 0, language), source=source, year=cost.year)]


def answering_in_words(each: Attention, actors: Sequence[str], language: Language) -> str:
    """Who answers: the `actors` of the service that an indicator measures, else the body that keeps the figures."""
    if actors:
        return _ANSWERS_FOR_SERVICE.within(language, names=named_in_words(actors, _MOST_NAMES, language))
    return _ANSWERS_FOR_FIGURES.within(language, name=each.standing.item.responsible.within(language))


def under_way_in_words(actions: Sequence[tuple[str, Sequence[str]]], language: Language) -> str:
    """The actions that aim at an indicator, each with who answers for it and the year in which it began, as far as known."""
    if not actions:
        return _NOTHING_UNDER_WAY.within(language)
    names = [_STARTED.within(language, name=name, more=", ".join(facts)) if facts else name for name, facts in actions]
    return _UNDER_WAY.within(language, names=named_in_words(names, _MOST_NAMES, language))


def named_in_words(names: Sequence[str], most: int, language: Language) -> str:
    """Names, `most` of them, and how many more there are."""
    rest = len(names) - most
    if rest > 0:
        return _AND_MORE.within(language, names="; ".join(names[:most]), count=rest)
    return "; ".join(names)


def _now(each: Attention, language: Language) -> list[str]:
    latest, item = each.standing.latest, each.standing.item
    if latest is None or latest.value is None:
        return []
    return [_NOW.within(language, value=quantity(latest.value, item.decimals, item.unit, language, of_size))]


def _how_much(each: Attention, reason: Reason, language: Language) -> str:
    """Why with its amount; of shares also about how many persons it is."""
    persons = persons_in_words(each.persons, language) if each.standing.item.kind != "count" else ""
    why = _why(each, reason, language)
    return f"{why} ({persons})" if persons else why


def _why(each: Attention, reason: Reason, language: Language) -> str:
    known = each.evidence
    if reason == "worsened":
        return (
            over_in_words(each.standing, each.worsened, language) if each.worsened else _FIVE_FIGURES.within(language)
        )
    if reason == "target" and known.short:
        return _short_in_words(each, known.short, language)
    if reason == "gap" and known.gap:
        return _gap_in_words(each, known.gap, language)
    if reason == "special cause":
        return _SPECIAL.within(language)
    difference = each.standing.comparison.difference or 0.0
    return _FROM_BENCHMARK.within(language, amount=amount(difference, each.standing.as_compared, language, sign=True))


def _short_in_words(each: Attention, short: Short, language: Language) -> str:
    item = each.standing.item
    return (_MISSED if short.is_due else _OFF_THE_LINE).within(
        language,
        target=quantity(short.target, item.decimals, item.unit, language, of_size),
        due=period(short.due, language),
        gap=difference_in_words(abs(short.difference), item.decimals, item.unit, language),
    )


def _gap_in_words(each: Attention, widening: Widening, language: Language) -> str:
    item, gap = each.standing.item, widening.gap
    grown = abs(gap.difference) - abs(widening.before)
    return _GAP.within(
        language,
        women=quantity(gap.first, item.decimals, item.unit, language),
        men=quantity(gap.second, item.decimals, item.unit, language),
        change=difference_in_words(grown, item.decimals, item.unit, language, sign=True),
    )
