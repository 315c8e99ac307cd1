"""The parts of the webhooks (:mod:`app.services.webhooks` is the front)."""
