"""What a driver does next, pure: sets out when it is time, hands over at the address, or finds nobody there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from .draws import Draws
from .moves import Move, Rest, Seen, Thing, moment, offered, plate

LOOK_AGAIN = 2.0
SETS_OUT_EARLY, SETS_OUT_LATE = 12.0, -4.0
"""Minutes before a window begins."""
DRIVES_AT_LEAST, DRIVES_AT_MOST = 14.0, 38.0
FAILS = 0.1
WHY = (
    "Nobody opened, and the phone is off.",
    "The car is not there; a neighbour says that they took it to work.",
    "The street is flooded, there is no way through.",
)
GONE = ("delivered", "closed")


def drive(
    me: str,
    trips: Sequence[Thing],
    floor: Iterable[Thing],
    now: datetime,
    draws: Draws,
    seen: Seen,
    *,
    closing: bool = False,
) -> Move | Rest:
    """Return what a driver does next, from the own drives and the vehicles on the floor.

    One drive at a time. A vehicle is brought back once the desk handed it over. `closing` is the end of the day.
    """
    for trip in trips:
        if trip["status"] == "under_way":
            return _under_way(trip, now, draws)
    busy = {job["vehicle"]["id"] for job in floor if job["stage"] not in GONE}
    for trip in sorted(trips, key=lambda trip: (trip["window_start"], trip["id"])):
        if closing or trip["status"] != "planned" or not offered(trip, "set_out", me):
            continue
        if trip["direction"] == "return" and trip["vehicle"]["id"] in busy:
            continue
        early = timedelta(minutes=draws.between(SETS_OUT_LATE, SETS_OUT_EARLY, *_key(trip), "sets out"))
        if now >= moment(trip["window_start"]) - early and seen.ripe(now, 1, trip["id"], "ready"):
            return _move(trip, "set-out", f"sets out to {_what(trip)}")
    return Rest(LOOK_AGAIN)


def _under_way(trip: Thing, now: datetime, draws: Draws) -> Move | Rest:
    takes = draws.between(DRIVES_AT_LEAST, DRIVES_AT_MOST, *_key(trip), "takes")
    left = takes - (now - moment(trip["started_at"])).total_seconds() / 60
    if left > 0:
        return Rest(min(left, LOOK_AGAIN))
    if trip["direction"] == "collect" and draws.happens(
        FAILS, *_key(trip), f"{moment(trip['started_at']):%H}", "fails"
    ):
        why = draws.pick(WHY, *_key(trip), "why")
        return _move(trip, "fail", f"cannot {_what(trip)}: {why}", reason=why)
    said = (
        "has {plate} and the keys of {owner}"
        if trip["direction"] == "collect"
        else "gives {plate} back to {owner}"
    )
    says = said.format(plate=plate(trip), owner=trip["customer"]["name"])
    plain = _move(trip, "finish", says, keys=True)
    mileage = trip["vehicle"]["mileage"]
    if trip["direction"] == "return" or not mileage:
        return plain
    # The workshop may have read more in the meantime: then it goes without.
    return _move(trip, "finish", says, partial(_without_mileage, plain), keys=True, mileage=mileage + 1)


def _without_mileage(plain: Move, problem: Mapping[str, Any]) -> Move | None:
    return plain if problem.get("code") == "mileage_went_back" else None


def _move(trip: Thing, verb: str, says: str, instead: Any = None, **body: object) -> Move:
    path = f"/api/technicians/transports/{trip['id']}/{verb}"
    return Move(path, says, {"version": trip["version"], **body}, instead=instead)


def _what(trip: Thing) -> str:
    if trip["direction"] == "collect":
        return f"collect {plate(trip)} from {trip['customer']['name']}"
    return f"bring {plate(trip)} back to {trip['customer']['name']}"


def _key(trip: Thing) -> tuple[object, ...]:
    return trip["number"], trip["direction"]
