"""A cast of people in two rival centres, so that "the stranger cannot" is one line in any test."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.kept import Kept
from workshop.accounts.models import User
from workshop.catalog.models import Service, ServiceStep
from workshop.centers import services as centers
from workshop.centers.models import Bay, ServiceCenter
from workshop.centers.selectors import roles_of
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import SYSTEM, Actor
from workshop.kernel.clock import now, real_now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, WaitingEntry
from workshop.scheduling.services import Line
from workshop.vehicles import services as vehicles
from workshop.vehicles.models import Vehicle

SKILLS = ["hv_safety", "brakes"]
ALWAYS = [(day, time(0, 0), time(0, 0)) for day in range(7)]
_serial = count(1)
_day = count(1)


def person(name: str, *, email: str | None = None, phone: str = "") -> User:
    """Make a person who cannot sign in with a password; tests sign them in directly."""
    address = email or f"{name.lower()}{next(_serial)}@example.com"
    return User.objects.create(email=address, phone=phone, password="!")


def actor(user: User) -> Actor:
    """Return a person as an actor, with the roles they hold now."""
    return Actor(kind="person", id=user.id, name=user.email or "", roles=roles_of(user.id))


@dataclass
class House:
    """A centre with its people: a desk, an administrator, two technicians and a lead, one bay of each kind."""

    center: ServiceCenter
    bays: list[Bay]
    desk: User
    admin: User
    tech: User
    other_tech: User
    lead: User
    service: Service
    diagnosis: Service
    customers: list[User] = field(default_factory=list)
    more: list[User] = field(default_factory=list)
    """The technicians whom `widened` added."""

    @property
    def people(self) -> dict[str, User]:
        """Return everybody who works here by their part."""
        return {
            "desk": self.desk,
            "admin": self.admin,
            "tech": self.tech,
            "other_tech": self.other_tech,
            "lead": self.lead,
        }


def house(code: str, name: str) -> House:
    """Make a centre that is always open, with its people, bays and services."""
    center = centers.create_center(
        actor=SYSTEM,
        code=code,
        hours=ALWAYS,
        name=name,
        address="2nd Avenue 12",
        city="Chennai",
        postcode="600040",
        time_zone="Asia/Kolkata",
        currency="INR",
        phone="+914412345678",
    )
    bays = [_bay(center, place, kind) for place, kind in enumerate(("general", "general", "ev"), start=1)]
    staff = {part: person(f"{part}.{code}") for part in ("desk", "admin", "tech", "other_tech", "lead")}
    for part, user in staff.items():
        _employ(center, user, part)
    return House(
        center=center,
        bays=bays,
        service=service(center, "Brake fluid", skills=["brakes"]),
        diagnosis=service(center, "Rattle diagnosis", kind="diagnosis"),
        **staff,
    )


def widened(home: House, places: int) -> House:
    """Give a house general bays and technicians until it has so many of each."""
    for place in range(len(home.bays) + 1, places + 1):
        home.bays.append(_bay(home.center, place, "general"))
        part = f"tech{place}"
        home.more.append(person(f"{part}.{home.center.code}"))
        _employ(home.center, home.more[-1], part)
    return home


def _bay(center: ServiceCenter, place: int, kind: str) -> Bay:
    bay = centers.add_bay(actor=SYSTEM, center_id=center.id, name=str(place), kind=kind, position=place)
    scheduling.add_bay_resource(bay=bay)
    return bay


def _employ(center: ServiceCenter, user: User, part: str) -> None:
    role = {"desk": "staff", "admin": "admin"}.get(part, "technician")
    centers.give_role(actor=SYSTEM, user_id=user.id, role=role, center_id=center.id)
    centers.set_staff_profile(
        user_id=user.id,
        name=f"{part.title().replace('_', ' ')} {center.code[0]}.",
        is_lead=part == "lead",
        skills=SKILLS if role == "technician" else [],
        certifications=[("High voltage", "HV-1", "hv_safety", now().date() + timedelta(days=90))],
    )
    if role == "technician":
        scheduling.add_person_resource(center_id=center.id, person_id=user.id, name=part)


def service(
    center: ServiceCenter, name: str, *, kind: str = "service", skills: list[str] | None = None
) -> Service:
    """Make a service of three steps: ordinary, measured (limits 3 to 9 %), safety."""
    made = Service.objects.create(
        center=center,
        name=name,
        category="brakes",
        kind=kind,
        base_price=Decimal("1499.00"),
        estimated_duration=60,
        progress_text=f"{name} is under way",
        skills=skills or [],
    )
    steps: list[dict[str, Any]] = [
        {"name": "Drain the old fluid", "outside_name": "Old brake fluid drained", "estimate": 20},
        {
            "name": "Measure water content",
            "estimate": 10,
            "reading_label": "Water",
            "reading_unit": "%",
            "reading_min": Decimal("0"),
            "reading_max": Decimal("3"),
        },
        {"name": "Torque the bleed screws", "estimate": 30, "safety": True},
    ]
    for position, content in enumerate(steps, start=1):
        ServiceStep.objects.create(service=made, position=position, **content)
    return made


def customer(house: House, name: str = "Meena") -> User:
    """Make a customer of a house with one vehicle."""
    user = person(name, phone="+919800000001")
    centers.set_customer_profile(user_id=user.id, first_name=name, last_name="Raman")
    house.customers.append(user)
    vehicle_of(user)
    return user


def vehicle_of(owner: User) -> Vehicle:
    """Give a person a vehicle of their own."""
    return vehicles.add_vehicle(
        actor=SYSTEM,
        owner_id=owner.id,
        kind="ev",
        license_plate=f"TN 09 BX {next(_serial):04}",
        make="Tata",
        model="Nexon EV",
        year=2023,
        battery_capacity=Decimal("30.2"),
        mileage=41220,
    )


def appointment(
    house: House,
    owner: User,
    *,
    start: datetime | None = None,
    tech: User | None = None,
    what: Service | None = None,
    vehicle_id: UUID | None = None,
) -> Appointment:
    """Book a service for a customer, each on a day of its own unless told otherwise, with the first technician."""
    return scheduling.book(
        actor=actor(house.desk),
        center_id=house.center.id,
        customer_id=owner.id,
        vehicle_id=vehicle_id or Vehicle.objects.filter(ownerships__person=owner).latest("id").id,
        lines=[Line((what or house.service).id)],
        start=start or at_noon(house.center, days=next(_day)),
        technician_id=(tech or house.tech).id,
    )


def waiting(
    house: House,
    owner: User,
    vehicle: Vehicle | None = None,
    *,
    first: int = 3,
    last: int | None = None,
    **more: Any,
) -> WaitingEntry:
    """Let a customer wait for a service on the days from one to another, counted from today."""
    return scheduling.join_waiting_list(
        actor=actor(owner),
        center_id=house.center.id,
        vehicle_id=(vehicle or Vehicle.objects.filter(ownerships__person=owner).latest("id")).id,
        lines=[Line(house.service.id)],
        from_date=at_noon(house.center, days=first).date(),
        to_date=at_noon(house.center, days=first if last is None else last).date(),
        **more,
    )


def at_midday(house: House) -> House:
    """Move the centre to where it is midday now, so that whoever comes now comes within its hours."""
    ahead = 12 - now().astimezone(UTC).hour
    house.center.time_zone = f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"
    house.center.save()
    return house


def at_noon(center: ServiceCenter, *, days: int = 1) -> datetime:
    """Return noon at a centre, some days ahead."""
    day = now().astimezone(ZoneInfo(center.time_zone)) + timedelta(days=days)
    return day.replace(hour=12, minute=0, second=0, microsecond=0)


def open_job(
    house: House, owner: User | None = None, *, queued: bool = True, what: Service | None = None
) -> Sheet:
    """Book and check in a visit; its work is queued unless told otherwise."""
    booked = appointment(house, owner or customer(house), what=what)
    sheet = jobs.check_in(
        actor=actor(house.desk),
        appointment_id=booked.id,
        mileage_in=41500,
        charge_in=64,
        concern="It rattles",
    )
    return jobs.queue_job(actor=actor(house.desk), job_id=sheet.job.id) if queued else sheet


@dataclass
class Cast:
    """Two rival centres, a customer of each, the network's administrator, and nobody in particular."""

    home: House
    rival: House
    customer: User
    stranger: User
    network: User


def application(applicant: User, name: str, **values: Any) -> ServiceCenter:
    """Apply with a centre, as somebody whose email is proven."""
    if applicant.email_verified_at is None:
        applicant.email_verified_at = real_now()
        applicant.save()
    said = {
        "name": name,
        "address": "1 Mount Road",
        "city": "Chennai",
        "postcode": "600002",
        "time_zone": "Asia/Kolkata",
        "currency": "INR",
    }
    return centers.apply_center(actor=actor(applicant), **said | values)


def cast() -> Cast:
    """Make everybody; what is rolled back with its test is built once and kept."""
    return _cast()


def _everybody() -> Cast:
    home, rival = house("ANN", "Anna Nagar"), house("VEL", "Velachery")
    network = person("network")
    centers.give_role(actor=SYSTEM, user_id=network.id, role="admin", center_id=None)
    return Cast(home, rival, customer(home), customer(rival, "Ravi"), network)


_cast = Kept(_everybody)
