"""What is found about population segments, in sentences, from the same results as the pictures."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.segments.decomposition import Decomposition
from keko.segments.definitions import Counted, Definitions
from keko.segments.findings import Together, furthest_apart, largest, months_in_work, share_of, together
from keko.segments.models import SegmentModel
from keko.segments.overview import SegmentStanding, Size
from keko.segments.profiles import Profile
from keko.segments.projection import AtRisk
from keko.words import segments as words
from keko.words.formats import NBSP, number, signed

MONTH_DECIMALS = 1
SHARE_DECIMALS = 1

_DIFFICULT = Plural(
    one=Text(
        "Ryhmiin, joissa työllistyminen on vaikeaa, kuuluu {share} työikäisistä eli {persons} henkilö{beside}.",
        "Till grupper där det är svårt att få arbete hör {share} av befolkningen i arbetsför ålder, {persons} "
        "person{beside}.",
        "{share} of the working-age population, {persons} person, is in groups where finding work is hard{beside}.",
    ),
    other=Text(
        "Ryhmiin, joissa työllistyminen on vaikeaa, kuuluu {share} työikäisistä eli {persons} henkilöä{beside}.",
        "Till grupper där det är svårt att få arbete hör {share} av befolkningen i arbetsför ålder, {persons} "
        "personer{beside}.",
        "{share} of the working-age population, {persons} persons, are in groups where finding work is hard{beside}.",
    ),
)
_DIFFICULT_BESIDE = Text("; vertailualueella {share}", "; i jämförelseområdet {share}", "; in the benchmark {share}")
_DIFFICULT_HIDDEN = Text(
    "Niiden ryhmien koko, joissa työllistyminen on vaikeaa, on osin peitetty tietosuojan vuoksi.",
    "Storleken på grupper där det är svårt att få arbete är delvis dold av dataskyddsskäl.",
    "The size of the groups where finding work is hard is partly hidden for data protection.",
)
_LARGEST = Text(
    "Suurin ryhmä on {group}: {share} työikäisistä{beside}.",
    "Den största gruppen är {group}: {share} av befolkningen i arbetsför ålder{beside}.",
    "The largest group is {group}: {share} of the working-age population{beside}.",
)
_WORK = Text(
    "Työikäinen on työssä keskimäärin {own} kuukautta vuodessa{beside}.",
    "En person i arbetsför ålder är i arbete i genomsnitt {own} månader per år{beside}.",
    "A person of working age is in work {own} months a year on average{beside}.",
)
_APART = Text(
    "Selvimmin vertailualueesta poikkeaa {group}: {own}, vertailualueella {other}.",
    "Tydligast avviker {group} från jämförelseområdet: {own}, i jämförelseområdet {other}.",
    "Furthest from the benchmark is {group}: {own}, in the benchmark {other}.",
)
_PROFILE = Plural(
    one=Text(
        "{persons} henkilö, {share} työikäisistä; työssä keskimäärin {months} kuukautta vuodessa.",
        "{persons} person, {share} av befolkningen i arbetsför ålder; i arbete i genomsnitt {months} månader per år.",
        "{persons} person, {share} of the working-age population; in work {months} months a year on average.",
    ),
    other=Text(
        "{persons} henkilöä, {share} työikäisistä; työssä keskimäärin {months} kuukautta vuodessa.",
        "{persons} personer, {share} av befolkningen i arbetsför ålder; i arbete i genomsnitt {months} månader per år.",
        "{persons} persons, {share} of the working-age population; in work {months} months a year on average.",
    ),
)
_PROFILE_SIZE = Plural(
    one=Text(
        "{persons} henkilö, {share} työikäisistä.",
        "{persons} person, {share} av befolkningen i arbetsför ålder.",
        "{persons} person, {share} of the working-age population.",
    ),
    other=Text(
        "{persons} henkilöä, {share} työikäisistä.",
        "{persons} personer, {share} av befolkningen i arbetsför ålder.",
        "{persons} persons, {share} of the working-age population.",
    ),
)
_COMMON = Text(
    "Muita yleisempää: {factors}.", "Vanligare än hos andra: {factors}.", "More common than in others: {factors}."
)
_FIRST_FACTOR = Text(
    "{factor} {own} (koko väestössä {whole})",
    "{factor} {own} (i hela befolkningen {whole})",
    "{factor} {own} (in the whole population {whole})",
)
_FACTOR = Text("{factor} {own} ({whole})", "{factor} {own} ({whole})", "{factor} {own} ({whole})")
_DIFFERS = {
    "employment": Text(
        "Työssä ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man är i arbete {amount} månader {more} per år än i jämförelseområdet",
        "People are in work {amount} months {more} a year than in the benchmark",
    ),
    "unemployment": Text(
        "Työttömänä ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man är arbetslös {amount} månader {more} per år än i jämförelseområdet",
        "People are unemployed {amount} months {more} a year than in the benchmark",
    ),
    "disability": Text(
        "Työkyvyttömyysetuudella ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man har förmån vid arbetsoförmåga {amount} månader {more} per år än i jämförelseområdet",
        "People are on disability benefit {amount} months {more} a year than in the benchmark",
    ),
    "other": Text(
        "Muussa tilanteessa ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man är i en annan situation {amount} månader {more} per år än i jämförelseområdet",
        "People are in another situation {amount} months {more} a year than in the benchmark",
    ),
}
_MORE = Text("enemmän", "mer", "more")
_LESS = Text("vähemmän", "mindre", "less")
_SAME = Text(
    "Sadasosan tarkkuudella eroa vertailualueeseen ei ole",
    "Det finns ingen skillnad mot jämförelseområdet med en hundradels noggrannhet",
    "To the nearest hundredth there is no difference from the benchmark",
)
_MOSTLY_MIX = Text(
    "enimmäkseen siksi, että ryhmät ovat eri kokoisia",
    "mest för att grupperna är olika stora",
    "mostly because the groups are of different sizes",
)
_MOSTLY_WITHIN = Text(
    "enimmäkseen siksi, että tilanne eroaa samoissakin ryhmissä",
    "mest för att läget skiljer sig också i samma grupp",
    "mostly because the situation differs even in the same groups",
)
_PARTS = Text(
    "{area} {own}, {benchmark} {other} kuukautta vuodessa ({period}). Ero {total} koostuu rakenne-erosta ({mix}) ja erosta ryhmien sisällä ({within}).",
    "{area} {own}, {benchmark} {other} månader per år ({period}). Skillnaden {total} består av strukturskillnaden ({mix}) och skillnaden inom grupperna ({within}).",
    "{area} {own}, {benchmark} {other} months a year ({period}). The difference of {total} consists of the mix ({mix}) and the difference within groups ({within}).",
)
_RISK = Plural(
    one=Text(
        "Riskiryhmissä on {persons} henkilö. Heistä {moved} siirtyi vuodessa ryhmiin, joissa työllistyminen on "
        "vaikeaa.",
        "I riskgrupperna finns {persons} person. Av dem övergick {moved} på ett år till grupper där det är svårt att "
        "få arbete.",
        "There is {persons} person in the groups at risk. {moved} of them moved in a year into groups where finding "
        "work is hard.",
    ),
    other=Text(
        "Riskiryhmissä on {persons} henkilöä. Heistä {moved} siirtyi vuodessa ryhmiin, joissa työllistyminen on "
        "vaikeaa.",
        "I riskgrupperna finns {persons} personer. Av dem övergick {moved} på ett år till grupper där det är svårt "
        "att få arbete.",
        "There are {persons} persons in the groups at risk. {moved} of them moved in a year into groups where "
        "finding work is hard.",
    ),
)
_RISK_UNKNOWN = Text(
    "Riskiryhmien siirtymiä ei tiedetä tältä alueelta.",
    "Övergångarna från riskgrupperna är inte kända för området.",
    "Moves out of the groups at risk are not known for this area.",
)
_NO_RISK = Text("Malli ei nimeä riskiryhmiä.", "Modellen anger inga riskgrupper.", "The model names no groups at risk.")
_AHEAD = Plural(
    one=Text(
        "Jos siirtymät jatkuvat ennallaan, ryhmissä, joissa työllistyminen on vaikeaa, on vuonna {year} noin "
        "{persons} henkilö ({lower}–{upper}); nyt {now}.",
        "Om övergångarna fortsätter som förut finns det år {year} cirka {persons} person ({lower}–{upper}) i grupper "
        "där det är svårt att få arbete; nu {now}.",
        "If moves stay as they have been, about {persons} person ({lower}–{upper}) will be in groups where finding "
        "work is hard in {year}; now {now}.",
    ),
    other=Text(
        "Jos siirtymät jatkuvat ennallaan, ryhmissä, joissa työllistyminen on vaikeaa, on vuonna {year} noin "
        "{persons} henkilöä ({lower}–{upper}); nyt {now}.",
        "Om övergångarna fortsätter som förut finns det år {year} cirka {persons} personer ({lower}–{upper}) i "
        "grupper där det är svårt att få arbete; nu {now}.",
        "If moves stay as they have been, about {persons} persons ({lower}–{upper}) will be in groups where finding "
        "work is hard in {year}; now {now}.",
    ),
)
_DEFINED = Plural(
    one=Text(
        "{fewest}–{most} henkilöä sen mukaan, mitä määritelmää käytetään; ainakin yhden määritelmän mukaan {any} henkilö.",
        "{fewest}–{most} personer beroende på vilken definition som används; enligt minst en definition {any} person.",
        "{fewest}–{most} persons depending on the definition used; {any} person by at least one definition.",
    ),
    other=Text(
        "{fewest}–{most} henkilöä sen mukaan, mitä määritelmää käytetään; ainakin yhden määritelmän mukaan {any} henkilöä.",
        "{fewest}–{most} personer beroende på vilken definition som används; enligt minst en definition {any} personer.",
        "{fewest}–{most} persons depending on the definition used; {any} persons by at least one definition.",
    ),
)
_DEFINED_HIDDEN = Text(
    "Määritelmät koskevat eri ihmisiä. Osa luvuista on peitetty tietosuojan vuoksi.",
    "Definitionerna omfattar olika personer. En del av talen är dolda av dataskyddsskäl.",
    "The definitions cover different people. Some figures are hidden for data protection.",
)


def share(value: float | None, language: Language, decimals: int = SHARE_DECIMALS) -> str:
    """A share of 0–1 in per cent; a dash where there is none."""
    if value is None:
        return "–"
    return number(value * 100, decimals, language) + ("%" if language == "en" else f"{NBSP}%")


def persons(value: float | None, language: Language) -> str:
    """Persons; a dash where there is no number."""
    return "–" if value is None else number(value, 0, language)


def months(value: float | None, language: Language) -> str:
    """Months a year; a dash where there is no number."""
    return "–" if value is None else number(value, MONTH_DECIMALS, language)


def limits(size: Size, language: Language) -> str:
    """The interval of a share; empty without one."""
    if size.lower is None or size.upper is None:
        return ""
    return f"{share(size.lower, language)}–{share(size.upper, language)}"


def overview_finding(
    own: Sequence[SegmentStanding],
    benchmark: Sequence[SegmentStanding],
    model: SegmentModel,
    names: dict[str, str],
    language: Language,
) -> str:
    """How many are in groups where finding work is hard or, where none is named so, which group is largest."""
    if not own:
        return words.NO_AREA.within(language)
    if model.difficult_codes:
        return _difficult_in_words(
            together(own, model.difficult_codes), together(benchmark, model.difficult_codes), language
        )
    standing = largest(own)
    if standing is None:
        return words.HIDDEN_NOTE.within(language)
    beside = _beside(share_of(benchmark, standing.segment), language)
    group, size = names[standing.segment], share(standing.size.share, language)
    return _LARGEST.within(language, group=group, share=size, beside=beside)


def _difficult_in_words(own: Together, benchmark: Together, language: Language) -> str:
    if own.persons is None:
        return _DIFFICULT_HIDDEN.within(language)
    beside = _beside(benchmark.share, language)
    size = {"share": share(own.share, language), "persons": persons(own.persons, language)}
    return _DIFFICULT.within(language, count=round(own.persons), **size, beside=beside)


def _beside(other: float | None, language: Language) -> str:
    return "" if other is None else _DIFFICULT_BESIDE.within(language, share=share(other, language))


def overview_paragraph(
    own: Sequence[SegmentStanding], benchmark: Sequence[SegmentStanding], names: dict[str, str], language: Language
) -> str:
    """Months in work, and the group whose share is furthest from the benchmark's."""
    sentences = []
    here, there = months_in_work(own), months_in_work(benchmark)
    if here is not None:
        beside = "" if there is None else _DIFFICULT_BESIDE.within(language, share=months(there, language))
        sentences.append(_WORK.within(language, own=months(here, language), beside=beside))
    apart = furthest_apart(own, benchmark)
    if apart and share(apart.own, language) != share(apart.benchmark, language):
        shares = {"own": share(apart.own, language), "other": share(apart.benchmark, language)}
        sentences.append(_APART.within(language, group=names[apart.segment], **shares))
    return " ".join(sentences)


