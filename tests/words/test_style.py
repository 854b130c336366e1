"""How texts are written in each language, wherever they stand: what a careful editor would mark on any page."""

import re

import pytest

from keko.config import LANGUAGES, Language
from tests.words.test_texts import ALL

# What is looked for in what the framework writes: its English is not the project's.
OF_FRAMEWORK = {where for where in ALL if where.startswith("keko.words.framework:SAID")}
# What no text says, and what is said instead.
AVOIDED: dict[Language, dict[str, str]] = {
    "fi": {
        r"\b[Ii]ndikaattor": "mittari",
        r"\bsuorit(taa|etaan)\b|\btoimesta\b|\bkoskien\b|\bjohtuen\b": "the verb itself",
        r"\bei pidä\b": "ei ole",
        r"\{(?!month)\w+\}[a-zåäö]": "a name or number as it is, beside a word that takes the ending",
        r"\bkuin \{(benchmark|area)\}": "kuin vertailualueella ({benchmark})",
        r"[a-zåäö] \{period\} [a-zåäö]": "a period in the form of the sentence: `period_in`",
        r"\btilanne on eri\b": "tilanne eroaa",
        r"\briski vaikeutua\b": "voi vaikeutua",
        r"\b(tarkista|kerro|katso) (mitä|mikä|miten|onko|missä)\b": "a comma before the clause",
    },
    "sv": {
        r"\b[Ss]iff(ran?|ror(na)?)\b(?<!sista siffra)": "tal, uppgift",
        r"\b(förbättrad|försämrad|oförändrad)\b": "förbättring, försämring: a word that agrees with every indicator",
        r"\binledde\b(?! sin| sitt| en| social)": "inledde sin verksamhet",
        r"\bvarken konfidensintervall\b": "inget konfidensintervall",
        r"åt det (bättre|sämre) hållet": "åt rätt håll, åt fel håll",
        r"\b[Rr]örlig(a)? karta": "zoombar karta",
        r"\bDärtill\b": "dessutom",
        r"\b(utgåva|återtagen|dra tillbaka)\b": "publicering, återkallad",
        r"\bprocentpoäng|%-enhet": "procentenhet",
        r"\bi \{count\} indikator": "enligt",
        r"\b[Vv]ilka de är\b": "vilka är de",
        r"\b[Ee]xempeltal": "exempeluppgifter",
        r"\bdet nyaste\b": "det senaste",
        r"\b[Tt](a|ogs( inte)?) in\b": "importera",
    },
    "en": {
        r"(?i)\b(?!size|resiz|capsiz|priz|seiz)\w+iz(e|es|ed|ing|ation)\b": "-ise",
        r"\b(color|labor|behavior|neighbor|center|fulfill|analyze)\w*\b": "British spelling",
        r"\bpercent\b|%-point": "per cent, percentage points",
        r"\bnought\b": "zero",
        r"\bdata (are|have|were)\b": "data is",
        r"[\d}] %": "no space before %",
        r"\bin every year\b(?!\.)": "every year",
        r"\bhard to employ\b": "difficult to employ",
        r"(?i)\b(bring|brought)( \w+){0,2} in\b": "import",
        r"\bthe newest\b": "the latest",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_what_is_better_said_otherwise(language: Language) -> None:
    found = {
        where: (pattern, instead, getattr(text, language))
        for pattern, instead in AVOIDED[language].items()
        for where, text in ALL.items()
        if re.search(pattern, getattr(text, language))
    }
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"  ", id="two spaces"),
        pytest.param(r"(?<![\w…]) [,;!?]|\w [,;.:!?](\s|$)", id="a space before a mark"),
        pytest.param(
            r"[,;][^\W\d_]|(?<!THL)(?<!FPA)(?<!KEKO)(?<!stat):(?!n\b|s\b)[^\W\d_]", id="no space after a mark"
        ),
        pytest.param(r"\.\.(?!\.)|,,|;;|\(\)|\( | \)", id="marks that do not belong together"),
        pytest.param(r" - ", id="a hyphen for a dash"),
    ],
)
def test_marks_and_spaces_stand_as_they_should(pattern: str, language: Language) -> None:
    written = {where: text for where, text in ALL.items() if language != "en" or where not in OF_FRAMEWORK}
    found = {where: text for where, text in written.items() if re.search(pattern, getattr(text, language))}
    assert found == {}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_space_parts_a_number_from_per_cent(language: Language) -> None:
    found = [where for where, text in ALL.items() if re.search(r"[\d}]%", getattr(text, language))]
    assert found == []


def test_a_text_ends_alike_in_every_language() -> None:
    """A sentence in one language is not a heading in another; several sentences end as sentences do, or with a command."""
    ends = {where: {part[-1] if part[-1] in ".?!:" else "" for part in text} for where, text in ALL.items()}
    longer = {where: text for where, text in ALL.items() if len(text.fi.split()) > 2}
    assert {where: text for where, text in longer.items() if len(ends[where]) > 1} == {}
    several = re.compile(r"[a-zåäö)]\. [A-ZÅÄÖ](?!.*: python )")
    assert {where: text.fi for where, text in longer.items() if several.search(text.fi) and ends[where] == {""}} == {}
