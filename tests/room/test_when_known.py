"""When a target could be told from chance, of what is stored: with the level's years, the lag, and the country beside."""

from math import sqrt

import pytest
import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.indicators.situation import standings
from keko.room.targets import Target
from keko.room.when_known import WhenKnown, when_known
from keko.words.goals_sentences import when_in_brief, when_in_sentences
from tests.data.figures import item, prepare, published, rows

RATE = item("rate", "score", unit="pistettä")
AIM = Target("rate", "HVA02", 63.0, "2025", "2028")
# The country goes up and down by 3, and the area with it, a little more or less.
WAVE = [3, -3, -3, 3, 3, -3, -3, 3]
OWN = [0.2, -0.2, -0.2, 0.2, 0.2, -0.2, -0.2, 0.2]


def known(engine: sa.Engine, areas: Areas, aim: Target, first: int = 2018) -> WhenKnown:
    with writing(engine) as connection:
        prepare(connection, RATE)
        ensure_provider(connection, "stat")
        cells = [
            {"area": area, "period": str(2018 + n), "value": 60.0 + wave + own * (area != WHOLE_COUNTRY) + place}
            for place, area in enumerate([WHOLE_COUNTRY, "HVA02", "HVA15", "HVA08"])
            for n, (wave, own) in enumerate(zip(WAVE, OWN, strict=True))
            if area != "HVA02" or 2018 + n >= first
        ]
        published(connection, "rate", "stat", rows(*cells))
        (standing,) = standings(connection, [RATE], areas, aim.area, WHOLE_COUNTRY)
        return when_known(connection, aim, standing, areas)


def test_what_moves_the_whole_country_is_no_chance_in_the_difference_from_it(engine: sa.Engine, areas: Areas) -> None:
    found = known(engine, areas, AIM)
    # 2.802 · √(2 · 8 · .2² / 6): the variance of eight years about their line, two ends.
    assert found.beside == pytest.approx(2.802 * sqrt(2 * 8 * 0.04 / 6), rel=0.01)
    assert found.knowable.shows is None
    told = when_in_sentences(found, "fi")
    assert "ei voisi erottaa sattumasta määräaikaan mennessä" in told
    assert "alueen ja koko maan eron seuraaminen (siinä erottuisi jo 0,9 pistettä)" in told
    assert "will" not in when_in_sentences(found, "en")


def test_a_bold_target_shows_and_says_from_which_figures(engine: sa.Engine, areas: Areas) -> None:
    found = known(engine, areas, Target("rate", "HVA02", 90.0, "2025", "2028"))
    assert found.knowable.shows == "2027"
    assert found.known_on is not None
    assert "vuonna 2027" in when_in_brief(found, "fi")
    assert "luottamusväliä" in when_in_sentences(found, "fi")


def test_an_area_of_few_years_borrows_its_levels(engine: sa.Engine, areas: Areas) -> None:
    found = known(engine, areas, AIM, first=2023)
    assert found.knowable.chance
    assert found.knowable.chance.is_pooled


def test_an_area_without_figures_says_so(engine: sa.Engine, areas: Areas) -> None:
    found = known(engine, areas, Target("rate", "HVA10", 63.0, "2025", "2028"))
    assert found.knowable.reason == "no figures"
    assert when_in_brief(found, "fi") == "ei voi sanoa: alueelta ei ole lukuja"
