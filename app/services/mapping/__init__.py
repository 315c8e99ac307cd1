"""What the mapping editor asks of the services, part by part (:mod:`app.services.mappings` is the front)."""
