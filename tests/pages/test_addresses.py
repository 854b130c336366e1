"""Whatever stands in an address, a reader gets a page or a sentence, never an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from keko.config import ROOT
from keko.ui.navigation import PAGES
from keko.ui.view import CLASSES, MAP_LEVELS, PARAMETERS, PICTURES, ZOOMS

KNOWN = {
    "alue": ["HVA02", "HVA15", "TA14", "TA08", "MAA", "MK01", "KU186", "KU507", "KU588", "KU911"],
    "muut": ["HVA08,KU091", "MAA", "HVA01,HVA02,HVA03,HVA04,HVA05,HVA06,HVA07,HVA08"],
    "mittari": [
        "employment-rate-20-64", "unemployed-job-seekers", "vacancies", "work-ability-score", "unemployment-duration",
        "long-term-unemployed", "working-age-by-age", "education-20-64", "employment-by-group-20-64", "vacant-occupations",
    ],
    "sukupuoli": ["total", "female", "male"],
    "ika": ["total", "15-19", "15-24", "55-64"],
    "luokka": ["total", "muu", "education: basic"],
    "jakso": ["2010", "2019", "2024", "2024-03", "2024-Q2", "1950", "2100"],
    "kuva": sorted(PICTURES),
    "teemat": ["participation", "participation,costs", "x"],
    "korjaus": ["1", "0"],
    "taso": list(MAP_LEVELS),
    "luokitus": list(CLASSES),
    "rajaus": list(ZOOMS),
    "malli": ["esimerkki-11", "esimerkki-5", "esimerkki-maaritelmat"],
    "segmentti": ["A", "E", "K", "total"],
    "osallistuminen": ["employment", "unemployment", "disability", "other"],
    "esitys": ["1", "0"],
    "kieli": ["fi", "sv", "en"],
}  # fmt: skip
KNOWN["vertailu"] = KNOWN["alue"]
STRANGE = st.text(max_size=12) | st.sampled_from(["<script>", "' OR 1=1 --", "HVA02,HVA15", "-", "NaN", "null", "%00"])
ADDRESSES = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(KNOWN[name]) | STRANGE if name in KNOWN else STRANGE for name in PARAMETERS.values()
    },
)


@pytest.mark.parametrize("page", ["indicators", "benchmark", "map", "segments", "overview", "population"])
def test_any_address_gives_a_page(page: str, demo_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_DATABASE_URL", demo_url)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ADDRESSES)
    def opens(address: dict[str, str]) -> None:
        app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        if page != PAGES[0].file:
            app.switch_page(f"../pages/{page}.py").run()
        assert not app.exception, app.exception

    opens()
