"""Invented segment models: whole persons drawn municipality by municipality, so that every table adds up. The same every time.

`assets/demo_segments.yaml` holds the models. In each municipality the groups are as common as there, more or less by how
hard-pressed its county is and by chance; persons move from year to year, and the next year's sizes are what they moved to.
"""

import zlib
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import yaml
from numpy.typing import NDArray

from keko.config import ASSETS
from keko.data.areas import Area, Areas
from keko.data.arrays import Floats, Integers
from keko.indicators.catalogue import read_catalogue
from keko.segments.models import MEASURES, SegmentModel
from keko.segments.tables import Tables

SEXES = ["male", "female"]
AREAS = ("MAA", "HVA", "TA", "MK")
PRESSED = 0.12  # how much the groups at the ends differ by the hardship of a county
OWN = 0.08  # and by municipality
PILED = 0.6  # how much more common each further factor is with those who have one
FURTHEST = 2  # how many groups away people move within a year
SAID = {
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
    "citation": "Esimerkkiaineisto – ei todellisia lukuja",
}  # fmt: skip
_GROUP = {"fi": "Esimerkkiryhmä", "sv": "Exempelgrupp", "en": "Example group"}


def demo_models() -> list[str]:
    """The ids of the models of the plan."""
    return [*_plan()["models"], _plan()["definitions"]["id"]]


def demo_model(id_: str, areas: Areas) -> tuple[SegmentModel, Tables]:
    """A model of the plan with its tables, not yet protected."""
    if id_ == _plan()["definitions"]["id"]:
        return _definitions(areas)
    return _Drawn(id_, areas).model_and_tables()


@cache
def _plan() -> dict[str, Any]:
    plan: dict[str, Any] = yaml.safe_load((ASSETS / "demo_segments.yaml").read_text(encoding="utf-8"))
    return plan


def _described(id_: str, names: dict[str, str], **more: object) -> SegmentModel:
    years = _plan()["years"]
    told = {**SAID, "id": id_, "version": "1", "names": names, "years": f"{years[0]}–{years[-1]}"}
    return SegmentModel.model_validate({**told, **more})


class _Ground:
    """Municipalities that were there in every year, their people of working age, and the areas that they make up."""

    def __init__(self, areas: Areas) -> None:
        self.years = [str(year) for year in _plan()["years"]]
        places = areas.of_level("KU")
        self.places = [one for one in places if one.population and all(one.existed(year) for year in self.years)]
        self.people = np.array([round((one.population or 0) * _plan()["working_age"]) for one in self.places])
        demo = yaml.safe_load((ASSETS / "demo.yaml").read_text(encoding="utf-8"))
        self.hardship = np.array([demo["hardship"].get(self._county(one, areas), 0.0) for one in self.places])
        self.above = [one.code for level in AREAS for one in areas.of_level(level)]
        inside = [areas.municipalities(code) for code in self.above]
        self.member = np.array([[one.code in codes for one in self.places] for codes in inside], dtype=np.int64)

    def _county(self, place: Area, areas: Areas) -> str:
        return next((code for code in areas.parents(place.code) if code.startswith("HVA")), "")

    def sums(self, numbers: NDArray[Any]) -> NDArray[Any]:
        """From a first axis of municipalities to one of areas."""
        return np.tensordot(self.member, numbers, axes=1)


