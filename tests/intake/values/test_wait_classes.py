"""Classes of waiting time as files write them."""

import pytest

from keko.intake.values.wait_classes import are_whole, class_at_end, wait_classes


@pytest.mark.parametrize(
    ("texts", "header", "ids"),
    [
        ("alle 7 pv|7–30 pv|31–90 pv|yli 90 pv", "", "0-6|7-30|31-90|91-"),
        ("0-7 päivää|8-30 päivää|31-90 päivää|yli 90 päivää", "", "0-7|8-30|31-90|91-"),
        ("under 7 dagar|7-30 dagar|över 30 dagar", "", "0-6|7-30|31-"),
        ("less than 7 days|7 to 30 days|over 30 days", "", "0-6|7-30|31-"),
        ("≤ 7 pv|8–30 pv|>30", "", "0-7|8-30|31-"),
        ("0–7|7–30|31+", "Odotusaika (pv)", "0-7|8-30|31-"),
        ("0–7|8–30|31+", "Väntetid", "0-7|8-30|31-"),
        ("0–2 vk|3–4 vk|yli 4 vk", "", "0-14|15-28|29-"),
        ("alle 2 viikkoa|2–4 viikkoa|1–3 kk|yli 3 kk", "", "0-13|14-28|29-90|91-"),
        ("<1 kk|1–3 kk|3–12 kk|>12 kk", "", "0-29|30-90|91-365|366-"),
        ("in 7 days|in 30 days|over 30 days", "", "0-7|0-30|31-"),
        ("7 päivässä|30 päivässä", "", "0-7|0-30"),
        ("samana päivänä|1–7 pv|8 pv tai enemmän", "", "0-0|1-7|8-"),
        ("enintään 7 päivää odottaneet|yli 7 päivää odottaneet|Yhteensä", "", "0-7|8-"),
        ("0–7|8–30|31+", "Ikä", ""),
        ("0–17|18–64|65+", "", ""),
        ("alle 25 v|25–34 v|yli 34 v", "", ""),
        ("alle 7 pv|perusaste", "", ""),
        ("alle 7 pv", "", ""),
    ],
)
def test_classes(texts: str, header: str, ids: str) -> None:
    found = wait_classes(texts.split("|"), header)
    assert list(found.values()) == [f"days:{own}" for own in ids.split("|") if own]


@pytest.mark.parametrize(
    ("header", "rest", "end"),
    [
        ("Alle 7 pv", "", "alle 7 pv"),
        ("Viive: 8–30 päivää", "Viive", "8-30 päivää"),
        ("Odottaneet yli 90 pv", "", "yli 90 pv"),
        ("Alkuhaastattelu (alle 7 pv)", "Alkuhaastattelu", "alle 7 pv"),
    ],
)
def test_a_class_at_the_end_of_a_header(header: str, rest: str, end: str) -> None:
    assert class_at_end(header) == (rest, end)


@pytest.mark.parametrize("header", ["Yli 30 pv sairauspoissaolot", "Työttömät", "2024"])
def test_other_headers(header: str) -> None:
    assert class_at_end(header) is None


@pytest.mark.parametrize(
    ("ids", "whole"),
    [
        ("0-7|8-30|31-", True),
        ("0-7|0-30", True),
        ("0-7|31-", False),
        ("8-30|31-", False),
        ("0-7|8-30", False),
    ],
)
def test_classes_of_all_waits(ids: str, whole: bool) -> None:
    assert are_whole([f"days:{own}" for own in ids.split("|")]) == whole