def profile_finding(profile: Profile, language: Language) -> str:
    """How large the group is, and how much its people are in work."""
    now = profile.now
    if now is None:
        return words.NO_AREA.within(language)
    if now.size.persons is None:
        return words.HIDDEN_NOTE.within(language)
    count = round(now.size.persons)
    size = {"persons": persons(count, language), "share": share(now.size.share, language)}
    work = now.months["employment"].mean if "employment" in now.months else None
    if work is None:
        return _PROFILE_SIZE.within(language, count=count, **size)
    return _PROFILE.within(language, count=count, **size, months=months(work, language))


def profile_paragraph(profile: Profile, names: dict[str, str], language: Language, most: int = 3) -> str:
    """What is clearly more common in the group than in the population, the clearest first."""
    factors = [
        (_FACTOR if position else _FIRST_FACTOR).within(
            language,
            factor=names[prevalence.factor],
            own=share(prevalence.share, language, 0),
            whole=share(prevalence.population_share, language, 0),
        )
        for position, prevalence in enumerate(profile.more_common[:most])
    ]
    return _COMMON.within(language, factors=", ".join(factors)) if factors else ""


def decomposition_finding(decomposition: Decomposition, language: Language) -> str:
    """How large the difference is, and which part of it is the larger."""
    if decomposition.reason or decomposition.total is None or decomposition.mix is None or decomposition.within is None:
        return words.WHY_NOT[decomposition.reason or "no data"].within(language)
    if round(decomposition.total, 2) == 0:
        return _SAME.within(language) + "."
    more = (_MORE if decomposition.total > 0 else _LESS).within(language)
    differs = _DIFFERS[decomposition.measure].within(
        language, amount=number(abs(decomposition.total), 2, language), more=more
    )
    mostly = _MOSTLY_MIX if decomposition.mostly == "mix" else _MOSTLY_WITHIN
    return f"{differs}, {mostly.within(language)}."


