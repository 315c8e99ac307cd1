"""The REST API on the embedded listener (contract §2). Imported only when the listener starts: it is heavy."""
