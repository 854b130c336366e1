"""All texts for translators: given out as a workbook, and taken back into the sources."""

from keko.commands import DONE, Arguments, content, tell, write_file
from keko.config import ROOT
from keko.exchange.translations.take_back import take_back
from keko.exchange.translations.workbook import every_text, read_workbook, write_workbook


def texts(chosen: Arguments) -> int:
    """Write the workbook of all texts, or take one back."""
    if chosen.given_back is not None:
        return _take_back(chosen)
    places = every_text()
    write_file(chosen.out, write_workbook(places))
    tell(chosen, {"file": str(chosen.out), "texts": len(places)}, lambda answer: str(answer["file"]))
    return DONE


def _take_back(chosen: Arguments) -> int:
    given_back = read_workbook(content(chosen.given_back))
    changed = take_back(every_text(), given_back)
    for path, source in changed.items():
        path.write_bytes(source)
    files = [path.relative_to(ROOT).as_posix() for path in changed]
    tell(chosen, {"changed": files}, lambda answer: "\n".join(answer["changed"]) or "–")
    return DONE
