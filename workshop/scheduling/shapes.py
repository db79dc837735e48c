"""What each audience sees of an appointment and of its transports: pure views of its facts."""

from datetime import datetime
from typing import Any

from .due import REACH, missed_from, sets_out_from
from .workflow import APPOINTMENT, TRANSPORT

LETTERS = {"customer": "C", "technician": "", "lead": "", "desk": "F", "board": "", "driver": "D"}
MONEY = frozenset({"total_amount", "late_cancel_fee", "cancel_fee"})
CONFLICT = frozenset({"conflict_since", "conflict_with"})
CHANGE = frozenset({"last_change"})
"""Who of the staff did what, which is for the desk."""
TERMS = frozenset({"collect_until"})
"""What only says until when something is offered."""
AGREED = frozenset(
    {
        "notes",
        "concern",
        "photo_count",
        "wished_times",
        "desk_message",
        "payment_status",
        "answer_by",
        "change_until",
        "held_until",
        "duration",
        "lane",
        "wants_loaner",
        "loaner",
        "vehicle_unverified",
    }
)
"""What was agreed with the customer, which is not the wall's business."""
DRIVING = frozenset({"collects", "transports"})
"""Where somebody lives, which is not the technicians' business."""
LABELS = {"collect": "Plan a collection", "return": "Plan a return"}
HIDDEN = {
    "desk": frozenset[str](),
    "customer": CONFLICT | CHANGE,
    "technician": MONEY | DRIVING | CHANGE,
    "lead": MONEY | DRIVING | CHANGE,
    "board": MONEY | AGREED | CONFLICT | DRIVING | CHANGE,
}


def appointment_view(facts: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return an appointment as an audience sees it, with what it may do."""
    refused = _not_now(facts, audience)
    moves = APPOINTMENT.verbs_from(facts["status"], LETTERS[audience])
    due = missed_from(datetime.fromisoformat(facts["scheduled_start"])).isoformat()
    offers = [
        move.offer(
            since=due if move.verb == "mark_no_show" else None,
            # Customers move their visit up to what was said when they booked.
            until=facts["change_until"] if (move.verb, audience) == ("reschedule", "customer") else None,
        )
        for move in moves
        if move.verb not in refused
    ]
    hidden = HIDDEN[audience]
    view = {name: value for name, value in facts.items() if name not in hidden | TERMS}
    view["allowed_actions"] = offers
    if "transports" in view:
        view["transports"] = [transport_view(facts, one, audience) for one in facts["transports"]]
        view["transport_actions"] = _offers(facts, audience)
    if audience == "desk":
        return view
    if customer := facts["customer"]:
        view["customer"] = {"id": customer["id"], "name": customer["name"]}
    if audience == "customer":
        view["moved_from"] = _moved_from(facts.get("last_change"))
    if audience == "customer" and (card := facts["technician"]):
        name = card["name"].split()[0]
        view["technician"] = {"id": card["id"], "name": name, "initials": name[:1].upper()}
    if audience == "board":
        view["customer"] = None
        view["services"] = [{"id": line["id"], "name": line["name"]} for line in facts["services"]]
    return view


def _moved_from(change: dict[str, Any] | None) -> str | None:
    """Return the start from which the workshop moved it last; by whom there is for the desk."""
    if change is None or (change["deed"], change["by"]) != ("moved", "staff"):
        return None
    return change.get("moved_from")


def transport_view(facts: dict[str, Any], transport: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return a transport of an appointment as an audience sees it; customers read the driver's first name."""
    view = dict(transport)
    if audience == "customer" and (card := transport["driver"]):
        name = card["name"].split()[0]
        view["driver"] = {"id": card["id"], "name": name, "initials": name[:1].upper()}
    moves = TRANSPORT.verbs_from(transport["status"], LETTERS[audience])
    due = sets_out_from(facts["center"]["zone"], datetime.fromisoformat(transport["window_start"]))
    view["allowed_actions"] = [
        move.offer(
            since=due.isoformat() if move.verb == "set_out" else None,
            until=transport["change_until"] if (move.verb, audience) == ("cancel", "customer") else None,
        )
        for move in moves
        if move.verb != "set_out" or starts_here(facts, transport["direction"])
    ]
    return view


def trip_view(facts: dict[str, Any], transport: dict[str, Any]) -> dict[str, Any]:
    """Return a transport as its driver sees it: where to, for whom and with which vehicle."""
    return {
        **transport_view(facts, transport, "driver"),
        "appointment_id": facts["id"],
        "number": facts["number"],
        "customer": facts["customer"],
        "vehicle": facts["vehicle"],
        "scheduled_start": facts["scheduled_start"],
    }


def plannable(facts: dict[str, Any], *, desk: bool) -> list[str]:
    """Return which ways the vehicle can be planned to go now, anew or in another window."""
    begun = {one["direction"] for one in facts["transports"] if one["status"] in ("under_way", "done")}
    states: dict[str, tuple[str, ...]] = {"collect": ("confirmed",), "return": ("confirmed", "checked_in")}
    return [
        way
        for way, fits in states.items()
        if way not in begun
        and (facts["status"] in fits or (desk and way == "return" and starts_here(facts, way)))
    ]


def starts_here(facts: dict[str, Any], direction: str) -> bool:
    """Say whether the vehicle is where a drive begins: with its customer, or at the workshop."""
    return direction == "collect" or is_collected(facts) or facts["status"] in ("checked_in", "fulfilled")


def is_driven(facts: dict[str, Any]) -> bool:
    """Say whether a driver is on the way with the vehicle, or to it."""
    return any(one["status"] == "under_way" for one in facts["transports"])


def is_collected(facts: dict[str, Any]) -> bool:
    """Say whether the workshop fetched the vehicle."""
    return any(one["direction"] == "collect" and one["status"] == "done" for one in facts["transports"])


def _not_now(facts: dict[str, Any], audience: str) -> set[str]:
    """Return the verbs that a visit's state would let through and what goes with it does not."""
    verbs = set[str]()
    if facts["lane"] == "request" and facts["status"] == "held":
        verbs.add("confirm")
    if is_driven(facts):
        verbs |= {"cancel", "mark_no_show", *(["reschedule"] if audience == "customer" else [])}
    if audience == "customer" and is_collected(facts):
        verbs.add("cancel")
    return verbs


def _offers(facts: dict[str, Any], audience: str) -> list[dict[str, Any]]:
    """Return the offers to plan a collection and a return; to the desk always, to customers where they are fetched.

    Customers are offered each as long as a window can begin in time.
    """
    if audience == "customer" and not facts["collects"]:
        return []
    until = {"collect": facts.get("collect_until"), "return": _return_until(facts)}
    return [
        {
            "verb": way,
            "label": LABELS[way],
            "tone": "neutral",
            "only": None,
            "except": None,
            "since": None,
            "until": until[way] if audience == "customer" else None,
        }
        for way in plannable(facts, desk=audience == "desk")
    ]


def _return_until(facts: dict[str, Any]) -> str:
    """Return the latest that a vehicle is brought back, by when its visit ends as far as is known."""
    ends = [facts["scheduled_end"], facts["estimated_completion"] or facts["scheduled_end"]]
    return (max(map(datetime.fromisoformat, ends)) + REACH).isoformat()
