"""Documents as the API gives them, as far as decisions read them."""

from datetime import UTC, datetime, timedelta
from typing import Any

NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
ME, SOMEBODY = "11111111-me", "22222222-somebody"
BAY_1, BAY_2 = {"id": "bay-1", "name": "Bay 1"}, {"id": "bay-2", "name": "Bay 2"}

Thing = dict[str, Any]


def minutes_ago(minutes: float) -> str:
    return (NOW - timedelta(minutes=minutes)).isoformat()


def offer(verb: str, *, only: list[str] | None = None, besides: list[str] | None = None) -> Thing:
    return {
        "verb": verb,
        "label": verb,
        "tone": "neutral",
        "only": only,
        "except": besides,
        "since": None,
        "until": None,
    }


def job(stage: str = "in_progress", **values: Any) -> Thing:
    return {
        "id": "job-1",
        "version": 3,
        "number": "ANNA-J1001",
        "stage": stage,
        "bay": BAY_1,
        "vehicle": {
            "id": "car-1",
            "plate": "TN 09 BX 4471",
            "mileage": 41220,
            "kind": "ev",
            "battery_capacity": "30.20",
        },
        "customer": {"id": "who-1", "name": "Maria Joseph"},
        "mileage_in": 41220,
        "progress": {"done": 1, "total": 4},
        "holds": [],
        "allowed_actions": [],
    } | values


def step(status: str = "pending", **values: Any) -> Thing:
    technician = None if status == "pending" else {"id": ME, "name": "Priya S."}
    made: Thing = {
        "id": "step-1",
        "version": 2,
        "item_id": "item-1",
        "name": "Thermal scan",
        "position": 4,
        "status": status,
        "estimate": 10,
        "clocked": 0,
        "running_since": None,
        "technician": technician,
        "needs": {"photo": False, "second_person": False, "reading": None},
        "allowed_actions": [offer("start", only=[ME])] if status == "pending" else [],
    }
    return made | values


def document(
    *steps: Thing, card: Thing | None = None, holds: list[Thing] | None = None, starts: float = 0
) -> Thing:
    return {
        "job": card or job(),
        "steps": list(steps),
        "items": [{"id": "item-1", "kind": "service"}],
        "holds": holds or [],
        "appointment": {"scheduled_start": minutes_ago(starts)},
    }


def hold(kind: str = "parts", *, since: float = 10, released: bool = False) -> Thing:
    return {
        "id": "hold-1",
        "item_id": "item-1",
        "kind": kind,
        "since": minutes_ago(since),
        "released_at": minutes_ago(1) if released else None,
    }


def visit(*, starts_in: float, **values: Any) -> Thing:
    return {
        "id": "visit-1",
        "version": 1,
        "number": "ANNA-A1002",
        "scheduled_start": minutes_ago(-starts_in),
        "vehicle": {
            "id": "car-2",
            "plate": "TN 22 CZ 1187",
            "mileage": 67950,
            "kind": "ev",
            "battery_capacity": "30.20",
        },
        "customer": {"id": "who-2", "name": "Ramesh Iyer"},
        "notes": "Coolant is due.",
        "conflict_since": None,
        "transports": [],
    } | values


def board(*jobs: Thing, appointments: list[Thing] | None = None) -> Thing:
    return {
        "jobs": list(jobs),
        "appointments": appointments or [],
        "bays": [
            BAY_1 | {"kind": "ev"},
            BAY_2 | {"kind": "ev"},
            {"id": "bay-3", "name": "Bay 3", "kind": "quick"},
        ],
    }
