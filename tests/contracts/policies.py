"""One row for every route of the API: what it touches, and who may, so that no route is without an answer to that."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from django.db.models import Model

from tests.cast import Cast, House, actor, application, appointment, at_noon, open_job, waiting
from tests.driving import ADDRESS, HOUR, driver, offers, soon
from tests.pictures import saved
from workshop.accounts import services as accounts
from workshop.accounts.models import Device, SignInSession, User
from workshop.centers import services as centers
from workshop.centers.models import Absence, HoursException, Membership, ServiceCenter
from workshop.events.models import Event
from workshop.files.models import StoredFile
from workshop.files.services import store_image
from workshop.jobs import services as jobs
from workshop.jobs.models import Hold
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import VISITOR
from workshop.notifications.models import Notification
from workshop.notifications.services import tell
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, Resource, VehicleTransport, WaitingEntry
from workshop.scheduling.services import Line
from workshop.vehicles.models import MaintenanceRecord, Vehicle


@dataclass
class Scene:
    """The home centre's things, at which every route is aimed."""

    cast: Cast
    card: Sheet
    hold: Hold
    coming: Appointment
    returned: VehicleTransport
    driver: User
    held: Appointment
    place: WaitingEntry
    absence: Absence
    tool: Resource
    vehicle: Vehicle
    role: Membership
    session: SignInSession
    told: Notification
    screen: Device
    waiting: Device
    picture: StoredFile
    applying: ServiceCenter
    rejected: ServiceCenter

    def secrets(self) -> list[str]:
        """Return words that no stranger may ever read."""
        owner = self.cast.customer
        return [
            owner.email or "",
            "Meena",
            self.vehicle.license_plate,
            self.card.job.number,
            self.coming.number,
            "It rattles",
            self.cast.home.tech.email or "",
            self.applying.name,
            self.rejected.name,
        ]


def scene(cast: Cast) -> Scene:
    """Make a visit under way with a hold and a record, one to come, and a session, all of the home centre."""
    home = cast.home
    card = open_job(home, cast.customer)
    jobs.start_step(actor=actor(home.tech), step_id=card.steps[0].id)
    jobs.place_hold(actor=actor(home.desk), job_id=card.job.id, kind="customer")
    vehicle = Vehicle.objects.get(ownerships__person=cast.customer)
    drives = driver(offers(home))
    scheduling.plan_transport(
        actor=actor(home.desk), appointment_id=card.job.appointment_id, **_trip("return")
    )
    MaintenanceRecord.objects.create(
        vehicle=vehicle,
        center=home.center,
        service_date="2026-01-02",
        service_type=f"Brakes of {vehicle.license_plate}",
        currency="INR",
    )
    return Scene(
        cast=cast,
        card=card,
        returned=VehicleTransport.objects.get(),
        driver=drives,
        hold=Hold.objects.get(),
        coming=appointment(home, cast.customer, start=at_noon(home.center, days=20)),
        absence=_absence(home),
        tool=Resource.objects.create(center=home.center, kind="tool", name="Aligner", type="aligner"),
        held=scheduling.hold(
            actor=actor(cast.customer),
            center_id=home.center.id,
            lines=[Line(home.service.id)],
            start=at_noon(home.center, days=21),
        ),
        vehicle=vehicle,
        place=waiting(home, cast.customer, vehicle, first=22, last=23),
        role=Membership.objects.get(user=home.other_tech, center=home.center),
        screen=_screen(home),
        picture=store_image(actor=actor(cast.customer), upload=BytesIO(saved())),
        told=_told(),
        waiting=accounts.request_pairing(actor=VISITOR)[0],
        applying=application(cast.customer, "Guindy Motors"),
        rejected=_rejected(cast),
        session=SignInSession.objects.filter(user=cast.customer).latest("id"),
    )


def _told() -> Notification:
    tell(event_id=Event.objects.filter(name="scheduling.AppointmentBooked").latest("number").id)
    return Notification.objects.get(channel="app")


