"""A file on the workbench: approval, history, what readers would see change, and answers that are remembered."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data import drafts, publishing
from keko.data.engine import writing
from keko.data.history import row_changes
from keko.data.people import Person, at_this_machine
from keko.data.publication_log import read_publication_log
from keko.data.publishing import NeedsApproval
from keko.data.releases import NoRelease, current_release, read_release, read_releases
from keko.data.text import Text
from keko.indicators import store
from keko.intake.mappings import read_mapping
from keko.intake.release.consequences import Consequence
from keko.intake.release.order import Order
from keko.intake.workbench import Bench, Looked, bring, described, look
from tests.data.figures import dump

NOBODY = read_mapping("")
ANNA, BERIT = at_this_machine("Anna"), at_this_machine("Berit")


@pytest.fixture
def bench(installation: sa.Engine) -> Bench:
    with installation.connect() as connection:
        return Bench(installation, area_tables.load(connection), store.load(connection), 10_000_000)


def file(keusote: int, central: int, year: int = 2024) -> bytes:
    counts = {"Keski-Uudenmaan hyvinvointialue": keusote, "Keski-Suomen hyvinvointialue": central}
    rows = [f"{name};{year};{count / 10:.1f};{count};1000\n".replace(".", ",") for name, count in counts.items()]
    return ("Hyvinvointialue;Vuosi;Arvo;Osoittaja;Nimittäjä\n" + "".join(rows)).encode()


def published(bench: Bench, data: bytes, by: Person = ANNA, **order: object) -> tuple[int, ...]:
    looked = look(bench, data, "korkea-aste.csv", NOBODY, "tertiary-share")
    outcome = bring(bench, looked, data, Order("keusote", by, publish=True, **order))  # type: ignore[arg-type]
    assert outcome.status == "published", outcome.problems
    return tuple(outcome.releases)


def test_a_dry_run_tells_which_comparisons_would_turn(bench: Bench) -> None:
    published(bench, file(400, 400))
    before = dump(bench.engine)
    data = file(500, 400)
    looked = look(bench, data, "korkea-aste.csv", NOBODY, "tertiary-share")
    outcome = bring(bench, looked, data, Order("keusote", ANNA, dry_run=True, watch=(("HVA02", "HVA15"),)))
    assert outcome.consequences == [Consequence("tertiary-share", "HVA02", "HVA15", "no difference", "better")]
    assert dump(bench.engine) == before


def test_rows_that_differ_between_two_releases_are_told(bench: Bench) -> None:
    (first,) = published(bench, file(400, 400))
    (second,) = published(bench, file(500, 400))
    (third,) = published(bench, file(100, 100, 2025))
    with bench.engine.connect() as connection:
        (changed,) = row_changes(connection, first, second)
        added = row_changes(connection, second, third)
        gone = row_changes(connection, third, second)
    assert (changed.area, changed.before, changed.after) == ("HVA02", 40.0, 50.0)
    assert [(one.area, one.before, one.after) for one in added] == [("HVA02", None, 10.0), ("HVA15", None, 10.0)]
    assert [(one.before, one.after) for one in gone] == [(10.0, None), (10.0, None)]


def test_where_approval_is_asked_the_maker_does_not_publish(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_APPROVAL", "yes")
    data = file(400, 400)
    looked = look(bench, data, "korkea-aste.csv", NOBODY, "tertiary-share")
    outcome = bring(bench, looked, data, Order("keusote", ANNA, publish=True))
    assert (outcome.status, [problem.code for problem in outcome.problems][-1]) == ("draft", "awaits-approval")
    (draft,) = outcome.releases
    with pytest.raises(NeedsApproval), writing(bench.engine) as connection:
        publishing.publish(connection, [draft], ANNA)
    with writing(bench.engine) as connection:
        publishing.publish(connection, [draft], BERIT)
        shown = read_release(connection, draft)
    assert (shown["created_by"], shown["approved_by"], shown["status"]) == ("Anna", "Berit", "published")


def test_a_release_carries_permit_conditions_and_note(bench: Bench) -> None:
    (id_,) = published(bench, file(400, 400), permit="THL/1/2026", conditions="vain koottuna", note="ensimmäinen")
    with bench.engine.connect() as connection:
        shown = read_release(connection, id_)
    assert (shown["permit"], shown["conditions"], shown["note"]) == ("THL/1/2026", "vain koottuna", "ensimmäinen")


def test_a_draft_can_be_thrown_away_and_a_published_release_cannot(bench: Bench) -> None:
    data = file(400, 400)
    outcome = bring(bench, look(bench, data, "a.csv", NOBODY, "tertiary-share"), data, Order("keusote", ANNA))
    with writing(bench.engine) as connection:
        drafts.discard(connection, outcome.releases[0], ANNA)
    with bench.engine.connect() as connection:
        assert read_releases(connection) == []
    (id_,) = published(bench, data)
    with pytest.raises(NoRelease), writing(bench.engine) as connection:
        drafts.discard(connection, id_, ANNA)


def test_answers_about_a_file_hold_for_the_next_of_its_shape(bench: Bench) -> None:
    mapping = read_mapping('constants: {area: HVA02}\nindicator: {id: oma, kind: other, unit: "%"}')
    first, second = b"Vuosi;Osuus %\n2023;12,5\n", b"Vuosi;Osuus %\n2024;13,5\n"
    assert look(bench, second, "oma 2024.csv", NOBODY).understood is None
    looked = look(bench, first, "oma 2023.csv", mapping)
    assert bring(bench, looked, first, Order("keusote", ANNA, dry_run=True)).status == "dry-run"
    assert not look(bench, second, "oma 2024.csv", NOBODY).recalled
    assert bring(bench, looked, first, Order("keusote", ANNA, publish=True)).status == "published"
    recalled = look(bench, second, "oma_2024.csv", NOBODY)
    assert recalled.recalled
    assert recalled.understood is not None
    assert [item.id for item in recalled.understood.indicators] == ["oma"]


def test_what_figures_measure_is_not_recalled_for_a_file_of_another_name(bench: Bench) -> None:
    data = b"Vuosi;Arvo\n2023;12,5\n"
    told = read_mapping("constants: {area: HVA02}\nindicator: {id: tertiary-share, kind: proportion}")
    looked = look(bench, data, "korkea-aste.csv", told)
    assert bring(bench, looked, data, Order("keusote", ANNA, publish=True)).indicators == ["tertiary-share"]
    other = look(bench, data, "sairauspoissaolot.csv", NOBODY)
    assert other.understood is not None
    assert other.mapping.constants.area == "HVA02"
    assert [item.id for item in other.understood.indicators] != ["tertiary-share"]


def test_the_row_where_a_table_starts_is_recalled(bench: Bench) -> None:
    def sheet(year: int) -> bytes:
        lines = [f"Kunta;Vuosi;Määrä {year - 1}", "Selite;Selite;Selite", "Alue;Jakso;Asiakkaita", f"Tuusula;{year};7"]
        return "\n".join(lines).encode()

    data = sheet(2023)
    told = read_mapping("header_row: 3\ncolumns: {Asiakkaita: value, Jakso: time}\nindicator: {id: oma, kind: other}")
    looked = look(bench, data, "oma 2023.csv", told)
    assert bring(bench, looked, data, Order("keusote", ANNA, publish=True)).status == "published"
    following = look(bench, sheet(2024), "oma 2024.csv", NOBODY)
    assert following.understood is not None
    assert following.mapping.header_row == 3
    assert list(following.understood.arranged.observations["period"]) == ["2024"]


def test_figures_are_compared_with_those_that_their_provider_published(bench: Bench) -> None:
    first = "Kunta;Vuosi;Työpajat\nTuusula;2023;400\nJärvenpää;2023;420\nHyvinkää;2023;410\n".encode()
    told = read_mapping("indicator: {id: pajat, kind: other}")
    looked = look(bench, first, "pajat.csv", told)
    assert bring(bench, looked, first, Order("keusote", ANNA, publish=True)).status == "published"
    with bench.engine.connect() as connection:
        known = replace(bench, catalogue=store.load(connection))
    tenth = first.replace(b"2023", b"2024").replace(b"0\n", b"\n")
    assert "unit-moved" in codes(look(known, tenth, "pajat.csv", NOBODY, provider="keusote"))
    fewer = b"\n".join(first.replace(b"2023", b"2024").splitlines()[:3])
    assert "areas-missing" in codes(look(known, fewer, "pajat.csv", NOBODY, provider="keusote"))
    assert codes(look(known, fewer, "pajat.csv", NOBODY, provider="tyollisyysalue")) == []


def test_an_area_whose_figure_is_protected_is_not_new(bench: Bench) -> None:
    data = "Kunta;Vuosi;Omat asiakkaat, henkilöä\nJärvenpää;2024;3\nTuusula;2024;40\n".encode()
    looked = look(bench, data, "asiakkaat.csv", NOBODY)
    outcome = bring(bench, looked, data, Order("keusote", ANNA, publish=True))
    assert outcome.primary == 1
    with bench.engine.connect() as connection:
        known = replace(bench, catalogue=store.load(connection))
    assert codes(look(known, data.replace(b"2024", b"2025"), "asiakkaat.csv", NOBODY, provider="keusote")) == []


def codes(looked: Looked) -> list[str]:
    return [problem.code for problem in looked.problems]


def test_a_file_of_numerators_and_denominators_gets_its_shares(bench: Bench) -> None:
    data = "Kunta;Vuosi;Osoittaja;Nimittäjä\nTuusula;2024;150;600\nJärvenpää;2024;0;0\nMäntsälä;2024;..;50\n".encode()
    looked = look(bench, data, "osuus.csv", read_mapping("indicator: {id: oma-osuus, about_persons: protected}"))
    assert looked.understood is not None
    rows = looked.understood.arranged.observations
    assert list(rows["value"].fillna(-1)) == [25.0, -1.0, -1.0]
    assert list(rows["status"]) == ["final", "not applicable", "missing at source"]
    (item,) = looked.understood.indicators
    assert (item.kind, item.unit, item.multiplier) == ("proportion", "%", 100.0)
    per_thousand = item.model_copy(update={"kind": "rate", "multiplier": 1000.0, "unit": "/1000"})
    known = replace(bench, catalogue={item.id: per_thousand})
    again = look(known, data, "osuus.csv", NOBODY, item.id)
    assert again.understood is not None
    assert again.understood.arranged.observations["value"].iloc[0] == 250.0


def test_a_new_indicator_is_stored_as_it_was_described(bench: Bench) -> None:
    data = "Kunta;Vuosi;Omat asiakkaat, henkilöä\nJärvenpää;2024;3\nTuusula;2024;40\n".encode()
    looked = look(bench, data, "asiakkaat.csv", NOBODY)
    assert looked.understood is not None
    (item,) = looked.understood.indicators
    better = item.model_copy(update={"names": Text("Asiakkaat", "Klienter", "Clients"), "polarity": "lower"})
    outcome = bring(bench, described(looked, {item.id: better}), data, Order("keusote", ANNA, publish=True))
    assert outcome.primary == 1
    with bench.engine.connect() as connection:
        stored = store.load(connection)[item.id]
    assert (stored.names.sv, stored.polarity) == ("Klienter", "lower")


def test_two_analysts_at_once_lose_nothing(bench: Bench) -> None:
    early = look(bench, file(400, 400, 2023), "a.csv", NOBODY, "tertiary-share")
    late = replace(look(bench, file(500, 400, 2024), "b.csv", NOBODY, "tertiary-share"))
    for looked, by in ((early, ANNA), (late, BERIT)):
        assert bring(bench, looked, b"", Order("keusote", by, publish=True)).status == "published"
    with bench.engine.connect() as connection:
        newest = current_release(connection, "tertiary-share", "keusote")
        assert newest is not None
        assert read_release(connection, newest)["rows"] == 4


def test_the_change_log_tells_what_was_published_and_taken_back(bench: Bench) -> None:
    (first,) = published(bench, file(400, 400))
    (second,) = published(bench, file(500, 400))
    with writing(bench.engine) as connection:
        publishing.rollback(connection, "tertiary-share", "keusote", ANNA)
        publishing.rollback(connection, "tertiary-share", "keusote", ANNA)
        log = read_publication_log(connection)
    assert [(line["release"], bool(line["again"])) for line in log] == [
        (None, False),
        (first, True),
        (second, False),
        (first, False),
    ]
    assert log[2]["difference"]["changed"] == 1
