"""The pure core: entity types and their fields, records, pages, errors, events, the clock. No I/O."""
