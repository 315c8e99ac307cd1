"""Connections: the list, and what can be done with each."""
