"""Loads the demo workshop: through the services, by living through its years and its day with a clock that is moved."""

from .load import load
from .resume import resume
from .signins import write_signins
from .wipe import wipe

__all__ = ["load", "resume", "wipe", "write_signins"]
