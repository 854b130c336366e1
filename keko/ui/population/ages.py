"""The age–sex pyramid of the area before the outline of the benchmark, and the same as a table."""

from keko.charts.pyramid import AgeRow, pyramid_drawing
from keko.indicators.age_pyramid import AGES, OLDEST, SIDES, YOUNGEST, AgePyramid
from keko.ui.html import fold, heading, note
from keko.ui.population.scene import PopulationScene
from keko.ui.tables import figure, table, text
from keko.words import interface
from keko.words import population as words
from keko.words.formats import number, period
from keko.words.subject import BOTH_SEXES
from keko.words.terms import SEXES


def ages(pyramid: AgePyramid | None, scene: PopulationScene) -> str:
    """Heading, picture, how to read it, and the table folded under it."""
    language = scene.language
    title = heading(words.AGES_HEADING.within(language))
    if pyramid is None:
        return title + note(words.NO_AGES.within(language))
    outline = scene.view.benchmark in pyramid.persons
    reading = (words.AGES_NOTE if outline else words.AGES_ALONE).within(
        language, period=period(pyramid.period, language), area=scene.area_html, benchmark=scene.benchmark_html
    )
    sides = SEXES[SIDES[0]].within(language), SEXES[SIDES[1]].within(language)
    named = (scene.area_name, scene.benchmark_name)
    if scene.view.sex != "total":
        reading += f" {BOTH_SEXES.within(language)}"
    reading += scene.tag(pyramid.is_demo)
    drawing = pyramid_drawing(_rows(pyramid, scene, outline), sides, named, _described(pyramid, scene), language)
    folded = fold(words.AGES_TABLE.within(language), _table(pyramid, scene))
    return f'{title}<p class="keko-note">{reading}</p>{drawing}{folded}'


def _rows(pyramid: AgePyramid, scene: PopulationScene, outline: bool) -> list[AgeRow]:
    area, benchmark = scene.view.area, scene.view.benchmark

    def sides(code: str, age: str) -> tuple[float, float]:
        return pyramid.share(code, "male", age), pyramid.share(code, "female", age)

    return [
        AgeRow(age.replace("-", "–"), *sides(area, age), *(sides(benchmark, age) if outline else ())) for age in AGES
    ]


def _described(pyramid: AgePyramid, scene: PopulationScene) -> str:
    young, old = (
        number(pyramid.share_of_ages(scene.view.area, ages), 0, scene.language) for ages in (YOUNGEST, OLDEST)
    )
    at = period(pyramid.period, scene.language)
    return words.AGES_ALT.within(scene.language, area=scene.area_name, period=at, young=young, old=old)


def _table(pyramid: AgePyramid, scene: PopulationScene) -> str:
    """Persons of the area, and the shares of every area, by age."""
    language = scene.language
    columns = [(code, sex) for sex in SIDES for code in pyramid.persons]
    heads = [interface.AGE.within(language), words.PERSONS.within(language)]
    for code, sex in columns:
        name = words.SEX_OF_AREA.within(language, sex=SEXES[sex].within(language), area=scene.name_of(code))
        heads.append(f"{name}, %")
    rows = []
    for age in AGES:
        persons = pyramid.persons_of_age(scene.view.area, age)
        shares = [figure(number(pyramid.share(code, sex, age), 1, language)) for code, sex in columns]
        rows.append([text(age.replace("-", "–"), header=True), figure(number(persons, 0, language)), *shares])
    return table(words.AGES_TABLE.within(language), heads, rows, numeric=range(1, len(heads)))
