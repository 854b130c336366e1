"""The profile of one group: its size and its months in work, what is common in it, and where its people come from and go to."""

from html import escape

from keko.charts.benchmark_bar import beside_drawing, range_drawing
from keko.segments.models import MEASURES, TOTAL, Measure
from keko.segments.profiles import Group, Prevalence, Profile
from keko.ui.segments import loads
from keko.ui.segments.combinations import combinations
from keko.ui.segments.flows import flows
from keko.ui.segments.scene import Chart, Picture, Scene, heading, note
from keko.ui.tables import Cell, figure, table, text
from keko.words import interface
from keko.words import segments as words
from keko.words.formats import number, period
from keko.words.segment_sentences import limits, months, persons, profile_finding, profile_paragraph, share
from keko.words.terms import SEXES

_STYLES = ("area", "benchmark", "other")


def profile_picture(scene: Scene) -> Picture:
    """Everything that is known of the group that the view names."""
    view, language = scene.view, scene.language
    segment = view.segment or scene.model.segment_codes[0]
    newest = loads.profile(scene.model.id, segment, view.area, None, scene.version)
    asked = scene.period_among(tuple(one.period for one in newest.over_time))
    every = [
        loads.profile(scene.model.id, segment, area, asked or newest.period, scene.version) for area in scene.beside
    ]
    found = every[0]
    mark = scene.marked(segment)
    title = f"{scene.own}: {scene.names[segment]}" + (f" – {mark}" if mark else "")
    if found.now is None:
        return Picture(words.NO_AREA.within(language), "", (_services(scene),), title)
    one_sex = note(words.SEX_NOT_HERE.within(language)) if view.sex != TOTAL else ""
    caption = words.SETS.within(language)
    piled = combinations(found.sets, caption, words.SETS_NOTE.within(language), scene)
    blocks: tuple[str | Chart, ...] = (
        one_sex + _standing(every, scene) + scene.beneath(found.period),
        _factors(found, scene),
        heading(caption) if piled else _missing(caption, scene),
        *piled,
        _by_group(found, scene) + _over_time(found, scene),
        flows(found, scene) + _services(scene),
    )
    return Picture(profile_finding(found, language), profile_paragraph(found, scene.names, language), blocks, title)


def _missing(title: str, scene: Scene) -> str:
    return heading(title) + note(words.NO_PART.within(scene.language))


def _standing(every: list[Profile], scene: Scene) -> str:
    """Persons, share and months of the area, the benchmark and the country, side by side."""
    language = scene.language
    groups = [one.now for one in every]
    names = [scene.area_name(area) for area in scene.beside]
    rows = [
        [text(words.PERSONS.within(language), header=True), *(_persons(one, scene) for one in groups)],
        [text(words.SHARE.within(language), header=True), *(_share(one, scene) for one in groups)],
        *([Cell(_measured(one, scene), header=True), *_row_of_months(one, groups, names, scene)] for one in MEASURES),
    ]
    html = table(words.PARTICIPATION.within(language), ["", *names], rows, numeric=(1, 2, 3), kind="keko-profile")
    return html + note(words.SPREAD_NOTE.within(language))


def _measured(measure: Measure, scene: Scene) -> str:
    name, unit = (one.within(scene.language) for one in (words.MEASURES[measure], words.MONTHS))
    return f"{escape(name)} <small>{escape(unit)}</small>"


def _persons(group: Group | None, scene: Scene) -> Cell:
    if group is None:
        return figure("–")
    if group.size.persons is None:
        return Cell(f'<span class="why">{escape(words.HIDDEN.within(scene.language))}</span>', numeric=True)
    return figure(persons(group.size.persons, scene.language))


def _share(group: Group | None, scene: Scene) -> Cell:
    if group is None:
        return figure("–")
    if group.size.share is None:
        return Cell(f'<span class="why">{escape(words.HIDDEN.within(scene.language))}</span>', numeric=True)
    between = limits(group.size, scene.language)
    small = f"<br><small>{escape(between)}</small>" if between else ""
    return Cell(escape(share(group.size.share, scene.language)) + small, numeric=True)


def _row_of_months(measure: Measure, groups: list[Group | None], names: list[str], scene: Scene) -> list[Cell]:
    sides = zip(groups, names, _STYLES, strict=False)
    return [_months(one, measure, name, style, scene) for one, name, style in sides]


