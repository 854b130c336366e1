"""Translated texts back into the sources: checked all together, then only the literals that changed are written."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from keko.config import LANGUAGES
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.exchange.translations.places import Place, fingerprint
from keko.exchange.translations.python_texts import python_literal
from keko.exchange.translations.workbook import Row
from keko.exchange.translations.yaml_texts import yaml_literal

UNKNOWN_PLACE = ProblemKind(
    "texts-unknown-place",
    "error",
    Text(
        "Paikkaa {place} ei ole: sarakkeen ”paikka” soluja ei saa muuttaa.",
        "Platsen {place} finns inte: cellerna i kolumnen ”paikka” får inte ändras.",
        "There is no place {place}: the cells of the column “paikka” must not be changed.",
    ),
)
EMPTY_TEXT = ProblemKind(
    "texts-empty",
    "error",
    Text(
        "Paikan {place} teksti on tyhjä ({language}): anna se kaikilla kielillä.",
        "Texten på platsen {place} är tom ({language}): ge den på alla språk.",
        "The text of {place} is empty ({language}): give it in every language.",
    ),
)
PLACEHOLDERS_DIFFER = ProblemKind(
    "texts-placeholders",
    "error",
    Text(
        "Paikan {place} tekstissä ({language}) on oltava samat aaltosulkeissa olevat kohdat kuin ennen: {expected}.",
        "Texten på platsen {place} ({language}) ska ha samma punkter inom klamrar som förut: {expected}.",
        "The text of {place} ({language}) has to hold the same entries in braces as before: {expected}.",
    ),
)
CHANGED_MEANWHILE = ProblemKind(
    "texts-changed-meanwhile",
    "error",
    Text(
        "Paikan {place} teksti on muuttunut sen jälkeen, kun työkirja tehtiin: tee työkirja uudelleen.",
        "Texten på platsen {place} har ändrats efter att arbetsboken gjordes: gör arbetsboken på nytt.",
        "The text of {place} has changed since the workbook was made: make the workbook anew.",
    ),
)


def take_back(places: Sequence[Place], rows: Sequence[Row]) -> dict[Path, bytes]:
    """What the source files that change become.

    Raises:
        Refused: a row cannot be taken; nothing is.
    """
    by_name = {place.name: place for place in places}
    edited = [row for row in rows if fingerprint(row.text) != row.fingerprint]
    problems = [problem for row in edited for problem in _problems(row, by_name.get(row.place))]
    if problems:
        raise Refused(problems)
    changes: dict[Path, list[tuple[Place, Text]]] = defaultdict(list)
    for row in edited:
        place = by_name[row.place]
        if place.text != row.text:
            changes[place.path].append((place, row.text))
    return {path: _rewritten(path, of_file) for path, of_file in changes.items()}


def placeholders(text: str) -> set[str] | None:
    """The names in braces; None where the braces are broken."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _problems(row: Row, place: Place | None) -> Iterator[Problem]:
    if place is None:
        yield UNKNOWN_PLACE.at(row.number, place=row.place)
    elif place.fingerprint != row.fingerprint and place.text != row.text:
        yield CHANGED_MEANWHILE.at(row.number, place=place.name)
    else:
        for language, before, after in zip(LANGUAGES, place.text, row.text, strict=True):
            if not after.strip():
                yield EMPTY_TEXT.at(row.number, place=place.name, language=language)
            elif placeholders(after) != placeholders(before):
                expected = ", ".join(sorted(f"{{{name}}}" for name in placeholders(before) or ())) or "–"
                yield PLACEHOLDERS_DIFFER.at(row.number, place=place.name, language=language, expected=expected)


def _rewritten(path: Path, changes: list[tuple[Place, Text]]) -> bytes:
    """The file with the changed literals in the place of the earlier ones, everything else byte by byte as it was."""
    content = path.read_bytes()
    edits = [
        (place.literals[language], after)
        for place, text in changes
        for language, before, after in zip(LANGUAGES, place.text, text, strict=True)
        if before != after
    ]
    for literal, text in sorted(edits, key=lambda edit: -edit[0].start):
        written = python_literal(text) if path.suffix == ".py" else yaml_literal(text, literal.is_plain)
        content = content[: literal.start] + written.encode() + content[literal.end :]
    return content
