"""What a figure is of: the indicator, the sex, the ages, the category; part of every title, caption and file that shows it."""

from collections.abc import Iterable

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question
from keko.words.formats import period
from keko.words.waits import category_name

# Within a sentence, where `SEXES` would begin one.
_OF_SEX = {
    "female": Text("naiset", "kvinnor", "women"),
    "male": Text("miehet", "män", "men"),
}
# By sex, where ages are known and where all ages are meant.
_OF_AGES = {
    "total": Text("{ages}-vuotiaista", "av {ages}-åringarna", "those aged {ages}"),
    "female": Text("{ages}-vuotiaista naisista", "av kvinnorna i åldern {ages}", "women aged {ages}"),
    "male": Text("{ages}-vuotiaista miehistä", "av männen i åldern {ages}", "men aged {ages}"),
}
_OF_ALL = {
    "total": Text("väestöstä", "av befolkningen", "the population"),
    "female": Text("naisista", "av kvinnorna", "women"),
    "male": Text("miehistä", "av männen", "men"),
}
_NONE_THEN = Text(
    "Jaksolta {asked} ei ole lukuja: kustakin näytetään uusin sitä aiempi ({first}–{last}).",
    "Det finns inga tal för {asked}: för varje visas det senaste tidigare talet ({first}–{last}).",
    "There are no figures for {asked}: the latest earlier one of each is shown ({first}–{last}).",
)
_SOME_NOT_THEN = Plural(
    one=Text(
        "Jaksolta {asked} puuttuu {count} luku {all} luvusta: siitä näytetään uusin aiempi.",
        "För {asked} saknas {count} tal av {all}: i stället visas det senaste tidigare talet.",
        "{count} figure of {all} is missing for {asked}: the latest earlier one is shown.",
    ),
    other=Text(
        "Jaksolta {asked} puuttuu {count} lukua {all} luvusta: niistä näytetään uusin aiempi.",
        "För {asked} saknas {count} tal av {all}: i stället visas de senaste tidigare talen.",
        "{count} figures of {all} are missing for {asked}: the latest earlier ones are shown.",
    ),
)
BOTH_SEXES = Text(
    "Näkymässä ovat molemmat sukupuolet yhdessä: sukupuolen valinta ei vaikuta siihen.",
    "Vyn gäller båda könen tillsammans: valet av kön påverkar den inte.",
    "This view shows both sexes together: the choice of sex does not affect it.",
)
ALL_CATEGORIES = Text(
    "Sivulla ovat kaikki iät ja luokat yhdessä: iän tai luokan valinta ei vaikuta siihen.",
    "Sidan gäller alla åldrar och klasser tillsammans: valet av ålder eller klass påverkar den inte.",
    "This page shows all ages and categories together: the choice of age or category does not affect it.",
)
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


def other_periods(asked: str | None, shown: Iterable[str | None], language: Language) -> str:
    """The same of many figures, each of its own period: that none is of the one asked for, or how many are not."""
    periods = [each for each in shown if each]
    others = [each for each in periods if asked and other_period(asked, each, language)]
    if asked is None or not others:
        return ""
    if len(others) < len(periods):
        facts = {"asked": period(asked, language), "all": len(periods)}
        return _SOME_NOT_THEN.within(language, count=len(others), **facts)
    years = sorted({each[:4] for each in others})
    if len(years) == 1:
        return other_period(asked, years[0], language)
    return _NONE_THEN.within(language, asked=period(asked, language), first=years[0], last=years[-1])


def of_whom(ages: str | None, sex: str, language: Language) -> str:
    """Whom a share is of, within a sentence: 20–64-vuotiaista naisista, av kvinnorna i åldern 20–64, women aged 20–64."""
    return _OF_AGES[sex].within(language, ages=ages) if ages else _OF_ALL[sex].within(language)