def _rejected(cast: Cast) -> ServiceCenter:
    center = application(cast.customer, "Porur Motors")
    return centers.reject_center(actor=actor(cast.network), center_id=center.id, reason="No lift")


def _absence(home: House) -> Absence:
    """Make a day of leave and a closed day, both far ahead."""
    HoursException.objects.create(center=home.center, date="2027-01-26", reason="Republic Day")
    away = datetime(2027, 1, 20, tzinfo=UTC)
    return Absence.objects.create(person=home.other_tech, starts_at=away, ends_at=away + timedelta(days=1))


def _screen(home: House) -> Device:
    waiting, _ = accounts.request_pairing(actor=VISITOR)
    return accounts.pair_device(
        actor=actor(home.desk), code=waiting.code, center_id=home.center.id, name="Wall"
    )


def _trip(direction: str) -> dict[str, Any]:
    return {"direction": direction, "address": ADDRESS, "window_start": soon()}


Find = Callable[[Scene], Model]
Body = Callable[[Scene], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """What a route is about.

    `thing` or `query` names something of the home centre: then no stranger may succeed, while `rightful` (a part of
    the home house, `customer`, `network` or `link`) may. Without either the route shows everyone their own, or, with
    `open_because`, is open to all for that reason.
    """

    rightful: str = ""
    thing: Find | None = None
    body: Body | None = None
    query: Body | None = None
    aimed: bool = False
    open_because: str = ""


def _nothing(one: Scene) -> dict[str, Any]:
    return {}


def _reason(one: Scene) -> dict[str, Any]:
    return {"reason": "Because"}


def _step(one: Scene) -> Model:
    return one.card.steps[0]


def _job(one: Scene) -> Model:
    return one.card.job


def _coming(one: Scene) -> Model:
    return one.coming


def _own(one: Scene) -> Model:
    return one.vehicle


def _center(one: Scene) -> Model:
    return one.cast.home.center


def _first_service(one: Scene) -> Model:
    return one.cast.home.service


def _sold(one: Scene) -> dict[str, Any]:
    return {
        "name": "Wash",
        "category": "care",
        "base_price": "300",
        "steps": [{"name": "Wash", "estimate": 20}],
    }


def _at_center(one: Scene) -> dict[str, Any]:
    return {"center": str(one.cast.home.center.id)}


def _booking(one: Scene) -> dict[str, Any]:
    home = one.cast.home
    return {
        "center_id": str(home.center.id),
        "vehicle_id": str(one.vehicle.id),
        "services": [{"service_id": str(home.service.id)}],
        "scheduled_start": at_noon(home.center, days=30).isoformat(),
    }


def _desk_booking(one: Scene) -> dict[str, Any]:
    return _booking(one) | {"customer_id": str(one.cast.customer.id)}


def _assignment(one: Scene) -> dict[str, Any]:
    return {"appointment_id": str(one.coming.id), "technician_id": str(one.cast.home.other_tech.id)}


def _item(one: Scene) -> dict[str, Any]:
    return {"item_id": str(one.card.items[0].id), "technician_id": None}


def _employment(one: Scene) -> dict[str, Any]:
    center = str(one.cast.home.center.id)
    return {"email": "new@example.com", "name": "N", "role": "staff", "service_center_id": center}


def _pairing(one: Scene) -> dict[str, Any]:
    return {"code": one.waiting.code, "center_id": str(one.cast.home.center.id)}


def _rework(one: Scene) -> dict[str, Any]:
    return {"reason": "Because", "step_ids": [str(one.card.steps[0].id)]}


def _visited(one: Scene) -> Model:
    return one.card.job.appointment


def _place(one: Scene) -> Model:
    return one.place


def _joining(one: Scene) -> dict[str, Any]:
    day = at_noon(one.cast.home.center, days=30).date().isoformat()
    said = {name: value for name, value in _booking(one).items() if name != "scheduled_start"}
    return said | {"from_date": day, "to_date": day}


def _desk_joining(one: Scene) -> dict[str, Any]:
    return _joining(one) | {"customer_id": str(one.cast.customer.id)}


def _absent(one: Scene) -> dict[str, Any]:
    times = {"starts_at": "2027-01-14T03:30:00Z", "ends_at": "2027-01-15T03:30:00Z"}
    return times | {"person_id": str(one.cast.home.tech.id)}


def _held(one: Scene) -> Model:
    return one.held


def _later(one: Scene) -> dict[str, Any]:
    return {"scheduled_start": at_noon(one.cast.home.center, days=40).isoformat()}


def _moves(one: Scene) -> dict[str, Any]:
    return {"moves": [_later(one) | {"appointment_id": str(one.coming.id), "version": one.coming.version}]}


def _newcomer(one: Scene) -> dict[str, Any]:
    return {"center_id": str(one.cast.home.center.id), "first_name": "Kavya", "phone": "+919840011111"}


def _another_vehicle(one: Scene) -> dict[str, Any]:
    center = str(one.cast.home.center.id)
    return {
        "center_id": center,
        "kind": "car",
        "license_plate": "TN 01 Z 1",
        "make": "Tata",
        "model": "Punch",
    }


def _wishes(one: Scene) -> dict[str, Any]:
    return {"wished_times": [at_noon(one.cast.home.center, days=40).isoformat()]}


def _with_vehicle(one: Scene) -> dict[str, Any]:
    return {"vehicle_id": str(one.vehicle.id)}


def _symptom(one: Scene) -> dict[str, Any]:
    return _with_vehicle(one) | {"concern": "It hums"}


def _service(one: Scene) -> dict[str, Any]:
    return {"service": str(one.cast.home.service.id)}


def _service_at_center(one: Scene) -> dict[str, Any]:
    return _at_center(one) | _service(one)


def _returned(one: Scene) -> Model:
    return one.returned


def _return(one: Scene) -> dict[str, Any]:
    later = one.card.job.appointment.scheduled_end + HOUR
    return _trip("return") | {"window_start": later.isoformat()}


def _coming_back(one: Scene) -> dict[str, Any]:
    return _trip("return") | {"window_start": (one.coming.scheduled_end + HOUR).isoformat()}


def _said(**words: Any) -> Body:
    return lambda one: dict(words)


def _verb(rightful: str, thing: Find, body: Body = _nothing) -> Row:
    return Row(rightful, thing, body, aimed=True)


def _read(rightful: str, thing: Find) -> Row:
    return Row(rightful, thing, aimed=True)


SIGN_IN = "It is how one proves who one is."
SELF = "It is about the one who asks alone."

POLICY: dict[str, Row] = {
    "POST /api/auth/register": Row(open_because="Anybody may make an account, without any role."),
    "POST /api/auth/login": Row(open_because=SIGN_IN),
    "POST /api/auth/logout": Row(open_because=SELF),
    "POST /api/auth/refresh": Row(open_because=SIGN_IN),
    "POST /api/auth/forgot": Row(open_because="It answers the same whoever asks about whom."),
    "POST /api/auth/reset": Row(open_because=SIGN_IN),
    "GET /api/auth/sessions": Row(),
    "DELETE /api/auth/sessions": Row(open_because=SELF),
    "DELETE /api/auth/sessions/{id}": _verb("customer", lambda one: one.session),
    "POST /api/auth/socket-ticket": Row(open_because="A ticket opens what its holder may hear."),
    "GET /api/users/profile": Row(),
    "PUT /api/users/profile": Row(open_because=SELF),
    "POST /api/users/change-password": Row(open_because=SELF),
    "GET /api/users/notifications": Row(),
    "POST /api/users/notifications/read_all": Row(open_because=SELF),
    "POST /api/users/notifications/{id}/read": _verb("customer", lambda one: one.told),
    "POST /api/public/links/exchange": Row(open_because="It opens what the link in its body opens."),
    "POST /api/public/devices": Row(open_because="The code it gives opens nothing until a desk confirms it."),
    "POST /api/public/files": Row(open_because="A picture is its uploader's, and nothing until it is sent."),
    "DELETE /api/public/files/{id}": _verb("customer", lambda one: one.picture),
    "GET /api/files/{id}/{variant}": Row(
        thing=lambda one: one.picture, open_because="Its link says who may see it, and is signed."
    ),
    "GET /api/public/visits/{id}": _read("link", lambda one: one.card.job.appointment),
    "POST /api/public/visits/{id}/cancel": _verb("link", _visited),
    "POST /api/public/visits/{id}/reschedule": _verb("link", _visited, _later),
    "POST /api/public/visits/{id}/accept-proposal": _verb("link", _visited),
    "POST /api/public/visits/{id}/ask-again": _verb("link", _visited, _wishes),
    "GET /api/public/visits/{id}/photos": _read("link", _visited),
    "GET /api/public/visits/{id}/calendar.ics": _read("link", _visited),
    "POST /api/public/visits/{id}/transports": _verb("link", _visited, _return),
    "GET /api/public/visits/{id}/availability": _read("link", _visited),
    "GET /api/public/visits/{id}/windows": _read("link", _visited),
    "POST /api/public/transports/{id}/cancel": _verb("link", _returned),
    "GET /api/public/transports/{id}/photos": _read("link", _returned),
    "POST /api/public/appointments": Row(
        open_because="Anybody may hold a slot, and holds it for themselves."
    ),
    "GET /api/public/appointments/{id}": _read("customer", _held),
    "GET /api/public/appointments/{id}/windows": _read("customer", _held),
    "POST /api/public/appointments/{id}/confirm": _verb("customer", _held, _with_vehicle),
    "POST /api/public/appointments/{id}/request": _verb("customer", _held, _symptom),
    "POST /api/public/appointments/{id}/cancel": _verb("customer", _held),
    "POST /api/public/appointments/{id}/link": _verb("customer", _coming),
    "GET /api/public/service-centers/{id}/availability": Row(
        thing=_center, query=_service, open_because="What is free is for all, without whose the rest is."
    ),
    "GET /api/public/service-centers": Row(),
    "GET /api/public/service-centers/{id}": Row(thing=_center, open_because="Centres are found by all."),
    "GET /api/public/vins/{vin}": Row(open_because="It reads the number itself, and looks nothing up."),
    "POST /api/public/service-centers": Row(open_because="Anybody may apply with a centre of their own."),
    "GET /api/users/applications": Row(),
    "POST /api/users/applications/{id}/apply-again": _verb("customer", lambda one: one.rejected),
    "GET /api/customers/vehicles": Row(),
    "POST /api/customers/vehicles": Row(open_because=SELF),
    "GET /api/customers/vehicles/{id}": _read("customer", _own),
    "PUT /api/customers/vehicles/{id}": _verb("customer", _own, _said(mileage=50_000)),
    "DELETE /api/customers/vehicles/{id}": _verb("customer", _own),
    "GET /api/customers/appointments": Row(),
    "POST /api/customers/appointments": Row("customer", body=_booking, aimed=True),
    "GET /api/customers/appointments/{id}": _read("customer", _coming),
    "PUT /api/customers/appointments/{id}": _verb("customer", _coming, _said(notes="x")),
    "DELETE /api/customers/appointments/{id}": _verb("customer", _coming),
    "POST /api/customers/appointments/{id}/cancel": _verb("customer", _coming),
    "POST /api/customers/appointments/{id}/reschedule": _verb("customer", _coming, _later),
    "POST /api/customers/appointments/{id}/accept-proposal": _verb("customer", _coming),
    "POST /api/customers/appointments/{id}/ask-again": _verb("customer", _coming, _wishes),
    "GET /api/customers/appointments/{id}/photos": _read("customer", _coming),
    "GET /api/customers/appointments/{id}/calendar.ics": _read("customer", _coming),
    "POST /api/customers/appointments/{id}/transports": _verb("customer", _coming, _coming_back),
    "GET /api/customers/appointments/{id}/availability": _read("customer", _coming),
    "GET /api/customers/appointments/{id}/windows": _read("customer", _coming),
    "POST /api/customers/transports/{id}/cancel": _verb("customer", _returned),
    "GET /api/customers/transports/{id}/photos": _read("customer", _returned),
    "GET /api/customers/maintenance-history": Row(),
    "GET /api/customers/garage": Row(),
    "GET /api/customers/visits/{id}": _read("customer", _coming),
    "GET /api/customers/waiting-list": Row(),
    "POST /api/customers/waiting-list": Row("customer", body=_joining, aimed=True),
    "POST /api/customers/waiting-list/{id}/book": _verb("customer", _place),
    "POST /api/customers/waiting-list/{id}/wait-on": _verb("customer", _place),
    "POST /api/customers/waiting-list/{id}/leave": _verb("customer", _place),
    "GET /api/staff/board": Row("desk", query=_at_center, aimed=True),
    "GET /api/staff/floor": Row("tech", query=_at_center, aimed=True),
    "GET /api/staff/jobs": Row(),
    "GET /api/staff/jobs/{id}": _read("desk", _job),
    "POST /api/staff/jobs/{id}/queue": _verb("desk", _job),
    "POST /api/staff/jobs/{id}/diagnose": _verb("desk", _job),
    "POST /api/staff/jobs/{id}/send-estimate": _verb("desk", _job),
    "POST /api/staff/jobs/{id}/diagnose-again": _verb("desk", _job),
    "POST /api/staff/jobs/{id}/decline-all": _verb("desk", _job),
    "POST /api/staff/jobs/{id}/pass-check": _verb("lead", _job),
    "POST /api/staff/jobs/{id}/rework": _verb("lead", _job, _rework),
    "POST /api/staff/jobs/{id}/reopen": _verb("desk", _job, _rework),
    "POST /api/staff/jobs/{id}/hand-over": _verb("desk", _job, _said(mileage_out=50_000)),
    "POST /api/staff/jobs/{id}/close": _verb("desk", _job),
    "POST /api/staff/jobs/{id}/cancel": _verb("desk", _job, _reason),
    "POST /api/staff/jobs/{id}/hold": _verb("desk", _job, _said(kind="parts")),
    "POST /api/staff/jobs/{id}/move": _verb("desk", _job, _said(bay_id=None)),
    "POST /api/staff/jobs/{id}/assign": _verb("desk", _job, _item),
    "POST /api/staff/jobs/{id}/undo": _verb("desk", _job),
    "POST /api/staff/holds/{id}/release": _verb("desk", lambda one: one.hold),
    "GET /api/staff/appointments": Row(),
    "POST /api/staff/appointments": Row("desk", body=_desk_booking, aimed=True),
    "POST /api/staff/appointments/assign": Row("desk", body=_assignment, aimed=True),
    "GET /api/staff/appointments/{id}": _read("desk", _coming),
    "PUT /api/staff/appointments/{id}": _verb("desk", _coming, _said(notes="x")),
    "POST /api/staff/appointments/{id}/check-in": _verb("desk", _coming),
    "POST /api/staff/appointments/{id}/reschedule": _verb("desk", _coming),
    "POST /api/staff/appointments/{id}/cancel": _verb("desk", _coming),
    "POST /api/staff/appointments/{id}/mark-no-show": _verb("desk", _coming),
    "POST /api/staff/appointments/{id}/accept": _verb("desk", _coming),
    "POST /api/staff/appointments/{id}/propose": _verb("desk", _coming, _later),
    "POST /api/staff/appointments/{id}/reject": _verb("desk", _coming, _reason),
    "POST /api/staff/appointments/{id}/undo": _verb("desk", _coming),
    "GET /api/staff/appointments/{id}/photos": _read("desk", _coming),
    "POST /api/staff/appointments/{id}/transports": _verb("desk", _visited, _return),
    "GET /api/staff/appointments/{id}/windows": _read("desk", _coming),
    "POST /api/staff/transports/{id}/assign": _verb("desk", _returned),
    "POST /api/staff/transports/{id}/cancel": _verb("desk", _returned),
    "POST /api/staff/transports/{id}/set-out": _verb("desk", _returned),
    "POST /api/staff/transports/{id}/finish": _verb("desk", _returned, _said(keys=True)),
    "POST /api/staff/transports/{id}/fail": _verb("desk", _returned, _reason),
    "GET /api/staff/transports/{id}/photos": _read("desk", _returned),
    "GET /api/technicians/transports": Row("driver", query=_at_center, aimed=True),
    "POST /api/technicians/transports/{id}/set-out": _verb("driver", _returned),
    "POST /api/technicians/transports/{id}/finish": _verb("driver", _returned, _said(keys=True)),
    "POST /api/technicians/transports/{id}/fail": _verb("driver", _returned, _reason),
    "GET /api/technicians/transports/{id}/photos": _read("driver", _returned),
    "GET /api/staff/conflicts": Row("desk", query=_at_center, aimed=True),
    "GET /api/staff/unserved": Row("desk", query=_at_center, aimed=True),
    "POST /api/staff/moves": Row("desk", body=_moves, aimed=True),
    "GET /api/staff/calendar": Row("desk", query=_at_center, aimed=True),
    "GET /api/staff/availability": Row("desk", query=_service_at_center, aimed=True),
    "POST /api/staff/visits/{id}/link": _verb("desk", _coming),
    "GET /api/staff/waiting-list": Row(),
    "POST /api/staff/waiting-list": Row("desk", body=_desk_joining, aimed=True),
    "POST /api/staff/waiting-list/{id}/book": _verb("desk", _place),
    "POST /api/staff/waiting-list/{id}/wait-on": _verb("desk", _place),
    "POST /api/staff/waiting-list/{id}/leave": _verb("desk", _place),
    "PUT /api/staff/service-progress/{id}": _verb("tech", _step, _said(status="completed")),
    "GET /api/staff/services": Row(),
    "GET /api/staff/customers": Row(),
    "GET /api/staff/customers/{id}": _read("desk", lambda one: one.cast.customer),
    "PUT /api/staff/customers/{id}": _verb("desk", lambda one: one.cast.customer, _said(address="x")),
    "POST /api/staff/customers": Row("desk", body=_newcomer, aimed=True),
    "GET /api/staff/customers/{id}/file": _read("desk", lambda one: one.cast.customer),
    "POST /api/staff/customers/{id}/vehicles": _verb("desk", lambda one: one.cast.customer, _another_vehicle),
    "GET /api/staff/vehicles/{id}": _read("desk", _own),
    "PUT /api/staff/vehicles/{id}": _verb("desk", _own, _said(mileage=50_000)),
    "GET /api/staff/devices": Row(),
    "POST /api/staff/devices": Row("desk", body=_pairing, aimed=True),
    "DELETE /api/staff/devices/{id}": _verb("desk", lambda one: one.screen),
    "GET /api/technicians/queue": Row("tech", query=_at_center, aimed=True),
    "GET /api/technicians/jobs/{id}": _read("tech", _job),
    "POST /api/technicians/jobs/{id}/pass-check": _verb("lead", _job),
    "POST /api/technicians/jobs/{id}/rework": _verb("lead", _job, _rework),
    "POST /api/technicians/jobs/{id}/diagnose": _verb("tech", _job),
    "POST /api/technicians/jobs/{id}/undo": _verb("tech", _job),
    "POST /api/technicians/steps/{id}/start": _verb("tech", _step),
    "POST /api/technicians/steps/{id}/pause": _verb("tech", _step, _said(kind="break")),
    "POST /api/technicians/steps/{id}/resume": _verb("tech", _step),
    "POST /api/technicians/steps/{id}/complete": _verb("tech", _step),
    "POST /api/technicians/steps/{id}/skip": _verb("lead", _step, _reason),
    "POST /api/technicians/steps/{id}/verify": _verb("lead", _step),
    "POST /api/technicians/steps/{id}/rework": _verb("lead", _step, _reason),
    "POST /api/technicians/steps/{id}/undo": _verb("tech", _step),
    "POST /api/technicians/steps/{id}/note": _verb("tech", _step, _said(note="x")),
    "GET /api/admin/users": Row(),
    "POST /api/admin/users": Row("admin", body=_employment, aimed=True),
    "GET /api/admin/users/{id}": _read("admin", lambda one: one.role),
    "PUT /api/admin/users/{id}": _verb("admin", lambda one: one.role, _said(name="X")),
    "DELETE /api/admin/users/{id}": _verb("admin", lambda one: one.role),
    "PUT /api/admin/users/{id}/pin": _verb("admin", lambda one: one.role, _said(pin="7306")),
    "GET /api/admin/service-centers": Row(),
    "POST /api/admin/service-centers": Row(open_because="It makes a centre of the network's own."),
    "GET /api/admin/service-centers/{id}": _read("admin", _center),
    "PUT /api/admin/service-centers/{id}": _verb("admin", _center, _said(phone="1")),
    "POST /api/admin/service-centers/{id}/approve": _verb("network", lambda one: one.applying),
    "POST /api/admin/service-centers/{id}/reject": _verb("network", lambda one: one.applying, _reason),
    "GET /api/admin/appointments": Row(),
    "GET /api/admin/service-centers/{id}/exceptions": _read("admin", _center),
    "POST /api/admin/service-centers/{id}/exceptions": _verb("admin", _center, _said(first="2027-01-14")),
    "DELETE /api/admin/service-centers/{id}/exceptions/{day}": _verb("admin", _center),
    "GET /api/admin/service-centers/{id}/shifts": _read("admin", _center),
    "PUT /api/admin/service-centers/{id}/shifts/{person}": _verb("admin", _center, _said(shifts=[])),
    "GET /api/admin/service-centers/{id}/absences": _read("admin", _center),
    "POST /api/admin/service-centers/{id}/absences": _verb("admin", _center, _absent),
    "GET /api/admin/service-centers/{id}/unserved": _read("admin", _center),
    "GET /api/admin/service-centers/{id}/booking-rules": _read("admin", _center),
    "PUT /api/admin/service-centers/{id}/booking-rules": _verb("admin", _center, _said(lead_time=30)),
    "GET /api/admin/service-centers/{id}/bays": _read("admin", _center),
    "POST /api/admin/service-centers/{id}/bays": _verb("admin", _center, _said(name="9", kind="general")),
    "GET /api/admin/service-centers/{id}/resources": _read("admin", _center),
    "POST /api/admin/service-centers/{id}/resources": _verb(
        "admin", _center, _said(kind="loaner", name="Polo")
    ),
    "GET /api/admin/service-centers/{id}/certificates": _read("admin", _center),
    "GET /api/admin/service-centers/{id}/services": _read("admin", _center),
    "POST /api/admin/service-centers/{id}/services": _verb("admin", _center, _sold),
    "GET /api/admin/services/{id}": _read("admin", _first_service),
    "PUT /api/admin/services/{id}": _verb("admin", _first_service, _said(base_price="1")),
    "DELETE /api/admin/absences/{id}": _verb("admin", lambda one: one.absence),
    "PUT /api/admin/bays/{id}": _verb("admin", lambda one: one.cast.home.bays[2], _said(name="Nine")),
    "DELETE /api/admin/resources/{id}": _verb("admin", lambda one: one.tool),
}
