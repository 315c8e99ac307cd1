"""Automatic syncs: a thread that only enqueues. Rebuilt from the tables whenever they change."""
