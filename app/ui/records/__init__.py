"""Records: what the hub holds, in a table that scrolls a million rows."""
