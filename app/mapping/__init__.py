"""The mapping engine: a config's field links compiled once into plain functions. Pure."""
