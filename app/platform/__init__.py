"""What differs from one operating system to the next: folders, the master key, autostart, one instance,
logs."""
