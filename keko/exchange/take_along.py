"""Every form in which frozen views leave the house, by its name; what makes a form is loaded when it is asked for."""

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

from keko.exchange.handout import Handout
from keko.exchange.tables import file_name
from keko.words import downloads as download_words
from keko.words import taking_along as words

Form = Literal["pptx", "pdf", "annex", "xlsx", "csv", "png", "svg"]
FORMS: tuple[Form, ...] = get_args(Form)
Progress = Callable[[int, int], None]
_KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "xlsx": download_words.XLSX,
    "csv": "text/csv",
    "png": "image/png",
    "svg": "image/svg+xml",
    "zip": "application/zip",
}


class Made(NamedTuple):
    """A file. `kind`: its media type."""

    name: str
    kind: str
    data: bytes


def made(form: Form, handout: Handout, progress: Progress) -> Made:
    """The file of a form, named by the title of the handout and its data version.

    `progress`: told how many of the views are done, and of how many.

    Raises:
        CannotMake: a library is missing, the template cannot be used, or the views do not fit.
    """
    data, ending = _written(form, handout, progress)
    versions = sorted({view.data_version for view in handout.views})
    what = words.ANNEX.within(handout.language) if form == "annex" else ""
    parts = [handout.title, what, *(f"v{version}" for version in versions[-1:])]
    return Made(file_name(parts, ending), _KINDS[ending], data)


def _written(form: Form, handout: Handout, progress: Progress) -> tuple[bytes, str]:
    if form == "pptx":
        from keko.exchange.slides import pptx_bytes

        return pptx_bytes(handout, progress), "pptx"
    if form in {"pdf", "annex"}:
        from keko.exchange import report

        write = report.pdf_bytes if form == "pdf" else report.annex_bytes
        return write(handout, progress), "pdf"
    from keko.exchange import frozen_tables

    match form:
        case "png" | "svg":
            return frozen_tables.picture_files(handout, form)
        case "xlsx":
            return frozen_tables.xlsx_bytes(handout), "xlsx"
        case _:
            return frozen_tables.csv_files(handout)
