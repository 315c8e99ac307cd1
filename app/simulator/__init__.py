"""A simulated Tally Prime: real HTTP and XML, generated books, and the truth to compare with.

What it imitates, and on whose word, is in docs/protocols/tally.md.
"""

from app.simulator.spec import CompanySpec, Quirks
from app.simulator.tally import SimulatedTally

__all__ = ["CompanySpec", "Quirks", "SimulatedTally"]
