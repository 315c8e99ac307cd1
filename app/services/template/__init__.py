"""The parts of the transform templates (:mod:`app.services.templates` is the front)."""
