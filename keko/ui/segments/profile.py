"""The profile of one group: its size and its months in work, what is common in it, and where its people come from and go to."""

from html import escape

from keko.charts.benchmark_bar import benchmark_bar, range_drawing
from keko.segments.measures import MEASURES, Measure
from keko.segments.models import TOTAL
from keko.segments.profiles import Group, Prevalence, Profile
from keko.ui.html import heading, note, reason
from keko.ui.segments import queries
from keko.ui.segments.combinations import combinations
from keko.ui.segments.flows import flows
from keko.ui.segments.scene import Chart, Picture, SegmentScene, drawn_figure
from keko.ui.tables import Cell, figure, table, text
from keko.words import interface
from keko.words import segments as words
from keko.words.formats import number, period
from keko.words.segment_figures import limits, months, persons, share, why_none
from keko.words.segment_sentences import profile_finding, profile_paragraph
from keko.words.terms import SEXES

_STYLES = ("area", "benchmark", "other")


def profile_picture(scene: SegmentScene) -> Picture:
    """Everything that is known of the group that the view names."""
    view, language = scene.view, scene.language
    segment = view.segment or scene.model.segment_codes[0]
    newest = queries.profile(scene.model.id, segment, view.area, None, scene.version)
    asked = scene.period_among(tuple(group.period for group in newest.over_time))
    profiles = [
        queries.profile(scene.model.id, segment, area, asked or newest.period, scene.version)
        for area in scene.compared_areas
    ]
    profile, benchmark = profiles[0], profiles[scene.compared_areas.index(view.benchmark)]
    mark = scene.mark(segment)
    title = f"{scene.area_name}: {scene.names[segment]}" + (f" – {mark}" if mark else "")
    if profile.now is None:
        return Picture(words.NO_AREA.within(language), "", (_services(scene),), title)
    caption = words.SETS.within(language)
    overlap = combinations(profile.sets, caption, words.SETS_NOTE.within(language), profile.period, scene)
    blocks: tuple[str | Chart, ...] = (
        _standing(profiles, scene) + scene.beneath(profile.period),
        _factors(profile, scene),
        heading(caption) if overlap else _missing(caption, scene),
        *overlap,
        _by_group(profile, scene) + _over_time(profile, scene),
        flows(profile, scene) + _services(scene),
    )
    finding = profile_finding(profile, benchmark, scene.model, language)
    paragraph = profile_paragraph(profile, scene.names, language)
    return Picture(finding, paragraph, blocks, title, profile.period)


def _missing(title: str, scene: SegmentScene) -> str:
    return heading(title) + note(words.NO_PART.within(scene.language))


def _standing(profiles: list[Profile], scene: SegmentScene) -> str:
    """Persons, share and months of the area, the benchmark and the country, side by side."""
    language = scene.language
    groups = [profile.now for profile in profiles]
    names = [scene.name_of(area) for area in scene.compared_areas]
    rows = [
        [text(words.PERSONS.within(language), header=True), *(_persons(group, scene) for group in groups)],
        [text(words.SHARE.within(language), header=True), *(_share(group, scene) for group in groups)],
        *(
            [Cell(_measured(measure, scene), header=True), *_row_of_months(measure, groups, names, scene)]
            for measure in MEASURES
        ),
    ]
    html = table(
        words.PARTICIPATION.within(language),
        [interface.INDICATOR.within(language), *names],
        rows,
        numeric=(1, 2, 3),
        kind="keko-profile",
    )
    return html + note(words.SPREAD_NOTE.within(language))


def _measured(measure: Measure, scene: SegmentScene) -> str:
    name, unit = (title.within(scene.language) for title in (words.MEASURES[measure], words.MONTHS))
    return f"{escape(name)} <small>{escape(unit)}</small>"


def _persons(group: Group | None, scene: SegmentScene) -> Cell:
    if group is None:
        return figure("–")
    if group.size.persons is None:
        return Cell(reason(why_none(group.size.status, scene.language), "span"), numeric=True)
    return figure(persons(group.size.persons, scene.language))


def _share(group: Group | None, scene: SegmentScene) -> Cell:
    if group is None:
        return figure("–")
    if group.size.share is None:
        return Cell(reason(why_none(group.size.status, scene.language), "span"), numeric=True)
    interval = limits(group.size, scene.language)
    small = f"<br><small>{escape(interval)}</small>" if interval else ""
    return Cell(escape(share(group.size.share, scene.language)) + small, numeric=True)


def _row_of_months(measure: Measure, groups: list[Group | None], names: list[str], scene: SegmentScene) -> list[Cell]:
    sides = zip(groups, names, _STYLES, strict=False)
    return [_months(group, measure, name, style, scene) for group, name, style in sides]


