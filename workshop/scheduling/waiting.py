"""A place in a waiting list: its facts, which events carry, and what each audience sees of them; pure."""

from typing import Any

from workshop.centers.shapes import place_card
from workshop.kernel.clock import iso, shown

from .models import WaitingEntry
from .workflow import WAITING

LETTERS = {"customer": "C", "desk": "F"}


def waiting_facts(entry: WaitingEntry) -> dict[str, Any]:
    """Return everything any audience may see of a place in the line; `offer` is the slot that is held for it."""
    held = entry.appointment if entry.status == "offered" else None
    return {
        "id": str(entry.id),
        "version": entry.version,
        "status": entry.status,
        "center_id": str(entry.center_id),
        "center": place_card(entry.center),
        "customer": entry.customer_card,
        "vehicle": entry.vehicle_card,
        "services": entry.services,
        "from_date": entry.from_date.isoformat(),
        "to_date": entry.to_date.isoformat(),
        "day_from": entry.day_from and f"{entry.day_from:%H:%M}",
        "day_until": entry.day_until and f"{entry.day_until:%H:%M}",
        "joined_at": iso(entry.created_at),
        "appointment_id": str(entry.appointment_id) if entry.appointment_id else None,
        "offer": held
        and {
            "scheduled_start": iso(held.scheduled_start),
            "scheduled_end": iso(held.scheduled_end),
            "until": iso(held.held_until),
            "ends_at": iso(held.held_until and shown(held.held_until)),
        },
    }


def waiting_view(facts: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return a place in the line as an audience sees it, with what it may do; an offer is booked until it lapses."""
    until = (facts["offer"] or {}).get("ends_at")
    moves = WAITING.verbs_from(facts["status"], LETTERS[audience])
    view = dict(facts)
    view["allowed_actions"] = [move.offer(until=until if move.verb == "book" else None) for move in moves]
    if audience != "desk":
        view["customer"] = {name: facts["customer"][name] for name in ("id", "name")}
    return view
