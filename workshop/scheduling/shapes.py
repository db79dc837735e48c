"""What each audience sees of an appointment: pure views of its facts."""

from typing import Any

from .workflow import APPOINTMENT

LETTERS = {"customer": "C", "technician": "", "lead": "", "desk": "F", "board": ""}
MONEY = frozenset({"total_amount", "late_cancel_fee", "cancel_fee"})
CONFLICT = frozenset({"conflict_since", "conflict_with"})
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
HIDDEN = {
    "desk": frozenset[str](),
    "customer": CONFLICT,
    "technician": MONEY,
    "lead": MONEY,
    "board": MONEY | AGREED | CONFLICT,
}


def appointment_view(facts: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return an appointment as an audience sees it, with what it may do."""
    offers = [move.offer() for move in APPOINTMENT.verbs_from(facts["status"], LETTERS[audience])]
    if facts["lane"] == "request" and facts["status"] == "held":
        offers = [offer for offer in offers if offer["verb"] != "confirm"]
    hidden = HIDDEN[audience]
    view = {name: value for name, value in facts.items() if name not in hidden}
    view["allowed_actions"] = offers
    if audience == "desk":
        return view
    if customer := facts["customer"]:
        view["customer"] = {"id": customer["id"], "name": customer["name"]}
    if audience == "customer" and (card := facts["technician"]):
        name = card["name"].split()[0]
        view["technician"] = {"id": card["id"], "name": name, "initials": name[:1].upper()}
    if audience == "board":
        view["customer"] = None
        view["services"] = [{"id": line["id"], "name": line["name"]} for line in facts["services"]]
    return view
