"""What a figure is of: the indicator, the sex, the ages, the category; part of every title, caption and file that shows it."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question
from keko.words.formats import period
from keko.words.waits import category_name

# Within a sentence, where `SEXES` would begin one.
_OF_SEX = {
    "female": Text("naiset", "kvinnor", "women"),
    "male": Text("miehet", "män", "men"),
}
_NOT_THEN = Text(
    "Jaksolta {asked} ei ole lukua: näytetään {shown}.",
    "Det finns inget tal för {asked}: här visas {shown}.",
    "There is no figure for {asked}: {shown} is shown.",
)


def subject(item: Indicator, question: Question, language: Language) -> str:
    """The indicator and which of its figures: Unemployed, share of the labour force, women, 20–24."""
    return ", ".join([item.names.within(language), *chosen(item, question, language)])


def chosen(item: Indicator, question: Question, language: Language) -> list[str]:
    """What narrows the figures down: sex, ages and category, each in words; nothing where they are about everybody."""
    names = {id_: name.within(language) for id_, name in item.category_names.items()}
    categories = [
        names.get(id_) or category_name(id_, language) for id_ in (question.age, question.breakdown) if id_ != "total"
    ]
    return [*sexes(question.sex, language), *categories]


def sexes(sex: str, language: Language) -> list[str]:
    """One sex in words within a sentence; nothing for both."""
    return [] if sex == "total" else [_OF_SEX[sex].within(language)]


def other_period(asked: str | None, shown: str | None, language: Language) -> str:
    """That a figure is of another period than the one asked for; empty where it is of that, or of the newest as wanted.

    `asked`: a year; months and quarters of it are of that period.
    """
    if asked is None or shown is None or shown.startswith(asked):
        return ""
    return _NOT_THEN.within(language, asked=period(asked, language), shown=period(shown, language))
