"""Colours, from Suomi.fi design tokens 7.0 (npm `suomifi-design-tokens`, MIT), for light and dark backgrounds.

The chosen area always has the same colour, the benchmark its own, all others grey. Better is blue, worse orange.
Where no token is light enough for a dark background, the token's hue is kept and its lightness raised.
"""

from dataclasses import asdict, dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """One value for each thing that has a colour."""

    area: str
    benchmark: str
    other: str
    better: str
    better_soft: str
    worse: str
    worse_soft: str
    higher: str
    lower: str
    direction_soft: str
    quiet: str
    quiet_soft: str
    line: str
    ink: str
    paper: str
    notice: str
    notice_soft: str


LIGHT = Palette(
    area="hsl(284, 36%, 45%)",  # accent-tertiary-dark1
    benchmark="hsl(165, 90%, 27%)",  # success-dark1
    other="hsl(201, 7%, 46%)",  # depth-dark2
    better="hsl(212, 63%, 37%)",  # highlight-dark1
    better_soft="hsl(212, 63%, 95%)",  # highlight-light3
    worse="hsl(23, 82%, 33%)",  # accent-base, darker for text
    worse_soft="hsl(23, 82%, 94%)",  # accent-base, lighter for a ground
    higher="hsl(202, 7%, 30%)",  # depth-dark1, darker for text
    lower="hsl(202, 7%, 30%)",
    direction_soft="hsl(202, 7%, 93%)",  # depth-light2
    quiet="hsl(202, 7%, 40%)",  # depth-dark1
    quiet_soft="hsl(202, 7%, 97%)",  # depth-light3
    line="hsl(202, 7%, 80%)",  # depth-light1
    ink="hsl(0, 0%, 13%)",  # black-base
    paper="hsl(0, 0%, 100%)",  # white-base
    notice="hsl(0, 0%, 13%)",
    notice_soft="hsl(42, 100%, 94%)",  # warning-light1
)

DARK = Palette(
    area="hsl(284, 60%, 78%)",
    benchmark="hsl(166, 54%, 60%)",
    other="hsl(201, 7%, 58%)",
    better="hsl(212, 90%, 78%)",
    better_soft="hsl(212, 45%, 20%)",
    worse="hsl(23, 90%, 72%)",
    worse_soft="hsl(23, 45%, 18%)",
    higher="hsl(202, 10%, 85%)",
    lower="hsl(202, 10%, 85%)",
    direction_soft="hsl(202, 8%, 22%)",
    quiet="hsl(202, 7%, 72%)",
    quiet_soft="hsl(202, 8%, 16%)",
    line="hsl(202, 7%, 32%)",
    ink="hsl(0, 0%, 95%)",
    paper="hsl(204, 12%, 10%)",
    notice="hsl(42, 93%, 85%)",
    notice_soft="hsl(42, 40%, 16%)",
)


def palette(theme: Theme) -> Palette:
    """The colours for a theme."""
    return DARK if theme == "dark" else LIGHT


def as_css(theme: Theme) -> str:
    """The palette as CSS variables, `--keko-area` and so on."""
    values = (f"--keko-{name.replace('_', '-')}:{value}" for name, value in asdict(palette(theme)).items())
    return ":root{" + ";".join(values) + "}"
