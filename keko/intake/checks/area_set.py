"""Areas that were published for the latest period and are missing now, or that are new."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History, published

ORDER = 100
KIND = ProblemKind(
    "areas-missing",
    "warning",
    Plural(
        one=Text(
            "Mittarista ”{measure}” puuttuu ajankohdalta {period} {count} alue, jolla on aiempi luku ({names}).",
            "För ”{measure}” saknas {period} {count} område som har ett tidigare tal ({names}).",
            "For {period} “{measure}” lacks {count} area that has an earlier figure ({names}).",
        ),
        other=Text(
            "Mittarista ”{measure}” puuttuu ajankohdalta {period} {count} aluetta, joilla on aiempi luku (esim. "
            "{names}).",
            "För ”{measure}” saknas {period} {count} områden som har ett tidigare tal (t.ex. {names}).",
            "For {period} “{measure}” lacks {count} areas that have an earlier figure (e.g. {names}).",
        ),
    ),
)
AREAS_NEW = ProblemKind(
    "areas-new",
    "warning",
    Plural(
        one=Text(
            "Mittarissa ”{measure}” on ajankohdalla {period} {count} alue, jolla ei ole aiempaa lukua ({names}).",
            "”{measure}” har {period} {count} område som inte har något tidigare tal ({names}).",
            "For {period} “{measure}” has {count} area that has no earlier figure ({names}).",
        ),
        other=Text(
            "Mittarissa ”{measure}” on ajankohdalla {period} {count} aluetta, joilla ei ole aiempaa lukua (esim. "
            "{names}).",
            "”{measure}” har {period} {count} områden som inte har något tidigare tal (t.ex. {names}).",
            "For {period} “{measure}” has {count} areas that have no earlier figure (e.g. {names}).",
        ),
    ),
)
_NAMED = 3


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each measure whose latest period is at least as late as the published one."""
    old = published(arranged, indicators, before)
    rows = arranged.observations
    problems: list[Problem] = []
    for index, then in old.groupby("measure"):
        own = rows[rows["measure"] == index]
        period, last = own["period"].max(), then["period"].max()
        if own.empty or period < last:
            continue
        now_known, then_known = (
            set(part["area"].unique()) for part in (own[own["period"] == period], then[then["period"] == last])
        )
        missing = {code for code in then_known - now_known if areas[code].existed(period)}
        facts = {"measure": arranged.measures[int(str(index))].name, "period": period}
        for kind, codes in ((KIND, missing), (AREAS_NEW, now_known - then_known)):
            if codes:
                problems.append(kind.at(**facts, count=len(codes), names=_names(codes, areas)))
    return problems


def _names(codes: set[str], areas: Areas) -> Text:
    """The first few areas in words."""
    names = [areas[code].name for code in sorted(codes)[:_NAMED]]
    more = ", …" if len(codes) > _NAMED else ""
    return Text(*(", ".join(words) + more for words in zip(*names, strict=True)))
