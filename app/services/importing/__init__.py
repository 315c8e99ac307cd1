"""The parts of an import (:mod:`app.services.imports` is the front)."""
