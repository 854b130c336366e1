"""What an analyst tells about a file that the file does not say itself (YAML)."""

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.indicators.catalogue import IndicatorKind, Polarity
from keko.indicators.protection import AboutPersons
from keko.indicators.wording import Named

Role = Literal[
    "area", "time", "measure", "value", "sex", "age", "breakdown",
    "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "status", "ignored",
]  # fmt: skip
AreaLevel = Literal["MAA", "HVA", "TA", "MK", "KU"]

# YAML reads 2024 and -1 as numbers; here they are texts of a file.
Written = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]

UNKNOWN_ENTRY = ProblemKind(
    "unknown-mapping-entry",
    "error",
    Text(
        "Kuvauksessa on tuntematon kohta ”{where}”: tarkista sen kirjoitusasu.",
        "Beskrivningen har en okänd punkt ”{where}”: kontrollera stavningen.",
        "The mapping has an unknown entry “{where}”: check its spelling.",
    ),
)
BAD_ENTRY = ProblemKind(
    "bad-mapping-entry",
    "error",
    Text(
        "Kuvauksen kohdan ”{where}” arvo ”{seen}” ei kelpaa: sen pitää olla {expected}.",
        "Värdet ”{seen}” duger inte i beskrivningens punkt ”{where}”: det ska vara {expected}.",
        "The mapping's entry “{where}” cannot be “{seen}”: it must be {expected}.",
    ),
)
NOT_YAML = ProblemKind(
    "mapping-not-yaml",
    "error",
    Text(
        "Kuvaus ei ole YAML-muotoa ”kohta: arvo” (rivi {row}).",
        "Beskrivningen är inte YAML av formen ”punkt: värde” (rad {row}).",
        "The mapping is not YAML of the form “entry: value” (line {row}).",
    ),
)
RULE_WITHOUT_MEANING = ProblemKind(
    "rule-without-meaning",
    "error",
    Text(
        "Kuvauksen mukaan luvut kertovat ihmisistä (about_persons: yes), mutta niitä ei suojata (rule: none). Poista rule: none, "
        "tai kerro, etteivät luvut kerro ihmisistä (about_persons: no) tai että lähde on suojannut ne (about_persons: protected).",
        "Enligt beskrivningen handlar talen om människor (about_persons: yes), men de skyddas inte (rule: none). Ta bort rule: "
        "none, eller ange att talen inte handlar om människor (about_persons: no) eller att källan har skyddat dem "
        "(about_persons: protected).",
        "According to the mapping the figures are about people (about_persons: yes) but not protected (rule: none). Remove rule: "
        "none, or say that they are not about people (about_persons: no) or that their source has protected them "
        "(about_persons: protected).",
    ),
)
_TRUE_OR_FALSE = Text("true tai false", "true eller false", "true or false")
_EXPECTED = {
    "string_type": Text("teksti", "en text", "a text"),
    "int_parsing": Text("kokonaisluku", "ett heltal", "a whole number"),
    "bool_parsing": _TRUE_OR_FALSE,
    "bool_type": _TRUE_OR_FALSE,
    "float_parsing": Text("luku", "ett tal", "a number"),
}
_ONE_OF = Text("yksi näistä: {choices}", "ett av följande: {choices}", "one of these: {choices}")
_OTHER_FORM = Text("muuta muotoa", "av en annan form", "of another form")


