"""The releases of a pack, each through the same intake as any file: all of it or nothing, and none around the checks."""

from dataclasses import dataclass, replace
from typing import Any
from zipfile import ZipFile

from keko.data import sealed
from keko.data.area_names import AreaNames
from keko.data.problems import ProblemKind, Refused
from keko.data.progress import Progress
from keko.data.releases import current_release
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.mappings import Mapping
from keko.intake.packs.manifest import ROLES, Pack, PackedRelease, as_csv, delivered_rows
from keko.intake.packs.openness import obstacle, without_persons
from keko.intake.read.file import refuse_bytes
from keko.intake.recognise.header_repair import open_table
from keko.intake.release.bring_in import bring_in
from keko.intake.release.order import Order, Origin, Outcome, refusal
from keko.intake.understand import Understood, understand_table
from keko.intake.workbench import Bench, Published
from keko.words import terms

OTHER_DEFINITION = ProblemKind(
    "pack-other-definition",
    "error",
    Text(
        "Mittari ”{indicator}” on täällä määritelty toisin ({fields}), joten lukuja ei tuotu: pyydä paketti samalla määritelmällä.",
        "Indikatorn ”{indicator}” är definierad annorlunda här ({fields}), så talen importerades inte: be om ett paket med samma "
        "definition.",
        "The indicator “{indicator}” is defined otherwise here ({fields}), so the figures were not imported: ask for a pack "
        "with the same definition.",
    ),
)
NEW_DEFINITION = ProblemKind(
    "pack-new-indicator",
    "info",
    Text(
        "Mittari ”{indicator}” lisätään luetteloon paketin määritelmällä; lukujen suojauksesta vastaa paketin mukaan {source}.",
        "Indikatorn ”{indicator}” läggs till i katalogen med paketets definition; enligt paketet svarar {source} för skyddet av "
        "talen.",
        "The indicator “{indicator}” is added to the catalogue with the pack's definition; according to the pack {source} "
        "answers for the protection of the figures.",
    ),
)
_LONGEST_NAME = 120  # of what a line of the audit log is about
# What two indicators of one id have to agree on, and what to call it.
_DEFINING = {
    "kind": Text("laji", "slag", "kind"),
    "unit": terms.OF_UNIT,
    "multiplier": Text("kerroin", "multiplikator", "multiplier"),
    "sample": Text("otos", "urval", "sample"),
    "frequency": Text("aikaväli", "frekvens", "frequency"),
}


@dataclass(frozen=True)
class Brought:
    """What came of one release of a pack. `outcome`: None where all its figures are here already."""

    packed: PackedRelease
    provider: str
    outcome: Outcome | None

    @property
    def status(self) -> str:
        """As of an import, or same."""
        return self.outcome.status if self.outcome else "same"


def bring_pack(
    bench: Bench,
    archive: ZipFile,
    pack: Pack,
    order: Order,
    mapping: Mapping,
    own_provider: bool = False,
    progress: Progress | None = None,
) -> list[Brought]:
    """Bring the releases in one after the other. `own_provider`: under the order's provider and not under the pack's.

    `mapping`: what else is to be said of the figures, as of any file.

    Raises:
        NotAllowed: the person may not publish for a provider.
    """
    brought = []
    for packed in pack.releases:
        provider = order.provider if own_provider else packed.provider
        names = Text.same(provider) if own_provider else packed.provider_names
        origin = Origin(names, packed.source, packed.territory, packed.file_name, packed.file_sha256)
        own = replace(order, provider=provider, note=order.note or packed.note, origin=origin)
        try:
            outcome = _bring(bench, archive, packed, own, mapping, progress)
        except Refused as refused:
            outcome = replace(refusal(refused), indicators=[packed.indicator.id])
        brought.append(Brought(packed, provider, outcome))
    return brought


def _bring(
    bench: Bench, archive: ZipFile, packed: PackedRelease, order: Order, mapping: Mapping, progress: Progress | None
) -> Outcome | None:
    """What came of the figures of one release; None where all of them are here already.

    Raises:
        NotAllowed: the person may not publish for the provider.
        Refused: the figures cannot be taken as they are.
    """
    order.by.must_publish_for(order.provider)
    known = bench.catalogue.get(packed.indicator.id)
    if problem := obstacle(known or packed.indicator) or obstacle(packed.indicator):
        raise Refused([problem])
    item = known or _without_places(without_persons(packed.indicator))
    if other := _differing(item, packed.indicator):
        raise Refused([OTHER_DEFINITION.at(indicator=item.names, fields=Text.listed(other))])
    refuse_bytes(packed.figures.size, bench.max_bytes)
    data = b"".join(sealed.read_lines(archive, packed.figures))
    if _here_already(bench, data, item.id, order.provider):
        return None
    understood = _understood(bench, data, item, order.provider, mapping)
    if known is None:
        added = NEW_DEFINITION.at(indicator=item.names, source=packed.source)
        understood = replace(understood, problems=[*understood.problems, added])
    return bring_in(bench.engine, understood, data, bench.areas, order, progress)


def _differing(mine: Indicator, theirs: Indicator) -> list[Text]:
    names = [name for field, name in _DEFINING.items() if getattr(mine, field) != getattr(theirs, field)]
    return names + ([terms.ROLES["age"]] if mine.population.ages != theirs.population.ages else [])


def _without_places(item: Indicator) -> Indicator:
    """A new indicator has no place among the headlines or on a page, and bears on no other, until a person says otherwise."""
    nothing: dict[str, Any] = dict.fromkeys(("headline", "working_age", "wait", "family", "counted"))
    return item.model_copy(update={**nothing, "parts": (), "counts_residents": False})


def _here_already(bench: Bench, data: bytes, indicator: str, provider: str) -> bool:
    """Whether every row is published here by the same provider."""
    with bench.engine.connect() as connection:
        release = current_release(connection, indicator, provider)
        return release is not None and set(data.splitlines()) <= set(
            as_csv(delivered_rows(connection, release)).splitlines()
        )


def _understood(bench: Bench, data: bytes, item: Indicator, provider: str, mapping: Mapping) -> Understood:
    """The figures as any file is understood, but that what each column is for is known.

    Raises:
        Refused: nothing of them can be arranged.
    """
    settled = mapping.model_copy(update={"columns": dict(ROLES), "decimal": "."})
    names = AreaNames(bench.areas)
    opened = open_table(data, f"{item.id}.csv"[:_LONGEST_NAME], names, settled, bench.max_bytes)
    catalogue = [*bench.catalogue.values(), *([] if item.id in bench.catalogue else [item])]
    before, others = Published(bench.engine, provider), Published(bench.engine, provider, others=True)
    return understand_table(opened, names, catalogue, settled, item.id, before, None, others)
