"""Problems of records, told with the sheet, the row and the column that they come from."""

from dataclasses import replace

from keko.config import LANGUAGES
from keko.data.problems import Problem
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.exchange.ecosystem.sheets import Row

_AT = Text("{sheet}, rivi {row}: {sentence}", "{sheet}, rad {row}: {sentence}", "{sheet}, row {row}: {sentence}")


def placed(problem: Problem, row: Row) -> Problem:
    """The problem at its row; its column is the heading of the field that it is about."""
    field = problem.facts.get("field")
    column = next((head for own, head in row.headings.items() if FIELDS[own] == field), None)
    sentence = Text(*(problem.message.within(language) for language in LANGUAGES))
    message = _AT.filled(sheet=row.sheet, row=row.number, sentence=sentence)
    return replace(problem, message=message, row=row.number, column=column)
