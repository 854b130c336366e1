"""The page of population segments as it is frozen."""

from keko.room.frozen import Chart, Html, Plot
from keko.segments.models import TOTAL
from keko.ui import loads
from keko.ui.freezing.sheet import Sheet, chart, html, notices
from keko.ui.loads import DataVersion
from keko.ui.opening import left_out, narrowed, title_of_pair
from keko.ui.segments import queries, rendered
from keko.ui.segments.choices import settled
from keko.ui.segments.scene import Chart as Drawn
from keko.ui.segments.scene import Picture
from keko.ui.view import View, all_categories
from keko.words import segments as words
from keko.words.area_labels import short_names
from keko.words.subject import other_period


def segments(asked: View, version: DataVersion) -> Sheet:
    """The picture of the model that the view asks for."""
    view = settled(asked, version)
    picture, areas = rendered.picture(view, "light", version), loads.areas(version)
    shown = all_categories(view).with_(sex=picture.sex, period=picture.period)
    title = narrowed(picture.title, shown) if picture.title else title_of_pair(shown, areas)
    warned = [other_period(view.period, picture.period, view.language), *left_out(view, shown)]
    published = loads.segment_models(version).get(view.model or "")
    return Sheet(
        view,
        title,
        picture.finding,
        notices(warned) + tuple(part for block in picture.blocks for part in _part(block)),
        picture.paragraph,
        plots=_groups(view, picture, version),
        rests_on=(published.model.entry,) if published else (),
        periods=(picture.period,) if picture.period else (),
        sources=(published.model.citation.within(view.language),) if published else (),
        flags={published.is_demo} if published else (),
    )


def _part(block: str | Drawn) -> tuple[Html | Chart, ...]:
    return (chart(block.drawing, block.alt),) if isinstance(block, Drawn) else html(block)


def _groups(view: View, picture: Picture, version: DataVersion) -> tuple[Plot, ...]:
    """The shares of the groups beside the benchmark's, under the picture of all of them."""
    if view.picture != "yleiskuva" or view.model is None or picture.period is None:
        return ()
    model, language = loads.segment_models(version)[view.model].model, view.language
    overview = queries.overview(model.id, (view.area, view.benchmark), picture.period, view.sex, version)
    names = short_names((view.area, view.benchmark), loads.areas(version), language)
    groups = {group.code: group.names.within(language) for group in model.segments if group.code != TOTAL}

    def shares(area: str) -> tuple[float | None, ...]:
        sizes = overview.by_segment(area)
        every = (sizes[code].size.share if code in sizes else None for code in groups)
        return tuple(None if share is None else 100 * share for share in every)

    title = f"{words.GROUPS.within(language)}, {words.SHARE.within(language)}"
    series = tuple((name, shares(area)) for area, name in names.items())
    return (Plot("bar", title, "%", tuple(groups.values()), series, f"{title}: {', '.join(names.values())}"),)
