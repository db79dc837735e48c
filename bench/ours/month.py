"""A centre whose next month is half booked: 8 bays, 12 technicians with shifts, breaks and absences."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from psycopg.types.range import TimestamptzRange

from bench.ours.house import House
from workshop.accounts.models import User
from workshop.catalog.models import Service
from workshop.catalog.services import NewStep, create_service
from workshop.centers import services as centers
from workshop.centers.models import Absence, ServiceCenter, Shift
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, Resource, ResourceBooking
from workshop.vehicles.models import Vehicle

BAYS, TECHNICIANS, DAYS = 8, 12, 30
OPENS, CLOSES = time(8), time(18)
ZONE = "Europe/Berlin"


def open_month(house: House) -> tuple[ServiceCenter, Service]:
    """Make the centre, and fill every bay and every second technician for half of each day."""
    center = centers.create_center(
        actor=SYSTEM,
        code="MON",
        hours=[(day, OPENS, CLOSES) for day in range(7)],
        name="Month EV Service",
        address="Uferweg 9",
        city="Berlin",
        postcode="10115",
        time_zone=ZONE,
        currency="EUR",
    )
    for place in range(BAYS):
        scheduling.open_bay(
            actor=SYSTEM, center_id=center.id, name=f"Bay {place}", kind="general", position=place
        )
    today = now().astimezone(ZoneInfo(ZONE)).date()
    for number in range(TECHNICIANS):
        _technician(center, number, today)
    service = create_service(
        actor=SYSTEM,
        center_id=center.id,
        name="Yearly check",
        category="general",
        base_price=Decimal("129.00"),
        steps=[NewStep(name="Check", estimate=45)] * 2,
        skills=["general"],
    )
    _fill(center, house.customers[0], house.vehicles[0], today)
    return center, service


def _technician(center: ServiceCenter, number: int, today: date) -> None:
    user = User.objects.create(email=f"month{number}@riverside.example", password="!")
    centers.give_role(actor=SYSTEM, user_id=user.id, role="technician", center_id=center.id)
    centers.set_staff_profile(user_id=user.id, name=f"Technician {number}", skills=["general"])
    scheduling.add_person_resource(center_id=center.id, person_id=user.id, name=f"Technician {number}")
    early = number % 2 == 0
    for day in range(6):
        spans = [("work", time(8) if early else time(10), time(16) if early else time(18))]
        spans.append(("break", time(12), time(12, 30)) if early else ("break", time(14), time(14, 30)))
        for kind, starts, ends in spans:
            Shift.objects.create(center=center, person=user, kind=kind, weekday=day, starts=starts, ends=ends)
    away = datetime.combine(today + timedelta(days=2 * number), time(8), ZoneInfo(ZONE))
    Absence.objects.create(person=user, starts_at=away, ends_at=away + timedelta(days=2))


def _fill(center: ServiceCenter, owner: User, vehicle: Vehicle, today: date) -> None:
    resources = list(Resource.objects.filter(center=center).order_by("kind", "id"))
    appointments, bookings = [], []
    for offset in range(DAYS):
        for number, resource in enumerate(resources):
            for turn in range(3):
                hour = 8 + (number + offset + 3 * turn) % 9
                start = datetime.combine(today + timedelta(days=offset), time(hour), ZoneInfo(ZONE))
                end = start + timedelta(minutes=75)
                appointment = Appointment(
                    number=f"MON-{offset}-{number}-{turn}",
                    center=center,
                    customer=owner,
                    vehicle=vehicle,
                    status="confirmed",
                    scheduled_start=start,
                    scheduled_end=end,
                    customer_card={},
                    vehicle_card={},
                    currency="EUR",
                )
                appointments.append(appointment)
                period = TimestamptzRange(start, end, "[)")
                bookings.append(ResourceBooking(resource=resource, appointment=appointment, period=period))
    Appointment.objects.bulk_create(appointments)
    ResourceBooking.objects.bulk_create(bookings)
