"""A file's own words for the categories that the catalogue knows."""

import pytest

from keko.indicators.catalogue import read_catalogue
from keko.intake.match.categories import recoded
from tests.data.figures import rows

CATALOGUE = {item.id: item for item in read_catalogue()}


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("Perusaste", "education: basic"),
        ("Koulutusaste: Toinen aste", "education: upper secondary"),
        ("utbildningsnivå: högre nivå", "education: tertiary"),
        ("education: basic", "education: basic"),
        ("total", "total"),
        ("Koulutusaste: tutkijakoulutus", "Koulutusaste: tutkijakoulutus"),
    ],
)
def test_a_category_is_known_by_its_name_in_any_language(text: str, stored: str) -> None:
    recoded_rows = recoded(rows({"area": "HVA02", "value": 1.0, "breakdown": text}), CATALOGUE["education-20-64"])
    assert list(recoded_rows["breakdown"]) == [stored]


def test_an_indicator_without_categories_keeps_what_the_file_says() -> None:
    table = rows({"area": "HVA02", "value": 1.0, "breakdown": "Perusaste"})
    assert list(recoded(table, CATALOGUE["tertiary-share"])["breakdown"]) == ["Perusaste"]
