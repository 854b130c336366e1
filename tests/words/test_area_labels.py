"""Areas stand by name in the alphabet of the reader's language, wherever they do not stand by their figures."""

import re
from itertools import groupby

import pytest
import sqlalchemy as sa

from keko.charts.legend import legend_of
from keko.config import LANGUAGES, Language
from keko.exchange.comparisons import comparison_frame
from keko.indicators.benchmark import Row, peers
from keko.indicators.comparing.comparison import compare
from keko.indicators.cross_section import CrossSection
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.ui import loads
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.maps.scene import MapScene
from keko.ui.maps.side_panel import figures_table
from keko.ui.view import View
from keko.words import interface
from keko.words.area_labels import collation, short_names
from tests.charts.test_maps import FRAME
from tests.data.figures import every_area, item

ALPHABETS = {"fi": " -:abcdefghijklmnopqrstuvwxyzåäö", "sv": " -:abcdefghijklmnopqrstuvwxyzåäö"}
EVERY = pytest.mark.parametrize("language", LANGUAGES)


def in_order(names: list[str], language: Language) -> bool:
    """Whether names are in the order of an alphabet that is written out; in English their marks are taken off."""
    plain = [re.sub(r"[^ \-:a-zåäö]", "", name.lower()) for name in names]
    if language == "en":
        plain = [name.translate(str.maketrans("åäö", "aao")) for name in plain]
        return plain == sorted(plain)
    places = [[ALPHABETS[language].index(letter) for letter in name] for name in plain]
    return places == sorted(places)


# The order of CLDR's rules for Finnish and Swedish, and of its root for English.
@pytest.mark.parametrize(
    ("languages", "names"),
    [
        (("fi", "sv"), ["Esbo", "S:t Michel", "Salo", "Ylä-Savo", "Åbo", "Åland", "Äetsä", "Ähtäri", "Örö"]),
        (("en",), ["Åbo", "Äetsä", "Ähtäri", "Åland", "Esbo", "Örö", "S:t Michel", "Salo", "Ylä-Savo"]),
        (LANGUAGES, ["Pohjoinen Keski-Suomi", "Pohjois- ja Itä-Lappi", "Pohjois-Karjala"]),
        (LANGUAGES, ["Pello", "Pelló", "Pelloa"]),
    ],
)
def test_names_are_sorted_by_the_alphabet_of_the_language(languages: tuple[Language, ...], names: list[str]) -> None:
    for language in languages:
        assert sorted(set(names), key=lambda name: collation(name, language)) == names


@EVERY
def test_areas_are_offered_by_name(installation: sa.Engine, language: Language) -> None:
    options, areas = loads.area_options(language, loads.version()), every_area()
    levels = groupby((code for code in options if code in areas), lambda code: areas[code].level)
    listed = {level: list(codes) for level, codes in levels}
    assert list(listed) == ["HVA", "TA", "MAA", "MK", "KU"]
    for level, codes in listed.items():
        assert set(codes) == set(areas.living(level))
        assert in_order([options[code] for code in codes], language)


@EVERY
@pytest.mark.parametrize("area", ["HVA02", "TA14", "MK01", "KU186"])
def test_the_columns_of_a_matrix_stand_by_name_after_the_pair(area: str, language: Language) -> None:
    scene = BenchmarkScene(View(area, "MAA", language, picture="matriisi"), every_area(), [])
    assert scene.columns[:2] == [area, "MAA"]
    assert set(scene.columns[2:]) == {*peers(area, every_area())} - {area}
    assert in_order([scene.name_of(code) for code in scene.columns[2:]], language)


@EVERY
def test_the_lines_of_a_downloaded_matrix_stand_by_name_after_the_areas_own(language: Language) -> None:
    share, areas = item(), every_area()
    nothing = {code: Series(share.id, code) for code in peers("HVA02", areas)}
    verdicts = {code: compare(share, series, nothing["HVA15"], areas) for code, series in nothing.items()}
    standing = Standing(share, nothing["HVA02"], nothing["HVA15"], verdicts["HVA02"])
    names = comparison_frame([Row(standing, None, {}, verdicts)], areas, language)[interface.AREA.within(language)]
    assert len(names) == 23
    assert names[0] == areas["HVA02"].name.within(language)
    assert in_order(list(names[1:]), language)


@EVERY
@pytest.mark.parametrize("level", ["HVA", "TA", "MK", "KU"])
def test_areas_of_a_map_without_figures_stand_by_name(level: str, language: Language) -> None:
    share, areas = item(), every_area()
    nothing = {code: Series(share.id, code) for code in areas.living(level)}
    verdicts = {code: compare(share, series, series, areas) for code, series in nothing.items()}
    section = CrossSection(share, level, None, (), nothing, Series(share.id, "MAA"), verdicts)
    legend = legend_of(section, "tulos", language, "light")
    scene = MapScene(View("HVA02", "MAA", language, level=level), areas, section, legend, FRAME)
    names = re.findall(r">([^<]+)</button>", figures_table(scene))
    assert len(names) == len(nothing)
    assert in_order(names, language)


@EVERY
def test_no_two_areas_of_one_picture_are_called_the_same(language: Language) -> None:
    areas = every_area()
    living = [area.code for area in areas.by_code.values() if area.valid_to is None]
    names = short_names(living, areas, language)
    assert len(set(names.values())) == len(living)


def test_a_level_is_told_only_where_a_name_alone_would_not_do() -> None:
    areas = every_area()
    assert short_names(["HVA02", "HVA15"], areas, "fi") == {"HVA02": "Keski-Uusimaa", "HVA15": "Keski-Suomi"}
    county, employment = short_names(["HVA02", "TA14"], areas, "fi").values()
    assert (county, employment) == ("Keski-Uusimaa (hyvinvointialue)", "Keski-Uusimaa (työllisyysalue)")
