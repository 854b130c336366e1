"""The lists of a meeting as HTML: what became of earlier decisions, what was decided, and what is on the agenda."""

from html import escape

from keko.config import Language
from keko.indicators.comparing.comparison import Verdict
from keko.room.meetings import Decision
from keko.room.then_and_now import Outcome
from keko.ui.html import demo_tag, note
from keko.ui.meeting import queries
from keko.ui.meeting.opening import Opening, Told
from keko.ui.meeting.scene import MeetingScene
from keko.ui.tables import Cell, table, text
from keko.words import meetings as words
from keko.words.formats import day_in_words
from keko.words.meeting_sentences import action_in_words, state_in_words

# How each outcome looks: a mark and a word, the colour comes after them.
_LOOKS: dict[Outcome, tuple[str, Verdict]] = {
    "moved as meant": ("●", "better"),
    "moved the other way": ("◆", "worse"),
    "cannot be told from chance": ("○", "no difference"),
    "no new figures": ("–", "not compared"),
    "cannot be judged": ("–", "not compared"),
}
_NOT_TOLD = ("–", "not compared")
_STANDINGS: dict[str, tuple[str, str]] = {
    "late": ("◆", "worse"),
    "done": ("●", "better"),
    "under way": ("▶", "no difference"),
    "open": ("○", "no difference"),
    "dropped": ("–", "not compared"),
}


def receipt(opening: Opening, scene: MeetingScene) -> str:
    """Earlier decisions then and now; why there are none."""
    language = scene.language
    if not opening.is_readable:
        return note(words.OPENING_NOT_READABLE.within(language))
    if not opening.told:
        return note((words.NOTHING_CARRIED if opening.since else words.FIRST).within(language))
    heads = (words.DECISION, words.THEN, words.BECAME, words.STATE)
    rows = [
        _receipt_row(each, scene.book.decisions[each.decision], scene)
        for each in opening.told
        if each.decision in scene.book.decisions
    ]
    title = words.PARTS["avaus"].within(language)
    return table(title, [head.within(language) for head in heads], rows, kind="keko-agreed")


def _receipt_row(told: Told, decision: Decision, scene: MeetingScene) -> list[Cell]:
    language = scene.language
    return [
        _what(decision, scene),
        _then(decision, scene),
        Cell(_outcome(told, language)),
        Cell(_marked(*_STANDINGS.get(told.standing, _NOT_TOLD), told.state.within(language))),
    ]


def _what(decision: Decision, scene: MeetingScene) -> Cell:
    """What was decided, who answers and by when, and which action follows."""
    language = scene.language
    facts = [decision.responsible, *([day_in_words(decision.due, language)] if decision.due else [])]
    if action := follows(decision, scene):
        facts.append(f"{words.ACTION.within(language)}: {action}")
    return Cell(f"{escape(decision.what)}<br><small>{escape(' · '.join(facts))}</small>", header=True)


def follows(decision: Decision, scene: MeetingScene) -> str:
    """The action that follows a decision, with where it stands; empty where none does."""
    if decision.action is None:
        return ""
    action = next((each for each in queries.actions(scene.version) if each.id == decision.action), None)
    return action_in_words(action, scene.today, scene.language)


def _then(decision: Decision, scene: MeetingScene) -> Cell:
    """The figure that it was taken on, read aloud in the language of its view, and what was meant to become of it."""
    figure, language = decision.figure, scene.language
    if figure is None:
        return text("–")
    meant = (
        f"{words.MEANT.within(language)}: {words.DIRECTIONS[decision.meant].within(language)}" if decision.meant else ""
    )
    tag = f" {demo_tag(language)}" if figure.is_demo else ""
    view = queries.view(decision.seal, scene.version) if decision.seal else None
    spoken = f' lang="{view.language}"' if view else ""
    name, written = (f"<span{spoken}>{escape(each)}</span>" for each in (figure.name, figure.written))
    return Cell(f"{name}{tag}<br>{written}<br><small>{escape(meant)}</small>")


def _outcome(told: Told, language: Language) -> str:
    sentence = told.told.within(language)
    if told.outcome is None:
        return escape(sentence)
    mark, look = _LOOKS.get(told.outcome, _NOT_TOLD)
    verdict, _, rest = sentence.partition(". ")
    return f"{_marked(mark, look, verdict)}<br><small>{escape(rest)}</small>"


def _marked(mark: str, look: str, word: str) -> str:
    return f'<span class="keko-verdict {look.replace(" ", "-")}"><span aria-hidden="true">{mark}</span> {escape(word)}</span>'


def changes(opening: Opening, language: Language) -> str:
    """What has changed since the last meeting; nothing at the first."""
    if opening.since is None:
        return ""
    sentences = opening.changes or (words.SINCE_NOTHING,)
    return "<ul>" + "".join(f"<li>{escape(each.within(language))}</li>" for each in sentences) + "</ul>"


def decided(scene: MeetingScene) -> str:
    """What the meeting decided."""
    language = scene.language
    own = scene.book.decided([scene.meeting.id]) if scene.meeting else []
    if not own:
        return note(words.NOTHING_DECIDED.within(language))
    heads = (words.DECISION, words.THEN, words.STATE)
    rows = [
        [
            _what(decision, scene),
            _then(decision, scene),
            text(state_in_words(decision, scene.today, language)),
        ]
        for decision in own
    ]
    title = words.PARTS["paatokset"].within(language)
    return table(title, [head.within(language) for head in heads], rows, kind="keko-agreed")
