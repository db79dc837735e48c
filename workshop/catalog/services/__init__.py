"""The verbs of the catalogue."""

from .create_service import NewPoint, NewStep, create_service

__all__ = ["NewPoint", "NewStep", "create_service"]
