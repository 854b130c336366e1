"""What demo figures were some time ago; and that they were published then changes no day of what is somebody's own."""

import pandas as pd
import sqlalchemy as sa

from keko.data.drafts import Draft
from keko.data.schema import metadata, publication, release
from keko.data.text import Text
from keko.demo.earlier import antedate, before
from tests.data.figures import shares

TODAY = "2026-11-30T12:00:00+00:00"
SAID = {
    "kind": "figures",
    "indicator": "share",
    "provider": "demo",
    "territory": "2026",
    "created_by": "x",
    "source": {},
    "rows": 1,
    "difference": {},
}


def test_only_published_demo_figures_are_antedated() -> None:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine, tables=[release, publication])
    with engine.begin() as connection:
        for is_demo, status, at in (
            (True, "published", TODAY),
            (True, "draft", None),
            (False, "draft", None),
            (False, "published", TODAY),
        ):
            row = {**SAID, "status": status, "is_demo": is_demo, "created_at": TODAY, "published_at": at}
            id_ = connection.execute(release.insert().values(row)).inserted_primary_key[0]
            if at:
                line = {
                    "data_version": 1,
                    "indicator": "share",
                    "provider": "demo",
                    "release": id_,
                    "at": at,
                    "by": "x",
                }
                connection.execute(publication.insert().values(line))
        antedate(connection)
        made = connection.execute(sa.select(release.c.created_at, release.c.published_at).order_by(release.c.id)).all()
        lines = connection.execute(sa.select(publication.c.at).order_by(publication.c.id)).scalars().all()
    assert made[0][0] == made[0][1] == lines[0] < TODAY
    assert made[1:] == [(TODAY, None), (TODAY, None), (TODAY, TODAY)]
    assert lines[1] == TODAY


def test_the_release_before_lacks_the_newest_figures_and_had_others_for_the_last_of_its_own() -> None:
    years = [shares({"HVA02": (n, 200)}, period=year) for year, n in (("2023", 10), ("2024", 20), ("2025", 30))]
    now = Draft("disability-pension-share", "demo", pd.concat(years, ignore_index=True), Text.same("demo"))
    then = before(now).observations.set_index("period")
    assert list(then.index) == ["2023", "2024"]
    assert then["numerator"].tolist() == [10, 20 * 1.02]
    assert then["value"].tolist() == [5, 10 * 1.02]
