"""What each audience sees of a card and its parts: pure views of the facts, used by the API and by the frames alike."""

from typing import Any

from .actions import job_actions, step_actions
from .workflow import OUTSIDE_STAGE, OUTSIDE_STEP

Facts = dict[str, Any]
AUDIENCES = ("customer", "technician", "lead", "desk", "board")

JOB_SHARED = [
    "id",
    "version",
    "number",
    "stage",
    "column",
    "state",
    "title",
    "center_id",
    "appointment_id",
    "vehicle",
    "bay",
    "mileage_in",
    "charge_in",
    "mileage_out",
    "received_at",
    "started_at",
    "ready_at",
    "delivered_at",
    "window",
    "progress",
    "total",
    "created_at",
]
STEP_FOR_CUSTOMER = [
    "id",
    "version",
    "job_id",
    "item_id",
    "position",
    "estimate",
    "started_at",
    "running_since",
    "completed_at",
    "clocked",
    "reading",
]
ITEM_HIDDEN_FROM_CUSTOMER = {"skills"}


def job_view(facts: Facts, audience: str) -> Facts:
    """Return the card as an audience sees it."""
    view = {name: facts[name] for name in JOB_SHARED}
    view["outside_stage"] = OUTSIDE_STAGE[facts["stage"]]
    view["allowed_actions"] = job_actions(facts, audience)
    if audience == "customer":
        view |= {
            "concern": facts["concern"],
            "customer": {"id": facts["customer"]["id"], "name": facts["customer"]["name"]},
            "technicians": [first_name(card) for card in facts["technicians"]],
            "current": _current_for_customer(facts["current"]),
            "holds": [{"kind": hold["kind"], "since": hold["since"]} for hold in facts["holds"]],
        }
        return view
    view |= {
        "technicians": facts["technicians"],
        "current": facts["current"],
        "holds": facts["holds"],
        "customer": facts["customer"] if audience == "desk" else {"name": facts["customer"]["name"]},
    }
    if audience == "board":
        view.pop("total")
        view["customer"] = None
    else:
        view |= {
            "concern": facts["concern"],
            "settlement": facts["settlement"],
            "ended_reason": facts["ended_reason"],
            # What was told before this fact was kept has none.
            "override_reason": facts.get("override_reason", ""),
        }
    return view


def item_view(facts: Facts, audience: str) -> Facts | None:
    """Return a work item as an audience sees it; the board sees none."""
    if audience == "board":
        return None
    view = {**facts, "allowed_actions": []}
    if audience == "customer":
        for name in ITEM_HIDDEN_FROM_CUSTOMER:
            view.pop(name)
        view["technician"] = first_name(facts["technician"])
    return view


def step_view(facts: Facts, audience: str) -> Facts | None:
    """Return a step as an audience sees it: customers read the outside name and word, and no internal note."""
    if audience == "board":
        return None
    if audience == "customer":
        view = {name: facts[name] for name in STEP_FOR_CUSTOMER}
        needs = facts["needs"]["reading"]
        return view | {
            "name": facts["outside_name"] or facts["name"],
            "status": facts["status"],
            "outside_status": OUTSIDE_STEP[facts["status"]],
            "unit": needs["unit"] if needs else None,
            "technician": first_name(facts["technician"]),
            "allowed_actions": [],
        }
    view = {name: value for name, value in facts.items() if name not in ("undo", "assigned")}
    return view | {
        "outside_status": OUTSIDE_STEP[facts["status"]],
        "allowed_actions": step_actions(facts, audience),
    }


def hold_view(facts: Facts, audience: str) -> Facts | None:
    """Return a hold as an audience sees it; customers read its kind, not the internal reason."""
    if audience == "board":
        return None
    view = {**facts, "allowed_actions": []}
    if audience == "customer":
        view.pop("reason")
    elif audience == "desk" and facts["released_at"] is None:
        view["allowed_actions"] = [
            {
                "verb": "release",
                "label": "Release",
                "tone": "primary",
                "only": None,
                "except": None,
                "since": None,
                "until": None,
            }
        ]
    return view


def promise_view(facts: Facts, audience: str) -> Facts | None:
    """Return a told ready window; all audiences but the board see its history."""
    return None if audience == "board" else facts


VIEWS = {
    "items": item_view,
    "steps": step_view,
    "holds": hold_view,
    "promises": promise_view,
}


def card_view(facts: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return a whole card, as `facts.card_facts` gives it, for one audience."""
    return {
        "job": job_view(facts["job"], audience),
        **{
            noun: [view for thing in facts[noun].values() if (view := see(thing, audience)) is not None]
            for noun, see in VIEWS.items()
        },
    }


def change_view(data: dict[str, Any], audience: str) -> dict[str, Any]:
    """Return an event's changed things for one audience, as frame data."""
    view: dict[str, Any] = {"job": job_view(data["job"], audience)}
    for noun, see in VIEWS.items():
        seen = [shown for thing in data.get(noun, ()) if (shown := see(thing, audience)) is not None]
        if seen:
            view[noun] = seen
    if data.get("removed") and audience != "board":
        view["removed"] = data["removed"]
    return view


def first_name(card: dict[str, str] | None) -> dict[str, str] | None:
    """Return a member of staff as customers read them: the first name only."""
    if card is None:
        return None
    name = card["name"].split()[0]
    return {"id": card["id"], "name": name, "initials": name[:1].upper()}


def _current_for_customer(current: Facts | None) -> Facts | None:
    if current is None:
        return None
    shown = {
        name: value for name, value in current.items() if name not in ("outside_name", "clocked", "estimate")
    }
    return shown | {
        "name": current["outside_name"] or current["name"],
        "technician": first_name(current["technician"]),
    }
