"""What every test shares."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No wall times decide a test: the machine may be busy with another worker's tests.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.load_profile("house")
