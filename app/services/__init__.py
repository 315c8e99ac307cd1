"""One facade for every front door: small modules, one per noun, answering the dataclasses of ``views``."""
