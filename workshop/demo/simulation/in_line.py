"""What somebody does who wants a time that is taken, pure: joins the line, answers an offer, gives up a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .at_home import Wish
from .draws import Draws
from .moves import Move, Seen, Thing, moment, offered, plate

IMPATIENT = 0.5
"""The share of those who want a service on the next open day, at a time of day that suits them."""
TAKES = 0.8
GIVES_UP = 0.15
AHEAD = timedelta(hours=3)
"""Nobody gives up a visit that is nearer: it would cost a fee."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day that suits somebody; open at an end that is None."""

    words: str
    begins: time | None
    ends: time | None

    def holds(self, start: datetime) -> bool:
        """Say whether a visit that begins then, on the centre's clock, suits them."""
        early = self.begins is not None and start.time() < self.begins
        late = self.ends is not None and start.time() >= self.ends
        return not early and not late


PARTS = (
    Part("first thing in the morning", None, time(8, 45)),
    Part("on the way to the office", time(9, 0), time(9, 30)),
    Part("at lunch", time(12, 0), time(12, 30)),
    Part("at the end of the day", time(17, 45), None),
)


def suits(me: str, wished: Wish, turn: int, draws: Draws) -> Part | None:
    """Return the part of the next day that somebody insists on; None for who takes any time or has a problem."""
    if wished.words or not draws.happens(IMPATIENT, me, turn, "impatient"):
        return None
    return draws.pick(PARTS, me, turn, "part")


def next_day(days: Sequence[Thing], part: Part, zone: str) -> tuple[Thing, list[Thing]] | None:
    """Return the next open day, and it again with the starts that suit; None when none is open."""
    day = next((day for day in days if day["open"]), None)
    if day is None:
        return None
    place = ZoneInfo(zone)
    fitting = [start for start in day["slots"] if part.holds(moment(start).astimezone(place))]
    return day, [{**day, "slots": fitting}]


def join(center_id: str, wished: Wish, day: Thing, part: Part) -> Move:
    """Return the joining of the line for a part of a day."""
    car, service = wished.car, wished.service
    return Move(
        "/api/customers/waiting-list",
        f"waits for {service['name']} on {date.fromisoformat(day['date']):%A}, {part.words}, for "
        f"{car['license_plate'] or car['serial_number']}",
        {
            "center_id": center_id,
            "vehicle_id": car["id"],
            "services": [{"service_id": service["id"]}],
            "from_date": day["date"],
            "to_date": day["date"],
            "day_from": _clock(part.begins),
            "day_until": _clock(part.ends),
        },
    )


def take_or_wait(places: Sequence[Thing], me: str, now: datetime, draws: Draws, seen: Seen) -> Move | None:
    """Return the answer to the first offer that one has thought about: booked, or let pass."""
    for place in places:
        offer = place["offer"]
        if offer is None or not offered(place, "book", me):
            continue
        key = (place["vehicle"]["plate"], place["services"][0]["name"])
        if not seen.ripe(now, draws.between(2, 7, *key, "thinks"), place["id"], offer["scheduled_start"]):
            continue
        path, body = f"/api/customers/waiting-list/{place['id']}", {"version": place["version"]}
        if draws.happens(TAKES, *key, "takes"):
            return Move(f"{path}/book", f"books the time that was offered for {plate(place)}", body)
        return Move(f"{path}/wait-on", f"lets the time pass that was offered for {plate(place)}", body)
    return None


def give_up(visits: Sequence[Thing], me: str, now: datetime, draws: Draws, seen: Seen) -> Move | None:
    """Return the cancelling of a visit that does not suit any more, in time."""
    for visit in visits:
        number, until = visit["number"], visit["change_until"]
        if not draws.happens(GIVES_UP, number, "gives up") or not offered(visit, "cancel", me):
            continue
        fetched = any(trip["status"] in ("under_way", "done") for trip in visit["transports"])
        if fetched or until is None or now + AHEAD > moment(until):
            continue
        if seen.ripe(now, draws.between(10, 120, number, "gives up at"), visit["id"], "gives up"):
            path = f"/api/customers/appointments/{visit['id']}/cancel"
            return Move(path, f"cancels the visit of {plate(visit)}", {"version": visit["version"]})
    return None


def _clock(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"
