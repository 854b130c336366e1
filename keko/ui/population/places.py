"""The municipalities of the area side by side, each beside the area as a whole."""

from html import escape

from keko.indicators.members import MemberFigure, MemberTable
from keko.indicators.situation import Standing
from keko.indicators.working_age import Figure
from keko.ui.html import heading, note
from keko.ui.population.scene import PopulationScene, value_cell, with_form
from keko.ui.tables import Cell, grouped_table, text
from keko.words import population as words
from keko.words.formats import unit
from keko.words.terms import VERDICT_MARKS, VERDICTS


def places(members: MemberTable, scene: PopulationScene) -> str:
    """The table with its heading, empty where there is no other to stand beside; `scene`: of the table's standings."""
    if not members.codes or not members.figures:
        return ""
    language = scene.language
    towns = members.codes[0].startswith("KU")
    title = (words.PLACES_HEADING if towns else words.COUNTIES_HEADING).within(language)
    heads = [text(words.PLACE.within(language)), *(_head(figure, scene) for figure in members.figures)]
    whole = [Cell(scene.area_html, header=True)]
    whole += [
        with_form(
            value_cell(standing.latest, standing, language, standing.own),
            standing.as_compared.latest,
            standing,
            language,
        )
        for standing in members.standings.values()
    ]
    rows = [
        [
            Cell(scene.area_link(code), header=True),
            *(_cell(figures[row], members.standings[column], scene) for column, figures in members.figures.items()),
        ]
        for row, code in enumerate(members.codes)
    ]
    reading = note(words.PLACES_NOTE.within(language, area=scene.area_name))
    side_by_side = grouped_table(f"{title}: {scene.area_and_sex}", heads, [("", [whole, *rows])], kind="keko-places")
    return heading(title) + reading + side_by_side


def _head(column: Figure, scene: PopulationScene) -> Cell:
    item, language = scene.standings[column].item, scene.language
    whom = words.whom_in_words(item, scene.view.sex, language)
    about = whom if item.unit == "henkilöä" else f"{unit(item.unit, language)}, {whom}"
    name = scene.link(column, words.column_name(column, item, language))
    return Cell(f"{name}<br><small>{escape(about)}</small>", numeric=True)


def _cell(figure: MemberFigure, standing: Standing, scene: PopulationScene) -> Cell:
    """The member's value, with the verdict beside the whole area where the difference is real."""
    cell = value_cell(figure.point, standing, scene.language)
    cell = with_form(cell, figure.compared, standing, scene.language)
    if figure.verdict is None:
        return cell
    word = VERDICTS[figure.verdict].within(scene.language)
    mark = f'<span aria-hidden="true">{VERDICT_MARKS[figure.verdict]}</span><i>{escape(word)}</i>'
    return Cell(f'{cell.html} <b class="{figure.verdict}">{mark}</b>', numeric=True)
