"""Writing to Tally: from an op to the XML of an import, and from its answer to what was done (docs/protocols/tally.md: Writing)."""
