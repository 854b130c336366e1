"""What is found about population segments, in sentences, from the same results as the pictures."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Text
from keko.segments.decomposition import Decomposition
from keko.segments.findings import furthest_apart, largest, months_in_work, share_of, together
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.overview import SegmentStanding
from keko.segments.profiles import Profile
from keko.words import segments as words
from keko.words.formats import number, signed
from keko.words.segment_figures import months, share, told, whom
from keko.words.sentences import joined

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
    "Tydligast avviker {group} från jämförelseområdet: {own}, i jämförelseområdet {other}.",
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
    "Samoissa ryhmissä ero on {within}, ryhmien eri koosta tulee {mix} kuukautta vuodessa.",
    "Inom samma grupper är skillnaden {within}, gruppernas olika storlek ger {mix} månader per år.",
    "Within the same groups the difference is {within}; the sizes of the groups bring {mix} months a year.",
)


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
        "persons": told(own, language),
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


def decomposition_paragraph(decomposition: Decomposition, language: Language) -> str:
    """The parts, which sum to the difference."""
    if decomposition.mix is None or decomposition.within is None:
        return ""
    mix, within = (signed(part, 2, language) for part in (decomposition.mix, decomposition.within))
    return _PARTS.within(language, mix=mix, within=within)
