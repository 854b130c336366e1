"""quartiles"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

COMMENT = (
    "Values. denominator of a mean or a median: n; deviation: a mean's standard deviation; q1, q3: a median's quartiles."
    " coverage: share of population, 0 to 1."
)
BEFORE = "Values. denominator of a mean: n; deviation: its standard deviation. coverage: share of population, 0 to 1."


def upgrade() -> None:
    for name in ("q1", "q3"):
        op.add_column("observation", sa.Column(name, sa.Float(), nullable=True))
    _comment(COMMENT, BEFORE)


def downgrade() -> None:
    for name in ("q3", "q1"):
        op.drop_column("observation", name)
    _comment(BEFORE, COMMENT)


def _comment(text: str, before: str) -> None:
    if op.get_bind().dialect.name != "sqlite":  # which keeps no comments
        op.create_table_comment("observation", text, existing_comment=before)