class _Drawn:
    """The persons of one model: municipality × year × group × sex × age."""

    def __init__(self, id_: str, areas: Areas) -> None:
        self.id, self.ground = id_, _Ground(areas)
        told = _plan()["models"][id_]
        self.names = told["names"]
        code, share, women, ages, *rest = zip(*told["groups"], strict=True)
        self.codes, self.share = list(code), np.array(share) / sum(share)
        self.split = _split(np.array(women), np.array(ages, dtype=float))
        *months, prevalence, stay, mark = rest
        self.months = np.array(months).T
        self.prevalence, self.stay, self.marks = np.array(prevalence), np.array(stay), list(mark)
        self.random = np.random.default_rng(zlib.crc32(id_.encode()))
        self._draw()

    def _draw(self) -> None:
        ground, random = self.ground, self.random
        ends = np.linspace(-1, 1, len(self.codes))
        tilt = PRESSED * ground.hardship[:, None] * ends + OWN * random.normal(
            size=(len(ground.places), len(self.codes))
        )
        share = self.share * np.exp(tilt)
        sizes = [random.multinomial(ground.people, share / share.sum(axis=1, keepdims=True))]
        self.flows: list[Integers] = []
        for _ in ground.years[1:]:
            moves = random.multinomial(sizes[-1], self._chances())
            self.flows.append(moves)
            sizes.append(moves.sum(axis=1))
        self.sizes = np.stack(sizes, axis=1)
        cells = random.multinomial(self.sizes, self.split)
        self.people = cells.reshape(*self.sizes.shape, len(SEXES), len(_plan()["ages"]))

    def _chances(self) -> Floats:
        """The chance of each group to go to each: to stay, or else mostly to one that is near."""
        place = np.arange(len(self.codes))
        distance = abs(place[:, None] - place)
        near = self.share * np.exp(-distance) * ((distance > 0) & (distance <= FURTHEST))
        near *= ((1 - self.stay) / near.sum(axis=1))[:, None]
        return np.asarray(near + np.diag(self.stay), dtype=float)

    def model_and_tables(self) -> tuple[SegmentModel, Tables]:
        """What the plan and the draw give."""
        segments = [
            {
                "code": code, "names": {language: f"{word} {code}" for language, word in _GROUP.items()},
                "at_risk": mark == "risk", "difficult_to_employ": mark == "difficult",
            }
            for code, mark in zip(self.codes, self.marks, strict=True)
        ]  # fmt: skip
        model = _described(self.id, self.names, segments=segments, factors=_plan()["factors"])
        sets, prevalences = self._factors(model)
        return model, Tables.of(
            {
                "sizes": self._sizes(),
                "prevalences": prevalences,
                "participation": self._participation(),
                "overlaps": sets,
                "flows": self._flow_table(),
            }
        )

    def _sizes(self) -> pd.DataFrame:
        """Areas by sex and age, municipalities as a whole."""
        ground = self.ground
        above = _with_totals(_with_totals(ground.sums(self.people), 3), 4)
        ages = ["total", *_plan()["ages"]]
        areas = _table([ground.above, ground.years, self.codes, ["total", *SEXES], ages], _SIZE, persons=above)
        own = _table(
            [[one.code for one in ground.places], ground.years, self.codes, ["total"], ["total"]], _SIZE,
            persons=self.people.sum(axis=(3, 4)),
        )  # fmt: skip
        return pd.concat([areas, own], ignore_index=True)

    def _participation(self) -> pd.DataFrame:
        """Months of every cell, weighed by its persons; the 10th and 90th percentile as far from the mean as there is room."""
        ground, people = self.ground, self.people
        ends = np.array([-0.25, 0.15, 0.05])
        mean = self.months + ground.hardship[:, None, None] * ends
        noise = self.random.normal(size=(*people.shape, 3)) / np.sqrt(people[..., None] + 1)
        drawn = (mean[:, None, :, None, None] + 0.8 * noise).clip(0, 12)
        weighed = ground.sums(drawn * people[..., None])
        among = _with_totals(_with_totals(ground.sums(people), 3), 4)
        months = _with_totals(_with_totals(weighed, 3), 4) / np.maximum(among, 1)[..., None]
        months = np.concatenate([months, (12 - months.sum(axis=-1, keepdims=True)).clip(0)], axis=-1)
        keys = [ground.above, ground.years, self.codes, ["total", *SEXES], ["total", *_plan()["ages"]], list(MEASURES)]
        table = _table(keys, [*_SIZE, "measure"], mean=months.round(2))
        return table.assign(
            p10=(table["mean"] * 0.4 - 0.6).clip(0).round(1), p90=(table["mean"] * 1.5 + 0.8).clip(0, 12).round(1)
        )

    def _factors(self, model: SegmentModel) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Overlaps of the first factors by county in the last year, and prevalences of all by area and sex."""
        ground, piled = self.ground, _plan()["piled_up"]
        has = (np.arange(2**piled)[:, None] >> np.arange(piled)) & 1
        by_sex = self.people.sum(axis=4)
        drawn = self.random.multinomial(by_sex, _joint(self.prevalence[:, :piled], has)[:, None, :])
        rest = self.random.binomial(by_sex[..., None], self.prevalence[:, None, piled:])
        cases = _with_totals(ground.sums(np.concatenate([drawn @ has, rest], axis=-1)), 3)
        among = _with_totals(ground.sums(by_sex), 3)
        keys = [ground.above, ground.years, self.codes, ["total", *SEXES], list(model.factor_codes)]
        share = (cases / np.maximum(among, 1)[..., None]).round(3)
        names = ["area", "period", "segment", "sex", "factor"]
        prevalences = _table(keys, names, share=share, persons=cases).assign(age="total")
        texts = [model.set_of({code for code, one in zip(model.factor_codes, row, strict=False) if one}) for row in has]
        sets = ground.sums(drawn.sum(axis=3)[:, -1])
        kept = [code.startswith(("MAA", "HVA")) for code in ground.above]
        counties = [code for code, one in zip(ground.above, kept, strict=True) if one]
        overlaps = _table([counties, self.codes, texts], ["area", "segment", "factors"], persons=sets[kept])
        return overlaps.assign(period=ground.years[-1]), prevalences

    def _flow_table(self) -> pd.DataFrame:
        ground = self.ground
        kept = [code.startswith(("MAA", "HVA")) for code in ground.above]
        counties = [code for code, one in zip(ground.above, kept, strict=True) if one]
        moved = ground.sums(np.stack(self.flows, axis=1))[kept]
        keys = [counties, ground.years[:-1], self.codes, self.codes]
        return _table(keys, ["area", "period", "source", "target"], persons=moved)


_SIZE = ["area", "period", "segment", "sex", "age"]


def _split(women: Floats, ages: Floats) -> Floats:
    """Of each group the chance of every sex and age."""
    sexes = np.stack([1 - women, women], axis=1)
    whole = sexes[:, :, None] * (ages / ages.sum(axis=1, keepdims=True))[:, None, :]
    found: Floats = whole.reshape(len(women), -1)
    return found


def _joint(prevalence: Floats, has: Integers) -> Floats:
    """Of each group the chance of every set of factors, which pile up more than they would by chance."""
    each = np.where(has == 1, prevalence[:, None, :], 1 - prevalence[:, None, :]).prod(axis=2)
    each = each * np.exp(PILED * np.maximum(has.sum(axis=1) - 1, 0))
    found: Floats = each / each.sum(axis=1, keepdims=True)
    return found


def _with_totals(numbers: NDArray[Any], axis: int) -> NDArray[Any]:
    """`numbers` with their sum over `axis` before its parts."""
    return np.concatenate([numbers.sum(axis=axis, keepdims=True), numbers], axis=axis)


def _table(keys: list[list[str]], names: list[str], **figures: NDArray[Any]) -> pd.DataFrame:
    frame = pd.MultiIndex.from_product(keys, names=names).to_frame(index=False)
    return frame.assign(**{name: numbers.ravel().astype(float) for name, numbers in figures.items()})


def _definitions(areas: Areas) -> tuple[SegmentModel, Tables]:
    """The overlap of the definitions of "difficult to employ", by area and year."""
    plan, ground = _plan()["definitions"], _Ground(areas)
    random = np.random.default_rng(zlib.crc32(plan["id"].encode()))
    names = _names_of(sorted({code for codes, _ in plan["sets"] for code in codes}))
    model = _described(plan["id"], plan["names"], kind="definitions", factors=names)
    chance = np.array([share for _, share in plan["sets"]])
    pressed = np.exp(0.25 * ground.hardship)[:, None, None] * chance * np.ones((len(ground.years), 1))
    persons = ground.sums(random.poisson(ground.people[:, None, None] * pressed))
    texts = [model.set_of(set(codes)) for codes, _ in plan["sets"]]
    table = _table([ground.above, ground.years, texts], ["area", "period", "factors"], persons=persons)
    return model, Tables.of({"overlaps": table.assign(segment="total")})


def _names_of(ids: list[str]) -> list[dict[str, object]]:
    """Indicators of the catalogue as the definitions that they are."""
    names = {item.id: item.names for item in read_catalogue()}
    return [{"code": id_, "names": names[id_]._asdict()} for id_ in ids]
