"""Resources, their bookings, and appointments."""

from typing import Any

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

from .workflow import APPOINTMENT

NO_OVERLAP = "resourcebooking_no_overlap"


@tracked()
class Resource(Row):
    """Anything that can be booked: a bay, a technician, a tool, a loaner car or a driver."""

    class Kind(models.TextChoices):
        BAY = "bay"
        TECHNICIAN = "technician"
        TOOL = "tool"
        LOANER = "loaner"
        DRIVER = "driver"

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="resources")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=80)
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
    """The promise of a visit. The `*_card` fields copy what the document names, as it was when it was written."""

    number = models.CharField(max_length=20, unique=True)
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="appointments")
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments"
    )
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="appointments")
    status = models.CharField(max_length=12, choices=[(state, state) for state in APPOINTMENT.states])
    scheduled_start = models.DateTimeField()
    scheduled_end = models.DateTimeField()
    notes = models.TextField(blank=True, default="")
    bay = models.ForeignKey(Bay, on_delete=models.PROTECT, null=True, related_name="appointments")
    technician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="assigned_appointments"
    )
    customer_card = models.JSONField()
    vehicle_card = models.JSONField()
    bay_card = models.JSONField(null=True)
    technician_card = models.JSONField(null=True)
    currency = models.CharField(max_length=3)
    total_amount = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    payment_status = models.CharField(max_length=12, default="pending")
    estimated_completion = models.DateTimeField(null=True)
    actual_completion = models.DateTimeField(null=True)
    job_id = models.UUIDField(null=True, unique=True)
    ended_reason = models.CharField(max_length=240, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    told: dict[str, Any] | None = None
    """The facts that a command which has just made it told of it, for its answer."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(scheduled_end__gt=F("scheduled_start")), name="appointment_takes_time"
            )
        ]
        indexes = [
            models.Index(fields=["customer", "scheduled_start"], name="appointment_by_customer"),
            models.Index(fields=["center", "scheduled_start"], name="appointment_by_center"),
            models.Index(fields=["status"], name="appointment_by_status"),
            models.Index(fields=["vehicle", "scheduled_start"], name="appointment_by_vehicle"),
        ]


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
class ResourceBooking(Row):
    """A resource taken for a half-open period `[start, end)`. Active bookings of one resource never overlap."""

    class State(models.TextChoices):
        ACTIVE = "active"
        RELEASED = "released"

    resource = models.ForeignKey(Resource, on_delete=models.PROTECT, related_name="bookings")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="bookings")
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
            models.Index(fields=["appointment"], condition=Q(state="active"), name="booking_by_appointment")
        ]
