"""The municipalities of the area side by side, each beside the area as a whole."""

from html import escape

from keko.config import Language
from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.comparison import Comparison
from keko.indicators.highlights import REAL
from keko.indicators.situation import Standing
from keko.indicators.working_age import PLACES, Figure, members_beside
from keko.ui.html import heading, note
from keko.ui.population.scene import PopulationScene, value_cell
from keko.ui.tables import Cell, grouped_table, text
from keko.words import population as words
from keko.words.formats import unit
from keko.words.terms import VERDICT_MARKS, VERDICTS


def members(area: str, areas: Areas) -> tuple[str, ...]:
    """The areas that `area` is looked at by, the largest first: its municipalities; counties of the country; the areas of
    a set; of a municipality the others of its county."""
    if area == WHOLE_COUNTRY:
        inside = [one.code for one in areas.of_level("HVA")]
    elif area in areas.sets:
        inside = list(areas.sets[area])
    elif areas[area].level == "KU":
        county = next((code for code in areas.parents(area) if code.startswith("HVA")), area)
        inside = list(areas.municipalities(county))
    else:
        inside = list(areas.municipalities(area))
    living = [code for code in inside if areas[code].valid_to is None and code != area]
    return tuple(sorted(living, key=lambda code: (-(areas[code].population or 0), code)))


def places(scene: PopulationScene) -> str:
    """The table with its heading; empty where there is no other to stand beside. The figures' others are the members."""
    wanted = [one for one in PLACES if one in scene.portrait]
    inside = scene.portrait[wanted[0]].others if wanted else ()
    if not inside:
        return ""
    language = scene.language
    beside = {one: members_beside(scene.portrait[one], scene.areas) for one in wanted}
    towns = inside[0].area.startswith("KU")
    title = (words.PLACES_HEADING if towns else words.COUNTIES_HEADING).within(language)
    heads = [text(words.PLACE.within(language)), *(_head(one, scene) for one in wanted)]
    whole = [Cell(scene.area_html, header=True)]
    whole += [value_cell(scene.portrait[one].latest, scene.portrait[one], language) for one in wanted]
    rows = [
        [
            Cell(scene.area_link(series.area), header=True),
            *(_cell(scene.portrait[one], beside[one][row], row, language) for one in wanted),
        ]
        for row, series in enumerate(inside)
    ]
    reading = note(words.PLACES_NOTE.within(language, area=scene.area_name))
    rows_by_place = grouped_table(f"{title}: {scene.area_name}", heads, [("", [whole, *rows])], kind="keko-places")
    return heading(title) + reading + rows_by_place


def _head(one: Figure, scene: PopulationScene) -> Cell:
    item = scene.portrait[one].item
    ages = words.ages_in_words(item, scene.language)
    told = ages if item.unit == "henkilöä" else f"{unit(item.unit, scene.language)}, {ages}"
    name = words.COLUMNS[one.indicator].within(scene.language)
    return Cell(f"{scene.link(one, name)}<br><small>{escape(told)}</small>", numeric=True)


def _cell(standing: Standing, compared: Comparison, row: int, language: Language) -> Cell:
    """The member's value of the area's newest period, with the verdict beside the whole area."""
    at = standing.latest.period if standing.latest else None
    cell = value_cell(standing.others[row].at(at) if at else None, standing, language)
    if compared.verdict not in REAL or compared.period != at or not standing.item.comparable:
        return cell
    word = VERDICTS[compared.verdict].within(language)
    mark = f'<span aria-hidden="true">{VERDICT_MARKS[compared.verdict]}</span><i>{escape(word)}</i>'
    return Cell(f'{cell.html} <b class="{compared.verdict}">{mark}</b>', numeric=True)
