"""Texts go to translators as a workbook and come back into the sources; only what was translated changes."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from keko.config import ROOT
from keko.data.problems import Refused
from keko.exchange.translations.python_texts import python_texts
from keko.exchange.translations.take_back import take_back
from keko.exchange.translations.workbook import HEADS, every_text, read_workbook, write_workbook
from keko.exchange.translations.yaml_texts import yaml_literal
from tests.texts import every_place

Cells = list[list[str]]
TURNS = "keko.words.workbench:TURNS.other"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small tree of sources: words with plurals, a kind of problem, a long text in pieces, and a YAML file of each style."""
    for name in ("keko/words/workbench.py", "keko/words/segments.py", "keko/data/problems.py", "keko/intake/values/areas.py",
                 "assets/events.yaml", "assets/catalogue/7-population.yaml", "assets/catalogue/1-participation.yaml"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def workbook(cells: Cells) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        for row, values in enumerate(cells):
            for column, value in enumerate(values):
                sheet.write_string(row, column, value)
    return target.getvalue()


def edited(root: Path, place: str, change: Callable[[list[str]], None]) -> bytes:
    """The workbook of the texts under `root` with the row of `place` changed."""
    cells = [[one.name, *one.text, "", one.fingerprint] for one in every_text(root)]
    change(next(row for row in cells if row[0] == place))
    return workbook([list(HEADS), *cells])


def set_cell(column: int, text: str) -> Callable[[list[str]], None]:
    return lambda row: row.__setitem__(column, text)


def problems(root: Path, data: bytes) -> list[tuple[str, int | None]]:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(Refused) as refused:
        take_back(every_text(root), read_workbook(data))
    assert {path: path.read_bytes() for path in before} == before
    return [(problem.code, problem.row) for problem in refused.value.problems]


def test_the_whole_tree_comes_back_as_it_was() -> None:
    places = every_place()
    assert take_back(places, read_workbook(write_workbook(places))) == {}


def test_every_literal_of_the_whole_tree_is_where_it_is_said_to_be() -> None:
    """Written again with a mark in every language, each file holds the marked texts and no others."""
    places = every_place()
    cells = [[place.name, *(f"{part}¤" for part in place.text), "", place.fingerprint] for place in places]
    changed = take_back(places, read_workbook(workbook([list(HEADS), *cells])))
    assert set(changed) == {place.path for place in places}
    for path, content in changed.items():
        assert content.count("¤".encode()) == 3 * sum(place.path == path for place in places)
        if path.suffix == ".py":
            compile(content, path, "exec")


def test_a_changed_swedish_text_changes_that_literal_alone(sources: Path) -> None:
    data = edited(sources, TURNS, set_cell(2, "Resultaten av {count} jämförelser skulle bli andra."))
    (path,), (content,) = zip(*take_back(every_text(sources), read_workbook(data)).items(), strict=True)
    before = path.read_text(encoding="utf-8")
    assert path == sources / "keko/words/workbench.py"
    assert content.decode() == before.replace(
        '"Resultaten av {count} jämförelser skulle ändras."', '"Resultaten av {count} jämförelser skulle bli andra."'
    )
    assert content.decode() != before


def test_a_text_in_pieces_and_signs_that_need_care(sources: Path) -> None:
    place, wanted = "keko.words.workbench:UPLOAD_HELP", 'Släpp "filer" här \\ {size} MB\nsedan'
    for path, content in take_back(
        every_text(sources), read_workbook(edited(sources, place, set_cell(2, wanted)))
    ).items():
        path.write_bytes(content)
    assert next(one.text.sv for one in python_texts(sources) if one.name == place) == wanted
    assert take_back(every_text(sources), []) == {}


@pytest.mark.parametrize(
    "wanted", ["Befolkning 1: alla", "[x], {y}", "'alla' # inte", "yes", "12", "två\nrader", "Befolkning"]
)
def test_a_changed_text_of_a_yaml_file(sources: Path, wanted: str) -> None:
    place = next(one for one in every_text(sources) if one.path.name == "7-population.yaml")
    wanted = wanted.replace("{y}", "y")
    data = edited(sources, place.name, set_cell(2, wanted))
    ((path, content),) = take_back(every_text(sources), read_workbook(data)).items()
    changed = [
        number
        for number, (old, new) in enumerate(zip(path.read_bytes().split(b"\n"), content.split(b"\n"), strict=True))
        if old != new
    ]
    assert len(changed) == 1
    path.write_bytes(content)
    assert next(one.text for one in every_text(sources) if one.name == place.name) == place.text._replace(sv=wanted)


def test_yaml_stays_plain_where_it_can() -> None:
    assert yaml_literal("Alla", True) == "Alla"
    assert yaml_literal("Alla", False) == '"Alla"'
    assert yaml_literal("a: b", True) == '"a: b"'


@pytest.mark.parametrize(
    ("place", "column", "text", "code"),
    [
        (TURNS, 0, "keko.words.workbench:NOWHERE", "texts-unknown-place"),
        (TURNS, 2, "jämförelser skulle ändras.", "texts-placeholders"),
        (TURNS, 2, "{antal} jämförelser skulle ändras.", "texts-placeholders"),
        (TURNS, 2, "{count jämförelser skulle ändras.", "texts-placeholders"),
        (TURNS, 2, "  ", "texts-empty"),
        (TURNS, 5, "0" * 16, "texts-changed-meanwhile"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_place(
    sources: Path, place: str, column: int, text: str, code: str
) -> None:
    def change(row: list[str]) -> None:
        row[column] = text
        if column in {0, 5}:
            row[2] += "!"

    row = [one.name for one in every_text(sources)].index(place) + 2
    assert problems(sources, edited(sources, place, change)) == [(code, row)]


def test_a_text_that_changed_meanwhile_is_refused_only_where_it_was_translated(sources: Path) -> None:
    untouched, translated = (
        edited(sources, TURNS, change) for change in (lambda row: None, set_cell(2, "{count} nya."))
    )
    words = sources / "keko/words/workbench.py"
    words.write_text(words.read_text(encoding="utf-8").replace("skulle ändras", "ändras"), encoding="utf-8")
    assert take_back(every_text(sources), read_workbook(untouched)) == {}
    assert [code for code, _ in problems(sources, translated)] == ["texts-changed-meanwhile"]


@pytest.mark.parametrize("data", [b"", b"no workbook", workbook([["a", "b"]]), workbook([])])
def test_another_file_is_refused(sources: Path, data: bytes) -> None:
    assert problems(sources, data) == [("texts-not-a-workbook", None)]


def test_a_text_knows_where_it_is_used() -> None:
    by_name = {place.name: place for place in every_place()}
    assert "keko.ui.workbench.findings" in by_name[TURNS].used_in
    assert by_name["keko.words.terms:VERDICTS[better]"].text.en == "better"
