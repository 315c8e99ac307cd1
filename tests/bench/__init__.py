"""Benchmarks: each beside its limit in the same run, printing ratios. ``python3 dev.py bench [--size small]``."""
