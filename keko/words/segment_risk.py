"""What is found about the groups at risk, in sentences: how many they are, how many moved, and what that leads to."""

from keko.config import Language
from keko.data.text import Plural, Text
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.projection import AtRisk
from keko.words import segments as words
from keko.words.formats import period
from keko.words.segment_figures import persons, share, told, whom

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
        persons=told(year.at_risk or 0.0, language),
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
