"""Activity: every run, live while it runs."""
