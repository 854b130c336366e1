"""From the texts of a column of areas to codes, with words for what cannot be told."""

import re
from dataclasses import dataclass, field

import pandas as pd

from keko.data.area_names import AreaNames, Match
from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.intake.values.distinct import Distinct
from keko.words.terms import LEVELS

AMBIGUOUS_AREA = ProblemKind(
    "ambiguous-area",
    "error",
    Text(
        "Alue ”{text}” (rivi {row}) voi olla {candidates}: nimeä sarake tason mukaan (esim. Kunta) tai kerro taso "
        "kuvauksessa (area_level).",
        "Området ”{text}” (rad {row}) kan vara {candidates}: ge kolumnen nivåns namn (t.ex. Kommun) eller ange nivån "
        "i beskrivningen (area_level).",
        "The area “{text}” (row {row}) may be {candidates}: name the column by its level (e.g. Municipality) or give "
        "the level in the mapping (area_level).",
    ),
)
UNKNOWN_AREA_CODE = ProblemKind(
    "unknown-area-code",
    "error",
    Text(
        "Rivin {row} aluekoodia ”{text}” ei ole: tarkista koodi.",
        "Områdeskoden ”{text}” på rad {row} finns inte: kontrollera koden.",
        "There is no area with the code “{text}” on row {row}: check the code.",
    ),
)
UNKNOWN_AREA = ProblemKind(
    "unknown-area",
    "error",
    Text(
        "Rivin {row} aluetta ”{text}” ei tunneta: tarkista nimi tai käytä aluekoodia.",
        "Området ”{text}” på rad {row} är okänt: kontrollera namnet eller använd områdeskoden.",
        "The area “{text}” on row {row} is not known: check the name or use the area code.",
    ),
)
NO_KNOWN_AREA = ProblemKind(
    "no-known-area",
    "error",
    Plural(
        one=Text(
            "Sarakkeen ”{column}” ainoaa aluetta ei tunneta Suomen alueeksi (”{text}” rivillä {row}).",
            "Det enda området i kolumnen ”{column}” är inget känt område i Finland (”{text}” på rad {row}).",
            "The only area in the column “{column}” is not a known area of Finland (“{text}” on row {row}).",
        ),
        other=Text(
            "Sarakkeen ”{column}” {count} alueesta yhtäkään ei tunneta Suomen alueeksi (esim. ”{text}” rivillä {row}).",
            "Av de {count} områdena i kolumnen ”{column}” är inget ett känt område i Finland (t.ex. ”{text}” på rad "
            "{row}).",
            "None of the {count} areas in the column “{column}” is a known area of Finland (e.g. “{text}” on row "
            "{row}).",
        ),
    ),
)
CODE_NAME_MISMATCH = ProblemKind(
    "code-name-mismatch",
    "error",
    Text(
        "Rivin {row} alueen ”{text}” koodi tarkoittaa aluetta {coded}, nimi aluetta {named}: korjaa jompikumpi.",
        "På rad {row} i området ”{text}” betyder koden {coded} men namnet {named}: rätta det ena.",
        "On row {row} the code in “{text}” means {coded} but the name means {named}: correct one of them.",
    ),
)
LEVEL_NOT_KEPT = ProblemKind(
    "level-not-kept",
    "info",
    Plural(
        one=Text(
            "{count} rivi ohitettiin, koska sen aluetaso ei ole käytössä (”{text}” rivillä {example}).",
            "{count} rad hoppades över, eftersom dess områdesnivå inte används (”{text}” på rad {example}).",
            "{count} row was skipped because its area level is not in use (“{text}” on row {example}).",
        ),
        other=Text(
            "{count} riviä ohitettiin, koska niiden aluetaso ei ole käytössä (esim. ”{text}” rivillä {example}).",
            "{count} rader hoppades över, eftersom deras områdesnivå inte används (t.ex. ”{text}” på rad {example}).",
            "{count} rows were skipped because their area level is not in use (e.g. “{text}” on row {example}).",
        ),
    ),
)
_NAME_AFTER_CODE = re.compile(r"'?[A-ZÅÄÖ]*\s?\d+'?\s+(?P<name>\D.*)")
_KINDS = {
    "unknown": UNKNOWN_AREA,
    "unknown code": UNKNOWN_AREA_CODE,
    "ambiguous": AMBIGUOUS_AREA,
    "mismatch": CODE_NAME_MISMATCH,
}
_OR = Text(" tai ", " eller ", " or ")


@dataclass(frozen=True)
class AreaTexts:
    """The areas of a column. `codes`: of every row, missing where there is none."""

    codes: "pd.Series[str]"
    problems: list[Problem]
    unmatched: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)


