"""What the page of goals says: how targets and actions stand, and when a target could be told from chance."""

from keko.config import Language
from keko.data.text import Plural, Text
from keko.room.when_known import WhenKnown
from keko.words.formats import difference_in_words, listed, number, period_in, quantity

NO_TARGETS = Text("Alueella ei ole tavoitteita", "Området har inga mål", "The area has no targets")
_ONLY_BEHIND = Text(
    "Alueen ainoa tavoite on jäljessä: {names}",
    "Områdets enda mål är efter: {names}",
    "The area's only target is behind: {names}",
)
_BEHIND = Text(
    "{count} tavoitteesta {late} on jäljessä: {names}",
    "Av {count} mål är {late} efter: {names}",
    "Targets that are behind: {late} of {count}: {names}",
)
_NONE_BEHIND = Plural(
    Text("Alueen ainoa tavoite ei ole jäljessä", "Områdets enda mål är inte efter", "The area's only target is not behind"),
    Text("{count} tavoitteesta yksikään ei ole jäljessä", "Av {count} mål är inget efter", "Of {count} targets none is behind"),
)  # fmt: skip
_ACTIONS_LATE = Plural(
    Text("{count} toimenpide on myöhässä: {name}", "{count} åtgärd är försenad: {name}", "{count} action is late: {name}"),
    Text("{count} toimenpidettä on myöhässä, pisimpään {name}", "{count} åtgärder är försenade, längst {name}", "{count} actions are late, the longest {name}"),
)  # fmt: skip
_OTHERS = Plural(
    Text("{count} muu", "{count} annan", "{count} other"), Text("{count} muuta", "{count} andra", "{count} others")
)
MOST_NAMED = 2  # targets
MOST_WAYS = 3
NO_ACTIONS = Text("toimenpiteitä ei ole kirjattu", "inga åtgärder har antecknats", "no actions have been recorded")
NO_ACTION_LATE = Text("yksikään toimenpide ei ole myöhässä", "ingen åtgärd är försenad", "no action is late")
_UNCHECKED = Plural(
    Text(
        "minkään toimenpiteen ei tiedetä olevan myöhässä, mutta {count} toimenpiteen tila on tarkistamatta",
        "ingen åtgärd är veterligen försenad, men läget för {count} åtgärd är inte kontrollerat",
        "no action is known to be late, but the state of {count} action has not been checked",
    ),
    Text(
        "minkään toimenpiteen ei tiedetä olevan myöhässä, mutta {count} toimenpiteen tila on tarkistamatta",
        "ingen åtgärd är veterligen försenad, men läget för {count} åtgärder är inte kontrollerat",
        "no action is known to be late, but the state of {count} actions has not been checked",
    ),
)
DONE = Text(
    "Hankkeen {all} tuotoksesta {done} on valmiina ja {late} myöhässä; vastuuhenkilö on nimetty {named} tuotokselle",
    "Av projektets {all} resultat är {done} klara och {late} försenade; en ansvarig person är utsedd för {named}",
    "Of the project's {all} deliverables, {done} done and {late} late; a responsible person is named for {named}",
)
CARRIED_OUT = Plural(
    Text("{count} suosituksesta {done} on toteutettu", "Av {count} rekommendation har {done} genomförts", "Of {count} recommendation, {done} carried out"),
    Text("{count} suosituksesta {done} on toteutettu", "Av {count} rekommendationer har {done} genomförts", "Of {count} recommendations, {done} carried out"),
)  # fmt: skip
SETTLED = Text("Johtamismalli on vakiintunut", "Ledningsmodellen är etablerad", "The leadership model is settled")
NOT_SETTLED = Text(
    "Johtamismalli ei ole vielä vakiintunut",
    "Ledningsmodellen är inte etablerad ännu",
    "The leadership model is not settled yet",
)
NO_DELIVERABLES = Text(
    "Hankkeen tuotoksia ei ole kirjattu",
    "Projektets resultat har inte antecknats",
    "The project's deliverables have not been recorded",
)
OCCASIONS = Text(
    "Tilaisuuksia on ollut {events} ja niissä {people} osallistujaa; toimijoita on mukana {actors} ({sectors} sektorilta).",
    "Det har hållits {events} evenemang med {people} deltagare; {actors} aktörer är med ({sectors} sektorer).",
    "There have been {events} events with {people} participants; {actors} actors take part (from {sectors} sectors).",
)
PATH = Text("{start} → {end} ({due})", "{start} → {end} ({due})", "{start} → {end} ({due})")
LIKELY = Text(
    "{share} %, jos kehitys jatkuu ennallaan (aiemmista ennusteista {achieved} % osui väliinsä)",
    "{share} %, om utvecklingen fortsätter som förut (av tidigare prognoser träffade {achieved} % sitt intervall)",
    "{share}%, if things go on as before (of earlier forecasts {achieved}% fell within their interval)",
)
NOT_FORECAST = Text("ei ennustetta määräaikaan", "ingen prognos till tidsfristen", "no forecast for that date")
_SHOWS = Text(
    "{when} (luvut saadaan aikaisintaan {day})",
    "{when} (talen kommer tidigast {day})",
    "{when} (figures come {day} at the earliest)",
)
_ALREADY = Text("jo nykyisistä luvuista", "redan av de tal som finns", "from the figures that there are already")
_NOT_BY_DUE = Text(
    "ei määräaikaan mennessä: pienin sattumasta erottuva muutos on {smallest}",
    "inte före tidsfristen: den minsta förändring som kan skiljas från slumpen är {smallest}",
    "not by its date: the smallest change that can be told from chance is {smallest}",
)
_UNSAID = Text("ei voi sanoa: {reason}", "kan inte sägas: {reason}", "cannot be said: {reason}")
_COULD = Text(
    "Tavoitteen mukainen muutos ({start} → {end}) voisi erottua sattumasta {when}.",
    "Den förändring som målet innebär ({start} → {end}) kunde skiljas från slumpen {when}.",
    "The change that the target means ({start} → {end}) could be told from chance {when}.",
)
_COULD_NOT = Text(
    "Tavoitteen mukaista muutosta ({start} → {end}) ei voisi erottaa sattumasta määräaikaan mennessä: pienin erottuva muutos on {smallest}.",
    "Den förändring som målet innebär ({start} → {end}) kunde inte skiljas från slumpen före tidsfristen: den minsta som kunde är {smallest}.",
    "The change that the target means ({start} → {end}) could not be told from chance by its date: the smallest that could is {smallest}.",
)
_HELP = Text("Mikä auttaisi: {ways}.", "Vad som skulle hjälpa: {ways}.", "What would help: {ways}.")
_PACE = Text(
    "pidempi aika (samaan tahtiin vuoteen {year} asti)",
    "en längre tid (i samma takt till år {year})",
    "a longer time (at the same pace until {year})",
)
_TOGETHER = Text(
    "{years} vuoden keskiarvojen vertaaminen",
    "en jämförelse av medeltal för {years} år",
    "comparing means of {years} years",
)
_PERSONS = Text(
    "laajempi alue (noin {times}-kertainen väestö)",
    "ett större område (ungefär {times} gånger så stor befolkning)",
    "a larger area (about {times} times the population)",
)
_BESIDE = Text(
    "alueen ja koko maan eron seuraaminen (siinä erottuisi jo {smallest})",
    "uppföljning av skillnaden mellan området och hela landet (där skulle redan {smallest} skiljas)",
    "following the difference between the area and the country (there {smallest} could already be told)",
)
_OFTENER = Text(
    "useammin kuin vuosittain mitattava luku",
    "ett tal som mäts oftare än årligen",
    "a figure measured more often than yearly",
)
_CANNOT_SAY = Text(
    "Ei voi sanoa, milloin tavoitteen mukainen muutos erottuisi sattumasta: {reason}.",
    "Det går inte att säga när den förändring som målet innebär kunde skiljas från slumpen: {reason}.",
    "It cannot be said when the change that the target means could be told from chance: {reason}.",
)
_WHY = {
    "no figures": Text("alueelta ei ole lukuja", "området har inga tal", "the area has no figures"),
    "few years": Text("lukuja on liian harvalta vuodelta", "talen omfattar för få år", "there are figures of too few years"),
    "no change": Text("tavoite on sama kuin lähtöluku", "målet är detsamma som utgångstalet", "the target is what it starts from"),
}  # fmt: skip
_BY_YEARS = Text(
    "Luvuilla ei ole luottamusväliä, joten arvio perustuu siihen, miten ne vaihtelevat vuodesta toiseen.",
    "Talen har inget konfidensintervall, så bedömningen bygger på hur de varierar från år till år.",
    "The figures have no confidence interval, so this rests on how they vary from year to year.",
)


