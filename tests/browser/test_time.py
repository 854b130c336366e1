"""Charts over time in a browser: the same years in every time zone, and on a phone no value is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.site import CHARTS, Site

VIEW = {"mittari": "employment-rate-20-64", "alue": "HVA02", "vertailu": "HVA15"}


def texts(site: Site) -> list[str]:
    """What is written in the chart."""
    chart = site.page.locator(f"{CHARTS} svg text")
    expect(chart.first).to_be_attached()
    return chart.all_text_contents()


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "America/New_York"])
def test_the_first_year_is_written_wherever_the_reader_is(site: Site, zone: str) -> None:
    session = site.page.context.new_cdp_session(site.page)
    session.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
    site.open(
        "/mittarit", **VIEW, jakso="2017", sukupuoli="female"
    )  # no target, and few enough years for each to be written
    years = [text for text in texts(site) if text.isdigit() and len(text) == 4]
    first = site.page.locator(".keko-scroll.tall tbody th").last.text_content()
    assert years == [str(year) for year in range(int(first or 0), 2018)]


def test_on_a_phone_names_and_events_stand_below_the_chart_with_their_values(site: Site) -> None:
    site.page.set_viewport_size({"width": 390, "height": 844})
    site.open("/mittarit", **VIEW)
    key = site.page.locator(".keko-key")
    expect(key).to_be_visible()
    expect(key.locator(".area")).to_contain_text("Keski-Uusimaa")
    value = key.locator(".area").inner_text().rsplit(maxsplit=2)[1]
    assert value in texts(site)
    assert not [text for text in texts(site) if "Uusimaa" in text]
