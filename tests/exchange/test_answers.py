"""What leaves keko names its source in the reader's language."""

import pytest
import sqlalchemy as sa

from keko.config import LANGUAGES, Language
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.publishing import publish
from keko.data.text import Text
from keko.exchange.answers import series_answer
from keko.indicators.series import Question, read_series
from keko.indicators.sets import summed
from tests.data.figures import ADMIN, counts, every_area, item, prepare

SOURCES = {
    "KU186": Text("Tilastokeskus", "Statistikcentralen", "Statistics Finland"),
    "KU179": Text("Kela", "FPA", "Kela"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_is_named_in_the_readers_language(engine: sa.Engine, language: Language) -> None:
    cases = item("cases", "count")
    with writing(engine) as connection:
        prepare(connection, cases)
        for area, source in SOURCES.items():
            provider = f"of {area.lower()}"
            draft = create_draft(connection, Draft("cases", provider, counts({area: 30}), source), ADMIN)
            publish(connection, [draft.id], ADMIN)
        series = list(read_series(connection, ["cases"], list(SOURCES)).values())
    answer = series_answer(cases, Question(), series, every_area(), language)
    assert [area["source"] for area in answer["areas"]] == [text.within(language) for text in SOURCES.values()]
    together = summed(cases, "set", series[:2])
    assert together.source is not None
    assert set(together.source.within(language).split("; ")) == {text.within(language) for text in SOURCES.values()}


def test_a_source_that_reads_alike_is_told_once() -> None:
    listed = Text.listed([Text("Kela", "FPA", "Kela"), Text("Kela", "FPA", "Kela"), Text("Kela 2", "FPA", "Kela")])
    assert listed == Text("Kela; Kela 2", "FPA", "Kela")
    assert Text.listed([]) is None