def targets_in_words(behind: list[str], count: int, language: Language) -> str:
    """How many targets are behind, and which, the worst first. No stop at the end."""
    if not count:
        return NO_TARGETS.within(language)
    if not behind:
        return _NONE_BEHIND.within(language, count=count)
    others = len(behind) - MOST_NAMED
    named = [*behind[:MOST_NAMED], *([_OTHERS.within(language, count=others)] if others > 0 else [])]
    names = listed(named, language)
    if count == 1:
        return _ONLY_BEHIND.within(language, names=names)
    return _BEHIND.within(language, count=count, late=len(behind), names=names)


def actions_in_words(late: list[str], count: int, language: Language, unchecked: int = 0) -> str:
    """How many actions are late, and which the longest. `unchecked`: of how many that is not known. No stop at the end."""
    if not count:
        return NO_ACTIONS.within(language)
    if unchecked and not late:
        return _UNCHECKED.within(language, count=unchecked)
    return (
        _ACTIONS_LATE.within(language, count=len(late), name=f"”{late[0]}”")
        if late
        else NO_ACTION_LATE.within(language)
    )


def when_in_brief(known: WhenKnown, language: Language) -> str:
    """When a target could be told from chance, as a cell of a table."""
    found = known.knowable
    if found.reason:
        return _UNSAID.within(language, reason=_WHY[found.reason])
    return _when(known, language) if found.shows else _NOT_BY_DUE.within(language, smallest=_smallest(known, language))


