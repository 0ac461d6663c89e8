"""Alembic's entry: migrates the database whose URL or connection it is handed."""

from alembic import context
from sqlalchemy import create_engine, pool

import jingzhun.main  # noqa: F401 - loads every package, so that the metadata is whole
from jingzhun.kit.db import METADATA
from jingzhun.kit.schema import render_type

SETTINGS = {
    "target_metadata": METADATA,
    "render_as_batch": True,
    "compare_type": True,
    "render_item": render_type,
}


def migrate() -> None:
    """Run the migrations on the given connection, or on the URL of the configuration."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        context.configure(connection=connection, **SETTINGS)
        with context.begin_transaction():
            context.run_migrations()
        return
    url = context.config.get_main_option("sqlalchemy.url")
    if not url:
        raise RuntimeError("give the database as sqlalchemy.url")
    with create_engine(url, poolclass=pool.NullPool).connect() as opened:
        context.configure(connection=opened, **SETTINGS)
        with context.begin_transaction():
            context.run_migrations()


migrate()
