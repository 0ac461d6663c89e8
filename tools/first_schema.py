"""Write the first migration from the tables in code. Only until the first release.

Afterwards a change is a new migration that goes forward on data, never this tool again.
"""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

import jingzhun.main  # noqa: F401 - loads every package, so that the metadata is whole
from jingzhun.kit.db import METADATA, TRIGGERS
from jingzhun.kit.schema import render_type

TARGET = Path(__file__).parents[1] / "migrations/versions/2026_11_25_1000_first_schema.py"
HEAD = '''"""The first schema: places, registry, imports, funds, accounts, journal."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_25_1000"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make every table, then the triggers of this database."""
'''
TAIL = '''
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(sa.text(statement))


def downgrade() -> None:
    """Releases only go forward; restore a backup instead."""
    raise NotImplementedError


'''


def main() -> None:
    """Compare the metadata with an empty database and write the difference."""
    with create_engine("sqlite://").connect() as connection:
        options = {"render_item": render_type, "target_metadata": METADATA}
        context = MigrationContext.configure(connection, opts=options)
        script = produce_migrations(context, METADATA)
        if script.upgrade_ops is None:
            raise SystemExit("no tables found")
        body = render_python_code(
            script.upgrade_ops, migration_context=context, render_item=render_type
        )
    kept = (line for line in body.splitlines() if not line.lstrip().startswith("# ###"))
    lines = "".join(f"{line}\n" for line in kept)
    TARGET.write_text(HEAD + lines + TAIL + _triggers(), encoding="utf-8")


def _triggers() -> str:
    parts = ["TRIGGERS: dict[str, tuple[str, ...]] = {\n"]
    for dialect in ("sqlite", "postgresql"):
        parts.append(f'    "{dialect}": (\n')
        for name in sorted(TRIGGERS):
            for statement in getattr(TRIGGERS[name], dialect):
                parts.append(f"        {statement!r},\n")
        parts.append("    ),\n")
    return "".join([*parts, "}\n"])


if __name__ == "__main__":
    main()
