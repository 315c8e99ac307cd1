"""The connection wizard: six steps from nothing to a first sync. Cancel leaves nothing behind."""
