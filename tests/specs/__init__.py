"""Tables of ours that are made from the vendors' specifications."""
