"""Placeholder while the parts are made."""
