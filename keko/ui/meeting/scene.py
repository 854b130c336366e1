"""What the page of meetings shows: the chosen series and meeting, and who may change them."""

from dataclasses import dataclass
from datetime import date

from keko.config import Language
from keko.room.meeting_store import may_add, may_lead
from keko.room.meetings import Book, Item, Meeting, Series
from keko.ui.loads import DataVersion
from keko.ui.meeting import queries
from keko.ui.meeting.opening import Opening, opening_of
from keko.ui.session import Visit
from keko.ui.view import MEETING_PICTURES, View
from keko.words import meetings as words
from keko.words.formats import day_in_words


@dataclass(frozen=True)
class MeetingScene:
    """`series` and `meeting`: None where there is none; `part`: of the page; `may_add`, `may_lead`: whether whoever asks
    may add to their agendas, and change all of them (keko.room.meeting_store).
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
        """The item that is looked at: that of the view's slide, else the first."""
        places = {str(item.place): item for item in self.agenda}
        return places.get(self.view.slide or "") or next(iter(self.agenda), None)

    @property
    def opening(self) -> Opening:
        """What the meeting opens with; asked for where there is one."""
        assert self.meeting is not None
        return opening_of(self.meeting, self.book, self.version, self.today)

    def called(self, meeting: Meeting) -> str:
        """A meeting in the reader's language."""
        return called(meeting, self.language)


def called(meeting: Meeting, language: Language) -> str:
    """A meeting by its day, and whether it has been held."""
    state = words.HELD if meeting.held_at else words.TO_COME
    return words.AT.within(language, day=day_in_words(meeting.day, language), state=state)


def scene(visit: Visit, today: date) -> MeetingScene:
    """The meeting that the view asks for; else the next of the area's first series, or of any; else the last."""
    book, view = queries.book(), visit.view
    asked = book.meetings.get(view.meeting or "")
    own = [each for each in book.series.values() if each.area == view.area]
    series = book.series[asked.series] if asked else next(iter(own or book.series.values()), None)
    if view.meeting in book.series:
        series = book.series[view.meeting]
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


def _part(view: View, book: Book, meeting: Meeting | None) -> str:
    if view.picture in MEETING_PICTURES and (meeting or view.picture == "hallinta"):
        return view.picture
    if meeting is None:
        return "hallinta"
    return "avaus" if book.before(meeting) else "asialista"
