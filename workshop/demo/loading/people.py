"""Makes the demo's people: who works there, and who brings which vehicles."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password

from workshop.accounts import services as accounts
from workshop.centers import services as centers
from workshop.centers.models import ServiceCenter
from workshop.centers.services import ShiftSpan
from workshop.demo.data.appliances import APPLIANCES
from workshop.demo.data.people import APPLICANTS, CUSTOMERS, WORKER_BY_CODE, WORKERS
from workshop.demo.data.people.shifts import LEAVES, SHIFTS
from workshop.demo.data.people.spec import ApplicantSpec, CustomerSpec, WorkerSpec
from workshop.demo.data.vehicles import VEHICLES, VehicleSpec
from workshop.kernel.actor import SYSTEM
from workshop.scheduling import services as scheduling
from workshop.vehicles import services as vehicles
from workshop.vehicles.models import Vehicle

from .signins import PASSWORD
from .world import World


def make_people(world: World, today: date) -> None:
    """Make everybody, all with one password, which is hashed once: it is no secret."""
    password_hash = make_password(PASSWORD)
    everybody: tuple[WorkerSpec | ApplicantSpec | CustomerSpec, ...] = (*WORKERS, *APPLICANTS, *CUSTOMERS)
    for one in everybody:
        world.people[one.code] = accounts.add_person(
            actor=SYSTEM, email=one.email, phone=one.phone, password_hash=password_hash, proven=True
        )
    for worker in WORKERS:
        _employ(world, worker, today)
    for applicant in APPLICANTS:
        centers.set_customer_profile(
            user_id=world.people[applicant.code].id,
            first_name=applicant.first_name,
            last_name=applicant.last_name,
        )
    for customer in CUSTOMERS:
        person, center = world.people[customer.code], world.centers[customer.center]
        centers.set_customer_profile(
            user_id=person.id,
            first_name=customer.first_name,
            last_name=customer.last_name,
            address=customer.address,
            preferred_service_center=center,
        )
        centers.note_patronage(person_id=person.id, center_id=center.id)


def _employ(world: World, worker: WorkerSpec, today: date) -> None:
    user_id = world.people[worker.code].id
    center_id = world.centers[worker.center].id if worker.center else None
    centers.give_role(actor=SYSTEM, user_id=user_id, role=worker.role, center_id=center_id)
    centers.set_staff_profile(
        user_id=user_id,
        name=worker.short_name,
        is_lead=worker.lead,
        is_driver=worker.driver,
        skills=list(worker.skills),
        hourly_cost=worker.hourly_cost,
        certifications=[
            (held.name, held.number, held.skill, today + timedelta(days=held.expires_in))
            for held in worker.certifications
        ],
    )
    if worker.pin:
        centers.set_pin(actor=SYSTEM, user_id=user_id, pin=worker.pin)
    kind = "driver" if worker.driver else worker.role
    if kind in ("driver", "technician") and center_id is not None:
        scheduling.add_person_resource(
            center_id=center_id, person_id=user_id, name=worker.short_name, kind=kind
        )


def make_shifts(world: World, today: date) -> None:
    """Say when people work, and who is away soon."""
    for code in sorted({shift.worker for shift in SHIFTS}):
        spans = [
            ShiftSpan(kind=shift.kind, weekday=shift.weekday, starts=shift.starts, ends=shift.ends)
            for shift in SHIFTS
            if shift.worker == code
        ]
        centers.set_shifts(
            actor=SYSTEM,
            center_id=_center_of(world, code).id,
            person_id=world.people[code].id,
            shifts=spans,
        )
    for leave in LEAVES:
        center = _center_of(world, leave.worker)
        begins = datetime.combine(
            today + timedelta(days=leave.begins_in), time.min, ZoneInfo(center.time_zone)
        )
        centers.add_absence(
            actor=SYSTEM,
            center_id=center.id,
            person_id=world.people[leave.worker].id,
            kind=leave.kind,
            starts_at=begins,
            ends_at=begins + timedelta(days=leave.days),
            note=leave.note,
        )


def _center_of(world: World, worker: str) -> ServiceCenter:
    center = WORKER_BY_CODE[worker].center
    if center is None:
        raise LookupError(f"{worker} works at no centre.")
    return world.centers[center]


def make_vehicles(world: World) -> None:
    """Give everybody their vehicles, and what has a serial number instead of a plate."""
    for vehicle in VEHICLES:
        world.vehicles[vehicle.code] = _add(world, vehicle)
    for spec in APPLIANCES:
        world.vehicles[spec.code] = vehicles.add_vehicle(
            actor=SYSTEM,
            owner_id=world.people[spec.owner].id,
            kind=Vehicle.Kind.EQUIPMENT,
            serial_number=spec.serial_number,
            make=spec.make,
            model=spec.model,
            year=spec.year,
            purchase_date=spec.bought,
        )


def _add(world: World, spec: VehicleSpec) -> Vehicle:
    model = spec.model
    return vehicles.add_vehicle(
        actor=SYSTEM,
        owner_id=world.people[spec.owner].id,
        kind=model.kind,
        vin=spec.vin,
        license_plate=spec.plate,
        make=model.make,
        model=model.model,
        year=spec.year,
        battery_type=model.battery_type,
        battery_capacity=model.battery_capacity,
        max_charging_power=model.max_charging_power,
        state_of_health=spec.state_of_health,
        purchase_date=spec.bought,
        mileage=spec.mileage,
        warranty_until=spec.warranty_until,
    )
