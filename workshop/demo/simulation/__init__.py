"""Lives through the demo's day over HTTP, as its technicians and its desk would."""

from .day import Simulation

__all__ = ["Simulation"]
