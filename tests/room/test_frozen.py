import json
from dataclasses import replace

import pytest

from keko.room.frozen import Chart, Figure, FrozenView, Html, Plot, Table, as_json, frozen_from

VIEW = FrozenView(
    page="indicators",
    query="alue=HVA02",
    language="fi",
    data_version=7,
    releases=(3, 5),
    frozen_at="2026-11-30T10:00:00+00:00",
    keko="1.0",
    title="Työllisyysaste – Keski-Uusimaa",
    finding="Työllisyysaste nousi.",
    parts=(Html("<p>±</p>"), Chart({"mark": "line", "data": {"values": [{"y": 0.1}]}}, "Viiva")),
    plots=(Plot("line", "Työllisyysaste", "%", ("2023", "2024"), (("Keski-Uusimaa", (75.1, None)),), "Viiva"),),
    tables=(Table("Luvut", ("Alue", "2024"), (("Keski-Uusimaa", 75.1), ("Koko maa", None))),),
    notes=(("Lähde", "Tilastokeskus"),),
)


def test_a_frozen_view_comes_back_as_it_was_byte_by_byte() -> None:
    text = as_json(VIEW)
    assert frozen_from(text) == VIEW
    assert as_json(frozen_from(text)) == text


def test_whatever_changes_of_it_changes_its_seal() -> None:
    assert VIEW.seal == frozen_from(as_json(VIEW)).seal
    assert replace(VIEW, data_version=8).seal != VIEW.seal
    assert replace(VIEW, parts=(Html("<p>∓</p>"),)).seal != VIEW.seal


def test_a_view_that_was_kept_before_figures_told_whether_they_are_invented_is_still_read() -> None:
    figure = Figure("share", "HVA02", "total", "total", "total", "Osuus", "12,0 %", {"period": "2025", "value": 12.0})
    view = replace(VIEW, figures=(figure,))
    held = json.loads(as_json(view))
    del held["figures"][0]["is_demo"]
    assert frozen_from(json.dumps(held)) == view


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", json.dumps({"page": "x"}), as_json(VIEW).replace('"html"', '"film"')]
)
def test_what_is_no_frozen_view_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no frozen view"):
        frozen_from(text)
