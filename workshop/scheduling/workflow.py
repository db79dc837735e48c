"""The workflows of an appointment, of a vehicle's transport and of the waiting list; the outside's words for states."""

from workshop.kernel.workflow import Transition, Workflow

APPOINTMENT = Workflow(
    noun="appointment",
    states=(
        "held",
        "requested",
        "proposed",
        "confirmed",
        "checked_in",
        "fulfilled",
        "expired",
        "rejected",
        "cancelled",
        "no_show",
    ),
    transitions=(
        Transition("confirm", ("held",), "confirmed", "CF", "Confirm", "primary"),
        Transition("request", ("held",), "requested", "C", "Send request", "primary"),
        Transition("accept", ("requested",), "confirmed", "F", "Accept", "primary"),
        Transition("propose", ("requested",), "proposed", "F", "Propose another time"),
        Transition("reject", ("requested",), "rejected", "F", "Reject", "danger"),
        Transition("accept_proposal", ("proposed",), "confirmed", "C", "Accept this time", "primary"),
        Transition("ask_again", ("proposed",), "requested", "C", "Ask for other times"),
        Transition("reschedule", ("confirmed",), "confirmed", "CF", "Change time"),
        Transition("check_in", ("confirmed", "no_show"), "checked_in", "F", "Check in", "primary"),
        Transition("mark_no_show", ("confirmed",), "no_show", "FS", "Did not come"),
        Transition(
            "cancel", ("held", "requested", "proposed", "confirmed"), "cancelled", "CF", "Cancel", "danger"
        ),
        Transition("cancel_with_card", ("checked_in",), "cancelled", "S", "Cancelled with its job card"),
        Transition("fulfil", ("checked_in",), "fulfilled", "S", "Fulfilled"),
        Transition("expire", ("held", "requested", "proposed"), "expired", "S", "Expired"),
    ),
    final=frozenset({"fulfilled", "expired", "rejected", "cancelled"}),
)

TRANSPORT = Workflow(
    noun="vehicle transport",
    states=("planned", "under_way", "done", "failed", "cancelled"),
    transitions=(
        Transition("set_out", ("planned",), "under_way", "DF", "Set out", "primary"),
        Transition("finish", ("under_way",), "done", "DF", "Handed over", "primary"),
        Transition("fail", ("under_way",), "failed", "DF", "Did not work out", "danger"),
        Transition("cancel", ("planned",), "cancelled", "CF", "Cancel", "danger"),
    ),
    final=frozenset({"done", "failed", "cancelled"}),
)

WAITING = Workflow(
    noun="waiting list entry",
    states=("waiting", "offered", "booked", "left", "expired"),
    transitions=(
        Transition("offer", ("waiting",), "offered", "S", "Offered"),
        Transition("book", ("offered",), "booked", "CF", "Book it", "primary"),
        Transition("wait_on", ("offered",), "waiting", "CFS", "Wait on"),
        Transition("leave", ("waiting", "offered"), "left", "CF", "Leave the list", "danger"),
        Transition("expire", ("waiting",), "expired", "S", "Expired"),
    ),
    final=frozenset({"booked", "left", "expired"}),
)

OUTSIDE = {
    "held": "pending",
    "requested": "pending",
    "proposed": "pending",
    "confirmed": "confirmed",
    "checked_in": "in_progress",
    "fulfilled": "completed",
    "cancelled": "cancelled",
    "rejected": "cancelled",
    "expired": "cancelled",
    "no_show": "cancelled",
}
"""The specification's words, shown and accepted in filters."""
