"""The statement that travels with a model: how it was made, of whom, from what, and what it does not tell."""

from keko.ui.descriptions import as_list
from keko.ui.html import heading
from keko.ui.segments.scene import SegmentScene
from keko.words import interface
from keko.words import segments as words
from keko.words.downloads import NOTICE
from keko.words.formats import moment
from keko.words.terms import DEMO_NOTICE


def statement(scene: SegmentScene) -> str:
    """The statement as HTML."""
    model, language, published = scene.model, scene.language, scene.published
    variables = [variable.within(language) for variable in model.variables] or list(
        dict.fromkeys(scene.names[factor.code] for factor in model.factors)
    )
    approved = words.NOT_APPROVED.within(language)
    if model.approval:
        approved = words.APPROVED.within(language, by=model.approval.by, date=model.approval.date)
    ages = (
        interface.AGES.within(language, ages=model.population.ages)
        if model.population.ages
        else interface.ALL_AGES.within(language)
    )
    facts = {
        words.MODEL: model.names.within(language),
        words.PRODUCER: model.producer.within(language),
        words.METHOD: model.method.within(language),
        words.POPULATION: f"{model.population.who.within(language)}, {ages}",
        words.YEARS: model.years,
        words.VARIABLES: ", ".join(variables),
        words.LIMITS: model.limits.within(language),
        words.CITATION: model.citation.within(language),
        words.VERSION: model.version,
        words.APPROVAL: approved,
        interface.UPDATED: moment(published.published_at, language) if published.published_at else "",
        NOTICE: DEMO_NOTICE.within(language) if published.is_demo else "",
    }
    rows = [(name.within(language), fact) for name, fact in facts.items()]
    return heading(words.STATEMENT.within(language)) + as_list(rows)
