"""What a customer does at home, pure: looks for a time, books it or describes a problem, answers the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from .draws import Draws
from .moves import Move, Seen, Thing, moment, offered, plate

EVERY = timedelta(minutes=40)
"""How often somebody thinks of the car."""
BOOKS = 0.3
DESCRIBES = 0.3
"""The share of those who describe a problem instead of choosing a service."""
LETS_GO = 0.12
AGREES = 0.75
IS_FETCHED = 0.5
IS_BROUGHT_BACK = 0.5
SOONEST, LATEST = 1, 8
"""Days ahead that one looks for a time."""
CONCERNS = (
    "There is a whistling above 60 that was not there last week.",
    "It pulls to the right when I brake.",
    "The charging stops at 80 percent and the app says nothing.",
    "Something scrapes when I turn the wheel all the way.",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants done to which vehicle; with `words` it is a request."""

    car: Thing
    service: Thing
    words: str = ""


def thought(now: datetime) -> int:
    """Return which thought of the day a moment belongs to."""
    return int(now.timestamp() // EVERY.total_seconds())


def wish(me: str, cars: Sequence[Thing], services: Sequence[Thing], turn: int, draws: Draws) -> Wish | None:
    """Return what somebody wishes for this time, if anything."""
    if not cars or not draws.happens(BOOKS, me, turn, "books"):
        return None
    car = draws.pick(cars, me, turn, "car")
    words = draws.pick(CONCERNS, me, turn, "words") if draws.happens(DESCRIBES, me, turn, "describes") else ""
    kind = "diagnosis" if words else "service"
    fitting = [
        service
        for service in services
        if service["kind"] == kind
        and (not service["vehicle_kinds"] or car["kind"] in service["vehicle_kinds"])
    ]
    return Wish(car, draws.pick(fitting, me, turn, "service"), words) if fitting else None


def where_to_look(center_id: str, wished: Wish, now: datetime) -> str:
    """Return where the times for a wish are read."""
    asked = {
        "service": wished.service["id"],
        "vehicle_kind": wished.car["kind"],
        "from": (now + timedelta(days=SOONEST)).date().isoformat(),
        "to": (now + timedelta(days=LATEST)).date().isoformat(),
    }
    return f"/api/public/service-centers/{center_id}/availability?{urlencode(asked)}"


def hold(
    me: str, center_id: str, wished: Wish, days: Sequence[Thing], turn: int, draws: Draws
) -> Move | None:
    """Return the start that is held, or the times that a request wishes for; None when nothing is free."""
    free = [start for day in days for start in day["slots"]]
    if not free:
        return None
    start = draws.pick(free, me, turn, "start")
    body: dict[str, Any] = {
        "center_id": center_id,
        "services": [{"service_id": wished.service["id"]}],
        "vehicle_kind": wished.car["kind"],
    }
    when = {"wished_times": [start]} if wished.words else {"scheduled_start": start}
    name = wished.service["name"]
    return Move("/api/public/appointments", f"looks for a time for {_plate(wished)}: {name}", body | when)


def finish(held: Thing, wished: Wish, drives: Thing | None, draws: Draws) -> Move:
    """Return what becomes of what is held: booked, sent as a request, or let go.

    `drives` are the windows in which the vehicle can be fetched and brought back, where the centre does that.
    """
    path = f"/api/public/appointments/{held['id']}"
    if draws.happens(LETS_GO, held["id"], "lets go"):
        return Move(f"{path}/cancel", "thinks better of it", {"version": held["version"]})
    vehicle = {"vehicle_id": wished.car["id"]}
    if wished.words:
        return Move(
            f"{path}/request",
            f"asks about {_plate(wished)}: {wished.words}",
            vehicle | {"concern": wished.words},
        )
    booked = Move(f"{path}/confirm", f"books {wished.service['name']} for {_plate(wished)}", vehicle)
    return booked if drives is None else _fetched(booked, held, drives, draws)


def _fetched(booked: Move, held: Thing, drives: Thing, draws: Draws) -> Move:
    """Return a booking with a collection, perhaps with a return; without them when nobody drives after all."""
    if not drives["collect"] or not draws.happens(IS_FETCHED, held["id"], "fetched"):
        return booked
    address, postcode = drives["address"], drives["postcode"]
    if not postcode:
        address, _, postcode = address.rpartition(" ")
    ways = [("collect", drives["collect"][-1])]
    if drives["return"] and draws.happens(IS_BROUGHT_BACK, held["id"], "brought back"):
        ways.append(("return", drives["return"][0]))
    trips = [
        {"direction": way, "address": address, "postcode": postcode, "window_start": start}
        for way, start in ways
    ]
    return replace(
        booked,
        says=f"{booked.says}, to be collected at home",
        body={**booked.body, "transports": trips},
        instead=lambda _: booked,
    )


def answer(visits: Sequence[Thing], me: str, now: datetime, draws: Draws, seen: Seen) -> Move | None:
    """Return the answer to the first proposal that one has thought about."""
    for visit in visits:
        if not offered(visit, "accept_proposal", me):
            continue
        if not seen.ripe(now, draws.between(4, 25, visit["id"], "answers"), visit["id"], visit["version"]):
            continue
        path, body = f"/api/customers/appointments/{visit['id']}", {"version": visit["version"]}
        if draws.happens(AGREES, visit["id"], visit["version"], "agrees"):
            return Move(f"{path}/accept-proposal", f"takes the proposed time for {plate(visit)}", body)
        later = (moment(visit["scheduled_start"]) + timedelta(days=1)).isoformat()
        said = f"asks for another day for {plate(visit)}"
        return Move(f"{path}/ask-again", said, body | {"wished_times": [later]})
    return None


def _plate(wished: Wish) -> str:
    car: Mapping[str, Any] = wished.car
    return str(car["license_plate"] or car["serial_number"])