def read_areas(column: Distinct, name: str, names: AreaNames, level: str | None) -> AreaTexts:
    """The areas of every row.

    `name`: what the column is called; `level`: of its areas, where the header or the mapping tells it.
    """
    matches = names.settle([text for text in column.texts if text], level)
    outcomes = {text: "mismatch" if _other_named(match, names) else match.outcome for text, match in matches.items()}
    codes = {text: code for text, match in matches.items() if (code := match.code) and outcomes[text] == "matched"}
    unmatched = [text for text, outcome in outcomes.items() if outcome in {"unknown", "unknown code"}]
    ambiguous = [text for text, outcome in outcomes.items() if outcome == "ambiguous"]
    if len(unmatched) > 1 and set(outcomes.values()) <= {"unknown", "unknown code", "other level"}:
        row = int(column.first_rows[column.texts.index(unmatched[0])])
        problems = [NO_KNOWN_AREA.at(row, name, text=unmatched[0], count=len(unmatched))]
    else:
        texts_of_kind = {
            kind: [text for text in outcomes if outcomes[text] == outcome] for outcome, kind in _KINDS.items()
        }
        problems = _problems(
            column, name, texts_of_kind, {text: _words(match, names) for text, match in matches.items()}
        )
        problems += _passed_over(column, {text for text, outcome in outcomes.items() if outcome == "other level"})
    return AreaTexts(column.spread(codes), problems, unmatched, ambiguous)


def _problems(
    column: Distinct, name: str, texts_of_kind: dict[ProblemKind, list[str]], words: dict[str, dict[str, Text]]
) -> list[Problem]:
    """Each text of a kind once, where it stands first; `words` fill the messages."""
    rows = dict(zip(column.texts, column.first_rows.tolist(), strict=True))
    return [
        problem
        for kind, texts in texts_of_kind.items()
        for problem in kind.each(
            pd.DataFrame([{"row": rows[text], "column": name, "text": text, **words[text]} for text in texts])
        )
    ]


def _words(match: Match, names: AreaNames) -> dict[str, Text]:
    own = (match.code,) if match.code else ()
    codes_of_word = {"candidates": match.candidates, "coded": own, "named": _other_named(match, names)}
    return {word: _in_words(codes, names.areas) for word, codes in codes_of_word.items()}


def disagreements(codes: "pd.Series[str]", labels: Distinct, name: str, names: AreaNames) -> list[Problem]:
    """Where a second column names another area than the first one's code does."""
    pairs = pd.DataFrame({"code": codes.to_numpy(), "row": labels.rows, "text": labels.series.array.take(labels.codes)})
    places = []
    for pair in pairs.dropna().drop_duplicates(["code", "text"]).to_dict("records"):
        named = names.match(pair["text"], names.areas[pair["code"]].level).code
        if named and named != pair["code"]:
            words = {"coded": _in_words((pair["code"],), names.areas), "named": _in_words((named,), names.areas)}
            places.append({"row": pair["row"], "column": name, "text": f"{pair['code']} {pair['text']}", **words})
    return CODE_NAME_MISMATCH.each(pd.DataFrame(places))


def _other_named(match: Match, names: AreaNames) -> tuple[str, ...]:
    """The areas that the name after a code means, when the code's own area is not among them."""
    if not match.code:
        return ()
    after = _NAME_AFTER_CODE.fullmatch(match.text.strip())
    if not after:
        return ()
    named = names.match(after["name"])
    codes = (named.code,) if named.code else named.candidates
    return () if match.code in codes else codes


def _passed_over(column: Distinct, others: set[str]) -> list[Problem]:
    skipped = column.firsts(lambda text: text in others)
    if skipped.empty:
        return []
    count = sum(int(number) for text, number in zip(column.texts, column.counts, strict=True) if text in others)
    return [LEVEL_NOT_KEPT.at(count=count, text=skipped["text"].iloc[0], example=int(skipped["row"].iloc[0]))]


def _in_words(codes: tuple[str, ...], areas: Areas) -> Text:
    """Areas as "Salo (kunta) tai Salo (työllisyysalue)"; those of levels that are not kept are left out."""
    kept = [areas[code] for code in codes if code in areas]
    names_and_levels = [zip(area.short, LEVELS[area.level], strict=True) for area in kept]
    by_language = zip(*([f"{name} ({level})" for name, level in area] for area in names_and_levels), strict=True)
    if not kept:
        return Text.same("")
    return Text(*(either.join(texts) for either, texts in zip(_OR, by_language, strict=True)))
