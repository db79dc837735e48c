"""The verbs of vehicles."""

from .history import note_at_center, note_mileage, record_maintenance
from .own import add_vehicle, archive_vehicle, update_vehicle

__all__ = [
    "add_vehicle",
    "archive_vehicle",
    "note_at_center",
    "note_mileage",
    "record_maintenance",
    "update_vehicle",
]
