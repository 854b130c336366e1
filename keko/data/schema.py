"""The tables: one SQLAlchemy Core schema for SQLite and PostgreSQL."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

STATUSES = ("final", "preliminary", "estimated", "hidden", "missing at source", "not applicable", "below quality")
SEGMENTS = "segments"  # the kind of a release, and the origin of an entry of the catalogue, of a segment model
RELEASE_STATUSES = ("draft", "published", "superseded", "withdrawn")


def _code(**options: object) -> "sa.Column[str]":
    return sa.Column("code", sa.String(8), **options)  # type: ignore[arg-type]


area = sa.Table(
    "area",
    metadata,
    _code(primary_key=True),
    sa.Column("level", sa.String(3), nullable=False),
    *(
        sa.Column(f"{kind}_{language}", sa.Text, nullable=False)
        for kind in ("name", "short")
        for language in ("fi", "sv", "en")
    ),
    sa.Column("population", sa.Integer),
    sa.Column("valid_from", sa.Date),
    sa.Column("valid_to", sa.Date),
    comment="Areas of every level. population: residents, the weight of a member in the coverage of a roll-up.",
)

membership = sa.Table(
    "membership",
    metadata,
    sa.Column("member", sa.ForeignKey("area.code"), primary_key=True),
    sa.Column("parent", sa.ForeignKey("area.code"), primary_key=True),
    sa.Column("valid_from", sa.Date),
    sa.Column("valid_to", sa.Date),
    comment="Which municipality belongs where. No valid_from: the first known membership, applied backwards.",
)

succession = sa.Table(
    "succession",
    metadata,
    sa.Column("old", sa.ForeignKey("area.code"), primary_key=True),
    sa.Column("new", sa.ForeignKey("area.code"), nullable=False),
    sa.Column("date", sa.Date, nullable=False),
)

area_alias = sa.Table(
    "area_alias",
    metadata,
    sa.Column("level", sa.String(3), primary_key=True),
    sa.Column("alias", sa.Text, primary_key=True),
    _code(nullable=False),
    comment="Other names of areas; also names of levels that are not kept, so that they are not taken for one that is.",
)

area_set = sa.Table(
    "area_set",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("name", sa.JSON, nullable=False),
    sa.Column("codes", sa.JSON, nullable=False),
)

indicator = sa.Table(
    "indicator",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("theme", sa.String(40), nullable=False),
    sa.Column("origin", sa.String(10), nullable=False),
    sa.Column("description", sa.JSON, nullable=False),
    comment="What releases are of. description: keko.indicators.catalogue.Indicator; origin: catalogue, or analyst for one made at"
    " import, or segments for a model of population segments, whose description stands in segment_model.",
)

provider = sa.Table(
    "provider",
    metadata,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("name", sa.JSON, nullable=False),
    sa.Column("areas", sa.JSON),
    sa.Column("home", sa.String(8)),
    comment="Who delivers rows. areas: the codes it may deliver for, NULL for all. home: the area that its people see first.",
)

release = sa.Table(
    "release",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("indicator", sa.ForeignKey("indicator.id"), nullable=False, index=True),
    sa.Column("provider", sa.ForeignKey("provider.id"), nullable=False),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    sa.Column("territory", sa.String(40), nullable=False),
    sa.Column("created_by", sa.String(80), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("approved_by", sa.String(80)),
    sa.Column("published_by", sa.String(80)),
    sa.Column("published_at", sa.String(32)),
    sa.Column("source", sa.JSON, nullable=False),
    sa.Column("permit", sa.Text),
    sa.Column("conditions", sa.Text),
    sa.Column("file_name", sa.Text),
    sa.Column("sha256", sa.String(64)),
    sa.Column("made_from", sa.Integer),
    sa.Column("note", sa.Text),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("difference", sa.JSON, nullable=False),
)

publication = sa.Table(
    "publication",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("data_version", sa.Integer, nullable=False, index=True),
    sa.Column("indicator", sa.ForeignKey("indicator.id"), nullable=False),
    sa.Column("provider", sa.ForeignKey("provider.id"), nullable=False),
    sa.Column("release", sa.ForeignKey("release.id")),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    comment="Append-only: which release was current from which data version on. release NULL: withdrawn.",
)

current = sa.Table(
    "current",
    metadata,
    sa.Column("indicator", sa.ForeignKey("indicator.id"), primary_key=True),
    sa.Column("provider", sa.ForeignKey("provider.id"), primary_key=True),
    sa.Column("release", sa.ForeignKey("release.id"), nullable=False),
    comment="The newest state of the publication log.",
)

# The primary key leads with the release and the area, so one area's series of one release is one run of
# neighbouring rows: what a page reads does not grow with what the database holds.
# No foreign key to the release: PostgreSQL would look it up once a row, which takes longer than storing the row.
# A release and its rows are written in one transaction, and a draft is thrown away with its rows.
observation = sa.Table(
    "observation",
    metadata,
    sa.Column("release", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("area", sa.String(8), primary_key=True),
    sa.Column("sex", sa.String(6), primary_key=True),
    sa.Column("age", sa.String(20), primary_key=True),
    sa.Column("breakdown", sa.String(120), primary_key=True),
    sa.Column("period", sa.String(7), primary_key=True),
    sa.Column("indicator", sa.String(80), nullable=False),
    sa.Column("value", sa.Float),
    sa.Column("lower", sa.Float),
    sa.Column("upper", sa.Float),
    sa.Column("numerator", sa.Float),
    sa.Column("denominator", sa.Float),
    sa.Column("deviation", sa.Float),
    sa.Column("q1", sa.Float),
    sa.Column("q3", sa.Float),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("reason", sa.String(40)),
    sa.Column("origin", sa.String(10), nullable=False),
    sa.Column("members", sa.Integer),
    sa.Column("members_present", sa.Integer),
    sa.Column("coverage", sa.Float),
    sqlite_with_rowid=False,
    comment="Values. denominator of a mean or a median: n; deviation: a mean's standard deviation; q1, q3: a median's"
    " quartiles. coverage: share of population, 0 to 1.",
)

# What follows from published figures alone, computed once. `fingerprint` of an indicator tells from what; rows of another are
# never read.
assessed = sa.Table(
    "assessed",
    metadata,
    sa.Column("indicator", sa.ForeignKey("indicator.id"), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    comment="fingerprint: of the visible releases, the definition, the mergers and the methods that rows were computed from.",
)


def _assessed_table(name: str, *columns: "sa.Column[Any]", comment: str) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("indicator", sa.ForeignKey("indicator.id"), primary_key=True),
        *columns[:1],
        sa.Column("sex", sa.String(6), primary_key=True),
        sa.Column("age", sa.String(20), primary_key=True),
        sa.Column("breakdown", sa.String(120), primary_key=True),
        *columns[1:],
        comment=comment,
    )


assessment = _assessed_table(
    "assessment",
    sa.Column("area", sa.String(8), primary_key=True),
    sa.Column("content", sa.JSON, nullable=False),
    comment="Trend, process and forecast of a series. content: keko.indicators.over_time.assessment.Assessment.",
)

calibration = _assessed_table(
    "calibration",
    sa.Column("level", sa.String(3), primary_key=True),
    sa.Column("content", sa.JSON, nullable=False),
    comment="What all series of a level say together. content: keko.indicators.over_time.assessment.Calibration.",
)

dispersion = _assessed_table(
    "dispersion",
    sa.Column("level", sa.String(3), primary_key=True),
    sa.Column("value", sa.Float, nullable=False),
    comment="By how much the figures of a level vary more than samples, from the visible figures: keko.indicators.comparing.dispersion.",
)

suppression = sa.Table(
    "suppression",
    metadata,
    sa.Column("release", sa.ForeignKey("release.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("area", sa.String(8), primary_key=True),
    sa.Column("sex", sa.String(6), primary_key=True),
    sa.Column("age", sa.String(20), primary_key=True),
    sa.Column("breakdown", sa.String(120), primary_key=True),
    sa.Column("period", sa.String(7), primary_key=True),
    sa.Column("cause", sa.String(9), nullable=False),
    comment="For analysts only: whether a hidden cell was hidden for itself (primary) or to protect others (secondary).",
)


# Segment models: like observations without foreign keys to the release, and in the order in which pages read them.
def _segment_table(
    name: str, *row_keys: "sa.Column[str]", comment: str, figures: tuple[str, ...] = ("persons",)
) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("release", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("area", sa.String(8), primary_key=True),
        *row_keys,
        sa.Column("period", sa.String(7), primary_key=True),
        *(sa.Column(figure, sa.Float) for figure in figures),
        sa.Column("status", sa.String(20), nullable=False),
        sqlite_with_rowid=False,
        comment=comment,
    )


def _key(name: str, length: int = 40) -> "sa.Column[str]":
    return sa.Column(name, sa.String(length), primary_key=True)


segment_model = sa.Table(
    "segment_model",
    metadata,
    sa.Column("release", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", sa.String(60), nullable=False),
    sa.Column("version", sa.String(40), nullable=False),
    sa.Column("description", sa.JSON, nullable=False),
    comment="description: keko.segments.models.SegmentModel less its segments.",
)

segment = sa.Table(
    "segment",
    metadata,
    sa.Column("release", sa.Integer, primary_key=True, autoincrement=False),
    _key("code"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("names", sa.JSON, nullable=False),
    sa.Column("description", sa.JSON),
    sa.Column("difficult_to_employ", sa.Boolean, nullable=False),
    sa.Column("at_risk", sa.Boolean, nullable=False),
    comment="Groups of people of a model. at_risk: not yet difficult to employ, but near it.",
)

segment_size = _segment_table(
    "segment_size", _key("segment"), _key("sex", 6), _key("age", 20), figures=("persons", "share"),
    comment="Persons in a segment, and their share of the area's population of that sex and age, 0 to 1. segment total: all.",
)  # fmt: skip

segment_factor = _segment_table(
    "segment_factor", _key("segment"), _key("factor"), _key("sex", 6), _key("age", 20), figures=("persons", "share"),
    comment="Persons of a segment who have a factor, and their share of the segment, 0 to 1. segment total: the population.",
)  # fmt: skip

segment_participation = _segment_table(
    "segment_participation", _key("segment"), _key("measure", 20), _key("sex", 6), _key("age", 20),
    figures=("mean", "p10", "p90"), comment="Months a year in employment, unemployment …: mean, 10th and 90th percentile.",
)  # fmt: skip

segment_overlap = _segment_table(
    "segment_overlap", _key("segment"), _key("factors", 400),
    comment="Persons who have exactly these factors, joined by + in the model's order; of a family of definitions, definitions.",
)  # fmt: skip

segment_flow = _segment_table(
    "segment_flow", _key("source"), _key("target"),
    comment="Persons who were in source in the period and are in target in the next one.",
)  # fmt: skip

remembered_mapping = sa.Table(
    "remembered_mapping",
    metadata,
    sa.Column("shape", sa.String(64), primary_key=True),
    sa.Column("mapping", sa.JSON, nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    comment="Answers an analyst gave about a file, used by the next file of the same shape.",
)

target = sa.Table(
    "target",
    metadata,
    sa.Column("indicator", sa.ForeignKey("indicator.id"), primary_key=True),
    sa.Column("area", sa.ForeignKey("area.code"), primary_key=True),
    sa.Column("value", sa.Float, nullable=False),
    sa.Column("since", sa.String(7), nullable=False),
    sa.Column("due", sa.String(7), nullable=False),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    sa.Column("start", sa.Float),
    sa.Column("steps", sa.JSON),
    sa.Column("slack", sa.Float),
    sa.Column("alarm", sa.Float),
    comment="What an area has agreed to reach, in the indicator's unit. since, due: periods. start: what the path begins with, NULL for"
    " the figure of that time; steps: [period, value] in order. slack, alarm: how far behind the path is still on it, and needs action.",
)

undertaking = sa.Table(
    "undertaking",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("owner", sa.String(80)),
    sa.Column("areas", sa.JSON, nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    comment="What somebody has undertaken to do (keko.room.undertakings), as data holds it. owner: the organisation that answers.",
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("name", sa.JSON, nullable=False),
    sa.Column("areas", sa.JSON),
    sa.Column("indicators", sa.JSON),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    comment="What happened: reforms and events. areas, indicators: what it touched, NULL for all. Actions are undertakings.",
)

rebase = sa.Table(
    "rebase",
    metadata,
    sa.Column("indicator", sa.ForeignKey("indicator.id"), primary_key=True),
    sa.Column("area", sa.ForeignKey("area.code"), primary_key=True),
    sa.Column("event", sa.String(100), primary_key=True),
    sa.Column("by", sa.String(120), nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    comment="A person has accepted that limits of ordinary variation are computed anew from an event on, or from an action"
    " (event: undertaking/ID).",
)

boundary_release = sa.Table(
    "boundary_release",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("is_schematic", sa.Boolean, nullable=False),
    sa.Column("year", sa.Integer),
    sa.Column("source", sa.JSON, nullable=False),
    sa.Column("licence", sa.Text, nullable=False),
    sa.Column("crs", sa.Text, nullable=False),
    sa.Column("sea", sa.String(8), nullable=False),
    sa.Column("file_name", sa.Text),
    sa.Column("sha256", sa.String(64)),
    sa.Column("created_by", sa.String(120), nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    comment="Boundaries as they were brought in; the published one is current. crs: what the file said; sea: kept or clipped.",
)

boundary_layer = sa.Table(
    "boundary_layer",
    metadata,
    sa.Column("release", sa.ForeignKey("boundary_release.id"), primary_key=True),
    sa.Column("level", sa.String(3), primary_key=True),
    sa.Column("hash", sa.String(32), nullable=False, index=True),
    sa.Column("features", sa.Integer, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("geojson", sa.LargeBinary, nullable=False),
    comment="One level as GeoJSON, compressed by gzip. hash: of the GeoJSON; size: its bytes before compression.",
)

boundary_area = sa.Table(
    "boundary_area",
    metadata,
    sa.Column("release", sa.ForeignKey("boundary_release.id"), primary_key=True),
    _code(primary_key=True),
    *(
        sa.Column(name, sa.Float, nullable=False)
        for name in ("longitude", "latitude", "west", "south", "east", "north")
    ),
    sa.Column("square_kilometres", sa.Float, nullable=False),
    comment="Where an area is: a point inside it and its bounds, degrees; and its area as drawn, sea included where it is kept.",
)

SEGMENT_TABLES = (segment_size, segment_factor, segment_participation, segment_overlap, segment_flow)
HELD_BY_A_RELEASE = (observation, suppression, segment_model, segment, *SEGMENT_TABLES)

person = sa.Table(
    "person",
    metadata,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("email", sa.String(254), unique=True),
    sa.Column("name", sa.String(120)),
    sa.Column("issuer", sa.String(255)),
    sa.Column("subject", sa.String(255)),
    sa.Column("invited_at", sa.String(32)),
    sa.Column("seen_on", sa.Date),
    sa.Column("asked_at", sa.String(32)),
    sa.Column("asked", sa.Text),
    sa.Column("closed_at", sa.String(32)),
    sa.Column("erased_at", sa.String(32)),
    sa.Column("grants", sa.JSON, nullable=False),
    sa.UniqueConstraint("issuer", "subject"),
    comment="Who may sign in. id: what the audit log and releases call them by, a word made by chance. issuer, subject: who they are to"
    " the identity provider, NULL until they first sign in; seen_on: when they last did. asked: why they would need a role. grants:"
    " the roles they had when their name, address and subject were erased, else empty.",
)

person_role = sa.Table(
    "person_role",
    metadata,
    sa.Column("subject", sa.String(120), primary_key=True),
    sa.Column("role", sa.String(10), primary_key=True),
    sa.Column("provider", sa.String(40), primary_key=True),
    sa.Column("areas", sa.JSON),
    comment="What a person (subject: person.id) may do. provider: for which organisation, * for every; areas: codes, NULL for all.",
)

sign_in = sa.Table(
    "sign_in",
    metadata,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("person", sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    sa.Column("expires_at", sa.String(32), nullable=False),
    comment="Browsers that are signed in. key: SHA-256 of what the browser's cookie holds, which is kept nowhere.",
)

area_view = sa.Table(
    "area_view",
    metadata,
    sa.Column("area", sa.ForeignKey("area.code"), primary_key=True),
    sa.Column("benchmark", sa.ForeignKey("area.code")),
    sa.Column("indicators", sa.JSON),
    comment="What is seen first of an area. benchmark, indicators (ids, in order): NULL where the installation's own are.",
)

ecosystem_record = sa.Table(
    "ecosystem_record",
    metadata,
    sa.Column("kind", sa.String(12), primary_key=True),
    sa.Column("id", sa.String(220), primary_key=True),
    sa.Column("change", sa.Integer, primary_key=True, autoincrement=False, index=True),
    sa.Column("since", sa.String(32), nullable=False),
    sa.Column("until", sa.String(32), index=True),
    sa.Column("data", sa.JSON(none_as_null=True)),
    sa.Column("owner", sa.String(40)),
    sa.Column("by", sa.String(120), nullable=False),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    sa.Column("confirmed_by", sa.String(120)),
    sa.Column("confirmed_at", sa.String(32)),
    comment="A version of a record of the ecosystem (keko.ecosystem.records) a row. change: the data version that it came with, which it"
    " shares with what was written together. until: NULL for what holds now. data: NULL where the record was removed. owner: the actor"
    " that keeps it.",
)

ecosystem_draft = sa.Table(
    "ecosystem_draft",
    metadata,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("by", sa.String(120), nullable=False),
    comment="Services as the national service register last told of them (keko.ecosystem.found), by its ids; readers do not see them.",
)

ecosystem_choice = sa.Table(
    "ecosystem_choice",
    metadata,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("change", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data", sa.JSON, nullable=False),
    sa.Column("places", sa.JSON(none_as_null=True)),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("by", sa.String(120), nullable=False),
    sa.Column("taken_back", sa.Integer),
    comment="What somebody chose of a draft. change: the data version it came with. data: the draft as it was then. places: groups"
    " and stages; NULL where it was left out. taken_back: the change that took it back; the newest of the others is in force.",
)

evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("seal", sa.String(64), primary_key=True),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("view", sa.LargeBinary, nullable=False),
    comment="Frozen views that were taken along or pinned, by their seal. view: keko.room.frozen.FrozenView as JSON, packed (zlib)."
    " at: when it was first kept.",
)

meeting_series = sa.Table(
    "meeting_series",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("area", sa.ForeignKey("area.code"), nullable=False),
    sa.Column("name", sa.JSON, nullable=False),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    comment="A body that meets again and again, for example a steering group, about an area.",
)

meeting = sa.Table(
    "meeting",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("series", sa.ForeignKey("meeting_series.id", ondelete="CASCADE"), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("held_at", sa.String(32)),
    sa.Column("kept", sa.JSON(none_as_null=True)),
    comment="held_at: when it was closed (UTC), NULL while it is to come. kept: what it opened with, as it was when it was closed.",
)

pinned_view = sa.Table(
    "pinned_view",
    metadata,
    sa.Column("seal", sa.String(64), primary_key=True),
    sa.Column("view", sa.Text, nullable=False),
    comment="A view as it was drawn (keko.room.frozen), word for word. seal: SHA-256 of view; a row is never changed.",
)

agenda_item = sa.Table(
    "agenda_item",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("meeting", sa.ForeignKey("meeting.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("title", sa.String(240), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("seal", sa.ForeignKey("pinned_view.seal")),
    sa.Column("history", sa.JSON, nullable=False),
    comment="place: its order on the agenda, from 1. seal: of the view that is pinned to it. history: where it came from, the oldest"
    " first.",
)

decision = sa.Table(
    "decision",
    metadata,
    sa.Column("id", sa.String(80), primary_key=True),
    sa.Column("meeting", sa.ForeignKey("meeting.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("responsible", sa.String(240), nullable=False),
    sa.Column("due", sa.Date),
    sa.Column("figure", sa.JSON(none_as_null=True)),
    sa.Column("meant", sa.String(8)),
    sa.Column("seal", sa.ForeignKey("pinned_view.seal")),
    sa.Column("action", sa.String(80)),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("history", sa.JSON, nullable=False),
    comment="figure: the one that was decided on, as it was then; meant: which way it should go, higher or lower, by due. responsible:"
    " a role or an organisation, never a person. action: the id of what follows. history: of its state, the oldest first.",
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("who", sa.String(120), nullable=False),
    sa.Column("what", sa.String(40), nullable=False),
    sa.Column("object", sa.String(120), nullable=False),
    sa.Column("before", sa.JSON),
    sa.Column("after", sa.JSON),
    comment="Append-only.",
)

data_version = sa.Table(
    "data_version",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    comment="One row, one number: raised by every change that a reader can see.",
)
