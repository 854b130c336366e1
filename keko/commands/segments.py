"""Population segments: bringing a model in, its template, showing, and why two areas differ."""

import sys
from collections.abc import Callable

from keko.commands import (
    BAD_DATA,
    DONE,
    Answer,
    Arguments,
    WrongUse,
    area_code,
    content,
    language_of,
    open_database,
    problem_lines,
    tell,
    write_file,
)
from keko.config import settings
from keko.data import areas as area_tables
from keko.data.people import at_this_machine
from keko.data.providers import LOCAL
from keko.data.text import Text
from keko.exchange import answers, segment_answers
from keko.intake.release.order import Order
from keko.intake.segments.bring_in import bring_in
from keko.intake.segments.template import template
from keko.intake.segments.understand import understand
from keko.segments.decomposition import decompose
from keko.segments.overview import overview
from keko.segments.store import Published, published_models


def import_files(chosen: Arguments) -> int:
    engine = open_database()
    with engine.connect() as connection:
        areas = area_tables.load(connection)
    files = [(path.name, content(path)) for path in chosen.files]
    order = Order(
        chosen.provider or LOCAL, at_this_machine(chosen.by), publish=chosen.publish, dry_run=chosen.dry_run,
        note=chosen.note, permit=chosen.permit, conditions=chosen.conditions,
    )  # fmt: skip
    progress = _progress(chosen)
    understood = understand(files, areas, settings().max_upload_mb * 1_000_000, progress)
    outcome = bring_in(engine, understood, areas, order, progress)
    answer = {
        "model": understood.model.id if understood.model else None,
        **answers.import_answer(outcome, language_of(chosen)),
    }
    tell(chosen, answer, _import_text)
    return BAD_DATA if outcome.status == "rejected" else DONE


def write_template(chosen: Arguments) -> int:
    write_file(chosen.out, template())
    tell(chosen, {"file": str(chosen.out)}, lambda answer: str(answer["file"]))
    return DONE


def show(chosen: Arguments) -> int:
    language = language_of(chosen)
    with open_database().connect() as connection:
        models = published_models(connection)
        if chosen.model is None:
            tell(chosen, segment_answers.models_answer(models.values(), language), _models_text)
            return DONE
        published = _known(models, chosen.model)
        if not chosen.area:
            tell(chosen, segment_answers.model_answer(published, language), _model_text)
            return DONE
        areas = area_tables.load(connection)
        segments = overview(connection, published, [area_code(areas, text) for text in chosen.area], chosen.year)
    tell(chosen, segment_answers.overview_answer(segments, published.model, language), _overview_text)
    return DONE


def decompose_difference(chosen: Arguments) -> int:
    with open_database().connect() as connection:
        areas = area_tables.load(connection)
        published = _known(published_models(connection), chosen.model)
        area, benchmark = area_code(areas, chosen.area), area_code(areas, chosen.benchmark)
        decomposition = decompose(connection, published, area, benchmark, chosen.measure, chosen.year)
    tell(
        chosen,
        segment_answers.decomposition_answer(decomposition, published.model, language_of(chosen)),
        _decomposition_text,
    )
    return DONE


def _known(models: dict[str, Published], id_: str) -> Published:
    if id_ not in models:
        raise WrongUse(f"No such segment model: {id_}")
    return models[id_]


def _progress(chosen: Arguments) -> Callable[[Text], None]:
    language = language_of(chosen)

    def tell_progress(step: Text) -> None:
        print(step.within(language), file=sys.stderr)

    return tell_progress


def _import_text(answer: Answer) -> str:
    facts = [f"{name:12} {answer[name]}" for name in ("status", "release", "model", "rows", "difference", "hidden")]
    return "\n".join([*facts, *problem_lines(answer["problems"])])


def _models_text(answer: Answer) -> str:
    return "\n".join(f"{model['id']:24} {model['version']:8} {model['name']}" for model in answer["models"])


def _model_text(answer: Answer) -> str:
    facts = [
        f"{name:12} {answer[name]}" for name in ("id", "version", "name", "years", "citation", "provider", "release")
    ]
    return "\n".join([*facts, *(f"  {segment['code']:8} {segment['names']['fi']}" for segment in answer["segments"])])


def _overview_text(answer: Answer) -> str:
    lines = [f"{answer['model']} {answer['period'] or '–'}"]
    for area in answer["areas"]:
        lines.append(area["code"])
        lines += [
            f"  {segment['code']:8} {_shown(segment['persons'])} {_shown(segment['share'])} {segment['name']}"
            for segment in area["segments"]
        ]
    return "\n".join(lines)


def _decomposition_text(answer: Answer) -> str:
    if answer["reason"]:
        return str(answer["reason"])
    parts = [f"  {segment['mix']:+8.3f} {segment['within']:+8.3f} {segment['name']}" for segment in answer["segments"]]
    whole = f"{answer['mix']:+8.3f} {answer['within']:+8.3f} = {answer['total']:+.3f}"
    return "\n".join([f"{answer['measure']}, {answer['period']}", *parts, f"  {whole}"])


def _shown(value: float | None) -> str:
    return f"{'–':>12}" if value is None else f"{value:12.3f}"
