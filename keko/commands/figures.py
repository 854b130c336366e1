"""Areas, series and comparisons."""

from keko.commands import DONE, Answer, Arguments, area_code, known, language_of, open_database, tell
from keko.data import area_sets
from keko.data import areas as area_tables
from keko.exchange import answers
from keko.indicators import store
from keko.indicators.series import Question, read_series
from keko.indicators.situation import Standing, standings
from keko.words.terms import DEMO_NOTICE


def list_areas(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        answer = answers.areas_answer(area_tables.load(connection), chosen.level)
    language = language_of(chosen)
    tell(chosen, answer, lambda all_: "\n".join(f"{area['code']:6} {area['name'][language]}" for area in all_["areas"]))
    return DONE


def series(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        areas = area_tables.load(connection)
        item = known([chosen.indicator], store.load(connection))[0]
        codes = [area_code(areas, text) for text in chosen.area]
        question = Question(chosen.sex, chosen.age, chosen.breakdown)
        series_by_area = read_series(connection, [item.id], codes, question)
    every = [series_by_area[item.id, code] for code in codes]
    answer = answers.series_answer(item, question, every, areas, language_of(chosen))
    tell(chosen, answer, _series_text)
    return DONE


def compare_areas(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        areas = area_sets.with_sets(connection, area_tables.load(connection))
        catalogue = store.load(connection)
        area, benchmark = area_code(areas, chosen.area), area_code(areas, chosen.benchmark)
        items = known(chosen.indicator, catalogue) if chosen.indicator else list(catalogue.values())
        every_standing = standings(connection, items, areas, area, benchmark)
    compared = [standing for standing in every_standing if chosen.indicator or _compares(standing)]
    tell(chosen, answers.comparison_answer(area, benchmark, compared), _comparison_text)
    return DONE


def _compares(standing: Standing) -> bool:
    """Whether there is something of everybody together to compare."""
    return not standing.item.composition and bool(standing.own.points or standing.benchmark.points)


def _series_text(answer: Answer) -> str:
    lines = [f"{answer['name']} ({answer['unit']})"]
    if answer["is_demo"]:
        lines.append(DEMO_NOTICE.fi)
    for area in answer["areas"]:
        lines.append(area["name"])
        lines += [
            f"  {point['period']:8} {'–' if point['value'] is None else point['value']!s:>20}  {point['explanation']}"
            for point in area["points"]
        ]
    return "\n".join(lines)


def _comparison_text(answer: Answer) -> str:
    lines = [
        f"{comparison['indicator']:44} {comparison['period'] or '–':8} {comparison['verdict']}"
        + (f" ({why})" if (why := comparison["reason"] or comparison["basis"]) else "")
        for comparison in answer["comparisons"]
    ]
    return "\n".join(
        [
            *lines,
            f"compared: {answer['made']}, {answer['by_yearly_variation']} of them by variation from year to year; expected to "
            f"differ by chance alone: {answer['expected_by_chance']}",
        ]
    )
