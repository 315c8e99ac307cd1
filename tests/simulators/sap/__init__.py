"""A simulated SAP Business One: a real HTTP server with the quirks of docs/protocols/sap.md."""

from tests.simulators.sap.simulator import SimulatedSap

#: Who may log in.
USER, PASSWORD, COMPANY = "manager", "manager-password", "SBODEMOIN"

__all__ = ["COMPANY", "PASSWORD", "USER", "SimulatedSap"]
