"""OData as three kinds of servers speak it; of what they keep it knows nothing."""
