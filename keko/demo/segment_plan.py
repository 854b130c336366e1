"""The parameters of the demo segment models, as `assets/demo_segments.yaml` explains them, and what is said of every model."""

from functools import cache
from typing import Any

from keko.config import ASSETS
from keko.data.shipped import read_yaml
from keko.segments.models import SegmentModel

_DESCRIPTION = {
    "producer": {"fi": "Esimerkkiaineisto", "sv": "Exempeldata", "en": "Demo data"},
    "method": {
        "fi": "Luvut ovat keksittyjä: ne on arvottu, eivätkä ne perustu mihinkään aineistoon.",
        "sv": "Siffrorna är påhittade: de har lottats och bygger inte på något material.",
        "en": "The figures are invented: they were drawn at random and rest on no data.",
    },
    "limits": {
        "fi": "Ei kerro mitään todellisesta väestöstä.",
        "sv": "Berättar ingenting om den verkliga befolkningen.",
        "en": "Tells nothing of the real population.",
    },
    "population": {"ages": "20–64", "who": {"fi": "Alueen asukkaat", "sv": "Invånarna i området", "en": "Residents of the area"}},
    "citation": {
        "fi": "Esimerkkiaineisto – ei todellisia lukuja",
        "sv": "Exempeldata – inga verkliga uppgifter",
        "en": "Demo data – not real figures",
    },
}  # fmt: skip


@cache
def segment_parameters() -> dict[str, Any]:
    """All parameters, by heading."""
    parsed: dict[str, Any] = read_yaml(ASSETS / "demo_segments.yaml")
    return parsed


def years() -> list[str]:
    """The years that there are figures for."""
    return [str(year) for year in segment_parameters()["years"]]


def described(id_: str, names: dict[str, str], **fields: object) -> SegmentModel:
    """A model with its description; `fields`: what is its own."""
    first, *_, last = years()
    common = {**_DESCRIPTION, "id": id_, "version": "1", "names": names, "years": f"{first}–{last}"}
    return SegmentModel.model_validate({**common, **fields})
