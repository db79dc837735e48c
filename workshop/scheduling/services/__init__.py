"""The verbs of scheduling."""

from .amend import amend
from .book import Line, book
from .reschedule import reschedule
from .resources import add_bay_resource, add_person_resource
from .states import cancel, cancel_with_card, change_notes, fulfil, mark_checked_in, mark_no_show

__all__ = [
    "Line",
    "add_bay_resource",
    "add_person_resource",
    "amend",
    "book",
    "cancel",
    "cancel_with_card",
    "change_notes",
    "fulfil",
    "mark_checked_in",
    "mark_no_show",
    "reschedule",
]
