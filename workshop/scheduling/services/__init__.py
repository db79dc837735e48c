"""The verbs of scheduling."""

from .amend import amend
from .at_desk import NewCustomer, book_at_desk
from .book import book
from .link import link_visit
from .reschedule import reschedule
from .resources import add_bay_resource, add_person_resource
from .states import cancel, cancel_with_card, change_notes, fulfil, mark_checked_in, mark_no_show
from .visit import Line

__all__ = [
    "Line",
    "NewCustomer",
    "add_bay_resource",
    "add_person_resource",
    "amend",
    "book",
    "book_at_desk",
    "cancel",
    "cancel_with_card",
    "change_notes",
    "fulfil",
    "link_visit",
    "mark_checked_in",
    "mark_no_show",
    "reschedule",
]
