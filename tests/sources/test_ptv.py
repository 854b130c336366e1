"""Files and answers of the national service register: read whole or not at all, and no more than they hold."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.config import LANGUAGES
from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.found import Found
from keko.sources import ptv_pages
from keko.sources.from_ptv import Fetched, fetch
from keko.sources.http import Http
from keko.sources.ptv_found import Looked, read_file, sector_of
from keko.sources.ptv_pages import read_items
from keko.sources.settings import SourceSettings, source_settings
from tests.data.figures import every_area
from tests.sources.ptv_answers import (
    ASSOCIATION,
    CLUB,
    as_file,
    municipalities,
    numbered,
    organisation,
    page,
    page_12,
    service,
    service_12,
    words,
)
from tests.sources.source import Answer, Asked, Source

AREA = "HVA02"


def read(*answers: Any, area: str = AREA) -> Looked:
    return read_file(io.BytesIO(as_file(*answers)), every_area(), area)


def only(*answers: Any) -> Found:
    (service_,) = read(*answers).found
    return service_


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_file(io.BytesIO(data), every_area(), AREA)
    (problem,) = caught.value.problems
    assert all(problem.message.within(language) for language in LANGUAGES)
    return problem.code


def test_a_service_of_version_11_is_read_as_it_is() -> None:
    assert only(page(service())) == Found(
        id=CLUB,
        name=Text("Nuorten työpaja", "Ungdomsverkstad", "Nuorten työpaja"),
        organisation=ASSOCIATION,
        organisation_name=Text.same("Nuoret töihin ry"),
        sector="ngo",
        what=Text.same("Tukea työnhakuun."),
        for_whom=Text.same("Nuoret. Sinulla ei ole työtä."),
        how=Text.same("Ota yhteyttä etsivään nuorisotyöhön."),
        description=Text.same("Pajalla tehdään töitä ohjaajan kanssa."),
        languages=("fi", "sv"),
        municipalities=("KU186", "KU858"),
        modified="2026-05-29T05:00:00.123Z",
    )


def test_a_service_of_version_12_is_read_as_it_is() -> None:
    organisation_ = {"contentId": ASSOCIATION, "languageVersions": {"fi": {"name": "Nuoret töihin ry"}}}
    looked = only(page_12(service_12()), organisation_)
    assert (looked.name.sv, looked.what.fi, looked.municipalities) == (
        "Ungdomsverkstad",
        "Tukea työnhakuun.",
        ("KU186",),
    )
    assert (looked.organisation, looked.organisation_name.fi) == (ASSOCIATION, "Nuoret töihin ry")


@pytest.mark.parametrize(
    "answers",
    [
        [page(numbered(1), number=1, count=2), page(numbered(2), number=2, count=2)],
        [[page(numbered(1), number=1, count=2), page(numbered(2), number=2, count=2)]],
        [[numbered(1), numbered(2)]],
        [numbered(1), numbered(2)],
        [page(numbered(1), numbered(2), numbered(1))],
    ],
)
def test_pages_lists_and_single_services_make_a_file(answers: list[Any]) -> None:
    assert [item.name.fi for item in read(*answers).found] == ["Palvelu 1", "Palvelu 2"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"areas": [{"type": "WellbeingServiceCounties", "code": "02"}]}, 6),
        ({"areas": municipalities("186")}, 1),
        ({"areas": None, "municipalities": [{"code": "186"}, {"code": "505"}]}, 2),
        ({"areas": None, "areaType": "Nationwide"}, 6),
        ({"areas": municipalities("091")}, 0),
        ({"areas": None}, 0),
    ],
)
def test_only_the_municipalities_of_the_area_come_in(changes: dict[str, Any], codes: int) -> None:
    looked = read(page(service(**changes)))
    assert sum(len(item.municipalities) for item in looked.found) == codes
    assert [problem.code for problem in looked.problems] == ([] if codes else ["ptv-elsewhere"])


def test_archived_and_withdrawn_ones_are_kept_as_such_and_unpublished_ones_are_not() -> None:
    statuses = ("Published", "Archived", "Deleted", "Withdrawn", "Draft", "Modified")
    looked = read(page(*(numbered(at, publishingStatus=status) for at, status in enumerate(statuses))))
    assert [item.status for item in looked.found] == ["published", "archived", "archived", "withdrawn"]
    assert [problem.code for problem in looked.problems] == ["ptv-not-public"]


@pytest.mark.parametrize(
    "text",
    [
        "Soita 040 123 4567",
        "Kirjoita matti.meikalainen@example.org",
        "Yhteyshenkilö Ville Virtanen",
        "Koodi 131052-308T",
    ],
)
@pytest.mark.parametrize("disguise", [str, "\u200b".join, lambda text: text.replace("a", "а")])
def test_personal_data_is_left_out_with_its_field_named(text: str, disguise: Callable[[str], str]) -> None:
    looked = read(page(service(summary=f"Tukea. {disguise(text)}")))
    (found,) = looked.found
    assert (found.what, found.left_out) == (Text.same(""), ("what",))
    assert found.how.fi
    (problem,) = looked.problems
    assert (problem.code, problem.severity) == ("ptv-field-left-out", "warning")
    assert "Kuvaus" in problem.message.fi
    assert text not in problem.message.fi


def test_a_switchboard_of_the_register_may_stay_and_a_name_in_a_name_may_not() -> None:
    assert only(page(service(summary="Vaihde 019 226 81, info@example.org"))).left_out == ()
    looked = read(page(service(name="Yhteyshenkilö Ville Virtanen")))
    assert looked.found == []
    assert [problem.code for problem in looked.problems] == ["ptv-service-left-out"]


def test_html_and_long_texts_become_plain_and_short() -> None:
    looked = only(page(service(summary=f"<b>Tukea</b>&nbsp;<script>x</script> {'sana ' * 900}")))
    assert looked.what.fi.startswith("Tukea x sana")
    assert len(looked.what.fi) <= 2_000
    assert looked.what.fi.endswith("…")


WHOLE = as_file(page(numbered(1), numbered(2)))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ptv-foreign"),
        (b"   ", "ptv-foreign"),
        (b"not json", "ptv-broken"),
        (WHOLE[:-2], "ptv-broken"),
        (WHOLE[: len(WHOLE) // 2], "ptv-broken"),
        (WHOLE + b"}", "ptv-broken"),
        (WHOLE.replace(b'"itemList": [', b'"itemList": [,'), "ptv-broken"),
        (WHOLE[:400] + b"\xff" + WHOLE[400:], "ptv-broken"),
        (b'{"pageNumber":1,"itemList":[' + b"[" * 100_000, "ptv-broken"),
        (b'{"a":' * 100_000, "ptv-broken"),
        (b"42", "ptv-foreign"),
        (b'"text"', "ptv-foreign"),
        (b"{}", "ptv-foreign"),
        (b"[1, 2]", "ptv-foreign"),
        (b'{"type": "FeatureCollection", "features": [{"id": 1}]}', "ptv-foreign"),
        (b'{"itemList": ["x"]}', "ptv-foreign"),
        (as_file(page({"id": CLUB, "name": "Nuorten paja"})), "ptv-only-names"),
        (as_file(organisation()), "ptv-foreign"),
        (as_file(page(service(serviceDescriptions=[words("x", "ShortDescription")]))), "ptv-other-version"),
        (as_file(page(numbered(1), number=1, count=3), page(numbered(2), number=3, count=3)), "ptv-pages-missing"),
        (as_file(page(service(id="../../etc"))), "ptv-item-invalid"),
        (as_file(page(service(serviceNames="Paja"))), "ptv-item-invalid"),
        (as_file(page(service(serviceNames=[]))), "ptv-item-invalid"),
        (as_file(page(service(mainOrganization=None, organizations=None))), "ptv-item-invalid"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_place(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_which_page_is_missing_is_told() -> None:
    with pytest.raises(Refused, match=r"Pages are missing: 2 \(of 3\)"):
        read(page(numbered(1), number=1, count=3), page(numbered(2), number=3, count=3))


def test_one_value_that_never_ends_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ptv_pages, "_PIECE", 1_000)
    monkeypatch.setattr(ptv_pages, "_LARGEST", 4_000)
    assert refused(b'{"itemList": [{"id": "' + b"x" * 100_000) == "ptv-too-large"


@given(st.integers(1, 40), st.lists(st.integers(0, 99), max_size=5))
def test_however_a_file_is_cut_into_pieces_it_reads_alike(piece: int, numbers: list[int]) -> None:
    answers = [page(*map(numbered, numbers), number=1, count=12), numbered(7)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ptv_pages, "_PIECE", piece)
        patch.setattr(ptv_pages.Pages, "refuse_missing", lambda _: None)
        items = list(read_items(io.BytesIO(b"\xef\xbb\xbf" + as_file(*answers))))
    assert items == [*map(numbered, numbers), numbered(7)]


@pytest.mark.parametrize(
    ("type_", "name", "sector"),
    [
        ("", "Keski-Uudenmaan hyvinvointialue", "public-county"),
        ("Municipality", "Järvenpää", "municipality"),
        ("", "Järvenpään kaupunki", "municipality"),
        ("", "Kansaneläkelaitos", "state"),
        ("", "Nuoret töihin ry", "ngo"),
        ("", "Valmennus Oy", "company"),
        ("", "Järvenpään seurakunta", "parish"),
        ("", "Muu taho", "other"),
    ],
)
def test_the_sector_is_guessed_from_type_and_name(type_: str, name: str, sector: str) -> None:
    assert sector_of(type_, name) == sector


# --- fetching, from a source on loopback ------------------------------------------------------------


@pytest.fixture
def http(client: Callable[..., Http]) -> Http:
    return client()


def fetched(
    source: Source, http: Http, key: str = "", known: set[str] | None = None, since: date | None = None
) -> Fetched:
    at = SourceSettings(ptv_url=source.url, ptv_key=key)
    return fetch(http, at, every_area(), AREA, known or set(), since)


def test_every_page_of_every_municipality_is_fetched_without_a_key(source: Source, http: Http) -> None:
    def pages(asked: Asked) -> Any:
        number = int(asked.url.rpartition("page=")[2])
        return page(numbered(number), number=number, count=2)

    source.answers["/Service/list/area/Municipality/code/186"] = pages
    source.otherwise = page(count=0)
    looked = fetched(source, http).looked
    assert [item.name.fi for item in looked.found] == ["Palvelu 1", "Palvelu 2"]
    assert len(source.asked) == 7  # six municipalities, and a page
    assert not any("x-api-key" in asked.headers for asked in source.asked)


def test_what_has_changed_since_a_day_is_asked_by_ids(source: Source, http: Http) -> None:
    source.otherwise = page(count=0)
    source.answers["/Service/area/Municipality/code/186"] = page({"id": CLUB, "name": "Nuorten työpaja"})
    source.answers["/Service/list"] = [service()]
    looked = fetched(source, http, since=date(2026, 5, 1)).looked
    assert [item.id for item in looked.found] == [CLUB]
    assert "date=2026-05-01T00%3A00%3A00" in source.asked[0].url
    assert any(asked.url == f"/Service/list?guids={CLUB}" for asked in source.asked)


def test_what_is_known_here_is_looked_for_among_the_archived_and_the_withdrawn(source: Source, http: Http) -> None:
    other = "22222222-aaaa-4000-8000-000000000001"

    def ended(asked: Asked) -> Any:
        items = (
            [{"id": CLUB, "name": "Nuorten työpaja"}]
            if "status=Archived" in asked.url
            else [{"id": other, "name": "Muu"}]
        )
        return page(*items)

    source.answers["/Service"] = ended
    source.otherwise = page(count=0)
    assert fetched(source, http, known={CLUB}).ended == {CLUB: "archived"}
    assert fetched(source, http, known={CLUB, other}).ended == {CLUB: "archived", other: "withdrawn"}


def test_version_12_is_asked_with_its_key_and_names_the_organisation(source: Source, http: Http) -> None:
    source.answers["/service/search"] = page_12(service_12())
    source.answers[f"/organization/{ASSOCIATION}"] = {
        "contentId": ASSOCIATION,
        "languageVersions": {"fi": {"name": "Nuoret töihin ry"}},
    }
    source.answers["/service/archived"] = page_12({"contentId": CLUB})
    answer = fetched(source, http, key="avain", known={CLUB})
    assert [item.organisation_name.fi for item in answer.looked.found] == ["Nuoret töihin ry"]
    assert answer.ended == {CLUB: "archived"}
    assert {asked.headers["x-api-key"] for asked in source.asked} == {"avain"}
    assert "municipalities=186&municipalities=" in source.asked[0].url
    assert fetched(source, http, key="avain", since=date(2026, 6, 1)).looked.found == []


@pytest.mark.parametrize(
    "answer", [Answer(b"<html>"), Answer(status=404), Answer(status=403), {"error": "x"}, [], {"itemList": [1]}]
)
def test_a_page_that_does_not_come_stops_the_fetch(source: Source, http: Http, answer: Any) -> None:
    source.otherwise = page(numbered(1), count=2)
    source.answers["/Service/list/area/Municipality/code/858"] = (
        (lambda _: answer) if isinstance(answer, list) else answer
    )
    with pytest.raises(Refused):
        fetched(source, http)


def test_the_key_chooses_the_version_and_is_told_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert source_settings().ptv_url.endswith("/v11")
    monkeypatch.setenv("KEKO_PTV_API_KEY", "avain")
    assert source_settings().ptv_url.endswith("/v12")
    assert "avain" not in repr(source_settings())
    monkeypatch.setenv("KEKO_PTV_URL", "https://mirror.example/ptv/")
    assert source_settings().ptv_url == "https://mirror.example/ptv"
