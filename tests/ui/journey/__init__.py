"""The real program in a process of its own, used with the X server's pointer and keyboard only."""
