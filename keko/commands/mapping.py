"""Boundaries for the maps."""

from dataclasses import replace
from typing import Any

from keko.commands import DONE, Answer, Arguments, WrongUse, content, language_of, open_database, problem_lines, tell
from keko.config import settings
from keko.data import areas as area_tables
from keko.data.engine import writing
from keko.data.geometry import Origin, current_boundaries, take_back
from keko.data.people import at_this_machine
from keko.data.text import Text
from keko.sources.boundaries import (
    SCHEMATIC,
    STATFI_ORIGIN,
    checksum,
    fetch_statfi,
    publish_file,
    read_boundaries,
    read_land,
)
from keko.sources.http import Http
from keko.sources.settings import source_settings


def boundaries(chosen: Arguments) -> int:
    engine, by = open_database(), at_this_machine(chosen.by)
    problems: list[Answer] = []
    if chosen.back:
        with writing(engine) as connection:
            take_back(connection, by)
    else:
        with engine.connect() as connection:
            areas = area_tables.load(connection)
        data, origin = _delivered(chosen)
        read = read_boundaries(data, areas, chosen.key, _land(chosen))
        publish_file(engine, read, origin, by)
        problems = [problem.as_json(language_of(chosen)) for problem in read.problems]
    with engine.connect() as connection:
        here = current_boundaries(connection)
    assert here is not None  # just published
    layers = {level: layer._asdict() for level, layer in here.layers.items()}
    source = here.origin.source.within(language_of(chosen))
    answer = {"boundaries": here.id, **here.origin.__dict__, "source": source, "layers": layers, "problems": problems}
    tell(chosen, answer, _as_text)
    return DONE


def _delivered(chosen: Arguments) -> tuple[bytes, Origin]:
    """The file's bytes, and where they come from."""
    sea: Any = "clipped" if chosen.clip_sea else "kept"
    if chosen.statfi:
        data = fetch_statfi(chosen.statfi, Http(), source_settings())
        return data, replace(STATFI_ORIGIN, year=chosen.statfi, sea=sea, sha256=checksum(data))
    largest = settings().max_upload_mb
    data = content(chosen.file)
    if len(data) > largest * 1_000_000:
        raise WrongUse(f"{chosen.file.name}: more than {largest} MB (KEKO_MAX_UPLOAD_MB)")
    origin = Origin(Text.same(chosen.source or chosen.file.name), chosen.licence or "", "", year=chosen.year, sea=sea)
    return data, replace(origin, file_name=chosen.file.name, sha256=checksum(data))


def _land(chosen: Arguments) -> Any:
    """The shape of the land that areas are clipped to; where none is named, as the project's own map has it."""
    if chosen.clip_sea is None:
        return None
    return read_land(content(SCHEMATIC if chosen.clip_sea is True else chosen.clip_sea))


def _as_text(answer: Answer) -> str:
    facts = [f"{name:12} {answer[name]}" for name in ("boundaries", "source", "year", "crs", "sea", "is_schematic")]
    layers = [
        f"{level:12} areas {layer['features']}, bytes {layer['size']}" for level, layer in answer["layers"].items()
    ]
    return "\n".join([*facts, *layers, *problem_lines(answer["problems"])])
