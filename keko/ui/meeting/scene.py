"""What the page of meetings shows: the chosen series and meeting, and who may change them."""

from dataclasses import dataclass
from datetime import date

from keko.config import Language
from keko.room.meeting_rights import may_add, may_lead
from keko.room.meetings import Book, Item, Meeting, Series
from keko.ui import loads
from keko.ui.loads import DataVersion
from keko.ui.meeting import queries
from keko.ui.meeting.opening import Opening, opening_of
from keko.ui.session import Visit
from keko.ui.view import MEETING_PICTURES, View
from keko.words import meetings as words
from keko.words.area_labels import short
from keko.words.formats import day_in_words


@dataclass(frozen=True)
class MeetingScene:
    """`book`: what whoever asks may read; `series` and `meeting`: None where there is none; `part`: of the page; `may_add`,
    `may_lead`: whether whoever asks may add to their agendas, and change all of them (keko.room.meeting_rights).
    """

    book: Book
    series: Series | None
    meeting: Meeting | None
    part: str
    view: View
    version: DataVersion
    today: date
    may_add: bool
    may_lead: bool

    @property
    def language(self) -> Language:
        """The reader's."""
        return self.view.language

    @property
    def agenda(self) -> list[Item]:
        """Of the meeting."""
        return self.book.agenda(self.meeting.id) if self.meeting else []

    @property
    def item(self) -> Item | None:
        """The item that is looked at: the one that the view asks for, else the first."""
        return self._asked or next(iter(self.agenda), None)

    @property
    def lacks_item(self) -> bool:
        """Whether the view asks for an item that is not on the agenda."""
        return self.view.item is not None and self._asked is None

    @property
    def _asked(self) -> Item | None:
        return next((item for item in self.agenda if is_asked(item, self.view.item)), None)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the view asks for a meeting that is not there, or not for whoever asks."""
        asked = self.view.meeting
        return asked is not None and asked not in self.book.meetings and asked not in self.book.series

    @property
    def opening(self) -> Opening:
        """What the meeting opens with; asked for where there is one."""
        assert self.meeting is not None
        return opening_of(self.meeting, self.book, self.version, self.today)

    def called(self, meeting: Meeting) -> str:
        """A meeting in the reader's language."""
        return called(meeting, self.language)

    def series_called(self, series: Series) -> str:
        """A series with its area: many have a steering group."""
        return series_called(series, self.language, self.version)


def is_asked(item: Item, name: str | None) -> bool:
    """Whether an address names the item: by its id, or by its place as addresses did earlier."""
    return name in {item.id, str(item.place)}


def called(meeting: Meeting, language: Language) -> str:
    """A meeting by its day, and whether it has been held."""
    state = words.HELD if meeting.held_at else words.TO_COME
    return words.AT.within(language, day=day_in_words(meeting.day, language), state=state)


def series_called(series: Series, language: Language, version: DataVersion) -> str:
    """A series with its area, where that is still there."""
    area = loads.areas(version).by_code.get(series.area)
    return " – ".join([series.name.within(language), *([short(area, language)] if area else [])])


def scene(visit: Visit, today: date) -> MeetingScene:
    """The meeting that the view asks for; where it asks for none, the next of the area's first series, else its last."""
    book, view = queries.book(visit.person), visit.view
    asked = book.meetings.get(view.meeting or "")
    series = _series(book, view)
    meetings = book.meetings_of(series.id) if series else []
    coming = [meeting for meeting in meetings if not meeting.held_at]
    meeting = asked or next(iter(coming or meetings[::-1]), None)
    return MeetingScene(
        book,
        series,
        meeting,
        _part(view, book, meeting),
        view,
        visit.version,
        today,
        series is not None and may_add(visit.person, series.area),
        series is not None and may_lead(visit.person, series.area),
    )


def _series(book: Book, view: View) -> Series | None:
    """The one that the view asks for, itself or by a meeting of it; the area's first where it asks for none."""
    if view.meeting is None:
        return next((each for each in book.series.values() if each.area == view.area), None)
    meeting = book.meetings.get(view.meeting)
    return book.series.get(meeting.series if meeting else view.meeting)


def _part(view: View, book: Book, meeting: Meeting | None) -> str:
    if view.picture in MEETING_PICTURES and (meeting or view.picture == "hallinta"):
        return view.picture
    if meeting is None:
        return "hallinta"
    return "avaus" if book.before(meeting) else "asialista"
