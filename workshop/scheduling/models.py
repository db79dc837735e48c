"""Resources, their bookings, and appointments."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from workshop.catalog.models import Service
from workshop.centers.models import Bay, ServiceCenter
from workshop.events.rows import Row, tracked
from workshop.vehicles.models import Vehicle

from .workflow import APPOINTMENT, TRANSPORT, WAITING

NO_OVERLAP = "resourcebooking_no_overlap"


@tracked()
class BookingRules(Row):
    """How a centre lets itself be booked; spans in minutes, a load in percent of its technicians' hours.

    A centre without a row has the defaults. `load_limit` leaves room for who comes unannounced: what customers book
    by themselves stops there, the desk may fill the rest.
    """

    center = models.OneToOneField(ServiceCenter, on_delete=models.CASCADE, related_name="booking_rules")
    slot_step = models.PositiveSmallIntegerField(default=15)
    lead_time = models.PositiveIntegerField(default=60)
    horizon_days = models.PositiveSmallIntegerField(default=60)
    load_limit = models.PositiveSmallIntegerField(default=100)
    request_expires_after = models.PositiveIntegerField(default=24 * 60)
    proposal_expires_after = models.PositiveIntegerField(default=24 * 60)
    cancel_cutoff = models.PositiveIntegerField(default=120)
    late_cancel_fee = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal(0))
    no_show_grace = models.PositiveSmallIntegerField(default=30)
    offer_hold = models.PositiveSmallIntegerField(default=15)
    offers_collection = models.BooleanField(default=False)
    collection_window = models.PositiveSmallIntegerField(default=60)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(slot_step__in=[5, 10, 15, 20, 30, 60]), name="rules_slot_step"
            ),
            models.CheckConstraint(
                condition=Q(load_limit__gte=1, load_limit__lte=100), name="rules_load_limit"
            ),
            models.CheckConstraint(
                condition=Q(horizon_days__gte=1, horizon_days__lte=366), name="rules_horizon_days"
            ),
            models.CheckConstraint(
                condition=Q(
                    request_expires_after__gte=15,
                    proposal_expires_after__gte=15,
                    offer_hold__gte=5,
                    late_cancel_fee__gte=0,
                ),
                name="rules_spans",
            ),
        ]


@tracked()
class Resource(Row):
    """Anything that can be booked: a bay, a technician, a tool, a loaner car or a driver.

    `type` says what a tool is, in the word by which services ask for it.
    """

    class Kind(models.TextChoices):
        BAY = "bay"
        TECHNICIAN = "technician"
        TOOL = "tool"
        LOANER = "loaner"
        DRIVER = "driver"

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="resources")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=80)
    type = models.CharField(max_length=40, blank=True, default="")
    bay = models.OneToOneField(Bay, on_delete=models.PROTECT, null=True, related_name="resource")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="resources"
    )
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["center", "kind", "person"], name="resource_person_unique"),
            models.CheckConstraint(
                condition=Q(kind="bay", bay__isnull=False)
                | Q(kind__in=["technician", "driver"], person__isnull=False)
                | Q(kind__in=["tool", "loaner"]),
                name="resource_is_something",
            ),
            models.CheckConstraint(condition=~Q(kind="tool", type=""), name="resource_tool_has_type"),
            models.UniqueConstraint(
                fields=["center", "kind", "name"],
                condition=Q(kind__in=["tool", "loaner"], is_active=True),
                name="resource_name_unique",
            ),
        ]


@tracked()
@pgtrigger.register(
    pgtrigger.FSM(
        name="appointment_status_fsm",
        field="status",
        transitions=sorted(APPOINTMENT.edges() - {("confirmed", "confirmed")}),
    )
)
class Appointment(Row):
    """The promise of a visit. The `*_card` fields copy what the document names, as it was when it was written.

    While it is held it has no number, and may not say yet for whom: then `visitor` names the browser that holds it,
    and `held_until` is a real moment, for it is about a person who types. A request waits for an answer until
    `answer_by`. `duration` (minutes), where the desk set one, counts instead of what the services take. A vehicle
    that somebody else owns here is `vehicle_unverified` until the desk has seen it. Until `change_until` the customer
    may move it or cancel it for nothing; whether they may have the vehicle fetched (`collects`), and until when there
    is a window for it (`collect_until`), was said then too. It is in conflict since the work before it on one of its
    resources is expected to end after it begins, until its own work begins (`actual_start`). `last_change` says who
    changed it last, and is the desk's to read.
    """

    class Lane(models.TextChoices):
        INSTANT = "instant"
        REQUEST = "request"

    number = models.CharField(max_length=20, blank=True, default="")
    lane = models.CharField(max_length=7, choices=Lane, default=Lane.INSTANT)
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="appointments")
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="appointments"
    )
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, null=True, related_name="appointments")
    status = models.CharField(max_length=12, choices=[(state, state) for state in APPOINTMENT.states])
    scheduled_start = models.DateTimeField()
    scheduled_end = models.DateTimeField()
    duration = models.PositiveSmallIntegerField(null=True)
    notes = models.TextField(blank=True, default="")
    concern = models.TextField(blank=True, default="")
    wished_times = models.JSONField(default=list)
    photo_count = models.PositiveSmallIntegerField(default=0)
    desk_message = models.CharField(max_length=500, blank=True, default="")
    wants_loaner = models.BooleanField(default=False)
    collects = models.BooleanField(default=False)
    visitor = models.CharField(max_length=64, blank=True, default="")
    visitor_address = models.GenericIPAddressField(null=True)
    contact_email = models.EmailField(blank=True, default="")
    vehicle_unverified = models.BooleanField(default=False)
    change_until = models.DateTimeField(null=True)
    collect_until = models.DateTimeField(null=True)
    late_cancel_fee = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal(0))
    cancel_fee = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal(0))
    conflict_since = models.DateTimeField(null=True)
    conflict_with = models.UUIDField(null=True)
    held_until = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    bay = models.ForeignKey(Bay, on_delete=models.PROTECT, null=True, related_name="appointments")
    technician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="assigned_appointments"
    )
    customer_card: Any = models.JSONField(null=True)
    vehicle_card: Any = models.JSONField(null=True)
    bay_card = models.JSONField(null=True)
    technician_card = models.JSONField(null=True)
    loaner_card = models.JSONField(null=True)
    currency = models.CharField(max_length=3)
    total_amount = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    payment_status = models.CharField(max_length=12, default="pending")
    estimated_completion = models.DateTimeField(null=True)
    actual_start = models.DateTimeField(null=True)
    actual_completion = models.DateTimeField(null=True)
    job_id = models.UUIDField(null=True, unique=True)
    ended_reason = models.CharField(max_length=240, blank=True, default="")
    last_change: Any = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=1)
    told: dict[str, Any] | None = None
    """The facts that a command which has just made it told of it, for its answer."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(scheduled_end__gt=F("scheduled_start")), name="appointment_takes_time"
            ),
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="appointment_number_unique"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["held", "expired", "cancelled"])
                | Q(customer__isnull=False, vehicle__isnull=False),
                name="appointment_is_somebodys",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "scheduled_start"], name="appointment_by_customer"),
            models.Index(fields=["center", "scheduled_start"], name="appointment_by_center"),
            models.Index(fields=["status"], name="appointment_by_status"),
            models.Index(fields=["vehicle", "scheduled_start"], name="appointment_by_vehicle"),
            models.Index(fields=["held_until"], condition=Q(status="held"), name="appointment_held"),
            models.Index(
                fields=["answer_by"],
                condition=Q(status__in=["requested", "proposed"]),
                name="appointment_asking",
            ),
        ]

    @property
    def party(self) -> tuple[UUID, UUID]:
        """Return the customer and the vehicle of an appointment that is no longer only held."""
        if self.customer_id is None or self.vehicle_id is None:
            raise ValueError(f"Appointment {self.id} is nobody's yet.")
        return self.customer_id, self.vehicle_id


