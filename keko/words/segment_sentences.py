"""What is found about population segments, in sentences, from the same results as the pictures."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.segments.decomposition import Decomposition
from keko.segments.definitions import Counted, Definitions
from keko.segments.findings import Together, furthest_apart, largest, months_in_work, share_of, together
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.overview import SegmentStanding, Size
from keko.segments.profiles import Profile
from keko.segments.projection import AtRisk
from keko.words import segments as words
from keko.words.formats import NBSP, number, of_size, period, quantity, signed
from keko.words.sentences import joined
from keko.words.subject import of_whom
from keko.words.terms import ABSENCES, NO_FIGURE

MONTH_DECIMALS = 1
SHARE_DECIMALS = 1

_DIFFICULT = Text(
    "Ryhmiin, joissa työllistyminen on vaikeaa, kuuluu {persons} eli {share} alueen {whom}{beside}.",
    "Till grupper där det är svårt att få arbete hör {persons}, {share} {whom} i området{beside}.",
    "{persons}, {share} of {whom} in the area, are in groups where finding work is hard{beside}.",
)
_DIFFICULT_BESIDE = Text("; vertailualueella {share}", "; i jämförelseområdet {share}", "; in the benchmark {share}")
_DIFFICULT_HIDDEN = Text(
    "Niiden ryhmien koko, joissa työllistyminen on vaikeaa, on osin peitetty tietosuojan vuoksi.",
    "Storleken på grupper där det är svårt att få arbete är delvis dold av dataskyddsskäl.",
    "The size of the groups where finding work is hard is partly hidden for data protection.",
)
_LARGEST = Text(
    "Suurin ryhmä on {group}: {persons} eli {share} alueen {whom}{beside}.",
    "Den största gruppen är {group}: {persons}, {share} {whom} i området{beside}.",
    "The largest group is {group}: {persons}, {share} of {whom} in the area{beside}.",
)
_WORK = Text(
    "Työssä ollaan keskimäärin {own} kuukautta vuodessa{beside}.",
    "Man är i arbete i genomsnitt {own} månader per år{beside}.",
    "People are in work {own} months a year on average{beside}.",
)
_APART = Text(
    "Selvimmin vertailualueesta poikkeaa {group}: {own}, vertailualueella {other}.",
    "Mest avviker {group}: {own}, i jämförelseområdet {other}.",
    "Furthest from the benchmark is {group}: {own}, in the benchmark {other}.",
)
_PROFILE = Text(
    "{persons} eli {share} alueen {whom}{beside}.",
    "{persons}, {share} {whom} i området{beside}.",
    "{persons}, {share} of {whom} in the area{beside}.",
)
_PROFILE_WORK = Text(
    "He ovat työssä keskimäärin {months} kuukautta vuodessa.",
    "De är i arbete i genomsnitt {months} månader per år.",
    "They are in work {months} months a year on average.",
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
        "People are in work {amount} months a year {more} than in the benchmark",
    ),
    "unemployment": Text(
        "Työttömänä ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man är arbetslös {amount} månader {more} per år än i jämförelseområdet",
        "People are unemployed {amount} months a year {more} than in the benchmark",
    ),
    "disability": Text(
        "Työkyvyttömyysetuudella ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man har förmån vid arbetsoförmåga {amount} månader {more} per år än i jämförelseområdet",
        "People are on disability benefit {amount} months a year {more} than in the benchmark",
    ),
    "other": Text(
        "Muussa tilanteessa ollaan vuodessa {amount} kuukautta {more} kuin vertailualueella",
        "Man är i annan situation {amount} månader {more} per år än i jämförelseområdet",
        "People are in another situation {amount} months a year {more} than in the benchmark",
    ),
}
_MORE = Text("enemmän", "mer", "more")
_LESS = Text("vähemmän", "mindre", "less")
_SAME = Text(
    "Eroa vertailualueeseen ei ole sadasosan tarkkuudella",
    "Ingen skillnad mot jämförelseområdet på en hundradel när",
    "To a hundredth there is no difference from the benchmark",
)
_MOSTLY_MIX = Text(
    "enimmäkseen siksi, että ryhmät ovat eri kokoisia",
    "mest för att grupperna är olika stora",
    "mostly because the groups are of different sizes",
)
_MOSTLY_WITHIN = Text(
    "enimmäkseen siksi, että samassa ryhmässä tilanne on eri",
    "mest för att läget är olika i samma grupp",
    "mostly because the situation within the same group is different",
)
_PARTS = Text(
    "{area} {own}, {benchmark} {other} kuukautta vuodessa ({period}). Ero {total} = rakenne-ero {mix} ja ero ryhmien sisällä {within}.",
    "{area} {own}, {benchmark} {other} månader per år ({period}). Skillnaden {total} = strukturskillnad {mix} och skillnad inom grupperna {within}.",
    "{area} {own}, {benchmark} {other} months a year ({period}). The difference {total} = mix {mix} and within groups {within}.",
)
_RISK = Text(
    "Vuonna {year} riskiryhmissä oli {persons} alueen {whom}. Heistä {moved} ({share}) siirtyi seuraavaan vuoteen mennessä "
    "ryhmiin, joissa työllistyminen on vaikeaa.",
    "År {year} fanns i riskgrupperna {persons} {whom} i området. Av dem övergick {moved} ({share}) till följande år till "
    "grupper där det är svårt att få arbete.",
    "In {year} there were {persons} of {whom} in the area in the groups at risk. {moved} of them ({share}) moved by the "
    "next year into groups where finding work is hard.",
)
_RISK_UNKNOWN = Text(
    "Riskiryhmien siirtymiä ei tiedetä tältä alueelta.",
    "Övergångarna från riskgrupperna är inte kända för området.",
    "Moves out of the groups at risk are not known for this area.",
)
_RISK_HIDDEN = Text(
    "Riskiryhmien koko tai siirtymät on peitetty tietosuojan vuoksi.",
    "Riskgruppernas storlek eller övergångar är dolda av dataskyddsskäl.",
    "The size of the groups at risk or their moves are hidden for data protection.",
)
_NO_RISK = Text("Malli ei nimeä riskiryhmiä.", "Modellen anger inga riskgrupper.", "The model names no groups at risk.")
_AHEAD = Plural(
    one=Text(
        "Jos siirtymät jatkuvat ennallaan, ryhmissä, joissa työllistyminen on vaikeaa, on vuonna {year} noin "
        "{persons} henkilö ({lower}–{upper}); vuonna {then} heitä oli {now}.",
        "Om övergångarna fortsätter som förut finns det år {year} cirka {persons} person ({lower}–{upper}) i grupper "
        "där det är svårt att få arbete; år {then} var de {now}.",
        "If moves stay as they have been, about {persons} person ({lower}–{upper}) will be in groups where finding "
        "work is hard in {year}; in {then} there were {now}.",
    ),
    other=Text(
        "Jos siirtymät jatkuvat ennallaan, ryhmissä, joissa työllistyminen on vaikeaa, on vuonna {year} noin "
        "{persons} henkilöä ({lower}–{upper}); vuonna {then} heitä oli {now}.",
        "Om övergångarna fortsätter som förut finns det år {year} cirka {persons} personer ({lower}–{upper}) i "
        "grupper där det är svårt att få arbete; år {then} var de {now}.",
        "If moves stay as they have been, about {persons} persons ({lower}–{upper}) will be in groups where finding "
        "work is hard in {year}; in {then} there were {now}.",
    ),
)
_DEFINED = Text(
    "Vaikeasti työllistyviä on alueen {whom} {fewest}–{most} määritelmän mukaan, ja ainakin yhden määritelmän mukaan {any}.",
    "Antalet svårsysselsatta {whom} i området är {fewest}–{most} beroende på definition, och enligt minst en definition {any}.",
    "Of {whom} in the area, {fewest}–{most} are hard to employ depending on the definition, and {any} by at least one.",
)
_ONCE = Text(
    "Määritelmien luvut ovat yhteensä {sum}: se on enemmän, koska sama henkilö voi täyttää usean määritelmän. Luvussa {any} "
    "jokainen on kerran.",
    "Definitionernas tal är sammanlagt {sum}: det är mera, eftersom samma person kan uppfylla flera definitioner. I talet "
    "{any} räknas var och en en gång.",
    "The figures of the definitions add up to {sum}: that is more, as the same person may meet several. In {any} each is "
    "counted once.",
)
_BY_MODEL = Text(
    "Mallin {model} ryhmissä, joissa työllistyminen on vaikeaa, on {persons} ({period}): ryhmät on muodostettu toisin, joten luku on toinen.",
    "I de grupper i {model} där det är svårt att få arbete finns {persons} ({period}): grupperna har bildats på annat sätt, så talet är ett annat.",
    "The groups of {model} where finding work is hard hold {persons} ({period}): they are formed in another way, so the figure is another.",
)
_DEFINED_HIDDEN = Text(
    "Määritelmät laskevat eri ihmisiä. Osa luvuista on peitetty tietosuojan vuoksi.",
    "Definitionerna räknar olika personer. En del av talen är dolda av dataskyddsskäl.",
    "The definitions count different people. Some figures are hidden for data protection.",
)


def whom(model: SegmentModel, sex: str, language: Language) -> str:
    """Whom the figures of a model are of, within a sentence."""
    return of_whom(model.population.ages, sex, language)


def _told(value: float, language: Language) -> str:
    """Persons as a sentence says them."""
    return quantity(value, 0, "henkilöä", language, of_size)


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


def why_none(status: str, language: Language) -> str:
    """Why a figure is not there, by its status; that there is none where nothing was delivered."""
    if status == "hidden":
        return words.HIDDEN.within(language)
    return (ABSENCES.get(status) or NO_FIGURE).within(language)


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
    sex: str,
    language: Language,
) -> str:
    """How many are in groups where finding work is hard or, where none is named so, which group is largest."""
    if not own:
        return words.NO_AREA.within(language)
    of = whom(model, sex, language)
    if model.difficult_codes:
        here, there = (together(standings, model.difficult_codes) for standings in (own, benchmark))
        if here.persons is None:
            return _DIFFICULT_HIDDEN.within(language)
        return _DIFFICULT.within(language, whom=of, **_size(here.persons, here.share, there.share, language))
    standing = largest(own)
    if standing is None or standing.size.persons is None:
        return words.HIDDEN_NOTE.within(language)
    other = share_of(benchmark, standing.segment)
    size = _size(standing.size.persons, standing.size.share, other, language)
    return _LARGEST.within(language, group=names[standing.segment], whom=of, **size)


def _size(own: float, own_share: float | None, other: float | None, language: Language) -> dict[str, str]:
    """The parts of a sentence that tell how large something is here, and beside that in the benchmark."""
    return {
        "persons": _told(own, language),
        "share": share(own_share, language),
        "beside": _beside(other, language),
    }


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


def profile_finding(profile: Profile, benchmark: Profile, model: SegmentModel, language: Language) -> str:
    """How large the group is, here and in the benchmark, and how much its people are in work."""
    now = profile.now
    if now is None:
        return words.NO_AREA.within(language)
    if now.size.persons is None:
        return words.HIDDEN_NOTE.within(language)
    other = benchmark.now.size.share if benchmark.now and benchmark.area != profile.area else None
    size = _size(now.size.persons, now.size.share, other, language)
    work = now.months["employment"].mean if "employment" in now.months else None
    return joined(
        _PROFILE.within(language, whom=whom(model, TOTAL, language), **size),
        "" if work is None else _PROFILE_WORK.within(language, months=months(work, language)),
    )


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
        return (_RISK_HIDDEN if risk.moves else _RISK_UNKNOWN).within(language)
    return _RISK.within(
        language,
        year=period(year.period, language),
        persons=_told(year.at_risk or 0.0, language),
        whom=whom(model, TOTAL, language),
        moved=persons(year.moved, language),
        share=share(year.share, language),
    )


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
        then=risk.counted[-1].period,
        now=persons(risk.counted[-1].persons, language),
    )


def definitions_finding(definitions: Definitions, model: SegmentModel, language: Language) -> str:
    """How far apart the definitions are."""
    if not definitions.counted:
        return words.NO_AREA.within(language)
    if definitions.extremes is None or definitions.any_persons is None:
        return _DEFINED_HIDDEN.within(language)
    fewest, most = definitions.extremes
    return _DEFINED.within(
        language,
        whom=whom(model, TOTAL, language),
        fewest=persons(fewest, language),
        most=_told(most, language),
        any=_told(definitions.any_persons, language),
    )


def definitions_paragraph(
    definitions: Definitions, model: SegmentModel | None, size: Together, language: Language
) -> str:
    """Why the figures are not one another's sum, nor that of the groups. `size`: of those of `model` at the same period
    where finding work is hard."""
    known = [counted.persons for counted in definitions.counted if counted.persons is not None]
    once = ""
    if (
        definitions.any_persons is not None
        and len(known) == len(definitions.counted)
        and sum(known) > definitions.any_persons
    ):
        numbers = {"sum": persons(sum(known), language), "any": persons(definitions.any_persons, language)}
        once = _ONCE.within(language, **numbers)
    if model is None or size.persons is None or definitions.period is None:
        return once
    facts = {"persons": _told(size.persons, language), "period": period(definitions.period, language)}
    return joined(once, _BY_MODEL.within(language, model=model.names.within(language), **facts))


def counted_in_words(counted: Counted, language: Language) -> str:
    """How many a definition counts; at least so many where a part is hidden."""
    if counted.persons is not None:
        return persons(counted.persons, language)
    return words.AT_LEAST.within(language, persons=persons(counted.at_least, language))
