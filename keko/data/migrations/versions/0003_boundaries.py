"""boundaries of areas"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "boundary_release",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("is_schematic", sa.Boolean(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("crs", sa.Text(), nullable=False),
        sa.Column("sea", sa.String(length=8), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("created_by", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boundary_release")),
        comment="Boundaries as they were brought in; the published one is current. crs: what the file said; sea: kept or clipped.",
    )
    op.create_table(
        "boundary_layer",
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=3), nullable=False),
        sa.Column("hash", sa.String(length=32), nullable=False),
        sa.Column("features", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("geojson", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["boundary_release.id"], name=op.f("fk_boundary_layer_release")),
        sa.PrimaryKeyConstraint("release", "level", name=op.f("pk_boundary_layer")),
        comment="One level as GeoJSON, compressed by gzip. hash: of the GeoJSON; size: its bytes before compression.",
    )
    with op.batch_alter_table("boundary_layer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_boundary_layer_hash"), ["hash"], unique=False)

    op.create_table(
        "boundary_area",
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("west", sa.Float(), nullable=False),
        sa.Column("south", sa.Float(), nullable=False),
        sa.Column("east", sa.Float(), nullable=False),
        sa.Column("north", sa.Float(), nullable=False),
        sa.Column("square_kilometres", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["boundary_release.id"], name=op.f("fk_boundary_area_release")),
        sa.PrimaryKeyConstraint("release", "code", name=op.f("pk_boundary_area")),
        comment="Where an area is: a point inside it and its bounds, degrees; and its area as drawn, sea included where it is kept.",
    )


def downgrade() -> None:
    op.drop_table("boundary_area")
    with op.batch_alter_table("boundary_layer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_boundary_layer_hash"))

    op.drop_table("boundary_layer")
    op.drop_table("boundary_release")
