"""The engine: what came in, what it means, what is done about it. Runs, jobs, guards."""
