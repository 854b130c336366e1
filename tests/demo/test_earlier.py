"""That the demo figures were published some time ago changes no day of what is somebody's own."""

import sqlalchemy as sa

from keko.data.schema import metadata, publication, release
from keko.demo.earlier import antedate

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
