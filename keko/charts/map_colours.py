"""Colours of maps, in the hues of the palette; all scales keep their order for those who do not see colours.

Verdicts have the colours that they have everywhere. Classes of an indicator with a better direction go from orange
(worse) through grey to blue (better); of others from light to dark, on a dark ground from dark to light.
"""

import colorsys
import re

from keko.charts.palette import Theme
from keko.indicators.catalogue import Polarity

_DIVERGING = {
    "light": [
        "hsl(23, 82%, 38%)",
        "hsl(26, 75%, 70%)",
        "hsl(202, 7%, 86%)",
        "hsl(212, 60%, 72%)",
        "hsl(212, 63%, 37%)",
    ],
    "dark": ["hsl(23, 90%, 66%)", "hsl(23, 50%, 40%)", "hsl(202, 5%, 32%)", "hsl(212, 45%, 45%)", "hsl(212, 90%, 78%)"],
}
_SEQUENTIAL = {
    "light": ["hsl(196, 35%, 88%)", "hsl(198, 38%, 73%)", "hsl(200, 42%, 57%)", "hsl(202, 50%, 40%)", "hsl(204, 60%, 23%)"],
    "dark": ["hsl(204, 35%, 26%)", "hsl(202, 38%, 38%)", "hsl(200, 42%, 52%)", "hsl(198, 50%, 68%)", "hsl(196, 55%, 85%)"],
}  # fmt: skip
_VERDICTS = {
    "light": {"better": "hsl(212, 63%, 42%)", "worse": "hsl(23, 82%, 52%)", "no difference": "hsl(202, 7%, 82%)",
              "higher": "hsl(202, 50%, 40%)", "lower": "hsl(198, 38%, 73%)", "not compared": "hsl(0, 0%, 100%)"},
    "dark": {"better": "hsl(212, 90%, 72%)", "worse": "hsl(23, 90%, 60%)", "no difference": "hsl(202, 6%, 34%)",
             "higher": "hsl(198, 50%, 68%)", "lower": "hsl(202, 38%, 44%)", "not compared": "hsl(204, 12%, 10%)"},
}  # fmt: skip
# Of five colours those that fewer classes take: the ends stay.
_CHOSEN = {1: (2,), 2: (0, 4), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
_HSL = re.compile(r"hsl\((\d+), (\d+)%, (\d+)%\)")


def class_colours(count: int, polarity: Polarity, theme: Theme) -> list[str]:
    """Colours of 1 to 5 classes, that of the lowest values first."""
    scale = _SEQUENTIAL[theme] if polarity == "none" else _DIVERGING[theme]
    if polarity == "lower":
        scale = scale[::-1]
    return [scale[place] for place in _CHOSEN.get(count, ())]


def verdict_colour(verdict: str, theme: Theme) -> str:
    """The colour of a verdict as an area's ground."""
    return _VERDICTS[theme][verdict]


def rgb(colour: str) -> list[int]:
    """A colour of the palette as red, green and blue, 0 to 255.

    Raises:
        ValueError: it is not written as `hsl(h, s%, l%)`.
    """
    match = _HSL.fullmatch(colour)
    if not match:
        raise ValueError(f"not a colour of the palette: {colour!r}")
    hue, saturation, lightness = (int(channel) for channel in match.groups())
    return [round(255 * channel) for channel in colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)]


def ink_on(colour: str) -> str:
    """Black or white, whichever is read better on a ground of this colour (WCAG 2 contrast)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in rgb(colour))
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#fff"
