"""The appointment's workflow, and the words the outside uses for its states."""

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
