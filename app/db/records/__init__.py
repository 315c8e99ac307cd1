"""The hub's records: reading them, what a person or a program writes, and every earlier version."""

from app.db.records.history import Version
from app.db.records.store import RecordStore

__all__ = ["RecordStore", "Version"]