@tracked()
class AppointmentService(Row):
    """A service booked with an appointment, with the name, price and duration (minutes) agreed then."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="services")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="booked")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    quantity = models.PositiveSmallIntegerField(default=1)
    price = models.DecimalField(max_digits=12, decimal_places=2)
    duration = models.PositiveSmallIntegerField()


@tracked()
@pgtrigger.register(
    pgtrigger.FSM(name="transport_status_fsm", field="status", transitions=sorted(TRANSPORT.edges()))
)
class VehicleTransport(Row):
    """A vehicle collected from its customer or returned to them, by a driver within a window of time."""

    class Direction(models.TextChoices):
        COLLECT = "collect"
        RETURN = "return"

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="transports")
    direction = models.CharField(max_length=7, choices=Direction)
    address = models.CharField(max_length=240)
    postcode = models.CharField(max_length=16, blank=True, default="")
    window_start = models.DateTimeField()
    window_end = models.DateTimeField()
    driver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="transports"
    )
    driver_card = models.JSONField(null=True)
    status = models.CharField(max_length=9, choices=[(state, state) for state in TRANSPORT.states])
    keys = models.BooleanField(default=False)
    mileage = models.PositiveIntegerField(null=True)
    photos = models.JSONField(default=list)
    reason = models.CharField(max_length=240, blank=True, default="")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(window_end__gt=F("window_start")), name="transport_takes_time"
            ),
            models.UniqueConstraint(
                fields=["appointment", "direction"],
                condition=Q(status__in=["planned", "under_way", "done"]),
                name="transport_one_each_way",
            ),
        ]
        indexes = [models.Index(fields=["driver", "window_start"], name="transport_by_driver")]


@tracked()
@pgtrigger.register(
    pgtrigger.FSM(name="waiting_status_fsm", field="status", transitions=sorted(WAITING.edges()))
)
class WaitingEntry(Row):
    """A customer who waits for a freed slot between two dates, perhaps only within a part of the day.

    `services` are `[{service_id, quantity, name}]`. The `*_card` fields copy what the entry names. `appointment` is the
    slot that is offered to them, held for a while, and later the visit they booked of it. `declined` are the starts
    (ISO 8601) that they let pass, which are not offered to them again.
    """

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="waiting")
    customer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="waiting")
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="waiting")
    customer_card: Any = models.JSONField(default=dict)
    vehicle_card: Any = models.JSONField(default=dict)
    services: Any = models.JSONField()
    from_date = models.DateField()
    to_date = models.DateField()
    day_from = models.TimeField(null=True)
    day_until = models.TimeField(null=True)
    status = models.CharField(max_length=8, choices=[(state, state) for state in WAITING.states])
    appointment = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="waiting_entries"
    )
    declined: Any = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_date__gte=F("from_date")), name="waiting_dates_in_order"),
            models.UniqueConstraint(
                fields=["vehicle", "center"],
                condition=Q(status__in=["waiting", "offered"]),
                name="waiting_once_a_vehicle",
            ),
        ]
        indexes = [
            models.Index(
                fields=["center", "created_at"], condition=Q(status="waiting"), name="waiting_in_line"
            )
        ]


@tracked()
class ResourceBooking(Row):
    """A resource taken for a half-open period `[start, end)`. Active bookings of one resource never overlap.

    `expected_end` is when the work will be done by what is known now: later than the period when it overruns.
    """

    class State(models.TextChoices):
        ACTIVE = "active"
        RELEASED = "released"

    resource = models.ForeignKey(Resource, on_delete=models.PROTECT, related_name="bookings")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="bookings")
    transport = models.ForeignKey(
        "VehicleTransport", on_delete=models.PROTECT, null=True, related_name="bookings"
    )
    period = DateTimeRangeField()
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    expected_end = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name=NO_OVERLAP,
                expressions=[
                    (
                        Func(F("resource"), F("resource"), Value("[]"), function="uuidrange"),
                        RangeOperators.OVERLAPS,
                    ),
                    (F("period"), RangeOperators.OVERLAPS),
                ],
                condition=Q(state="active", period__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__endswith__isnull=False),
                name="resourcebooking_is_bounded",
            ),
        ]
        indexes = [
            models.Index(fields=["appointment"], condition=Q(state="active"), name="booking_by_appointment"),
            models.Index(
                F("resource"),
                Func(
                    Func(F("period"), function="upper", output_field=models.DateTimeField()),
                    F("expected_end"),
                    function="GREATEST",
                ),
                condition=Q(state="active"),
                name="booking_taken_until",
            ),
        ]
