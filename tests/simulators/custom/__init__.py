"""Servers for the custom connector: a REST ERP in several styles, and a relay that loses answers of a real server."""

from tests.simulators.custom.erp import RestErp
from tests.simulators.custom.relay import Relay

__all__ = ["Relay", "RestErp"]
