"""What is found about the definitions of a family, in sentences: how far apart they are, and why their figures do not add up."""

from keko.config import Language
from keko.data.text import Text
from keko.segments.definitions import Counted, Definitions
from keko.segments.findings import Together
from keko.segments.models import TOTAL, SegmentModel
from keko.words import segments as words
from keko.words.formats import period
from keko.words.segment_figures import persons, told, whom
from keko.words.sentences import joined

_DEFINED = Text(
    "Vaikeasti työllistyviä on alueen {whom} {any} {at_least_one}.",
    "Antalet svårsysselsatta {whom} i området är {any} {at_least_one}.",
    "Of {whom} in the area, {any} are difficult to employ {at_least_one}.",
)
AT_LEAST_ONE = Text("ainakin yhden määritelmän mukaan", "enligt minst en definition", "by at least one definition")
_ONE_AT_A_TIME = Text(
    "Määritelmä kerrallaan luku on {fewest}–{most}.",
    "En definition i taget är talet {fewest}–{most}.",
    "Taken one at a time, the definitions count {fewest}–{most}.",
)
_NO_SUM = Text(
    "Lukuja ei voi laskea yhteen, koska sama henkilö voi täyttää usean määritelmän.",
    "Talen kan inte läggas ihop, eftersom samma person kan uppfylla flera definitioner.",
    "The figures cannot be added up, as the same person may meet several.",
)
_BY_MODEL = Text(
    "Mallissa ”{model}” ryhmiin, joissa työllistyminen on vaikeaa, kuuluu {persons} ({period}): ryhmät on muodostettu toisin, joten luku on toinen.",
    "I modellen ”{model}” hör {persons} ({period}) till grupper där det är svårt att få arbete: grupperna har bildats på annat sätt, så talet är ett annat.",
    "In the model “{model}”, {persons} are in groups where finding work is hard ({period}): the groups are formed in another way, so the figure is another.",
)
_DEFINED_HIDDEN = Text(
    "Määritelmät laskevat eri ihmisiä. Osa luvuista on peitetty tietosuojan vuoksi.",
    "Definitionerna räknar olika personer. En del av talen är dolda av dataskyddsskäl.",
    "The definitions count different people. Some figures are hidden for data protection.",
)


def definitions_finding(definitions: Definitions, model: SegmentModel, language: Language) -> str:
    """How many persons the definitions count together, each person once."""
    if not definitions.counted:
        return words.NO_AREA.within(language)
    if definitions.extremes is None or definitions.any_persons is None:
        return _DEFINED_HIDDEN.within(language)
    return _DEFINED.within(
        language,
        whom=whom(model, TOTAL, language),
        any=told(definitions.any_persons, language),
        at_least_one=AT_LEAST_ONE.within(language),
    )


def definitions_paragraph(definitions: Definitions, language: Language) -> str:
    """How far apart the definitions are, and that their figures are not one another's sum; empty where a part is hidden."""
    if definitions.extremes is None or definitions.any_persons is None:
        return ""
    fewest, most = (persons(end, language) for end in definitions.extremes)
    overlap = sum(counted.at_least for counted in definitions.counted) > definitions.any_persons
    return joined(
        _ONE_AT_A_TIME.within(language, fewest=fewest, most=most), _NO_SUM.within(language) if overlap else ""
    )


def groups_beside(size: Together, model: SegmentModel, at: str, language: Language) -> str:
    """Why the figures are not that of the groups. `size`: of those of `model` at the period `at` where finding work is hard;
    empty where that is not known."""
    if size.persons is None:
        return ""
    facts = {"persons": told(size.persons, language), "period": period(at, language)}
    return _BY_MODEL.within(language, model=model.names.within(language), **facts)


def counted_in_words(counted: Counted, language: Language) -> str:
    """How many a definition counts; at least so many where a part is hidden."""
    if counted.persons is not None:
        return persons(counted.persons, language)
    return words.AT_LEAST.within(language, persons=persons(counted.at_least, language))
