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
    "Vaikeasti työllistyviä on alueen {whom} {fewest}–{most} määritelmästä riippuen; ainakin yhden määritelmän mukaan {any}.",
    "Antalet svårsysselsatta {whom} i området är {fewest}–{most} beroende på definition; enligt minst en definition {any}.",
    "Of {whom} in the area, {fewest}–{most} are difficult to employ, depending on the definition; {any} by at least one.",
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
        most=told(most, language),
        any=told(definitions.any_persons, language),
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
    facts = {"persons": told(size.persons, language), "period": period(definitions.period, language)}
    return joined(once, _BY_MODEL.within(language, model=model.names.within(language), **facts))


def counted_in_words(counted: Counted, language: Language) -> str:
    """How many a definition counts; at least so many where a part is hidden."""
    if counted.persons is not None:
        return persons(counted.persons, language)
    return words.AT_LEAST.within(language, persons=persons(counted.at_least, language))
