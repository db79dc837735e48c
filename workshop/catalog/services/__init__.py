"""The verbs of the catalogue."""

from .change_service import change_service
from .content import NewPoint, NewStep
from .create_service import create_service

__all__ = ["NewPoint", "NewStep", "change_service", "create_service"]
