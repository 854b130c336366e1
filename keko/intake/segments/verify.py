"""What readers can infer of a model's releases, all its tables together."""

import pandas as pd
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.schema import release
from keko.data.suppressions import read_suppressions
from keko.disclosure.known_figures import PublicReleases
from keko.disclosure.tables import PublishedTable
from keko.disclosure.verification import CELL, given_away
from keko.intake.segments.population import Population
from keko.intake.segments.prepare import read_counts
from keko.segments.store import read_model


def given_away_of_model(
    connection: sa.Connection, entry: str, areas: Areas, is_demo: bool = False, public: PublicReleases | None = None
) -> pd.DataFrame:
    """`keko.disclosure.verification.CELL` of the numbers of persons that follow from what is or was public of a model.

    `entry`: what it is called in the catalogue; `public`: which releases that is, if not as it is now.
    """
    public = public or PublicReleases.of(connection)
    query = sa.select(release.c.id).where(release.c.indicator == entry, release.c.is_demo.is_(is_demo))
    ids = [id_ for id_ in connection.execute(query.order_by(release.c.id)).scalars() if id_ in public.ever]
    if not ids:
        return pd.DataFrame(columns=CELL, dtype=object)
    model = read_model(connection, ids[-1])
    if model.disclosure.rule == "none":
        return pd.DataFrame(columns=CELL, dtype=object)
    population = Population(model)
    published = [
        PublishedTable(population.caused(name, table, causes), model.producer.fi, id_ in public.now)
        for id_ in ids
        for causes in [read_suppressions(connection, id_)]
        for name, table in population.tables(read_counts(connection, id_)).items()
        if len(table.rows)
    ]
    return given_away(published, areas, population.relations)