class Part(BaseModel):
    """A part of the mapping: an unknown key is a spelling mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Constants(Part):
    """What holds for every row of the file."""

    area: Written | None = None
    period: Written | None = None
    sex: Written | None = None
    age: Written | None = None
    breakdown: Written | None = None
    measure: Written | None = None


def _in_words(answer: object) -> object:
    """YAML reads a bare yes or no as true or false."""
    return {True: "yes", False: "no"}.get(answer, answer) if isinstance(answer, bool) else answer


class Protection(Part):
    """How small cells of new indicators are protected; see `keko.indicators.protection.Disclosure`."""

    rule: Literal["none", "small cells"] = "small cells"
    threshold: int = Field(default=5, ge=2)
    sensitive: bool = False


class NewIndicator(Part):
    """What to say of every indicator that the file makes new. Texts may be one for all languages or `{fi, sv, en}`.

    `about_persons`: "yes", "no", or "protected" where their publisher has already protected the figures.
    """

    id: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    name: Named | None = None
    definition: Named | None = None
    kind: IndicatorKind | None = None
    unit: str | None = None
    decimals: int | None = Field(default=None, ge=0, le=4)
    multiplier: float | None = Field(default=None, gt=0)
    polarity: Polarity = "none"
    population: Written | None = None
    who: Named | None = None
    source: Named | None = None
    licence: str | None = None
    responsible: Named | None = None
    about_persons: Annotated[AboutPersons | None, BeforeValidator(_in_words)] = None
    disclosure: Protection | None = None

    @model_validator(mode="after")
    def _does_not_contradict_itself(self) -> "NewIndicator":
        if self.disclosure is not None and self.disclosure.rule == "none" and self.about_persons == "yes":
            raise PydanticCustomError(RULE_WITHOUT_MEANING.code, "persons without protection")
        return self


class PassOver(Part):
    """What of a file is left out on purpose. `areas`, `measures`: as the file writes them; `rows`: their numbers.

    `unknown_areas`: every area that is not known, or whose code and name disagree.
    """

    unknown_areas: bool = False
    areas: tuple[Written, ...] = ()
    measures: tuple[Written, ...] = ()
    rows: tuple[Annotated[int, Field(ge=1)], ...] = ()


def _number(answer: object) -> object:
    return 1.0 if answer == AS_GIVEN else answer


def _of_measures(answer: object) -> object:
    """One answer is for every measure of the file."""
    return answer if isinstance(answer, dict | None) else {EVERY: answer}


AS_GIVEN = "as given"
EVERY = "*"
# By what a figure of the file is multiplied; "as given" is 1.
Scale = Annotated[float, BeforeValidator(_number), Field(gt=0)]


class Mapping(Part):
    """The whole mapping; every part may be left out.

    `scale`: by measure, or for all, by what figures are multiplied whatever their unit seems to be; `zero`: texts that
    mean nought, as `missing` those that mean no value; `areas`: the codes of areas that the file names otherwise, or that
    have a name of several.
    """

    columns: dict[Written, Role] = {}
    constants: Constants = Constants()
    area_level: AreaLevel | None = None
    areas: dict[Written, Written] = {}
    decimal: Literal[",", "."] | None = None
    missing: tuple[Written, ...] = ()
    zero: tuple[Written, ...] = ()
    scale: Annotated[dict[Written, Scale], BeforeValidator(_of_measures)] = {}
    sheet: str | None = None
    header_row: int | None = Field(default=None, ge=0)
    pass_over: PassOver = PassOver()
    sotkanet_regions: dict[Written, Written] = {}
    indicator: NewIndicator = NewIndicator()

    def scale_of(self, measure: str) -> float | None:
        """By what an analyst has said that the figures of a measure are multiplied; None where nothing was said."""
        return self.scale.get(measure, self.scale.get(EVERY))

    @property
    def places(self) -> bool:
        """Whether it tells where in the file the table stands."""
        return self.sheet is not None or self.header_row is not None


def read_mapping(source: str | Path) -> Mapping:
    """The mapping in a YAML text, or in the file that a `Path` names.

    Raises:
        Refused: the text is not a mapping; one problem tells the first entry that cannot be used.
        OSError: the file cannot be read.
    """
    text = source.read_bytes().decode("utf-8-sig", errors="replace") if isinstance(source, Path) else source
    try:
        return Mapping.model_validate(parsed(text))
    except ValidationError as error:
        raise Refused([entry_problem(error.errors()[0])]) from error


def parsed(text: str) -> dict[str, Any]:
    """The entries of a YAML text that say something.

    Raises:
        Refused: the text is not made of entries.
    """
    try:
        entries = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # a day that is none, depths without end
        mark = getattr(error, "problem_mark", None)
        raise Refused([NOT_YAML.at(row=mark.line + 1 if mark else 1)]) from error
    if not isinstance(entries, dict | None):
        raise Refused([NOT_YAML.at(row=1)])
    return {entry: value for entry, value in (entries or {}).items() if value is not None}


def entry_problem(error: ErrorDetails) -> Problem:
    """What is wrong with an entry, in words."""
    where = ".".join(str(step) for step in error["loc"])
    if error["type"] == "extra_forbidden":
        return UNKNOWN_ENTRY.at(where=where)
    if error["type"] == RULE_WITHOUT_MEANING.code:
        return RULE_WITHOUT_MEANING.at()
    expected = _EXPECTED.get(error["type"], _OTHER_FORM)
    if error["type"] == "literal_error":
        expected = _ONE_OF.filled(choices=error["ctx"]["expected"].replace("'", "").replace(" or ", ", "))
    return BAD_ENTRY.at(where=where, seen=error["input"], expected=expected)
