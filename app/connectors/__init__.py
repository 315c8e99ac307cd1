"""The ERPs: one package each, all behind the contract in ``base``."""
