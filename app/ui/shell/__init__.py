"""The window around the screens: rail, status line, tray."""