def _months(group: Group | None, measure: Measure, name: str, style: str, scene: SegmentScene) -> Cell:
    took = group.months.get(measure) if group else None
    if took is None or took.mean is None:
        return figure(why_none(took.status if took else "", scene.language))
    language = scene.language
    spread = (
        "" if took.p10 is None or took.p90 is None else f"{months(took.p10, language)}–{months(took.p90, language)}"
    )
    mean = f"{name}, {words.MEASURES[measure].within(language)}: {months(took.mean, language)}"
    described = f"{mean}; {words.SPREAD.within(language)} {spread}" if spread else mean
    drawing = range_drawing(took.mean, took.p10, took.p90, style, described)
    small = f" <small>{escape(spread)}</small>" if spread else ""
    return Cell(
        f'{drawing} <span class="three"><b>{escape(months(took.mean, language))}</b>{small}</span>', numeric=True
    )


def _factors(profile: Profile, scene: SegmentScene) -> str:
    """What is common in the group, what sets it apart the most first."""
    language = scene.language
    title = words.FACTORS.within(language)
    if not profile.prevalences:
        return _missing(title, scene)
    heads = [words.FACTOR, words.IN_GROUP, words.IN_POPULATION, words.TIMES]
    rows = [_factor(prevalence, scene) for prevalence in profile.distinguishing]
    html = table(title, [head.within(language) for head in heads], rows, numeric=(2, 3), kind="keko-factors")
    return html + note(words.FACTORS_NOTE.within(language))


def _factor(prevalence: Prevalence, scene: SegmentScene) -> list[Cell]:
    language, name = scene.language, scene.names[prevalence.factor]
    if prevalence.share is None:
        own = Cell(reason(why_none(prevalence.status, language), "span"))
    else:
        in_population = f"{words.IN_POPULATION.within(language)} {share(prevalence.population_share, language)}"
        described = f"{name}: {share(prevalence.share, language)}; {in_population}"
        bar = benchmark_bar(prevalence.share, None, prevalence.population_share, 1.0, described)
        own = Cell(drawn_figure(bar, share(prevalence.share, language)))
    lift = prevalence.lift
    times = "–" if lift is None else words.TIMES_VALUE.within(language, times=number(lift, 1, language))
    return [text(name, header=True), own, figure(share(prevalence.population_share, language)), figure(times)]


def _by_group(profile: Profile, scene: SegmentScene) -> str:
    """Sexes, and ages of both sexes, of the group: how many, and how much in work."""
    language = scene.language
    title = words.BY_GROUP.within(language)
    groups = profile.sexes_and_ages
    if not groups or profile.now is None:
        return _missing(title, scene)
    rows = [_row(group, _sex_or_age(group, scene), profile.share_of(group), 1.0, scene) for group in groups]
    return table(
        title,
        _group_heads(words.SHARE_OF_THEM.within(language), scene),
        rows,
        numeric=(1, 3, 4, 5),
        kind="keko-factors",
    )


def _sex_or_age(group: Group, scene: SegmentScene) -> str:
    return group.age.replace("-", "–") if group.sex == TOTAL else SEXES[group.sex].within(scene.language)


def _group_heads(part: str, scene: SegmentScene) -> list[str]:
    language = scene.language
    measures = [words.MEASURES[measure].within(language) for measure in MEASURES[:3]]
    return [words.WHO.within(language), words.PERSONS.within(language), part, *measures]


def _row(group: Group, name: str, part: float | None, reach: float, scene: SegmentScene) -> list[Cell]:
    language = scene.language
    means = [group.months[measure].mean if measure in group.months else None for measure in MEASURES[:3]]
    if group.size.persons is None:
        size, part_cell = Cell(reason(why_none(group.size.status, language), "span"), numeric=True), Cell("–")
    else:
        size = figure(persons(group.size.persons, language))
        bar = benchmark_bar(part, None, None, reach, f"{name}: {share(part, language)}") if part is not None else ""
        part_cell = Cell(drawn_figure(bar, share(part, language)))
    return [text(name, header=True), size, part_cell, *(figure(months(mean, language)) for mean in means)]


def _over_time(profile: Profile, scene: SegmentScene) -> str:
    language = scene.language
    reach = max((group.size.share or 0.0 for group in profile.over_time), default=0.0) or 1.0
    rows = [_row(group, period(group.period, language), group.size.share, reach, scene) for group in profile.over_time]
    heads = _group_heads(words.SHARE.within(language), scene)
    heads[0] = interface.PERIOD.within(language)
    return table(words.OVER_TIME.within(language), heads, rows, numeric=(1, 3, 4, 5), kind="keko-factors")


def _services(scene: SegmentScene) -> str:
    return heading(words.SERVICES.within(scene.language)) + note(words.NO_SERVICES.within(scene.language))
