"""What has changed since a day in words, each kind by its own name, and how fresh the sources are."""

from datetime import date

from keko.config import Language
from keko.data.periods import last_month
from keko.data.text import Plural, Text
from keko.indicators.freshness import Freshness
from keko.room.since import KINDS, Kind, Renewed, Since
from keko.words.formats import day_in_words, difference_in_words, listed, of_size, period, quantity
from keko.words.terms import NOT_KNOWN, VERDICTS

SINCE = Text("Muutokset alkaen", "Ändringar från", "Changes since")
OWN_DAY = Text("Oma päivä", "Egen dag", "A day of your own")
AFTER = Text("{day} jälkeen", "efter {day}", "after {day}")
SPANS: dict[int, Text] = {
    1: Text("1 kk", "1 mån.", "1 month"),
    3: Text("3 kk", "3 mån.", "3 months"),
    12: Text("Vuosi", "Ett år", "A year"),
}
KIND_NAMES: dict[Kind, Text] = {
    "verdict": Text("Tulos muuttui", "Resultatet ändrades", "Result changed"),
    "real": Text("Todellinen muutos", "Verklig förändring", "Real change"),
    "revised": Text("Lukuja tarkistettu", "Tal reviderade", "Figures revised"),
    "new": Text("Uusia lukuja", "Nya tal", "New figures"),
}
LIST = Text(
    "Muutokset mittareittain {day} jälkeen", "Ändringar per indikator efter {day}", "Changes by indicator after {day}"
)
WHAT = Text("Mitä muuttui", "Vad ändrades", "What changed")
FRESHNESS = Text("Lähteiden tuoreus", "Källornas aktualitet", "How fresh the sources are")
NEWEST = Text("Uusin jakso", "Senaste period", "Newest period")
PUBLISHED_HERE = Text("Julkaistu täällä", "Publicerat här", "Published here")
NEXT = Text("Seuraavat luvut (arvio)", "Nästa tal (uppskattning)", "Next figures (estimate)")
READING = Text(
    "Todellinen muutos on suurempi kuin sattuma otoksessa ja vuosien tavallinen vaihtelu selittävät. Tulos on aiempien lukujen"
    " vertailu samoin kuin nyt. Arvio seuraavista luvuista perustuu aiempiin julkaisuihin tai tuottajan tavalliseen viiveeseen.",
    "En verklig förändring är större än vad slumpen i urvalet och den vanliga variationen mellan åren förklarar. Resultatet jämför"
    " de tidigare talen på samma sätt som nu. Uppskattningen av nästa tal bygger på tidigare publiceringar eller producentens"
    " vanliga fördröjning.",
    "A real change is larger than chance in the sample and the usual variation between years explain. The result compares the"
    " earlier figures as they are compared now. The estimate of the next figures rests on earlier releases or the producer's usual"
    " delay.",
)
_COUNTS: dict[Kind, Plural] = {
    "verdict": Plural(
        one=Text("{count} tulos muuttui", "{count} resultat ändrades", "{count} result changed"),
        other=Text("{count} tulosta muuttui", "{count} resultat ändrades", "{count} results changed"),
    ),
    "real": Plural(
        one=Text("{count} todellinen muutos", "{count} verklig förändring", "{count} real change"),
        other=Text("{count} todellista muutosta", "{count} verkliga förändringar", "{count} real changes"),
    ),
    "revised": Plural(
        one=Text("{count} mittari tarkistettu", "{count} indikator reviderad", "{count} indicator revised"),
        other=Text("{count} mittaria tarkistettu", "{count} indikatorer reviderade", "{count} indicators revised"),
    ),
    "new": Plural(
        one=Text(
            "uusia lukuja {count} mittarissa", "nya tal enligt {count} indikator", "new figures in {count} indicator"
        ),
        other=Text(
            "uusia lukuja {count} mittarissa", "nya tal enligt {count} indikatorer", "new figures in {count} indicators"
        ),
    ),
}
_NOTHING = Text("Mikään ei ole muuttunut.", "Inget har förändrats.", "Nothing has changed.")
_NO_EARLIER = Text(
    "Ensimmäiset luvut julkaistiin sen jälkeen: aiempaan ei voi verrata.",
    "De första talen publicerades därefter: det finns inget tidigare att jämföra med.",
    "The first figures were published after that: there is nothing earlier to compare with.",
)
_SENTENCE = Text("{parts}.", "{parts}.", "{parts}.")
_TURNED = Text("{before} → {now}", "{before} → {now}", "{before} → {now}")
_MOVED = Text("{first}–{last} {amount}", "{first}–{last} {amount}", "{first}–{last} {amount}")
_FROM_TO = Text("{period}: {before} → {after}", "{period}: {before} → {after}", "{period}: {before} → {after}")
_HIDDEN = Text("{periods}: luku on peitetty", "{periods}: talet har dolts", "{periods}: the figure is hidden")
_LEFT_OUT = Text(
    "{periods}: luku on jätetty pois", "{periods}: talet har utelämnats", "{periods}: the figure has been left out"
)
_REVISIONS = Plural(
    one=Text("{first}", "{first}", "{first}"),
    other=Text("{first} (yhteensä {count})", "{first} (totalt {count})", "{first} ({count} in all)"),
)
_FIRST = Text("ensimmäiset luvut", "de första talen", "the first figures")
_TAKEN_BACK = Text(
    "aiemmat luvut on peruttu", "de tidigare talen har återtagits", "the earlier figures were taken back"
)
_NOT_KNOWN = NOT_KNOWN
_ABOUT = Text("noin {day}", "cirka {day}", "about {day}")
_LATE = Text("noin {day}, myöhässä", "cirka {day}, försenade", "about {day}, late")


