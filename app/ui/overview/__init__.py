"""Overview: is it working, what needs me."""
