"""Monthly totals, hub beside Tally, and the documents that make the difference."""
