"""Loads the demo workshop: through the services, by living through its years and its day with a clock that is moved."""

from .load import load
from .signins import write_signins

__all__ = ["load", "write_signins"]
