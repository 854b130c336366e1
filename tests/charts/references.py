"""What every chart looked like when somebody last looked at it: its texts where they stand, and its colours, coarsely.

`python -m tests.charts.references FOLDER` draws all of them into a folder to be looked at, and takes them as the references.
"""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import vl_convert
from PIL import Image

from keko.charts.palette import Theme
from keko.config import LANGUAGES, Language
from tests.charts.drawn import texts
from tests.charts.pictures import drawn_svgs, in_style, on_page
from tests.charts.samples import drawings, drawn_samples

FILE = Path(__file__).with_name("references.json")
WIDTH = 900  # px of the pictures
CELLS = (24, 16)  # across and down
LEVELS = 16  # of each colour
FAR, MANY, MEAN = 2, 0.04, 0.25  # levels, part of the cells, levels on average: what fonts may change
MOVED = 6.0  # px that a text may be moved by a font


class Look(NamedTuple):
    """A picture as it is compared. `texts`: with the left and the bottom of each; `cells`: a hexadecimal digit a colour."""

    texts: list[tuple[str, float, float]]
    cells: str


def pictures(language: Language, theme: Theme) -> Iterator[tuple[str, str]]:
    """Every chart by its name, as SVG."""
    for name, drawing in drawings(language, theme).items():
        yield name, on_page(drawing, WIDTH, theme)
    for name, html in drawn_samples(language).items():
        for svg in drawn_svgs(str(html)):
            yield name, in_style(svg, theme)


def png(svg: str) -> bytes:
    """A picture in pixels."""
    made: bytes = vl_convert.svg_to_png(svg)
    return made


def look(svg: str) -> Look:
    """A picture as it is compared."""
    with Image.open(io.BytesIO(png(svg))) as image:
        small = image.convert("RGB").resize(CELLS, Image.Resampling.BOX).tobytes()
    placed = [(each.text, round(each.left), round(each.bottom)) for each in texts(svg)]
    return Look(sorted(placed), "".join(f"{value * LEVELS // 256:x}" for value in small))


def differences(now: Look, before: Look) -> list[str]:
    """What is not as it was."""
    found = []
    if [text for text, *_ in now.texts] != [text for text, *_ in before.texts]:
        changed = {text for text, *_ in now.texts} ^ {text for text, *_ in before.texts}
        found.append(f"texts: {sorted(changed) or 'how often'}")
    else:
        pairs = zip(now.texts, before.texts, strict=True)
        moved = [new[0] for new, old in pairs if max(abs(new[1] - old[1]), abs(new[2] - old[2])) > MOVED]
        found += [f"moved: {moved}"] if moved else []
    apart = [abs(int(a, 16) - int(b, 16)) for a, b in zip(now.cells, before.cells, strict=True)]
    if sum(step > FAR for step in apart) > MANY * len(apart) or sum(apart) > MEAN * len(apart):
        found.append(f"colours: {sum(step > FAR for step in apart)} of {len(apart)} are others")
    return found


def kept() -> dict[str, Look]:
    """The references, by theme, language and name."""
    read = json.loads(FILE.read_text("utf-8"))
    return {name: Look([tuple(text) for text in each["texts"]], each["cells"]) for name, each in read.items()}


def cases() -> list[tuple[Theme, Language]]:
    """What is compared: every language in light, and dark in one, as its texts are the same."""
    return [*(("light", language) for language in LANGUAGES), (get_args(Theme)[1], LANGUAGES[0])]


def _renew(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    every: dict[str, object] = {}
    for theme, language in cases():
        for name, svg in pictures(language, theme):
            called = f"{theme} {language} {name}"
            (folder / f"{called}.png".replace(" ", "-")).write_bytes(png(svg))
            every[called] = look(svg)._asdict()
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(each, ensure_ascii=False)}" for name, each in every.items())
    FILE.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    print(f"{len(every)} pictures in {folder}: look at them; the references are renewed.")


if __name__ == "__main__":
    _renew(Path(sys.argv[1]))
