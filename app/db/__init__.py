"""The hub's database: tables, migrations, stores that answer frozen dataclasses, backup and restore."""
