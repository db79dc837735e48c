"""The verbs of centres."""

from .customers import correct_customer
from .employ import employ, update_member
from .members import end_membership, give_role, note_patronage, set_customer_profile, set_staff_profile
from .pins import set_pin
from .places import add_bay, create_center, update_center

__all__ = [
    "add_bay",
    "correct_customer",
    "create_center",
    "employ",
    "end_membership",
    "give_role",
    "note_patronage",
    "set_customer_profile",
    "set_pin",
    "set_staff_profile",
    "update_center",
    "update_member",
]
