"""The overview in words: its three questions, what needs attention first, and how the area is doing."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.attention import Attention
from keko.indicators.highlights import verdict_counts
from keko.indicators.situation import Standing
from keko.room.paths import Progress
from keko.words.attention import headline
from keko.words.formats import listed
from keko.words.goals import PROGRESS
from keko.words.sentences import joined

NEEDS_ATTENTION = Text("Mikä vaatii huomiota?", "Vad kräver uppmärksamhet?", "What needs attention?")
HOW_WE_ARE_DOING = Text("Miten meillä menee?", "Hur går det för oss?", "How are we doing?")
WHAT_CHANGED = Text("Mikä on muuttunut?", "Vad har förändrats?", "What has changed?")
DIFFICULT_TO_EMPLOY = Text("Vaikeasti työllistyvät", "Svårsysselsatta", "Difficult to employ")
ON_THE_MAP = Text(
    "{name} alueittain, {period} ({unit})", "{name} områdesvis, {period} ({unit})", "{name} by area, {period} ({unit})"
)
NO_FIGURES_OF = Text("Ei vielä lukuja alueelta", "Inga tal om området ännu", "No figures on the area yet")
WHO_AND_WHAT = Text("Vastuu ja toimet", "Ansvar och åtgärder", "Responsibility and actions")
EDIT = Text("Muokkaa alueen mittareita", "Redigera områdets indikatorer", "Edit the area's indicators")
CALM = Text("Mikään ei vaadi huomiota.", "Inget kräver uppmärksamhet.", "Nothing needs attention.")
NOTHING_FOUND = Text(
    "Mikään avainmittari ei ole heikentynyt, tavoitteestaan jäänyt eikä vertailualuetta heikompi.",
    "Ingen nyckelindikator har försämrats, missat sitt mål eller är sämre än jämförelseområdet.",
    "No headline indicator has worsened, missed its target or is worse than the benchmark.",
)
_KNOWN = Text(
    "Avainmittareita, joista on lukuja: {known}/{all}.",
    "Nyckelindikatorer som det finns tal för: {known}/{all}.",
    "Headline indicators with figures: {known}/{all}.",
)
ALSO = Text("Myös: {names}", "Också: {names}", "Also: {names}")
REACHED: dict[Progress, Text] = {state: words for state, (_, _, words) in PROGRESS.items()}  # type: ignore[misc]
MAP_COLOURS = Text(
    "Sininen: parempi kuin vertailualue, oranssi: heikompi, harmaa: ei todettua eroa.",
    "Blått: bättre än jämförelseområdet, orange: sämre, grått: ingen konstaterad skillnad.",
    "Blue: better than the benchmark, orange: worse, grey: no difference shown.",
)
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
_NO_FIGURES = Text(
    "Alueesta ei ole vielä lukuja.",
    "Det finns ännu inga uppgifter om området.",
    "There are no figures on the area yet.",
)
_TARGETS = Plural(
    one=Text("{count} tavoite: {parts}.", "{count} mål: {parts}.", "{count} target: {parts}."),
    other=Text("{count} tavoitetta: {parts}.", "{count} mål: {parts}.", "{count} targets: {parts}."),
)
_PART = Text("{word} {count}", "{word} {count}", "{word} {count}")


def overview_finding(standings: Sequence[Standing], needing: Sequence[Attention], language: Language) -> str:
    """The one thing that most needs attention with its amount; where nothing does, what goes well."""
    if not any(standing.latest for standing in standings):
        return _NO_FIGURES.within(language)
    if needing:
        return headline(needing[0], language)
    ahead = verdict_counts(standing.comparison for standing in standings)["better"]
    return joined(CALM.within(language), _AHEAD.within(language, count=ahead) if ahead else "")


def known_in_words(standings: Sequence[Standing], language: Language) -> str:
    """Of how many headline indicators there are figures; empty where of all."""
    known = sum(standing.latest is not None for standing in standings)
    return _KNOWN.within(language, known=known, all=len(standings)) if known < len(standings) else ""


def targets_in_words(states: Sequence[Progress], language: Language) -> str:
    """How many of the headline indicators' targets have been reached; empty without any."""
    parts = [
        _PART.within(language, word=word.within(language), count=states.count(state))
        for state, word in REACHED.items()
        if state in states
    ]
    return _TARGETS.within(language, count=len(states), parts=listed(parts, language)) if parts else ""