def counts_in_words(found: Since, language: Language) -> str:
    """Of how many indicators each kind of change is true, the most important first."""
    if not found.had_figures:
        return _NO_EARLIER.within(language)
    parts = [_COUNTS[kind].within(language, count=found.counts[kind]) for kind in KINDS if found.counts[kind]]
    if not parts:
        return _NOTHING.within(language)
    sentence = _SENTENCE.within(language, parts=listed(parts, language))
    return sentence[:1].upper() + sentence[1:]


def change_in_words(each: Renewed, kind: Kind, language: Language) -> str:
    """One kind of change of an indicator, with its amount or its periods."""
    item = each.now.as_compared.item if kind == "real" else each.item
    if kind == "verdict" and each.turned:
        before, now = (VERDICTS[compared.verdict].within(language) for compared in each.turned)
        return _TURNED.within(language, before=before, now=now)
    if kind == "real" and each.moved and each.moved.now:
        amount = difference_in_words(each.moved.difference or 0.0, item.decimals, item.unit, language, sign=True)
        first, last = (period(point.period, language) for point in (each.moved.then, each.moved.now))
        return _MOVED.within(language, first=first, last=last, amount=amount)
    if kind == "revised":
        return _revised_in_words(each, language)
    return _new_in_words(each, language)


def first_in_words(language: Language) -> str:
    """That an indicator had no figures before."""
    return _FIRST.within(language)


def taken_back_in_words(language: Language) -> str:
    """That the figures of before have been taken back."""
    return _TAKEN_BACK.within(language)


def due_in_words(fresh: Freshness, today: date, language: Language) -> str:
    """When the next figures are due."""
    if fresh.due is None:
        return _NOT_KNOWN.within(language)
    return (_LATE if fresh.is_late(today) else _ABOUT).within(language, day=day_in_words(fresh.due, language))


def _revised_in_words(each: Renewed, language: Language) -> str:
    """Figures that have another value, then those that are not shown any more: of these never what they were."""
    item, parts = each.item, []
    if each.revised:
        newest = each.revised[0]
        before, after = (
            quantity(value, item.decimals, item.unit, language, of_size) for value in (newest.before, newest.after)
        )
        first = _FROM_TO.within(language, period=period(newest.period, language), before=before, after=after)
        parts.append(_REVISIONS.within(language, count=len(each.revised), first=first))
    for template, gone in ((_HIDDEN, each.hidden), (_LEFT_OUT, each.left_out)):
        if gone:
            first = template.within(language, periods=period(gone[0], language))
            parts.append(_REVISIONS.within(language, count=len(gone), first=first))
    return "; ".join(parts)


def _new_in_words(each: Renewed, language: Language) -> str:
    """The periods, and from what to what the figure went where nothing can be said of whether that is chance."""
    ends = dict.fromkeys((each.new[0], each.new[-1]))
    periods = "–".join(period(code, language) for code in ends)
    before = [point for point in each.now.own.valued if last_month(point.period) < last_month(each.new[0])]
    latest, item = each.now.own.latest, each.item
    if each.moved is not None or not before or latest is None:
        return periods
    then, now = (
        quantity(point.value or 0.0, item.decimals, item.unit, language, of_size) for point in (before[-1], latest)
    )
    return _FROM_TO.within(language, period=periods, before=then, after=now)
