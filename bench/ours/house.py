"""A workshop for our system to run, as large as the peer's; made by the services a real one is made by."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal

from rest_framework_simplejwt.tokens import AccessToken

from api.auth.answers import kind_of
from api.kit.tokens import access_token
from workshop.accounts import services as accounts
from workshop.accounts.models import User
from workshop.catalog.models import Service
from workshop.catalog.services import NewStep, create_service
from workshop.centers import services as centers
from workshop.centers.models import Bay, ServiceCenter
from workshop.centers.selectors import roles_of
from workshop.centers.standing import standing_of
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.clock import now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import BookingRules
from workshop.vehicles import services as vehicles
from workshop.vehicles.models import MaintenanceRecord, Vehicle

BAYS, WORKERS, CUSTOMERS, SERVICES = 8, 64, 64, 24
CARS = (("Volkswagen", "ID.3"), ("Hyundai", "Ioniq 5"), ("Renault", "Zoe"), ("Kia", "EV6"))
NAMES = (
    "Battery check",
    "Brake fluid change",
    "Cabin filter",
    "Tyre rotation",
    "Coolant check",
    "Charging port",
)
TOKEN_LIFETIME = timedelta(hours=2)
"""Refreshing is no part of the work that is measured; the peer's tokens live as long."""
QUARTER = 15
WHOLE_DAY = [(day, time(0, 0), time(23, 59, 59)) for day in range(7)]
REPORT = "Yearly check with brake fluid and cabin filter; brakes measured, tyres at four millimetres."


@dataclass
class House:
    """A centre with its people and what it sells; `check` is the service whose four steps fill job cards."""

    center: ServiceCenter
    bays: list[Bay]
    desk: User
    technicians: list[User]
    customers: list[User] = field(default_factory=list)
    vehicles: list[Vehicle] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    check: Service = field(init=False)
    tokens: dict[str, str] = field(default_factory=dict)

    def token(self, user: User) -> str:
        """Return an access token of a session the person opened."""
        key = str(user.id)
        if key not in self.tokens:
            session, _ = accounts.sign_in(actor=VISITOR, person=user, kind=kind_of(roles_of(user.id)))
            standing = standing_of(session.id)
            if standing is None:
                raise RuntimeError("A session that was just opened is gone.")
            token = AccessToken(access_token(standing))  # type: ignore[arg-type]
            token.set_exp(lifetime=TOKEN_LIFETIME)
            self.tokens[key] = str(token)
        return self.tokens[key]


def open_house() -> House:
    """Make the centre, its bays, people, services, customers and what was done to their vehicles."""
    center = centers.create_center(
        actor=SYSTEM,
        code="RIV",
        hours=WHOLE_DAY,
        name="Riverside EV Service",
        address="Uferweg 4",
        city="Berlin",
        postcode="10115",
        time_zone="Europe/Berlin",
        currency="EUR",
        phone="+493055501",
    )
    BookingRules.objects.create(center=center, horizon_days=366)
    bays = [
        centers.add_bay(
            actor=SYSTEM, center_id=center.id, name=f"Bay {place}", kind="general", position=place
        )
        for place in range(1, BAYS + 1)
    ]
    for bay in bays:
        scheduling.add_bay_resource(bay=bay)
    house = House(center, bays, _worker(center, "staff", 0), [])
    house.technicians = [_worker(center, "technician", number) for number in range(WORKERS)]
    house.check = _service(center, "Battery health check", steps=4)
    house.services = [
        _service(center, f"{NAMES[number % len(NAMES)]} {number}", steps=2) for number in range(SERVICES)
    ]
    for number in range(CUSTOMERS):
        _customer(house, number)
    return house


def _person(role: str, number: int) -> User:
    return User.objects.create(
        email=f"{role}{number}@riverside.example", phone=f"+4930556{number:04}", password="!"
    )


def _worker(center: ServiceCenter, role: str, number: int) -> User:
    user = _person(role, number)
    centers.give_role(actor=SYSTEM, user_id=user.id, role=role, center_id=center.id)
    centers.set_staff_profile(
        user_id=user.id, name=f"{role.title()} {number}", is_lead=False, skills=[], certifications=[]
    )
    if role == "technician":
        scheduling.add_person_resource(center_id=center.id, person_id=user.id, name=f"Technician {number}")
    return user


def _service(center: ServiceCenter, name: str, *, steps: int) -> Service:
    content = NewStep(
        name="Measure the cells under load",
        estimate=QUARTER,
        outside_name="Your battery is being measured",
        instructions="Connect the tester, load for two minutes, note the lowest cell.",
    )
    made: Service = create_service(
        actor=SYSTEM,
        center_id=center.id,
        name=name,
        category="battery",
        base_price=Decimal("129.00"),
        steps=[content] * steps,
    )
    return made


def _customer(house: House, number: int) -> None:
    user = _person("customer", number)
    centers.set_customer_profile(user_id=user.id, first_name="Customer", last_name=str(number))
    make, model = CARS[number % len(CARS)]
    vehicle = vehicles.add_vehicle(
        actor=SYSTEM,
        owner_id=user.id,
        kind="ev",
        license_plate=f"B EV {1000 + number}",
        make=make,
        model=model,
        year=2019 + number % 6,
        battery_capacity=Decimal(58),
        mileage=20_000 + 700 * number,
    )
    house.customers.append(user)
    house.vehicles.append(vehicle)
    today: date = now().date()
    MaintenanceRecord.objects.bulk_create(
        MaintenanceRecord(
            vehicle=vehicle,
            center=house.center,
            service_date=today - timedelta(days=30 * visit),
            mileage_at_service=60_000 - 1_000 * visit,
            service_type="Yearly check",
            description=REPORT,
            cost=Decimal("189.50"),
            currency="EUR",
            next_service_due=today + timedelta(days=300),
        )
        for visit in range(1, (40 if number == 0 else 6) + 1)
    )
