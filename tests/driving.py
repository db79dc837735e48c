"""Drivers, and visits that are collected and returned by them."""

from datetime import datetime, time, timedelta
from typing import Any

from tests.cast import House, actor, at_noon, person, vehicle_of
from workshop.accounts.models import User
from workshop.centers import services as centers
from workshop.centers.services.capacity import ShiftSpan
from workshop.kernel.actor import SYSTEM, Actor
from workshop.kernel.clock import real_now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, BookingRules, ResourceBooking, VehicleTransport
from workshop.scheduling.services import Line, Trip

HOUR = timedelta(hours=1)
ADDRESS = "7 Gandhi Street"


def offers(house: House, **rules: Any) -> House:
    """Let a house collect and return, in windows of an hour."""
    BookingRules.objects.update_or_create(center=house.center, defaults={"offers_collection": True} | rules)
    return house


def driver(house: House, name: str = "Selvi", role: str = "staff") -> User:
    """Make somebody who drives for a house."""
    user = person(name)
    centers.give_role(actor=SYSTEM, user_id=user.id, role=role, center_id=house.center.id)
    centers.set_staff_profile(user_id=user.id, name=f"{name} Kumar", is_driver=True)
    scheduling.add_person_resource(
        center_id=house.center.id, person_id=user.id, name=f"{name} Kumar", kind="driver"
    )
    return user


def collect(start: datetime, **values: Any) -> Trip:
    """Return a collection in the window that begins two hours before a visit."""
    return Trip("collect", ADDRESS, start - 2 * HOUR, **values)


def bring_back(end: datetime, **values: Any) -> Trip:
    """Return a return in the window that begins an hour after a visit."""
    return Trip("return", ADDRESS, end + HOUR, **values)


def booked(
    house: House,
    owner: User,
    *trips: Trip,
    start: datetime | None = None,
    by: Actor | None = None,
    **values: Any,
) -> Appointment:
    """Book a service of an hour at noon in three days, with these trips; by the customer unless said."""
    return scheduling.book(
        actor=by or actor(owner),
        center_id=house.center.id,
        customer_id=owner.id,
        vehicle_id=vehicle_of(owner).id,
        lines=[Line(house.service.id)],
        start=start or at_noon(house.center, days=3),
        transports=trips,
        **values,
    )


def transport(appointment: Appointment, direction: str = "collect") -> VehicleTransport:
    """Return the latest transport of an appointment this way."""
    return appointment.transports.filter(direction=direction).latest("id")


def drives(appointment: Appointment) -> int:
    """Return how many drivers are taken for an appointment."""
    return ResourceBooking.objects.filter(
        appointment=appointment, transport__isnull=False, state="active"
    ).count()


def soon() -> datetime:
    """Return a full hour so near that a driver may set out for the visit now."""
    return real_now().replace(minute=0, second=0, microsecond=0) + 4 * HOUR


def shift(house: House, user: User, starts: time, ends: time) -> None:
    """Let somebody work these hours every day."""
    centers.set_shifts(
        actor=SYSTEM,
        center_id=house.center.id,
        person_id=user.id,
        shifts=[ShiftSpan(kind="work", weekday=day, starts=starts, ends=ends) for day in range(7)],
    )