def decomposition_paragraph(decomposition: Decomposition, area: str, benchmark: str, language: Language) -> str:
    """The parts, which sum to the difference."""
    if decomposition.total is None or decomposition.mix is None or decomposition.within is None:
        return ""
    return _PARTS.within(
        language,
        area=area,
        benchmark=benchmark,
        own=number(decomposition.area_value or 0.0, 2, language),
        other=number(decomposition.benchmark_value or 0.0, 2, language),
        period=decomposition.period,
        total=signed(decomposition.total, 2, language),
        mix=signed(decomposition.mix, 2, language),
        within=signed(decomposition.within, 2, language),
    )


def risk_finding(risk: AtRisk, model: SegmentModel, language: Language) -> str:
    """How many are at risk, and how many of them moved in the newest year known."""
    if not model.at_risk_codes:
        return _NO_RISK.within(language)
    year = risk.newest_moves
    if year is None:
        return _RISK_UNKNOWN.within(language)
    count = round(year.at_risk or 0.0)
    return _RISK.within(language, count=count, persons=persons(count, language), moved=persons(year.moved, language))


def risk_paragraph(risk: AtRisk, language: Language) -> str:
    """What the group would be if moves stayed as they have been, with limits; or why that is not known."""
    if risk.reason or not risk.projected or not risk.counted:
        return words.NO_PROJECTION[risk.reason or "no flows"].within(language)
    last = risk.projected[-1]
    return _AHEAD.within(
        language,
        count=round(last.persons),
        year=last.period,
        persons=persons(last.persons, language),
        lower=persons(last.lower, language),
        upper=persons(last.upper, language),
        now=persons(risk.counted[-1].persons, language),
    )


def definitions_finding(definitions: Definitions, language: Language) -> str:
    """How far apart the definitions are."""
    if not definitions.counted:
        return words.NO_AREA.within(language)
    if definitions.extremes is None or definitions.any_persons is None:
        return _DEFINED_HIDDEN.within(language)
    fewest, most = (persons(value, language) for value in definitions.extremes)
    count = round(definitions.any_persons)
    return _DEFINED.within(language, count=count, fewest=fewest, most=most, any=persons(count, language))


def counted_in_words(counted: Counted, language: Language) -> str:
    """How many a definition counts; at least so many where a part is hidden."""
    if counted.persons is not None:
        return persons(counted.persons, language)
    return words.AT_LEAST.within(language, persons=persons(counted.at_least, language))
