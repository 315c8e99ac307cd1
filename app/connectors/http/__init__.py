"""What the connectors to ERPs over HTTP share: the client, reading answers, the limits of the other system."""
