"""The view in the address: whatever stands there gives a view, and a view's own address gives it back."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from keko.config import LANGUAGES
from keko.data.periods import is_period
from keko.indicators.catalogue import Theme
from keko.indicators.series import SEXES
from keko.ui.addresses import read_view
from keko.ui.view import PARAMETERS, PICTURES, View, beside_another, usual_view

AREAS = ["HVA02", "HVA15", "TA14", "MAA", "KU186", "KU588"]
INDICATORS = ["tertiary-share", "population"]
PERIODS = ["2024", "2024-03", "2023-Q4"]

views = st.builds(
    View,
    area=st.sampled_from(AREAS),
    benchmark=st.sampled_from(AREAS),
    language=st.sampled_from(LANGUAGES),
    others=st.lists(st.sampled_from(AREAS), unique=True).map(tuple),
    indicator=st.none() | st.sampled_from(INDICATORS),
    sex=st.sampled_from(SEXES),
    period=st.none() | st.sampled_from(PERIODS),
    themes=st.lists(st.sampled_from(get_args(Theme)), unique=True).map(tuple),
    picture=st.sampled_from(sorted(PICTURES)),
    corrected=st.booleans(),
)


@given(views)
def test_a_link_shows_the_same_view_to_whoever_opens_it(view: View) -> None:
    read = read_view(view.parameters(), AREAS, INDICATORS)
    assert (read.view, read.unknown) == (view, ())


@given(st.dictionaries(st.sampled_from([*PARAMETERS.values(), "muu"]), st.text(max_size=30)))
def test_any_address_gives_a_view_and_tells_what_it_did_not_know(parameters: dict[str, str]) -> None:
    read = read_view(parameters, AREAS, INDICATORS)
    assert read.view.area in AREAS
    assert read.view.indicator in [None, *INDICATORS]
    assert read.view.period is None or is_period(read.view.period)
    assert read.view.picture in {"", *PICTURES}
    assert set(read.view.themes) <= set(get_args(Theme))
    for name, value in read.unknown:
        assert parameters[name] == value
    if not set(parameters) & set(PARAMETERS.values()):
        assert read.view == usual_view()


@given(views)
def test_an_area_is_never_its_own_benchmark(view: View) -> None:
    shown = beside_another(view)
    assert shown.benchmark != shown.area
    assert shown == view or (view.area == view.benchmark and shown.with_(benchmark=view.benchmark) == view)


def test_an_area_that_would_be_its_own_benchmark_stands_beside_the_country() -> None:
    assert beside_another(View("HVA15", "HVA15", "fi")).benchmark == "MAA"
    assert beside_another(View("MAA", "MAA", "fi")).benchmark == usual_view().benchmark


def test_an_address_always_says_area_benchmark_and_language() -> None:
    assert set(usual_view().parameters()) == {"alue", "vertailu", "kieli"}
