"""The page Meeting: parts in every language, pinning from other pages, presenting, decisions, and what is shown to whom."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO

import pytest
import sqlalchemy as sa
from icalendar import Calendar
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from keko.config import LANGUAGES, Language
from keko.data.engine import writing
from keko.data.people import Grant, anyone, at_this_machine
from keko.data.text import Text
from keko.exchange.agreed import in_a_line
from keko.exchange.due_dates import calendar_bytes
from keko.exchange.minutes import Minutes, as_markdown
from keko.room.frozen import FrozenView
from keko.room.meeting_rows import pinned, read_meetings
from keko.room.meeting_store import hold, keep_view, put, remove
from keko.room.meetings import Decision, Item, Meeting, Series
from keko.room.undertaking_store import write_undertaking
from keko.room.undertakings import Undertaking
from keko.ui import loads, session
from keko.ui.freezing.freeze import freeze
from keko.ui.meeting.opening import Opening, opening_of
from keko.ui.meeting.slides import Presented
from keko.ui.view import View
from keko.words import meeting_forms as forms
from keko.words import meetings as words
from keko.words.provenance import STANDINGS
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

NEXT, LAST = "demo-meeting-3", "demo-meeting-2"
PARTS = ("avaus", "asialista", "paatokset", "hallinta")


def shown(app: AppTest) -> str:
    return " ".join(str(element.value) for element in [*app.get("html"), *app.markdown, *app.caption, *app.get("text")])


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_shown_in_every_language(part: str, language: Language) -> None:
    app = opened("meeting", alue="HVA02", kuva=part, kieli=language)
    assert not app.exception
    assert words.DEMO.within(language) in said(app)


@pytest.mark.usefixtures("demo")
def test_the_meeting_opens_with_a_verdict_of_every_kind() -> None:
    app = opened("meeting", alue="HVA02", kuva="avaus")
    for outcome in words.OUTCOMES.values():
        assert outcome.fi in said(app)
    assert words.LATE.fi in said(app)


def test_a_view_is_pinned_as_it_is_and_another_person_sees_it(own_demo: sa.Engine) -> None:
    app = opened("indicators", alue="HVA02", vertailu="HVA15", mittari="employment-rate-20-64")
    assert "pin_do" not in [button.key for button in app.button]  # nothing is drawn before it is asked for
    app.session_state["pin"] = True
    app.run()
    app.text_input(key="pin_note").set_value("Tästä päätetään").run()
    app.button(key="pin_do").click().run()
    assert not app.exception
    with own_demo.connect() as connection:
        item = read_meetings(connection, at_this_machine()).agenda(NEXT)[-1]
        view = pinned(connection, item.seal or "")
    assert (item.note, item.title) == ("Tästä päätetään", f"Mittarit: {view.title}" if view else "")
    assert view is not None
    assert view.figures[0].indicator == "employment-rate-20-64"
    agenda = opened("meeting", kokous=NEXT, kuva="asialista", kohta=item.id)
    assert view.finding in said(agenda)
    assert STANDINGS["same"].fi in said(agenda)


def test_an_item_is_found_by_its_place_as_in_earlier_addresses_and_one_that_is_not_there_is_told(
    demo: sa.Engine,
) -> None:
    with demo.connect() as connection:
        second = read_meetings(connection, at_this_machine()).agenda(LAST)[1]
    app = opened("meeting", kokous=LAST, kuva="asialista", kohta="2")
    assert words.ITEM_NOT_THERE.fi not in said(app)
    assert re.search(rf'aria-current="true"[^>]*>{re.escape(escape(second.title))}', said(app))
    gone = opened("meeting", kokous=LAST, kuva="asialista", kohta="poistettu")
    assert words.ITEM_NOT_THERE.fi in said(gone)
    gone.selectbox(key="filter_meeting").set_value(NEXT).run()
    assert "kohta" not in gone.query_params
    assert words.ITEM_NOT_THERE.fi not in said(gone)


def test_personal_data_in_a_note_is_refused_and_nothing_is_pinned(own_demo: sa.Engine) -> None:
    app = opened("overview", alue="HVA02")
    app.session_state["pin"] = True
    app.run()
    app.text_input(key="pin_note").set_value("Soita 040 123 4567").run()
    app.button(key="pin_do").click().run()
    assert forms.NOTE.fi in app.error[0].value
    with own_demo.connect() as connection:
        assert len(read_meetings(connection, at_this_machine()).agenda(NEXT)) == 1


def test_a_decision_is_taken_on_the_frozen_figure(own_demo: sa.Engine) -> None:
    app = opened("meeting", kokous=NEXT, kuva="paatokset")
    app.text_area(key="decision_new_what").set_value("Tehdään näin").run()
    app.selectbox(key="decision_new_figure").select_index(1).run()
    app.date_input(key="decision_new_due").set_value(date(2027, 6, 30)).run()
    app.button(key="decision_new_save").click().run()
    assert "rooli tai organisaatio" in app.error[0].value
    app.text_input(key="decision_new_responsible").set_value("Ohjausryhmä").run()
    app.button(key="decision_new_save").click().run()
    assert not app.exception
    with own_demo.connect() as connection:
        (decision,) = read_meetings(connection, at_this_machine()).decided([NEXT])
    assert decision.figure is not None
    assert (decision.figure.indicator, decision.meant, decision.due) == ("time-in-work", "higher", date(2027, 6, 30))
    assert "Tehdään näin" in said(app)
    english = said(opened("meeting", kokous=NEXT, kuva="paatokset", kieli="en"))
    assert f'<span lang="fi">{decision.figure.written}</span>' in english  # it is kept as it was read


DECISION = Decision("made", NEXT, "Päätetään näin", "Ohjausryhmä", action="seuraa")
FOLLOWING = Undertaking(
    id="seuraa", name=Text.same("Yhteinen neuvonta"), areas=("KU186",), status="under way", begins=date(2026, 1, 1)
)


def taken(meeting: str, form: str) -> AppTest:
    app = opened("meeting", kokous=meeting, kuva="hallinta")
    return app.button(key=f"take_{form}").click().run()


def is_ready(app: AppTest) -> bool:
    return any(button.key == "take_saved" for button in app.get("download_button"))


def test_the_action_that_follows_is_told_with_its_own_state(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        write_undertaking(connection, FOLLOWING, at_this_machine(), None)
        put(connection, DECISION, at_this_machine(), None)
    action = "Yhteinen neuvonta (tilanne nyt: käynnissä)"
    app = opened("meeting", kokous=NEXT, kuva="paatokset")
    assert f"Toimenpide: {action}" in said(app)
    assert FOLLOWING.name.fi in app.selectbox("decision_new_action").options  # of one of the area's municipalities
    assert action in in_a_line(DECISION, date(2026, 11, 30), "fi", action)
    minutes = as_markdown(Minutes("", (), (), (), {}, [DECISION], 1, False, {"made": action}), date(2026, 11, 30), "fi")
    assert f"- Toimenpide: {action}" in minutes


def test_a_file_made_before_a_decision_is_not_offered_after_it(own_demo: sa.Engine) -> None:
    app = taken(NEXT, "xlsx")
    assert is_ready(app)
    with writing(own_demo) as connection:
        put(connection, DECISION, at_this_machine(), None)
    assert not is_ready(app.run())


@pytest.mark.parametrize("form", ["pptx", "pdf", "annex", "xlsx"])
def test_decisions_without_a_pinned_view_are_taken_along(own_demo: sa.Engine, form: str) -> None:
    with writing(own_demo) as connection:
        series = read_meetings(connection, at_this_machine()).meetings[NEXT].series
        put(connection, Meeting("bare", series, date(2027, 5, 3)), at_this_machine(), None)
        put(connection, Decision("of-bare", "bare", "Päätetään", "Ohjausryhmä"), at_this_machine(), None)
    app = taken("bare", form)
    assert not app.exception
    assert is_ready(app)


def test_the_second_editor_of_a_decision_is_shown_what_the_first_changed(own_demo: sa.Engine) -> None:
    with own_demo.connect() as connection:
        book = read_meetings(connection, at_this_machine())
    decision = next(each for each in book.carried(book.meetings[NEXT]) if each.state == "open")
    app = opened("meeting", kokous=NEXT, kuva="paatokset")
    app.selectbox(key="decision_chosen").select(decision.id).run()
    app.text_area(key=f"decision_{decision.id}_what").set_value("Toisin").run()
    with writing(own_demo) as connection:
        put(connection, replace(decision, state="dropped"), at_this_machine(), decision)
    app.button(key=f"decision_{decision.id}_save").click().run()
    assert words.STATES["dropped"].fi in app.warning[0].value
    assert decision.figure is None or decision.figure.written in app.warning[0].value


@pytest.mark.usefixtures("demo")
def test_a_presentation_goes_on_with_what_it_began_with() -> None:
    app = opened("meeting", kokous=NEXT, esitys="1")
    assert not app.exception
    begun: Presented = app.session_state["keko_presented_meeting"]
    assert begun.slides[0] == ("avaus", None)
    app.button(key="slide_right").click().run()
    assert (app.query_params["kuva"], app.query_params["kohta"]) == ("asialista", begun.scene.agenda[0].id)
    assert words.ANNOUNCED.fi not in said(app)
    assert app.session_state["keko_presented_meeting"] is begun


def test_what_comes_meanwhile_is_announced_and_not_loaded(own_demo: sa.Engine) -> None:
    app = opened("meeting", kokous=NEXT, esitys="1", kuva="asialista")
    before = [element.value for element in app.get("html") if "keko-finding" in element.value]
    with writing(own_demo) as connection:
        item = read_meetings(connection, at_this_machine()).agenda(NEXT)[0]
        put(connection, Item("other", NEXT, item.place + 1, "Uusi asia"), at_this_machine(), None)
    app.run()
    assert words.ANNOUNCED.fi in said(app)
    assert "Uusi asia" not in said(app)
    assert [element.value for element in app.get("html") if "keko-finding" in element.value] == before


def test_a_view_that_this_version_cannot_read_is_explained(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        book = read_meetings(connection, at_this_machine())
        view = pinned(connection, book.agenda(NEXT)[0].seal or "")
        assert isinstance(view, FrozenView)
        table = sa.table("pinned_view", sa.column("seal"), sa.column("view"))
        connection.execute(table.insert().values(seal="0" * 64, view='{"shape": "other"}'))
        put(connection, Item("old", NEXT, 2, "Vanha", seal="0" * 64), at_this_machine(), None)
    app = opened("meeting", kokous=NEXT, kuva="asialista", kohta="old")
    assert not app.exception
    assert words.NOT_READABLE.fi in said(app)
    _, file = taken(NEXT, "pptx").session_state["keko_taken_along"]
    opening = next(iter(Presentation(BytesIO(file.data)).slides))
    assert "1 kiinnitetty näkymä puuttuu" in " ".join(shape.text_frame.text for shape in opening.placeholders)


def test_a_view_of_what_is_there_no_more_is_shown_as_it_was(own_demo: sa.Engine) -> None:
    view = freeze("overview", View("HVA02", "HVA15", "fi"), loads.version())
    with writing(own_demo) as connection:
        old = FrozenView(
            **{**vars(view), "query": "alue=HVA99&mittari=poistettu", "keko": "0.0.1", "releases": (999_999,)}
        )
        put(connection, Item("old", NEXT, 2, "Vanha", seal=keep_view(connection, old)), at_this_machine(), None)
    app = opened("meeting", kokous=NEXT, kuva="asialista", kohta="old")
    assert not app.exception
    assert view.finding in said(app)
    assert words.OTHER_KEKO.within("fi", version="0.0.1") in said(app)


def test_a_meeting_that_was_held_shows_what_it_opened_with(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        book = read_meetings(connection, at_this_machine())
        kept = opening_of(book.meetings[NEXT], book, loads.version(), date(2026, 12, 14))
        assert Opening.of(kept.as_json()) == kept
        hold(connection, book.meetings[NEXT], kept.as_json(), at_this_machine())
        after = read_meetings(connection, at_this_machine())
    assert opening_of(after.meetings[NEXT], after, loads.version(), date(2030, 1, 1)) == kept


@pytest.mark.parametrize("kept", [{}, {"since": None, "told": [{"decision": "d"}], "changes": [], "data_version": 1}])
def test_an_opening_that_another_version_kept_is_explained(own_demo: sa.Engine, kept: dict[str, object]) -> None:
    with writing(own_demo) as connection:
        hold(connection, read_meetings(connection, at_this_machine()).meetings[NEXT], kept, at_this_machine())
    app = opened("meeting", kokous=NEXT, kuva="avaus")
    assert not app.exception
    assert words.OPENING_NOT_READABLE.fi in said(app)
    app.button(key="take_pptx").click().run()
    first = Presentation(BytesIO(app.session_state["keko_taken_along"][1].data)).slides[0]
    assert words.OPENING_NOT_READABLE.fi in "".join(shape.text_frame.text for shape in first.placeholders)


def test_who_leaves_a_presentation_opens_what_was_shown(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        for place in (2, 3):
            put(connection, Item(f"added-{place}", NEXT, place, f"Asia {place}"), at_this_machine(), None)
    app = opened("meeting", kokous=NEXT, esitys="1", kuva="asialista", kohta="added-2")
    app.button(key="slide_right").click().run()
    app.button(key="stop_presenting").click().run()
    assert "Asia 3</h2>" in said(app)
    assert "present_meeting" in [button.key for button in app.button]


def test_a_presentation_of_a_meeting_that_is_removed_ends_and_no_other_begins(own_demo: sa.Engine) -> None:
    app = opened("meeting", alue="HVA02", esitys="1")
    assert app.query_params["kokous"] == NEXT
    with writing(own_demo) as connection:
        remove(connection, read_meetings(connection, at_this_machine()).meetings[NEXT], at_this_machine())
    app.run()
    assert words.NOT_THERE.fi in said(app)
    assert "esitys" not in app.query_params
    assert "keko_presented_meeting" not in app.session_state


def test_meetings_of_other_areas_are_neither_shown_nor_opened(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(own_demo) as connection:
        put(connection, Series("other", "HVA15", Text.same("Muu ryhmä")), at_this_machine(), None)
        put(connection, Meeting("other-1", "other", date(2027, 5, 3)), at_this_machine(), None)
        put(connection, Item("secret", "other-1", 1, "Salainen asia"), at_this_machine(), None)
    for grants in ((Grant("actor", "keusote", ("HVA02",)),), anyone().grants):
        signed_in(monkeypatch, *grants)
        for asked in ("other-1", "other"):
            page = said(opened("meeting", kokous=asked, esitys="1"))
            assert words.NOT_THERE.fi in page
            assert "Muu ryhmä" not in page
            assert "Salainen asia" not in page
    assert words.NO_SERIES_TO_READ.fi in said(opened("meeting", alue="HVA02"))  # signed in, without a role
    signed_in(monkeypatch, Grant("actor", "keusote", ("HVA02",)))
    elsewhere = said(opened("meeting", alue="HVA15"))
    assert words.NONE_OF_AREA.fi.partition("{")[0] in elsewhere
    assert "kokous=demo-series" in elsewhere
    app = opened("overview", alue="HVA15")
    app.session_state["pin"] = True
    app.run()
    assert [option[:12] for option in app.selectbox(key="pin_meeting").options] == ["Ohjausryhmä "]


def test_readers_see_meetings_and_change_nothing(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, Grant("reader"))
    app = opened("meeting", kokous=NEXT, kuva="paatokset")
    assert not app.text_area
    assert "pin" not in opened("overview", alue="HVA02").session_state
    monkeypatch.setattr(session, "_who", lambda _: (anyone(), None))
    assert words.SIGNED_IN_ONLY.fi in said(opened("meeting", kokous=NEXT))


@pytest.mark.usefixtures("demo")
def test_the_calendar_holds_what_is_due_and_not_done() -> None:
    with loads.engine().connect() as connection:
        book = read_meetings(connection, at_this_machine())
    decisions = book.carried(book.meetings[NEXT])
    calendar = Calendar.from_ical(calendar_bytes(decisions, "Ohjausryhmä", datetime(2026, 11, 30, tzinfo=UTC), "fi"))
    due = {event["uid"]: event["dtstart"].dt for event in calendar.walk("VEVENT")}
    assert due == {f"{each.id}@keko": each.due for each in decisions if not each.is_settled}
    assert not re.search(r"@(?!keko)", " ".join(due))
