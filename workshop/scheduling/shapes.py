"""What each audience sees of an appointment: pure views of its facts."""

from typing import Any

from .workflow import APPOINTMENT

LETTERS = {"customer": "C", "technician": "", "lead": "", "desk": "F", "board": ""}
OFFERED = {"reschedule", "check_in", "mark_no_show", "cancel"}


def appointment_view(facts: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return an appointment as an audience sees it, with what it may do."""
    offers = [
        move.offer()
        for move in APPOINTMENT.verbs_from(facts["status"], LETTERS[audience])
        if move.verb in OFFERED
    ]
    view = {**facts, "allowed_actions": offers}
    if audience == "desk":
        return view
    view["customer"] = {"id": facts["customer"]["id"], "name": facts["customer"]["name"]}
    if audience == "customer":
        if card := facts["technician"]:
            name = card["name"].split()[0]
            view["technician"] = {"id": card["id"], "name": name, "initials": name[:1].upper()}
        return view
    for hidden in ("total_amount", "payment_status", "notes") if audience == "board" else ("total_amount",):
        view.pop(hidden)
    if audience == "board":
        view["customer"] = None
        view["services"] = [{"id": line["id"], "name": line["name"]} for line in facts["services"]]
    return view
