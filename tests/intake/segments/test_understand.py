"""What a delivery is understood as, whichever way it is put together, and what is said of one that is wrong."""

import io
from itertools import cycle

import pandas as pd
import pytest

from keko.config import LANGUAGES
from keko.data.problems import errors
from keko.intake.segments.template import template
from keko.intake.segments.understand import Understood, understand
from tests.data.figures import every_area
from tests.intake.segments.files import SIZES, TABLES, Files, files
from tests.intake.workbooks import xlsx

LARGEST = 50_000_000


def understood(delivery: Files) -> Understood:
    return understand(delivery, every_area(), LARGEST)


def codes(delivery: Files) -> set[str]:
    return {problem.code for problem in understood(delivery).problems}


def test_a_delivery_in_csv() -> None:
    result = understood(files())
    assert result.problems == []
    assert result.model is not None
    assert result.tables is not None
    assert result.model.segment_codes == ("A", "B")
    sizes = result.tables.sizes.set_index(["area", "segment"])["persons"]
    assert (sizes["HVA02", "B"], sizes["HVA02", "total"]) == (400, 1000)
    assert set(result.tables.overlaps["factors"]) == {"language", "none"}


def test_what_follows_from_the_segments_is_filled_in() -> None:
    tables = understood(files()).tables
    assert tables is not None
    shares = tables.sizes.set_index(["area", "segment"])["share"]
    assert (shares["HVA15", "A"], shares["HVA15", "total"]) == (pytest.approx(0.3), 1)
    population = tables.prevalences[tables.prevalences["segment"] == "total"].iloc[0]
    assert (population["persons"], population["share"]) == (160, pytest.approx(0.16))
    months = tables.participation[tables.participation["segment"] == "total"].iloc[0]
    assert months["mean"] == pytest.approx(0.6 * 11 + 0.4 * 5)
    assert pd.isna(months["p10"])


def test_workbook_and_parquet_say_the_same_as_csv() -> None:
    own = understood(files()).tables
    yaml = files()[0]
    frames = {name: pd.read_csv(io.StringIO(text), sep=";", decimal=",") for name, text in TABLES.items()}
    book = xlsx({name: [list(frame.columns), *frame.to_numpy().tolist()] for name, frame in frames.items()})
    assert own is not None
    packed = [yaml, ("osat.xlsx", book)]
    apart = [yaml, *((f"{name}.parquet", frame.to_parquet()) for name, frame in frames.items())]
    for delivery in (packed, apart):
        other = understood(delivery).tables
        assert other is not None
        for (_, mine), (_, theirs) in zip(own.items(), other.items(), strict=True):
            pd.testing.assert_frame_equal(mine, theirs)


def test_headers_and_words_in_swedish_and_english() -> None:
    swedish = (
        "område;år;kön;ålder;segment;antal\nHVA02;2021;totalt;totalt;Ryhmä A;600\nHVA02;2021;totalt;totalt;B;400\n"
    )
    english = "area;year;segment;participation;months\nHVA02;2021;A;in employment;11\nHVA02;2021;B;employment;5\n"
    result = understood(files({"koot": swedish, "osallistuminen": english})).tables
    assert result is not None
    assert result.sizes["persons"].sum() == 2000
    assert set(result.participation["measure"]) == {"employment"}


def test_the_template_can_be_brought_in_as_it_is() -> None:
    result = understood([("malli.xlsx", template())])
    assert result.problems == []
    assert result.model is not None
    assert [one.code for one in result.model.segments if one.at_risk] == ["B"]
    assert result.model.approval is not None


def row(line: str) -> str:
    return SIZES + line + "\n"


WRONG: dict[str, Files] = {
    "segment-shares-not-one": files({"koot": row("HVA02;2021;total;1100")}),
    "segments-missing": files({"koot": row("HVA05;2021;A;100")}),
    "unknown-factor": files({"esiintyvyydet": TABLES["esiintyvyydet"] + "HVA02;2021;A;velka;0,1\n"}),
    "unknown-segment": files({"koot": row("HVA02;2021;Z;100")}),
    "unknown-participation": files({"osallistuminen": TABLES["osallistuminen"].replace("työssä", "lomalla")}),
    "unknown-area-code": files({"koot": row("HVA77;2021;A;100")}),
    "negative-persons": files({"siirtymat": TABLES["siirtymat"].replace("A;B;100", "A;B;-3")}),
    "share-not-a-fraction": files({"esiintyvyydet": TABLES["esiintyvyydet"].replace("0,25", "25")}),
    "months-not-possible": files({"osallistuminen": TABLES["osallistuminen"].replace("9;12", "9;4")}),
    "segment-row-twice": files({"koot": row("HVA02;2021;A;600")}),
    "segment-figures-missing": files({"koot": ""}),
    "persons-needed": files({"koot": "alue;vuosi;segmentti;osuus\nHVA02;2021;A;0,6\nHVA02;2021;B;0,4\n"}),
    "segment-model-of-one": files(segments=[{"code": "A", "names": "Ryhmä A"}]),
    "segment-codes-not-distinct": files(segments=[{"code": "A", "names": "A"}, {"code": "A", "names": "B"}]),
    "segment-entry-missing": files(citation=None),
    "unknown-mapping-entry": files(citatoin="x"),
    "segment-model-not-described": files()[1:],
    "segment-models-several": [*files(), ("toinen.yaml", files()[0][1])],
    "segment-table-not-known": files({"muu": "alue;vuosi;hinta\nHVA02;2021;5\n"}),
    "person-rows": files({"rivit": "asiakasnumero;sukupuoli;ikä;segmentti\n1;nainen;41;A\n2;mies;35;B\n3;mies;36;B\n"}),
    "identity-codes": files({"rivit": "alue;vuosi;segmentti;tunnus\nHVA02;2021;A;131052-308T\n"}),
}


@pytest.mark.parametrize(("code", "language"), list(zip(WRONG, cycle(LANGUAGES), strict=False)))
def test_a_delivery_that_is_wrong_is_told_in_a_sentence(code: str, language: str) -> None:
    result = understood(WRONG[code])
    told = errors(result.problems)
    assert {problem.code for problem in told} == {code}
    assert result.tables is None
    assert getattr(told[0].message, language).rstrip().endswith((".", "!"))
    assert "131052" not in told[0].message.fi


def test_rounded_shares_may_miss_one_by_their_last_decimal() -> None:
    shares = "alue;vuosi;segmentti;osuus\nHVA02;2021;A;0,601\nHVA02;2021;B;0,4\n"
    open_ = {"rule": "none"}
    assert codes(files({"koot": shares}, disclosure=open_)) == set()
    assert codes(files({"koot": shares.replace("0,601", "0,61")}, disclosure=open_)) == {"segment-shares-not-one"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Syrjäytyneet nuoret", True),
        ("Passiiviset työttömät", True),
        ("Pitkä sairaus katkaissut työn", False),
        ("Pienten lasten vanhempia", False),
    ],
)
def test_names_that_call_people_names_are_pointed_out_and_do_not_stop(name: str, told: bool) -> None:
    result = understood(files(segments=[{"code": "A", "names": name}, {"code": "B", "names": "Ryhmä B"}]))
    assert ({problem.code for problem in result.problems} == {"disrespectful-words"}) == told
    assert result.tables is not None


def test_a_model_without_approval_is_told_of() -> None:
    assert codes(files(approval=None)) == {"segment-model-not-approved"}
