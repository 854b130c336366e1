"""The questions of a file, each beside the problem that asks it, in one form; and what was answered, to take back."""

import streamlit as st
from pydantic import ValidationError
from streamlit.delta_generator import DeltaGenerator

from keko.config import Language
from keko.intake.answers import answered, listed, taken_back
from keko.intake.questions import BETWEEN, PASS, PASS_ALL, Question
from keko.ui import loads
from keko.ui.html import heading, paragraph
from keko.ui.session import Visit
from keko.ui.workbench.files import Examined, File
from keko.words import causes
from keko.words import questions as words
from keko.words.other_names import code_of
from keko.words.terms import LEVELS, ROLES

_YES = "yes"
_TICKS = {"row", "take back"}
_WRITTEN = {"period", "measure", "header row"}


def ask(file: File, examined: Examined, visit: Visit) -> None:
    """The form of what must be answered; its answers become the file's mapping."""
    language, questions = visit.view.language, examined.questions
    if not questions:
        return
    st.html(heading(words.ASKED.within(language)))
    with st.form(f"ask_{file.digest}", border=True):
        st.caption(words.ASKED_LEAD.within(language, count=len(questions)))
        answers = [
            _asked(question, questions[:place], visit, f"{file.digest}_{place}")
            for place, question in enumerate(questions)
        ]
        if st.form_submit_button(words.ANSWER.within(language, name=file.name), type="primary"):
            given = [(question, answer) for question, answer in zip(questions, answers, strict=True) if answer]
            _apply(file, examined, given, language)


def _asked(question: Question, before: list[Question], visit: Visit, key: str) -> str:
    """The answer in the form so far, empty where there is none. The cause is told once, over its first question."""
    language, problem = visit.view.language, question.problems[0]
    cause, field = st.columns([3, 2], vertical_alignment="center")
    if not any(problem in earlier.problems for earlier in before):
        cause.html(paragraph(causes.in_words(problem).within(language)))
    label = words.LABELS[question.kind].within(language, subject=_subject(question, visit))
    if question.kind in _TICKS:
        return _YES if field.checkbox(label, key=f"ask_{key}") else ""
    if question.kind in _WRITTEN or (question.kind == "sheet" and not question.choices):
        return field.text_input(label, key=f"ask_{key}").strip()
    return _chosen(question, label, field, visit, f"ask_{key}")


def _chosen(question: Question, label: str, field: DeltaGenerator, visit: Visit, key: str) -> str:
    options, language = _options(question, visit), visit.view.language
    is_scale = question.kind == "scale"
    placeholder = words.OTHER_NUMBER if is_scale else words.NOT_ANSWERED
    answer = field.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda option: options.get(option, option),
        placeholder=placeholder.within(language),
        accept_new_options=is_scale,
        key=key,
    )
    return (answer or "").replace(",", ".") if is_scale else code_of(answer or "")


def _options(question: Question, visit: Visit) -> dict[str, str]:
    """What may be answered, with its words."""
    language = visit.view.language
    if question.kind == "indicator":
        entries = loads.indicator_entries(language, visit.version)
        return {id_: entries[id_] for id_ in question.choices} or entries
    areas = loads.area_entries(language, visit.version)
    if question.kind == "which area" and not question.choices:
        return {code: words.CHOICES[code].within(language) for code in (PASS, PASS_ALL)} | areas
    if question.kind in {"area", "region"}:
        return areas
    known = {name: text.within(language) for name, text in (ROLES | LEVELS | words.CHOICES).items()} | areas
    if question.kind == "scale":
        known |= {option: f"× {option.replace('.', ',')}" for option in question.choices if option[0].isdigit()}
    return {option: known.get(option, option) for option in question.choices}


def _subject(question: Question, visit: Visit) -> str:
    if question.kind != "take back":
        return question.subject
    return " ".join(question.subject.split(BETWEEN)[1:]) or words.ENTRIES[question.subject].within(
        visit.view.language, answer="…", what="…"
    )


def _apply(file: File, examined: Examined, given: list[tuple[Question, str]], language: Language) -> None:
    """Put the answers into the mapping; one that is none is told and changes nothing."""
    mapping = examined.looked.mapping
    try:
        for question, answer in given:
            mapping = answered(mapping, question, answer)
    except ValidationError:
        st.error(words.NOT_POSSIBLE.within(language))
        return
    file.answer(mapping)
    st.rerun()


def show_given(file: File, examined: Examined, visit: Visit) -> None:
    """What was answered, each answer with a button that takes it back."""
    language, mapping = visit.view.language, examined.looked.mapping
    given = listed(mapping)
    if not given:
        return
    with st.expander(f"{words.GIVEN.within(language)} ({len(given)})"):
        for place, (path, value) in enumerate(given.items()):
            sentence = _in_words(path.split(BETWEEN), value, visit)
            label = words.TAKE_BACK.within(language, answer=sentence)
            if st.button(label, key=f"undo_{file.digest}_{place}", icon=":material/undo:"):
                file.answer(taken_back(mapping, path))
                st.rerun()


def _in_words(steps: list[str], value: str, visit: Visit) -> str:
    language = visit.view.language
    known = ROLES | LEVELS | words.CHOICES
    areas = loads.area_options(language, visit.version)
    answer = known[value].within(language) if value in known else areas.get(value, value)
    entry = words.ENTRIES.get(" ".join(steps[:2])) or words.ENTRIES[steps[0]]
    return entry.within(language, answer=answer, what=steps[-1])
