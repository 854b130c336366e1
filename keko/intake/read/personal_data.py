"""Data about single persons are turned away at the door: identity codes, names, birth dates, one row a person."""

import re
from collections.abc import Iterable

import pandas as pd

from keko.data.identity_codes import FORM, LENGTH, holds_code
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.intake.read.table import Table
from keko.intake.values.headings import plain, word_of

IDENTITY_CODES = ProblemKind(
    "identity-codes",
    "error",
    Text(
        "Tiedostossa on henkilötunnus: henkilötason tietoja ei saa tuoda, vain valmiiksi tilastoituja lukuja.",
        "Filen innehåller en personbeteckning: uppgifter om enskilda personer får inte importeras, bara statistik.",
        "The file holds a personal identity code: data about single persons must not be imported, only statistics.",
    ),
)
PERSON_ROWS = ProblemKind(
    "person-rows",
    "error",
    Text(
        "Tiedostossa on henkilötason tietoja (sarake ”{column}”): niitä ei saa tuoda eikä niitä ole tallennettu. "
        "Tuo valmiiksi tilastoituja lukuja.",
        "Filen innehåller uppgifter om enskilda personer (kolumnen ”{column}”): de får inte importeras och har inte "
        "sparats. Importera färdig statistik.",
        "The file holds data about single persons (column “{column}”): they must not be imported and have not been "
        "kept. Import statistics instead.",
    ),
)
_LOOKED_AT = 10_000
_IDENTITY = re.compile(
    r"henkilö ?tunnus|hetu|henkilötunnukset|person ?beteckning|personnummer|ssn|social security number"
    r"|personal identity (?:code|number)|national id(?:entity)?(?: number)?"
)
_BIRTH = re.compile(
    r"syntymä ?(?:aika|päivä|pvm|päivämäärä)|synt ?aika|födelse ?(?:datum|tid|dag)|(?:date of birth|birth ?date|birth ?day|dob)"
)
_FIRST_NAME = re.compile(r"etunim(?:i|et)|kutsumanimi|förnamn|tilltalsnamn|first ?names?|given ?names?|forename")
_LAST_NAME = re.compile(r"suku ?nimi|efternamn|last ?name|surname|family ?name")
_PERSON_ID = re.compile(
    r"(?:asiakas|potilas|henkilö|työnhakija|client|patient|person|customer|kund|klient)"
    r"[ -]?(?:numero|nro|tunnus|tunniste|id|nr|nummer|number|no|code|identifier)|(?:asiakkaan|potilaan|henkilön) (?:numero|tunnus|id)"
)
_OF_A_PERSON = re.compile(
    r"sukupuoli|ikä|kön|ålder|sex|gender|age|syntymävuosi|födelseår|birth year|year of birth|diagnoosi.*|dg|icd.*|diagnos.*"
    r"|äidinkieli|modersmål|ammatti|yrke|occupation|kotikunta|osoite|adress|address|postinumero"
)
_DATE = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:19|20)\d\d"
_YEARS_OF_BIRTH = 20


def refuse_identity_codes(table: Table) -> None:
    """Raise where a cell, a header or a line around the table holds an identity code; the code is never repeated.

    Raises:
        Refused: with the first such cell's row and column.
    """
    if any(holds_code(line) for line in [*table.titles, *table.header, *table.footers]):
        raise Refused([IDENTITY_CODES.at()])
    for position in range(len(table.header)):
        texts = table.cells[position]
        if int(texts.str.len().max()) < LENGTH:
            continue
        likely = texts[texts.str.contains(FORM, regex=True)]
        row = next((row for row, text in likely.items() if holds_code(text)), None)
        if row is not None:
            raise Refused([IDENTITY_CODES.at(int(str(row)), table.name(position))])


def are_about_persons(problems: Iterable[Problem]) -> bool:
    """Whether a file is refused for holding data about single persons."""
    return any(problem.code in {IDENTITY_CODES.code, PERSON_ROWS.code} for problem in problems)


def unquoted(refused: Refused) -> Refused:
    """A refusal as it may be told: one that quotes a cell with an identity code is a refusal for that."""
    quoted = [str(fact) for problem in refused.problems for fact in problem.facts.values()]
    return Refused([IDENTITY_CODES.at()]) if any(map(holds_code, quoted)) else refused


def refuse_person_rows(table: Table) -> None:
    """Raise where a table is about single persons, by its headers or by a column of birth dates; nothing is quoted.

    Raises:
        Refused: naming the column that tells.
    """
    words = [plain(header) for header in table.header]
    place = _telling(words, table)
    if place is not None:
        row = table.header_rows[-1] if table.header_rows else None
        raise Refused([PERSON_ROWS.at(row, table.name(place))])


def _telling(words: list[str], table: Table) -> int | None:
    """The column by which a table is about single persons, None where it is not."""

    def first(form: re.Pattern[str]) -> int | None:
        return next((place for place, word in enumerate(words) if form.fullmatch(word) and _filled(table, place)), None)

    alone = first(_IDENTITY)
    born = first(_BIRTH)
    called = first(_LAST_NAME)
    if alone is not None or born is not None:
        return alone if alone is not None else born
    if called is not None and first(_FIRST_NAME) is not None:
        return called
    numbered = first(_PERSON_ID)
    if numbered is not None and first(_OF_A_PERSON) is not None and _one_a_person(table.cells[numbered]):
        return numbered
    return next((place for place, word in enumerate(words) if _dates_of_birth(table, place, word)), None)


def _filled(table: Table, place: int) -> bool:
    return bool((table.cells[place] != "").any())


def _one_a_person(ids: "pd.Series[str]") -> bool:
    """Whether rows are persons, or a few rows are one."""
    return ids.nunique() > max(1, len(ids) // 10)


def _dates_of_birth(table: Table, place: int, word: str) -> bool:
    """Whether a column that no header calls a time holds days of many years in no order."""
    texts = table.cells[place].head(_LOOKED_AT)
    first = next((text for text in texts if text), "")
    if not re.fullmatch(_DATE, first.strip()) or word_of(word) == "time":
        return False
    texts = texts.str.strip()
    texts = texts[texts != ""]
    if len(texts) < 2 or not texts.str.fullmatch(_DATE).all():
        return False
    years = texts.str.extract(r"((?:19|20)\d\d)", expand=False).astype(int)
    return bool(years.max() - years.min() >= _YEARS_OF_BIRTH) and not (
        years.is_monotonic_increasing or years.is_monotonic_decreasing
    )
