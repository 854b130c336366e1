"""people: who may sign in, what they may do, and what an organisation sees first"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("email", sa.String(254)),
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_person_issuer_subject")),
        comment=PERSON,
    )
    op.create_table(
        "sign_in",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("person", sa.String(40), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sign_in")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_sign_in_person"), ondelete="CASCADE"),
        comment="Browsers that are signed in. key: SHA-256 of what the browser's cookie holds, which is kept nowhere.",
    )
    op.create_table(
        "area_view",
        sa.Column("area", sa.String(8), nullable=False),
        sa.Column("benchmark", sa.String(8)),
        sa.Column("indicators", sa.JSON),
        sa.PrimaryKeyConstraint("area", name=op.f("pk_area_view")),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name=op.f("fk_area_view_area")),
        sa.ForeignKeyConstraint(["benchmark"], ["area.code"], name=op.f("fk_area_view_benchmark")),
        comment="What is seen first of an area. benchmark, indicators (ids, in order): NULL where the installation's own are.",
    )
    with op.batch_alter_table("provider") as table:
        table.add_column(sa.Column("home", sa.String(8)))
        table.create_table_comment(PROVIDER + " home: the area that its people see first.")
    with op.batch_alter_table("person_role") as table:
        table.create_table_comment(ROLE)


def downgrade() -> None:
    with op.batch_alter_table("person_role") as table:
        table.drop_table_comment()
    with op.batch_alter_table("provider") as table:
        table.drop_column("home")
        table.create_table_comment(PROVIDER)
    for name in ("area_view", "sign_in", "person"):
        op.drop_table(name)


PERSON = (
    "Who may sign in. id: what the audit log and releases call them by, a word made by chance. issuer, subject: who they are to"
    " the identity provider, NULL until they first sign in; seen_on: when they last did. asked: why they would need a role. grants:"
    " the roles they had when their name, address and subject were erased, else empty."
)
PROVIDER = "Who delivers rows. areas: the codes it may deliver for, NULL for all."
ROLE = "What a person (subject: person.id) may do. provider: for which organisation, * for every; areas: codes, NULL for all."
