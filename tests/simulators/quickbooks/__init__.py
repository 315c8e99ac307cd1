"""A simulated QuickBooks Online: a real HTTP server with the quirks of docs/protocols/quickbooks.md."""

from tests.simulators.quickbooks.accounts import CLIENT_ID, CLIENT_SECRET, SCOPE
from tests.simulators.quickbooks.moments import OFFSET, text_of
from tests.simulators.quickbooks.simulator import SimulatedQuickbooks

__all__ = ["CLIENT_ID", "CLIENT_SECRET", "OFFSET", "SCOPE", "SimulatedQuickbooks", "text_of"]
