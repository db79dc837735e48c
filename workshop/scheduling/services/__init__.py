"""The verbs of scheduling."""

from .amend import amend
from .answer import accept, accept_proposal, ask_again, propose, reject, undo_answer
from .at_desk import admit_with_vehicle, book_at_desk
from .book import book
from .confirm import confirm, let_go, link_own_visit, request_visit
from .hold import hold, hold_request
from .link import link_visit
from .offer import offer_freed
from .order import Line
from .overrun import Moved, expect_end, move_all
from .party import NewCustomer
from .reschedule import reschedule
from .resources import add_bay_resource, add_person_resource, make_bookable, open_bay
from .rules import add_resource, retire_resource, set_rules
from .states import cancel, cancel_with_card, change_notes, fulfil, mark_checked_in, mark_no_show
from .sweep import sweep, sweep_waiting
from .tell import tell_customer
from .transports import assign_driver, cancel_transport, fail, finish, plan_transport, set_out
from .trips import Trip
from .waiting import (
    book_offer,
    expire_waiting,
    join_at_desk,
    join_waiting_list,
    leave_waiting_list,
    wait_on,
)

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
    "admit_with_vehicle",
    "amend",
    "ask_again",
    "assign_driver",
    "book",
    "book_at_desk",
    "book_offer",
    "cancel",
    "cancel_transport",
    "cancel_with_card",
    "change_notes",
    "confirm",
    "expect_end",
    "expire_waiting",
    "fail",
    "finish",
    "fulfil",
    "hold",
    "hold_request",
    "join_at_desk",
    "join_waiting_list",
    "leave_waiting_list",
    "let_go",
    "link_own_visit",
    "link_visit",
    "make_bookable",
    "mark_checked_in",
    "mark_no_show",
    "move_all",
    "offer_freed",
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
    "sweep_waiting",
    "tell_customer",
    "undo_answer",
    "wait_on",
]
