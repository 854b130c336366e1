"""The page of actors and services as it is frozen."""

from html import escape

from keko.data.days import today
from keko.indicators.situation import sources
from keko.room.frozen import Table
from keko.ui import loads, room
from keko.ui.ecosystem import choices, queries, rendered
from keko.ui.ecosystem.shown import title_of
from keko.ui.freezing.at_rest import plain
from keko.ui.freezing.figures import figures, rests_on
from keko.ui.freezing.sheet import Sheet, html, notices
from keko.ui.html import definitions
from keko.ui.loads import DataVersion
from keko.ui.opening import left_out
from keko.ui.view import ECOSYSTEM_PICTURES, View, all_categories
from keko.words import ecosystem as words
from keko.words import ecosystem_record as record_words
from keko.words.ecosystem_register import FIELD


def actors(asked: View, version: DataVersion) -> Sheet:
    """The picture of the ecosystem that the view asks for, as it is today; the register, which is to be searched, as the path."""
    day = today()
    is_list = asked.picture == "rekisteri" and not asked.record
    first = asked.with_(picture=ECOSYSTEM_PICTURES[0]) if is_list else asked
    view, register = choices.settled(first, version, day), room.register(version)
    if not register.entries:
        return Sheet(view, words.PAGE.within(view.language), words.NOTHING.within(view.language), ())
    if view.record:
        return _record(view, version)
    picture = rendered.picture(view, day, version)
    warned = left_out(asked, all_categories(view).with_(sex="total"))
    if register.is_demo:
        warned.append(words.DEMO.within(view.language))
    model = loads.segment_models(version)[view.model].model.entry if view.model else ""
    waits = tuple(queries.waits(view, version)) if view.picture == "polku" else ()
    return Sheet(
        view,
        title_of(view, loads.areas(version)),
        picture.finding,
        notices(warned) + html(*picture.blocks),
        rests_on=(model, *waits) if view.picture in {"polku", "matriisi", "muutokset"} else (),
        flags=picture.demo_flags | ({True} if register.is_demo else set()),
    )


def _record(view: View, version: DataVersion) -> Sheet:
    """One record of the register, its facts as a table too; that it is not there, where it is not."""
    language, read = view.language, rendered.record(view, today(), version)
    if read is None:
        return Sheet(view, words.PAGE.within(language), record_words.NOT_THERE.within(language), ())
    title = record_words.OF_KIND.within(language, kind=read.kind, name=read.name)
    facts = tuple((name, plain(fact)) for name, fact in read.facts)
    newest = (standing.latest for standing in read.standings)
    return Sheet(
        view,
        escape(title),
        read.sentence,
        notices([words.DEMO.within(language)] if read.is_demo else []) + html(definitions(read.facts), *read.blocks),
        tables=(Table(title, (FIELD.within(language), record_words.KNOWN.within(language)), facts),),
        figures=figures(read.standings, view.question, version, view),
        rests_on=rests_on(read.standings, version),
        periods=tuple(point.period for point in newest if point),
        sources=tuple(sources(read.standings, language)),
        flags=read.demo_flags | ({True} if read.is_demo else set()),
    )
