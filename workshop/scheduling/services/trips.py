"""What is to be collected or returned: a trip as it is asked for, checked, and the driver who is free for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from psycopg.types.range import TimestamptzRange

from workshop.centers.finding import fetches_from
from workshop.centers.hours import is_missing
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import staff_card_of
from workshop.events.prepared import run
from workshop.kernel.errors import Conflict, Invalid, within

from ..candidates import Candidate, of_kind
from ..due import REACH
from ..models import Appointment, BookingRules, ResourceBooking, VehicleTransport
from ..plan import Plan, plan_of, taken_in
from ..windows import drives, windows

LOCKED = "SELECT id FROM scheduling_resource WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
NEAREST = 3
COLLECT, RETURN = VehicleTransport.Direction.COLLECT.value, VehicleTransport.Direction.RETURN.value
DEED = {COLLECT: "collection", RETURN: "return"}


@dataclass(frozen=True, slots=True)
class Trip:
    """A collection or a return that is asked for, from `window_start` on; a driver may be named by the desk."""

    direction: str
    address: str
    window_start: datetime
    postcode: str = ""
    driver_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when a vehicle is needed at the centre; either end may be open."""

    begins: datetime | None
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class Leg:
    """A transport as it is to be booked: its row, the driver who was named and the one who is rather wanted."""

    row: VehicleTransport
    named: UUID | None = None
    rather: UUID | None = None


def checked_legs(
    center: ServiceCenter,
    rules: BookingRules,
    trips: Sequence[Trip],
    stay: Stay,
    *,
    not_before: datetime,
    desk: bool,
) -> list[Leg]:
    """Return what was asked for as it is to be booked, under the fields `transports.0.…`.

    Raises Conflict `collection_not_offered`, and Invalid `transport_twice`, `address_missing`, `address_not_served`,
    and what `checked_window` raises.
    """
    if len({trip.direction for trip in trips}) < len(trips):
        raise Invalid(
            "transport_twice", fields={"transports": ["Ask for one collection and one return at most."]}
        )
    legs = []
    for place, trip in enumerate(trips):
        with within(f"transports.{place}"):
            legs.append(leg_of(center, rules, trip, stay, not_before=not_before, desk=desk))
    return legs


def leg_of(
    center: ServiceCenter,
    rules: BookingRules,
    trip: Trip,
    stay: Stay,
    *,
    not_before: datetime,
    desk: bool,
    row: VehicleTransport | None = None,
) -> Leg:
    """Return one trip as it is to be booked; `row` is what was planned that way already, and changes."""
    if not desk and not rules.offers_collection:
        raise Conflict(
            "collection_not_offered",
            f"{center.name} does not collect or return vehicles.",
            next="Bring it yourself.",
        )
    if not trip.address.strip():
        raise Invalid("address_missing", fields={"address": ["Say where the vehicle is."]})
    if not fetches_from(center, trip.postcode):
        detail = f"{center.name} does not drive to this postcode."
        raise Invalid(
            "address_not_served",
            detail,
            next="Choose another address, or bring it yourself.",
            fields={"postcode": [detail]},
        )
    row = row or VehicleTransport(direction=trip.direction, status="planned")
    rather = row.driver_id
    row.address, row.postcode = trip.address.strip(), trip.postcode.strip()
    row.window_start = trip.window_start
    row.window_end = trip.window_start + timedelta(minutes=rules.collection_window)
    checked_window(center, row, stay, not_before=not_before)
    return Leg(row, trip.driver_id, rather)


def checked_window(center: ServiceCenter, row: VehicleTransport, stay: Stay, *, not_before: datetime) -> None:
    """Raise Invalid for a window that is past, too soon or missing, in the way of the visit or far from it."""
    if row.window_start < not_before:
        raise _wrong("window_too_soon", "This window is past, or too soon for a driver.")
    if is_missing(center.time_zone, row.window_start):
        raise _wrong("missing_hour", "The clocks go forward then: this time does not exist.")
    if row.direction == COLLECT and stay.begins is not None:
        if row.window_end > stay.begins:
            raise _wrong("window_after_start", "The vehicle is collected before its visit begins.")
        if row.window_start < stay.begins - REACH:
            raise _wrong("window_too_far", f"The vehicle is collected {REACH.days} days ahead at most.")
    if row.direction == RETURN and stay.ends is not None:
        if row.window_start < stay.ends:
            raise _wrong("window_before_end", "The vehicle is returned after its visit ends.")
        if row.window_start > stay.ends + REACH:
            raise _wrong("window_too_far", f"The vehicle is returned within {REACH.days} days.")


