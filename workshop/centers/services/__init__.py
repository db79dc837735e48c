"""The verbs of centres."""

from .members import end_membership, give_role, note_patronage, set_customer_profile, set_staff_profile
from .pins import set_pin
from .places import add_bay, create_center, set_opening_hours, update_center

__all__ = [
    "add_bay",
    "create_center",
    "end_membership",
    "give_role",
    "note_patronage",
    "set_customer_profile",
    "set_opening_hours",
    "set_pin",
    "set_staff_profile",
    "update_center",
]
