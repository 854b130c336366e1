"""Records are what they are told to be, or refused with their fields named; the stages are in order."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.problems import record_of
from keko.ecosystem.records import KINDS, Cooperation, Kind, Service, as_data, called
from keko.ecosystem.stages import read_stages
from keko.indicators.catalogue import read_catalogue
from tests.ecosystem.invented import EVERY, TOGETHER, offering


@pytest.mark.parametrize("record", [*EVERY, offering()], ids=lambda record: record.kind)
def test_a_record_comes_back_from_its_data(record: Any) -> None:
    assert record_of(record.kind, as_data(record)) == record


def test_every_kind_and_field_has_a_name() -> None:
    assert KIND_NAMES.keys() == KINDS.keys()
    assert {field for kind in KINDS.values() for field in kind.model_fields} <= FIELDS.keys()


def test_words_in_finnish_alone_stand_for_the_others() -> None:
    service = record_of("service", {"id": "s", "actor": "a", "name": {"fi": " Tuki ", "sv": "", "en": "Support"}})
    assert called(service) == Text("Tuki", "Tuki", "Support")
    assert isinstance(service, Service)
    assert service.what == Text("", "", "")


def test_a_pair_cooperates_once_whichever_keeps_the_record() -> None:
    assert Cooperation(actor="tuki", partner="keusote").key == TOGETHER.key


ACTOR: dict[str, Any] = {"id": "a", "name": "A", "sector": "ngo"}
SERVICE: dict[str, Any] = {"id": "s", "name": "S", "actor": "a"}
WRONG: list[tuple[Kind, dict[str, Any], str]] = [
    ("service", {"id": "s", "name": "S"}, "Palvelu: kenttä ”Toimija” puuttuu."),
    ("actor", ACTOR | {"sector": "army"}, "Toimija: kentän ”Sektori” sisältö ei kelpaa."),
    ("actor", ACTOR | {"name": "  "}, "Toimija: kentän ”Nimi” sisältö ei kelpaa."),
    ("actor", ACTOR | {"name": "x" * 121}, "Toimija: kentän ”Nimi” sisältö ei kelpaa."),
    ("actor", ACTOR | {"id": "a/b"}, "Toimija: kentän ”Tunnus” sisältö ei kelpaa."),
    ("actor", ACTOR | {"website": "javascript:alert(1)"}, "Toimija: kentän ”Verkkosivu” sisältö ei kelpaa."),
    ("actor", ACTOR | {"switchboard": "Matti"}, "Toimija: kentän ”Puhelinvaihde” sisältö ei kelpaa."),
    ("actor", ACTOR | {"point": (91, 25)}, "Toimija: kentän ”Sijainti kartalla” sisältö ei kelpaa."),
    ("service", SERVICE | {"agreed_days": -1}, "Palvelu: kentän ”Sovittu odotusaika, päivää” sisältö ei kelpaa."),
    ("service", SERVICE | {"languages": ["suomi"]}, "Palvelu: kentän ”Kielet” sisältö ei kelpaa."),
    ("service", SERVICE | {"methods": [{}]}, "Palvelu: kentän ”Menetelmät” sisältö ei kelpaa."),
    ("service", SERVICE | {"what": {"fi": "x", "sv": 3}}, "Palvelu: kentän ”Kuvaus” sisältö ei kelpaa."),
    ("service", SERVICE | {"what": {"fi": "x", "ru": "y"}}, "Palvelu: kentän ”Kuvaus” sisältö ei kelpaa."),
    ("service", SERVICE | {"colour": "red"}, "Palvelu: kentän ”colour” sisältö ei kelpaa."),
    ("obstacle", {"id": "o", "what": " ", "since": "2026-01-01"}, "Este: kentän ”Kuvaus” sisältö ei kelpaa."),
    ("obstacle", {"id": "o", "what": "x", "since": "eilen"}, "Este: kentän ”Alkaen” sisältö ei kelpaa."),
]


@pytest.mark.parametrize(("kind", "fields", "sentence"), WRONG)
def test_what_makes_no_record_is_refused_with_its_field(kind: Kind, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        record_of(kind, fields)
    (problem,) = refused.value.problems
    assert problem.message.fi.startswith(sentence)  # and then what would do
    assert problem.message.fi.endswith(".")


def test_eight_stages_go_from_first_contact_to_staying_in_work() -> None:
    stages = read_stages()
    assert [stages[0].code, stages[-1].code, len(stages)] == ["first-contact", "staying-in-work", 8]
    delays = {delay for stage in stages for delay in stage.delays}
    assert delays
    assert delays <= {item.id for item in read_catalogue()}


@pytest.mark.parametrize("codes", [("a", "b", "a"), ()])
def test_a_stage_never_comes_before_itself(codes: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "stages.yaml"
    file.write_text("".join(f"- {{code: {code}, names: X, what: X}}\n" for code in codes) or "[]", encoding="utf-8")
    with pytest.raises(ValidationError):
        read_stages(file)