def pools_of(plan: Plan, legs: Sequence[Leg]) -> list[list[Candidate]]:
    """Return for each leg who could drive it; raise Conflict `no_driver_fits`, and Invalid for a wrong name."""
    return [_pool(plan, leg) for leg in legs]


def seats_in(plan: Plan, pools: Sequence[Sequence[Candidate]]) -> set[UUID]:
    """Return every resource to be locked for these people: who drives may be bookable as a technician, too."""
    return {id for pool in pools for row in pool for id in plan.seats_of(row)}


def choose(plan: Plan, legs: Sequence[Leg], pools: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Return a free driver for each leg, and write them onto its row; raise Conflict `no_driver_free`."""
    return [_choose(plan, leg, pool) for leg, pool in zip(legs, pools, strict=True)]


def book_drivers(
    plan: Plan, legs: Sequence[Leg], *, besides: UUID | None = None
) -> list[tuple[Leg, Candidate]]:
    """Lock everybody who could drive, and return each leg with who is free for it; for a visit that stays put."""
    pools = pools_of(plan, legs)
    _, taken = run(
        (LOCKED, (sorted(seats_in(plan, pools)),)),
        taken_in(plan.center.id, plan.begins, plan.ends, besides),
    )
    plan.note_taken(taken.rows)
    return list(zip(legs, choose(plan, legs, pools), strict=True))


def plan_around(center: ServiceCenter, legs: Sequence[Leg]) -> Plan:
    """Return what is known of a centre around some windows."""
    return plan_of(center, min(leg.row.window_start for leg in legs), max(leg.row.window_end for leg in legs))


def booking_of(appointment: Appointment, leg: Leg, driver: Candidate) -> ResourceBooking:
    """Return the driver's booking for a leg, not written."""
    period = TimestamptzRange(leg.row.window_start, leg.row.window_end, "[)")
    return ResourceBooking(resource_id=driver.id, appointment=appointment, transport=leg.row, period=period)


def rows_by_way(appointment: Appointment, *statuses: str) -> dict[str, VehicleTransport]:
    """Lock the transports of an appointment in these states, and return the latest each way."""
    rows = appointment.transports.select_for_update(no_key=True).filter(status__in=statuses).order_by("id")
    return {row.direction: row for row in rows}


def _pool(plan: Plan, leg: Leg) -> list[Candidate]:
    drivers = of_kind(plan.candidates, "driver")
    if not drivers:
        raise Conflict(
            "no_driver_fits",
            f"Nobody at {plan.center.name} drives.",
            next="Bring it yourself, or have an administrator name a driver.",
        )
    named = [row for row in drivers if row.person_id == leg.named]
    if leg.named is not None and not named:
        raise Invalid(
            "driver_does_not_fit",
            "This person does not drive for the centre.",
            next="Choose another driver, or leave it open.",
            fields={"driver_id": ["Choose one of the centre's drivers."]},
        )
    return named or drivers


def _choose(plan: Plan, leg: Leg, pool: Collection[Candidate]) -> Candidate:
    """Return who is rather wanted, else the one with the fewest bookings."""
    row = leg.row
    free = [one for one in pool if drives(plan, one, row.window_start, row.window_end)]
    if not free:
        raise _nobody_free(plan, leg)
    chosen = min(free, key=lambda one: (one.person_id != leg.rather, len(plan.taken.get(one.id, ())), one.id))
    row.driver_id, row.driver_card = chosen.person_id, staff_card_of(chosen.person_id)
    return chosen


def _nobody_free(plan: Plan, leg: Leg) -> Conflict:
    """Return the refusal of a window, with the three nearest in which somebody is free."""
    row = leg.row
    minutes = int((row.window_end - row.window_start).total_seconds() // 60)
    low, high = row.window_start - timedelta(hours=18), row.window_end + timedelta(hours=18)
    near = windows(plan, max(low, plan.begins), min(high, plan.ends), minutes)
    near.sort(key=lambda start: abs(start - row.window_start))
    zone = ZoneInfo(plan.center.time_zone)
    start, end = row.window_start.astimezone(zone), row.window_end.astimezone(zone)
    who = "This driver is not" if leg.named else "No driver is"
    return Conflict(
        "no_driver_free",
        f"{who} free for the {DEED[row.direction]} on {start:%a %d %b} from {start:%H:%M} to {end:%H:%M}.",
        next=f"Choose another time, or do without the {DEED[row.direction]}.",
        fields={"window_start": ["No driver is free then."]},
        direction=row.direction,
        next_windows=[moment.isoformat() for moment in sorted(near[:NEAREST])],
    )


def _wrong(code: str, detail: str, **more: Any) -> Invalid:
    return Invalid(
        code, detail, next="Choose one of the windows offered.", fields={"window_start": [detail]}, **more
    )
