"""Meetings remember: frozen views stay byte by byte, decisions keep their figure and are judged, and nothing is written unseen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.config import LANGUAGES, Language
from keko.data.areas import Areas
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person, anyone
from keko.data.problems import Refused
from keko.data.publishing import rollback
from keko.data.schema import audit
from keko.data.text import Text
from keko.exchange.agreed import in_a_line
from keko.indicators import store
from keko.indicators.intervals import wilson
from keko.indicators.series import Question
from keko.indicators.situation import standings
from keko.room.frozen import Figure, FrozenView, Html, as_json
from keko.room.meeting_rows import TABLES, pinned, pinned_text, read_meetings
from keko.room.meeting_store import add_item, hold, move, pin, put, remove, swap
from keko.room.meetings import Book, Decision, Item, Meeting, Series
from keko.room.receipt import Became, became
from keko.room.then_and_now import Direction
from keko.words import meetings as words
from keko.words.meeting_sentences import became_in_words
from keko.words.terms import DEMO_NOTICE
from tests.data.figures import ADMIN, READER, every_area, item, prepare, published, shares

SHARE = item("share", polarity="lower")
FLAT = [1200, 1201, 1199, 1200, 1202, 1198, 1200, 1201]  # of 10 000, from 2016 on
SERIES = Series("ohjaus", "HVA02", Text.same("Ohjausryhmä"))
FIRST, SECOND = Meeting("m1", "ohjaus", date(2026, 10, 5)), Meeting("m2", "ohjaus", date(2026, 11, 30))
ACTOR = Person("toimija", (Grant("actor", "keusote", ("HVA02",)),))


@pytest.fixture
def connection(engine: sa.Engine, areas: Areas) -> Iterator[sa.Connection]:
    with writing(engine) as own:
        prepare(own, SHARE)
        published(own, "share", "statfin", figures(FLAT))
        for record in (SERIES, FIRST, SECOND):
            put(own, record, ADMIN, None)
        yield own


def figures(own: list[int]) -> pd.DataFrame:
    frame = pd.concat([shares({"HVA02": (x, 10_000)}, period=str(2016 + n)) for n, x in enumerate(own)])
    lower, upper = wilson(frame["numerator"].to_numpy(float), frame["denominator"].to_numpy(float))
    return frame.assign(lower=100 * lower, upper=100 * upper)


def newest(connection: sa.Connection) -> Figure:
    """The figure that a decision is taken on, as it is now."""
    items = store.load(connection)
    (standing,) = standings(connection, [items["share"]], every_area(), "HVA02", "HVA02", Question())
    point = standing.as_compared.own.latest
    assert point is not None
    return Figure("share", "HVA02", "total", "total", "total", "Osuus", "12,0 %", dict(point._asdict()))


def decided(connection: sa.Connection, meant: Direction = "lower", **changes: object) -> Decision:
    decision = Decision("d1", "m1", "Tehdään näin", "Ohjausryhmä", date(2027, 6, 30), newest(connection), meant)
    decision = replace(decision, **changes)  # type: ignore[arg-type]
    put(connection, decision, ADMIN, None)
    return decision


def what_became(connection: sa.Connection) -> Became:
    book = read_meetings(connection, ADMIN)
    (each,) = became(connection, book.carried(book.meetings["m2"]), store.load(connection), every_area())
    return each


def outcome(connection: sa.Connection) -> str | None:
    told = what_became(connection).told
    return told.outcome if told else None


VIEW = FrozenView(
    "indicators", "alue=HVA02", "fi", 3, (1,), "2026-10-01T09:00:00+00:00", "0.1.0", "Osuus – Keusote", "12,0 % (2023).",
    parts=(Html("<p>12,0 % ± “”</p>"),), notes=(("Lähde", "Tilastokeskus"),),
)  # fmt: skip


def test_a_pinned_view_is_the_same_byte_by_byte_whatever_happens_later(connection: sa.Connection) -> None:
    put_item = pin(connection, "m1", VIEW, "Mittarit: Osuus", "Katsotaan tätä", ADMIN)
    assert put_item.seal == VIEW.seal

    def unchanged() -> bool:
        return pinned_text(connection, VIEW.seal) == as_json(VIEW) and pinned(connection, VIEW.seal) == VIEW

    published(connection, "share", "statfin", figures([*FLAT, 900]))
    assert unchanged()
    published(connection, "share", "statfin", figures([1300, *FLAT[1:], 900]))
    assert unchanged()
    rollback(connection, "share", "statfin", ADMIN)
    assert unchanged()
    store.seed(connection, [item("share", unit="‰", names=Text.same("Toinen nimi"))])
    assert unchanged()
    assert read_meetings(connection, ADMIN).agenda("m1")[0].note == "Katsotaan tätä"


def test_one_view_pinned_twice_is_kept_once(connection: sa.Connection) -> None:
    first, second = (pin(connection, meeting, VIEW, "Osuus", "", ADMIN) for meeting in ("m1", "m2"))
    assert first.seal == second.seal
    remove(connection, first, ADMIN)
    assert pinned(connection, VIEW.seal) == VIEW


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (FLAT, "no new figures"),
        ([*FLAT, 1201], "cannot be told from chance"),
        ([*FLAT, 900], "moved as meant"),
        ([*FLAT, 1500], "moved the other way"),
    ],
)
def test_the_next_meeting_opens_with_what_became_of_the_decision(
    connection: sa.Connection, later: list[int], expected: str
) -> None:
    decided(connection)
    published(connection, "share", "statfin", figures(later))
    assert outcome(connection) == expected


def test_a_revision_is_told_and_a_release_taken_back_judges_no_more(connection: sa.Connection) -> None:
    decided(connection)
    published(connection, "share", "statfin", figures([*FLAT[:-1], 1150, 900]))
    told = what_became(connection).told
    assert told is not None
    assert (told.outcome, told.is_revised) == ("moved as meant", True)
    rollback(connection, "share", "statfin", ADMIN)
    assert outcome(connection) == "no new figures"


def test_a_decision_outlives_its_indicator_and_its_area(connection: sa.Connection) -> None:
    decision = decided(connection)
    gone = replace(decision.figure, indicator="withdrawn") if decision.figure else None
    elsewhere = replace(decision.figure, area="KU999") if decision.figure else None
    for figure in (gone, elsewhere):
        (each,) = became(connection, [replace(decision, figure=figure)], store.load(connection), every_area())
        assert each.told is None
        assert each.decision.figure is figure


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invented_figure_and_a_real_one_are_never_judged_against_each_other(
    connection: sa.Connection, language: Language
) -> None:
    decided(connection, figure=replace(newest(connection), is_demo=True))
    published(connection, "share", "statfin", figures([*FLAT, 900]))
    each = what_became(connection)
    assert each.told is not None
    assert (each.told.outcome, each.told.reason, each.told.is_revised) == ("cannot be judged", "demo", False)
    assert became_in_words(each, date(2026, 11, 30), language).endswith(f"{words.REASONS['demo'].within(language)}.")


@pytest.mark.parametrize("change", [{"renamed": 1}, {"period": "vuosi 2023"}, None])
def test_a_figure_that_another_version_kept_is_explained(
    connection: sa.Connection, change: dict[str, object] | None
) -> None:
    figure = newest(connection)
    decision = decided(connection)
    held: dict[str, object] = {"indicator": "share", "area": "HVA02", "shape": "new"}
    held |= {"point": figure.point | change} if change else {}
    connection.execute(TABLES[Decision].update().where(TABLES[Decision].c.id == decision.id).values(figure=held))
    assert became_in_words(what_became(connection), date(2026, 11, 30), "fi") == words.OTHER_FORM.fi


def test_what_a_closed_meeting_decided_stays_and_what_becomes_of_it_goes_on(connection: sa.Connection) -> None:
    decision, item = decided(connection), add_item(connection, FIRST.id, "Asia", "", ADMIN)
    hold(connection, FIRST, {}, ADMIN)
    for changed in (
        replace(decision, what="Toisin"),
        replace(decision, figure=None),
        replace(item, title="Toinen"),
        replace(item, meeting=SECOND.id),
        Decision("late", FIRST.id, "Jälkikäteen", "Ohjausryhmä"),
    ):
        with pytest.raises(Refused, match="closed"):
            put(connection, changed, ADMIN)
    for record in (decision, item):
        with pytest.raises(Refused, match="closed"):
            remove(connection, record, ADMIN)
    put(connection, replace(decision, state="done", action="seuraa"), ADMIN)
    book = read_meetings(connection, ADMIN)
    assert (book.decisions["d1"].what, book.decisions["d1"].state) == (decision.what, "done")
    assert book.items[item.id].title == "Asia"
    put(connection, replace(book.meetings[FIRST.id], held_at=None, kept=None), ADMIN)
    put(connection, replace(item, title="Korjattu"), ADMIN)
    assert read_meetings(connection, ADMIN).items[item.id].title == "Korjattu"


def test_minutes_mark_the_figures_that_are_invented(connection: sa.Connection) -> None:
    real = decided(connection)
    invented = replace(real, figure=replace(newest(connection), is_demo=True))
    told = [in_a_line(decision, SECOND.day, "fi") for decision in (real, invented)]
    assert [DEMO_NOTICE.fi in line for line in told] == [False, True]


def test_what_is_left_is_carried_on_and_what_is_done_is_told_once(connection: sa.Connection) -> None:
    third = Meeting("m3", "ohjaus", date(2027, 1, 31))
    put(connection, third, ADMIN, None)
    decision = decided(connection)
    put(connection, replace(decision, id="d2", figure=None, meant=None, state="done"), ADMIN, None)
    book = read_meetings(connection, ADMIN)
    assert [each.id for each in book.carried(SECOND)] == ["d1", "d2"]
    assert [each.id for each in book.carried(third)] == ["d1"]
    assert book.decisions["d1"].is_late(date(2027, 7, 1))
    assert not book.decisions["d2"].is_late(date(2027, 7, 1))
    put(connection, replace(book.decisions["d1"], state="under way"), ADMIN, book.decisions["d1"])
    history = read_meetings(connection, ADMIN).decisions["d1"].history
    assert [step.what for step in history] == ["open", "under way"]


def test_an_item_moved_to_the_next_meeting_keeps_its_history(connection: sa.Connection) -> None:
    moved = pin(connection, "m1", VIEW, "Osuus", "", ADMIN)
    add_item(connection, "m2", "Muut asiat", "", ADMIN)
    move(connection, read_meetings(connection, ADMIN).items[moved.id], SECOND, ADMIN)
    book = read_meetings(connection, ADMIN)
    assert [each.title for each in book.agenda("m2")] == ["Muut asiat", "Osuus"]
    assert [(step.what, step.meeting) for step in book.items[moved.id].history] == [("added", "m1"), ("moved", "m1")]
    first, second = book.agenda("m2")
    swap(connection, first, second, ADMIN)
    assert [each.title for each in read_meetings(connection, ADMIN).agenda("m2")] == ["Osuus", "Muut asiat"]


def test_the_second_of_two_editors_is_shown_what_the_first_wrote(connection: sa.Connection) -> None:
    seen = add_item(connection, "m1", "Tilanne", "", ACTOR)
    seen = read_meetings(connection, ADMIN).items[seen.id]
    put(connection, replace(seen, note="Ensimmäinen"), ADMIN, seen)
    with pytest.raises(ChangedMeanwhile) as changed:
        put(connection, replace(seen, note="Toinen"), ACTOR, seen)
    assert isinstance(changed.value.record, Item)
    assert changed.value.record.note == "Ensimmäinen"


def test_only_who_works_in_the_area_writes(connection: sa.Connection) -> None:
    elsewhere = Person("muu", (Grant("analyst", None, ("HVA15",)),))
    for person in (READER, elsewhere):
        with pytest.raises(NotAllowed):
            pin(connection, "m1", VIEW, "Osuus", "", person)
        with pytest.raises(NotAllowed):
            hold(connection, FIRST, {}, person)
    pin(connection, "m1", VIEW, "Osuus", "", ACTOR)


def test_meetings_are_read_by_whoever_has_a_role_in_their_area(connection: sa.Connection) -> None:
    pin(connection, "m1", VIEW, "Osuus", "", ADMIN)
    decided(connection)
    put(connection, Series("esimerkki", "HVA02", Text.same("Aaa"), is_demo=True), ADMIN, None)
    for person in (ADMIN, READER, ACTOR, Person("lukija", (Grant("reader", areas=("HVA02",)),))):
        book = read_meetings(connection, person)
        assert list(book.series) == ["ohjaus", "esimerkki"]  # real before invented
        assert (len(book.meetings), len(book.items), len(book.decisions)) == (2, 1, 1)
    elsewhere = Person("muu", (Grant("actor", "keusote", ("KU186",)), Grant("reader", areas=("HVA15",))))
    for person in (elsewhere, anyone(), Person("roolia vailla", ())):
        assert read_meetings(connection, person) == Book({}, {}, {}, {})


ORGANISATIONS_ANALYST = Person("analyytikko", (Grant("analyst", "keusote", ("HVA02",)),))


@pytest.mark.parametrize("person", [ACTOR, ORGANISATIONS_ANALYST], ids=["actor", "analyst of one organisation"])
def test_an_organisations_role_adds_to_agendas_and_changes_its_own_items_alone(
    connection: sa.Connection, person: Person
) -> None:
    decision = decided(connection)
    others = pin(connection, "m1", VIEW, "Osuus", "", ADMIN)
    for record in (SERIES, FIRST, decision, read_meetings(connection, ADMIN).items[others.id]):
        with pytest.raises(NotAllowed):
            remove(connection, record, person)
        with pytest.raises(NotAllowed):
            put(connection, record, person)
    with pytest.raises(NotAllowed):
        put(connection, replace(decision, id="d2"), person, None)
    added = add_item(connection, "m1", "Oma asia", "", person)
    own = read_meetings(connection, ADMIN).items[added.id]
    put(connection, replace(own, note="Lisäys"), person, own)
    assert remove(connection, own, person)


def test_an_analyst_of_every_organisation_leads_the_meetings_of_an_area(connection: sa.Connection) -> None:
    leader = Person("johtaja", (Grant("analyst", None, ("HVA02",)),))
    decision = decided(connection)
    for record in (decision, FIRST, SERIES):
        put(connection, record, leader)
        assert remove(connection, record, leader)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Soitetaan: 040 123 4567", "personal-phone"),
        ("Kysy: matti.meikalainen@keusote.fi", "personal-email"),
        ("Asiakas 131052-308T", "personal-identity-code"),
        ("Yhteyshenkilö: Matti Meikäläinen", "personal-name"),
    ],
)
def test_personal_data_is_refused_with_the_field_named(connection: sa.Connection, text: str, code: str) -> None:
    with pytest.raises(Refused) as note:
        add_item(connection, "m1", "Tilanne", text, ADMIN)
    with pytest.raises(Refused) as responsible:
        decided(connection, responsible=text)
    assert [problem.code for problem in note.value.problems] == [code]
    assert "Muistiinpano" in note.value.problems[0].message.fi
    assert "Kuka vastaa" in responsible.value.problems[0].message.fi
    assert read_meetings(connection, ADMIN).decisions == {}


def test_a_decision_without_somebody_who_answers_is_refused(connection: sa.Connection) -> None:
    with pytest.raises(Refused) as refused:
        decided(connection, responsible=" ", due=None)
    codes = [problem.code for problem in refused.value.problems]
    assert codes == ["meeting-responsible-missing", "meeting-direction-missing"]


def test_every_change_is_in_the_log_without_the_figures_it_kept(connection: sa.Connection) -> None:
    decided(connection)
    hold(connection, FIRST, {"told": []}, ADMIN)
    lines = connection.execute(sa.select(audit.c.what, audit.c.after).where(audit.c.object.in_(["d1", "m1"]))).all()
    assert [line.what for line in lines] == ["meeting", "decision", "meeting"]
    assert all("kept" not in line.after and "figure" not in line.after for line in lines)
    assert read_meetings(connection, ADMIN).meetings["m1"].kept == {"told": []}
