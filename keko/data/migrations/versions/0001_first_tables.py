"""first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("level", sa.String(length=3), nullable=False),
        sa.Column("name_fi", sa.Text(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("short_fi", sa.Text(), nullable=False),
        sa.Column("short_sv", sa.Text(), nullable=False),
        sa.Column("short_en", sa.Text(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_area")),
        comment="Areas of every level. population: residents, the weight of a member in the coverage of a roll-up.",
    )
    op.create_table(
        "area_alias",
        sa.Column("level", sa.String(length=3), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("level", "alias", name=op.f("pk_area_alias")),
        comment="Other names of areas; also names of levels that are not kept, so that they are not taken for one that is.",
    )
    op.create_table(
        "area_set",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_set")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.String(length=120), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("object", sa.String(length=120), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        comment="Append-only.",
    )
    op.create_table(
        "data_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_version")),
        comment="One row, one number: raised by every change that a reader can see.",
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("description", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        comment="The catalogue. description: keko.indicators.catalogue.Indicator; origin: catalogue, or analyst for one made at import.",
    )
    op.create_table(
        "person_role",
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("subject", "role", "provider", name=op.f("pk_person_role")),
    )
    op.create_table(
        "provider",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider")),
        comment="Who delivers rows. areas: the codes it may deliver for, NULL for all.",
    )
    op.create_table(
        "remembered_mapping",
        sa.Column("shape", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("shape", name=op.f("pk_remembered_mapping")),
        comment="Answers an analyst gave about a file, used by the next file of the same shape.",
    )
    op.create_table(
        "membership",
        sa.Column("member", sa.String(length=8), nullable=False),
        sa.Column("parent", sa.String(length=8), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["member"], ["area.code"], name=op.f("fk_membership_member")),
        sa.ForeignKeyConstraint(["parent"], ["area.code"], name=op.f("fk_membership_parent")),
        sa.PrimaryKeyConstraint("member", "parent", name=op.f("pk_membership")),
        comment="Which municipality belongs where. No valid_from: the first known membership, applied backwards.",
    )
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("territory", sa.String(length=40), nullable=False),
        sa.Column("created_by", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("approved_by", sa.String(length=80), nullable=True),
        sa.Column("published_by", sa.String(length=80), nullable=True),
        sa.Column("published_at", sa.String(length=32), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("permit", sa.Text(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("made_from", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("difference", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_release_indicator")),
        sa.ForeignKeyConstraint(["provider"], ["provider.id"], name=op.f("fk_release_provider")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_indicator"), ["indicator"], unique=False)

    op.create_table(
        "succession",
        sa.Column("old", sa.String(length=8), nullable=False),
        sa.Column("new", sa.String(length=8), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["new"], ["area.code"], name=op.f("fk_succession_new")),
        sa.ForeignKeyConstraint(["old"], ["area.code"], name=op.f("fk_succession_old")),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_succession")),
    )
    op.create_table(
        "current",
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("release", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_current_indicator")),
        sa.ForeignKeyConstraint(["provider"], ["provider.id"], name=op.f("fk_current_provider")),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name=op.f("fk_current_release")),
        sa.PrimaryKeyConstraint("indicator", "provider", name=op.f("pk_current")),
        comment="The newest state of the publication log.",
    )
    op.create_table(
        "observation",
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=8), nullable=False),
        sa.Column("sex", sa.String(length=6), nullable=False),
        sa.Column("age", sa.String(length=20), nullable=False),
        sa.Column("breakdown", sa.String(length=120), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("lower", sa.Float(), nullable=True),
        sa.Column("upper", sa.Float(), nullable=True),
        sa.Column("numerator", sa.Float(), nullable=True),
        sa.Column("denominator", sa.Float(), nullable=True),
        sa.Column("deviation", sa.Float(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("members_present", sa.Integer(), nullable=True),
        sa.Column("coverage", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("release", "area", "sex", "age", "breakdown", "period", name=op.f("pk_observation")),
        comment="Values. denominator of a mean: n; deviation: its standard deviation. coverage: share of population, 0 to 1.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("data_version", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("release", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_publication_indicator")),
        sa.ForeignKeyConstraint(["provider"], ["provider.id"], name=op.f("fk_publication_provider")),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name=op.f("fk_publication_release")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        comment="Append-only: which release was current from which data version on. release NULL: withdrawn.",
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_publication_data_version"), ["data_version"], unique=False)

    op.create_table(
        "suppression",
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=8), nullable=False),
        sa.Column("sex", sa.String(length=6), nullable=False),
        sa.Column("age", sa.String(length=20), nullable=False),
        sa.Column("breakdown", sa.String(length=120), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("cause", sa.String(length=9), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name=op.f("fk_suppression_release"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("release", "area", "sex", "age", "breakdown", "period", name=op.f("pk_suppression")),
        comment="For analysts only: whether a hidden cell was hidden for itself (primary) or to protect others (secondary).",
    )


def downgrade() -> None:
    op.drop_table("suppression")
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_publication_data_version"))

    op.drop_table("publication")
    op.drop_table("observation")
    op.drop_table("current")
    op.drop_table("succession")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_indicator"))

    op.drop_table("release")
    op.drop_table("membership")
    op.drop_table("remembered_mapping")
    op.drop_table("provider")
    op.drop_table("person_role")
    op.drop_table("indicator")
    op.drop_table("data_version")
    op.drop_table("audit")
    op.drop_table("area_set")
    op.drop_table("area_alias")
    op.drop_table("area")
