"""Simulated systems for the tests: real HTTP servers on loopback that behave as the vendors' do."""
