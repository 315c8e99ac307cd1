"""Settings: how the program behaves on this PC."""
