"""The verbs of scheduling."""

from .amend import amend
from .answer import accept, accept_proposal, ask_again, propose, reject
from .at_desk import book_at_desk
from .book import book
from .confirm import confirm, let_go, link_own_visit, request_visit
from .hold import hold, hold_request
from .link import link_visit
from .overrun import Moved, expect_end, move_all
from .party import NewCustomer
from .reschedule import reschedule
from .resources import add_bay_resource, add_person_resource, open_bay
from .rules import add_resource, retire_resource, set_rules
from .states import cancel, cancel_with_card, change_notes, fulfil, mark_checked_in, mark_no_show
from .sweep import sweep
from .transports import assign_driver, cancel_transport, fail, finish, plan_transport, set_out
from .trips import Trip
from .visit import Line

__all__ = [
    "Line",
    "Moved",
    "NewCustomer",
    "Trip",
    "accept",
    "accept_proposal",
    "add_bay_resource",
    "add_person_resource",
    "add_resource",
    "amend",
    "ask_again",
    "assign_driver",
    "book",
    "book_at_desk",
    "cancel",
    "cancel_transport",
    "cancel_with_card",
    "change_notes",
    "confirm",
    "expect_end",
    "fail",
    "finish",
    "fulfil",
    "hold",
    "hold_request",
    "let_go",
    "link_own_visit",
    "link_visit",
    "mark_checked_in",
    "mark_no_show",
    "move_all",
    "open_bay",
    "plan_transport",
    "propose",
    "reject",
    "request_visit",
    "reschedule",
    "retire_resource",
    "set_out",
    "set_rules",
    "sweep",
]
