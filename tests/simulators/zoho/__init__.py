"""A simulated Zoho CRM (v8): a real HTTP server with the quirks of docs/protocols/zoho.md."""

from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET, SCOPES
from tests.simulators.zoho.moments import OFFSET, text_of
from tests.simulators.zoho.simulator import SimulatedZoho

__all__ = ["CLIENT_ID", "CLIENT_SECRET", "OFFSET", "SCOPES", "SimulatedZoho", "text_of"]