def _months(group: Group | None, measure: Measure, name: str, style: str, scene: Scene) -> Cell:
    took = group.months.get(measure) if group else None
    if took is None or took.mean is None:
        return figure("–" if took is None else words.HIDDEN.within(scene.language))
    language = scene.language
    spread = (
        "" if took.p10 is None or took.p90 is None else f"{months(took.p10, language)}–{months(took.p90, language)}"
    )
    said = f"{name}, {words.MEASURES[measure].within(language)}: {months(took.mean, language)}"
    described = f"{said}; {words.SPREAD.within(language)} {spread}" if spread else said
    drawn = range_drawing(took.mean, took.p10, took.p90, style, described)
    small = f" <small>{escape(spread)}</small>" if spread else ""
    return Cell(f'{drawn} <span class="three"><b>{escape(months(took.mean, language))}</b>{small}</span>', numeric=True)


def _factors(found: Profile, scene: Scene) -> str:
    """What is common in the group, what sets it apart the most first."""
    language = scene.language
    title = words.FACTORS.within(language)
    if not found.prevalences:
        return _missing(title, scene)
    heads = [words.FACTOR, words.IN_GROUP, words.IN_POPULATION, words.TIMES]
    rows = [_factor(prevalence, scene) for prevalence in found.distinguishing]
    html = table(title, [one.within(language) for one in heads], rows, numeric=(2, 3), kind="keko-factors")
    return html + note(words.FACTORS_NOTE.within(language))


def _factor(one: Prevalence, scene: Scene) -> list[Cell]:
    language, name = scene.language, scene.names[one.factor]
    if one.share is None:
        own = Cell(f'<span class="why">{escape(words.HIDDEN.within(language))}</span>')
    else:
        described = f"{name}: {share(one.share, language)}; {words.IN_POPULATION.within(language)} {share(one.population_share, language)}"
        drawn = beside_drawing(one.share, None, one.population_share, 1.0, described)
        own = Cell(f'<span class="pair">{drawn}<b>{escape(share(one.share, language))}</b></span>')
    times = "–" if one.lift is None else words.TIMES_VALUE.within(language, times=number(one.lift, 1, language))
    return [text(name, header=True), own, figure(share(one.population_share, language)), figure(times)]


def _by_group(found: Profile, scene: Scene) -> str:
    """Sexes, and ages of both sexes, of the group: how many, and how much in work."""
    language = scene.language
    title = words.BY_GROUP.within(language)
    groups = found.sexes_and_ages
    if not groups or found.now is None:
        return _missing(title, scene)
    names = [one.age.replace("-", "–") if one.sex == TOTAL else SEXES[one.sex].within(language) for one in groups]
    rows = [_row(one, name, found.share_of(one), 1.0, scene) for one, name in zip(groups, names, strict=True)]
    return table(
        title,
        _group_heads(words.SHARE_OF_THEM.within(language), scene),
        rows,
        numeric=(1, 3, 4, 5),
        kind="keko-factors",
    )


def _group_heads(part: str, scene: Scene) -> list[str]:
    language = scene.language
    measures = [words.MEASURES[one].within(language) for one in MEASURES[:3]]
    return [words.WHO.within(language), words.PERSONS.within(language), part, *measures]


def _row(one: Group, name: str, part: float | None, reach: float, scene: Scene) -> list[Cell]:
    language = scene.language
    took = [one.months[measure].mean if measure in one.months else None for measure in MEASURES[:3]]
    if one.size.persons is None:
        size, drawn = Cell(f'<span class="why">{escape(words.HIDDEN.within(language))}</span>', numeric=True), Cell("–")
    else:
        size = figure(persons(one.size.persons, language))
        picture = (
            beside_drawing(part, None, None, reach, f"{name}: {share(part, language)}") if part is not None else ""
        )
        drawn = Cell(f'<span class="pair">{picture}<b>{escape(share(part, language))}</b></span>')
    return [text(name, header=True), size, drawn, *(figure(months(mean, language)) for mean in took)]


def _over_time(found: Profile, scene: Scene) -> str:
    language = scene.language
    reach = max((one.size.share or 0.0 for one in found.over_time), default=0.0) or 1.0
    rows = [_row(one, period(one.period, language), one.size.share, reach, scene) for one in found.over_time]
    heads = _group_heads(words.SHARE.within(language), scene)
    heads[0] = interface.PERIOD.within(language)
    return table(words.OVER_TIME.within(language), heads, rows, numeric=(1, 3, 4, 5), kind="keko-factors")


def _services(scene: Scene) -> str:
    return heading(words.SERVICES.within(scene.language)) + note(words.NO_SERVICES.within(scene.language))
