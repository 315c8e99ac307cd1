"""Mappings: which field of the hub is which field of the other system."""
