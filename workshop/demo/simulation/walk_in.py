"""Who walks in without an appointment, pure."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from .draws import Draws
from .moves import Move, Thing

EVERY = timedelta(minutes=30)
LIKELY = 0.7
LONGEST = 45
"""Nobody who walks in waits longer than this many minutes of work."""
CONCERNS = (
    "I was passing by, do you have a moment?",
    "Can you look at it right away?",
    "It started this morning.",
)


def slot_of(now: datetime) -> int:
    """Return the half hour in which a moment lies."""
    return int(now.timestamp() // EVERY.total_seconds())


def walk_in(
    center_id: str,
    came: Collection[str],
    customers: Sequence[Thing],
    services: Sequence[Thing],
    slot: int,
    draws: Draws,
) -> Move | None:
    """Return the booking of somebody who comes in during a slot of the day, with a short service for now.

    `came` are the vehicles that are here today or will be: nobody brings one twice.
    """
    if not draws.happens(LIKELY, slot, "walks in"):
        return None
    cars = [(who, car) for who in customers for car in who["vehicles"] if car["id"] not in came]
    if not cars:
        return None
    who, car = draws.pick(cars, slot, "who")
    fitting = [
        service
        for service in services
        if service["is_active"]
        and service["kind"] == "service"
        and service["estimated_duration"] <= LONGEST
        and (not service["vehicle_kinds"] or car["kind"] in service["vehicle_kinds"])
    ]
    if not fitting:
        return None
    service = draws.pick(fitting, slot, "what")
    return Move(
        "/api/staff/appointments",
        f"takes in {who['name']} with {car['plate']}: {service['name']}",
        {
            "center_id": center_id,
            "customer_id": who["id"],
            "vehicle_id": car["id"],
            "services": [{"service_id": service["id"]}],
            "notes": draws.pick(CONCERNS, slot, "words"),
        },
    )
