"""What printed sheets need: the colours of a light ground, and at the foot where the figures are from and which data version."""

import json

from keko.charts.palette import as_css
from keko.ui import loads
from keko.ui.session import Visit
from keko.words import interface as words
from keko.words.terms import DATA_VERSION

# Pictures are drawn in the colours of the screen; what was made for a dark ground is turned for paper.
_TURNED = '[data-testid="stVegaLiteChart"] svg { filter: invert(1) hue-rotate(180deg); }'


def style(visit: Visit) -> str:
    """The rules for paper that depend on the visit."""
    turned = _TURNED if visit.theme == "dark" else ""
    return f"@media print {{ {as_css('light')} {turned} }}{_foot(visit)}"


def _foot(visit: Visit) -> str:
    return (
        f"@page {{ @bottom-left {{ content: {json.dumps(_where_from(visit), ensure_ascii=False)}; }}"
        ' @bottom-right { content: counter(page) " / " counter(pages); } }'
    ).replace("<", "")


def _where_from(visit: Visit) -> str:
    language, version = visit.view.language, visit.version
    names = loads.providers(version)
    published = {release["provider"] for release in loads.real_releases(version) if release["status"] == "published"}
    called = sorted(names[id_].within(language) if id_ in names else id_ for id_ in published)
    if any(loads.figures(version).values()):
        called.append(words.FIGURES_DEMO.within(language))
    sources = f"{words.SOURCE.within(language)}: {', '.join(called)}. " if called else ""
    return f"KEKO. {sources}{DATA_VERSION.within(language)} {version.number}."
