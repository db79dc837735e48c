"""The verbs of centres."""

from .capacity import (
    ShiftSpan,
    add_absence,
    administered_center,
    capacity_changed,
    clear_exception,
    remove_absence,
    set_exception,
    set_shifts,
)
from .customers import admit_customer, amend_customer, tell_desks, update_own_card
from .employ import employ, update_member
from .members import end_membership, give_role, note_patronage, set_customer_profile, set_staff_profile
from .network import apply_again, apply_center, approve_center, reject_center
from .pins import set_pin
from .places import add_bay, create_center, update_bay, update_center

__all__ = [
    "ShiftSpan",
    "add_absence",
    "add_bay",
    "administered_center",
    "admit_customer",
    "amend_customer",
    "apply_again",
    "apply_center",
    "approve_center",
    "capacity_changed",
    "clear_exception",
    "create_center",
    "employ",
    "end_membership",
    "give_role",
    "note_patronage",
    "reject_center",
    "remove_absence",
    "set_customer_profile",
    "set_exception",
    "set_pin",
    "set_shifts",
    "set_staff_profile",
    "tell_desks",
    "update_bay",
    "update_center",
    "update_member",
    "update_own_card",
]