def when_in_sentences(known: WhenKnown, language: Language) -> str:
    """The same before a target is saved: in one or two plain sentences, with what would help where it could not."""
    found, item = known.knowable, known.item
    if found.reason:
        return _CANNOT_SAY.within(language, reason=_WHY[found.reason])
    ends = {
        "start": number(found.start, item.decimals, language),
        "end": quantity(found.end, item.decimals, item.unit, language),
    }
    if found.shows:
        first = _COULD.within(language, when=_when(known, language), **ends)
    else:
        first = _COULD_NOT.within(language, smallest=_smallest(known, language), **ends)
    ways = _ways(known, language)
    last = _HELP.within(language, ways=listed(ways, language)) if ways and not found.shows else ""
    by_years = found.chance is not None and found.chance.basis == "yearly values"
    return " ".join(filter(None, [first, last or (_BY_YEARS.within(language) if by_years else "")]))


def _ways(known: WhenKnown, language: Language) -> list[str]:
    """What would help, the surest first."""
    ways, found, item = [], known.knowable, known.item
    if known.beside is not None:
        smallest = difference_in_words(abs(known.beside), item.decimals, item.unit, language)
        ways.append(_BESIDE.within(language, smallest=smallest))
    if found.same_pace:
        ways.append(_PACE.within(language, year=found.same_pace[:4]))
    if found.together:
        ways.append(_TOGETHER.within(language, years=found.together))
    if found.persons:
        ways.append(_PERSONS.within(language, times=number(found.persons, 1 if found.persons < 10 else 0, language)))
    every = [*ways, *([_OFTENER.within(language)] if item.frequency == "year" else [])]
    return every[:MOST_WAYS]


def _when(known: WhenKnown, language: Language) -> str:
    if known.is_past:
        return _ALREADY.within(language)
    when, day = period_in(known.knowable.shows or "", language), known.known_on
    if day is None:
        return when
    return _SHOWS.within(language, when=when, day=period_in(f"{day.year:04}-{day.month:02}", language))


def _smallest(known: WhenKnown, language: Language) -> str:
    return difference_in_words(known.knowable.smallest or 0.0, known.item.decimals, known.item.unit, language)
