"""The proof rig: fake ERPs, people, faults, crashes and SIGKILL against the real engine (``python -m tests.chaos``)."""
