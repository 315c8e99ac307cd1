"""Alembic's entry: runs the revisions on the connection that :func:`app.db.migrations.upgrade` hands over."""

from alembic import context

from app.db.tables import metadata

connection = context.config.attributes["connection"]
# Batch mode: SQLite changes columns by rebuilding the table.
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
