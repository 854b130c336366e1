"""The page of actors and services as it is frozen."""

from keko.data.days import today
from keko.ui import loads, room
from keko.ui.ecosystem import choices, queries, rendered
from keko.ui.ecosystem.shown import title_of
from keko.ui.freezing.sheet import Sheet, html, notices
from keko.ui.loads import DataVersion
from keko.ui.opening import left_out
from keko.ui.view import ECOSYSTEM_PICTURES, View, all_categories
from keko.words import ecosystem as words


def actors(asked: View, version: DataVersion) -> Sheet:
    """The picture of the ecosystem that the view asks for, as it is today; the register, which is to be searched, as the path."""
    day = today()
    first = asked.with_(picture=ECOSYSTEM_PICTURES[0]) if asked.picture == "rekisteri" else asked
    view, register = choices.settled(first, version, day), room.register(version)
    if not register.entries:
        return Sheet(view, words.PAGE.within(view.language), words.NOTHING.within(view.language), ())
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
