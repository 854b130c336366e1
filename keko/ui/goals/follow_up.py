"""The project's follow-up: deliverables, recommendations and leadership, and who has taken part."""

from collections import Counter

from keko.ecosystem.records import SECTORS, Occasion
from keko.ui import html
from keko.ui.goals.action_table import follow_up_table
from keko.ui.goals.scene import GoalScene
from keko.ui.tables import figure, table, text
from keko.words import ecosystem as ecosystem_words
from keko.words import goals as words
from keko.words import goals_sentences as sentences
from keko.words.formats import number


def finding(scene: GoalScene) -> str:
    """How many deliverables are done and late, how many recommendations carried out, and whether leadership is settled."""
    language = scene.language
    told = [_deliverables(scene)]
    if advice := scene.of("recommendation"):
        done = sum(each.status == "done" for each in advice)
        told.append(sentences.CARRIED_OUT.within(language, count=len(advice), done=done))
    if models := scene.of("leadership"):
        settled = all(each.status == "done" for each in models)
        told.append((sentences.SETTLED if settled else sentences.NOT_SETTLED).within(language))
    return " ".join(f"{sentence}." for sentence in told)


def _deliverables(scene: GoalScene) -> str:
    every = scene.of("deliverable")
    if not every:
        return sentences.NO_DELIVERABLES.within(scene.language)
    done = [each for each in every if each.status == "done"]
    named = [each for each in every if each.has_responsible]
    facts = {"all": len(every), "done": len(done), "late": len(scene.late("deliverable")), "named": len(named)}
    return sentences.DONE.within(scene.language, **facts)


def blocks(scene: GoalScene) -> list[str]:
    """The tables as HTML, and what has been counted of those who take part."""
    language = scene.language
    tables = (
        (words.DELIVERABLES, words.DELIVERABLE, scene.of("deliverable")),
        (words.RECOMMENDATIONS, words.RECOMMENDATION, scene.of("leadership", "recommendation")),
    )
    return [
        *(follow_up_table(scene, caption.within(language), what, every) for caption, what, every in tables if every),
        *_participation(scene),
    ]


def _participation(scene: GoalScene) -> list[str]:
    """Events and participants, and actors, by sector."""
    language = scene.language
    occasions = [occasion for occasion in scene.here.register.of(Occasion) if scene.here.has(occasion)]
    people: Counter[str] = Counter()
    for occasion in occasions:
        people.update(occasion.participants)
    actors = Counter(actor.sector for actor in scene.here.actors)
    sectors = [sector for sector in SECTORS if people[sector] or actors[sector]]
    if not sectors:
        return []
    rows = [
        [
            text(ecosystem_words.SECTORS[sector].within(language), header=True),
            figure(number(actors[sector], 0, language)),
            figure(number(people[sector], 0, language)),
        ]
        for sector in sectors
    ]
    told = sentences.OCCASIONS.within(
        language,
        events=len(occasions),
        people=number(sum(people.values()), 0, language),
        actors=sum(actors.values()),
        sectors=sum(1 for sector in SECTORS if actors[sector]),
    )
    titles = [title.within(language) for title in (words.SECTOR, words.ACTORS, words.PARTICIPANTS)]
    counted = table(words.PARTICIPATION.within(language), titles, rows, numeric=(1, 2), kind="keko-counted")
    return [html.paragraph(told), counted]
