"""The job card and what is on it. The `*_card` fields copy what the document names, as it was when it was written."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from workshop.catalog.models import Service, StepContent
from workshop.centers.models import Bay, ServiceCenter
from workshop.events.rows import Row, tracked
from workshop.scheduling.models import Appointment
from workshop.vehicles.models import Vehicle

from .workflow import JOB, STEP


@tracked(exclude=["facts"])
@pgtrigger.register(pgtrigger.FSM(name="jobcard_stage_fsm", field="stage", transitions=sorted(JOB.edges())))
class JobCard(Row):
    """The document of one visit, from reception to hand-over.

    `undo` says who may still undo what: `{"step": id, "by": person, "until": moment}`, without a step when it was
    done to the card; the next command clears it.
    `facts` is what `facts.job_facts` gave at the last command, so that boards list cards without reading their parts.
    """

    derived_fields = ("facts",)

    number = models.CharField(max_length=20, unique=True)
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="jobs")
    appointment = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="job")
    customer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="jobs")
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="jobs")
    bay = models.ForeignKey(Bay, on_delete=models.PROTECT, null=True, related_name="jobs")
    rework_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="comebacks")
    customer_card = models.JSONField()
    vehicle_card = models.JSONField()
    bay_card = models.JSONField(null=True)
    title = models.CharField(max_length=240)
    stage = models.CharField(
        max_length=20, choices=[(state, state) for state in JOB.states], default="received"
    )
    concern = models.TextField(blank=True, default="")
    mileage_in = models.PositiveIntegerField(null=True)
    charge_in = models.PositiveSmallIntegerField(null=True)
    mileage_out = models.PositiveIntegerField(null=True)
    settlement = models.CharField(max_length=10, blank=True, default="")
    override_reason = models.CharField(max_length=240, blank=True, default="")
    ended_reason = models.CharField(max_length=240, blank=True, default="")
    currency = models.CharField(max_length=3)
    total_amount = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    received_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    undo = models.JSONField(null=True)
    facts = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(charge_in__isnull=True) | Q(charge_in__lte=100), name="jobcard_charge"
            )
        ]
        indexes = [
            models.Index(
                fields=["center", "received_at"],
                condition=~Q(stage__in=["closed", "cancelled"]),
                name="jobcard_open_by_center",
            ),
            models.Index(fields=["center", "-received_at", "-id"], name="jobcard_newest_by_center"),
            models.Index(fields=["customer", "received_at"], name="jobcard_by_customer"),
            models.Index(fields=["vehicle", "received_at"], name="jobcard_by_vehicle"),
        ]


@tracked()
class WorkItem(Row):
    """Labour that is sold, approved and done together. Without `authorised_at` it waits for consent."""

    job = models.ForeignKey(JobCard, on_delete=models.PROTECT, related_name="items")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, related_name="work_items")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Service.Kind, default=Service.Kind.SERVICE)
    progress_text = models.CharField(max_length=120, blank=True, default="")
    skills = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    technician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="work_items"
    )
    technician_card = models.JSONField(null=True)
    estimate = models.PositiveSmallIntegerField()
    price = models.DecimalField(max_digits=12, decimal_places=2)
    authorised_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "position"], name="workitem_position_unique")]
        indexes = [models.Index(fields=["technician", "job"], name="workitem_by_technician")]


@tracked()
@pgtrigger.register(pgtrigger.FSM(name="step_status_fsm", field="status", transitions=sorted(STEP.edges())))
class Step(StepContent, Row):
    """One thing the technician does within a work item. `clocked` counts the seconds of closed time entries."""

    job = models.ForeignKey(JobCard, on_delete=models.PROTECT, related_name="steps")
    item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(
        max_length=12, choices=[(state, state) for state in STEP.states], default="pending"
    )
    technician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="steps"
    )
    technician_card = models.JSONField(null=True)
    started_at = models.DateTimeField(null=True)
    running_since = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="verified_steps"
    )
    clocked = models.PositiveIntegerField(default=0)
    reading = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    notes = models.TextField(blank=True, default="")
    pause_reason = models.CharField(max_length=240, blank=True, default="")
    skip_reason = models.CharField(max_length=240, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="step_position_unique"),
            models.CheckConstraint(
                condition=~Q(safety=True, status="skipped"), name="step_safety_never_skipped"
            ),
        ]
        indexes = [models.Index(fields=["job"], name="step_by_job")]


@tracked()
class Hold(Row):
    """Why an item, or the whole card, waits; until it is released."""

    class Kind(models.TextChoices):
        PARTS = "parts"
        APPROVAL = "approval"
        TECHNICIAN = "technician"
        TOOL = "tool"
        SUBLET = "sublet"
        CUSTOMER = "customer"

    job = models.ForeignKey(JobCard, on_delete=models.PROTECT, related_name="holds")
    item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, null=True, related_name="holds")
    kind = models.CharField(max_length=12, choices=Kind)
    reason = models.CharField(max_length=240, blank=True, default="")
    since = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["job"], condition=Q(released_at__isnull=True), name="hold_open_by_job")
        ]


@tracked()
class TimeEntry(Row):
    """A technician clocked on to a step of a work item. A person has one running clock at most."""

    technician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="time_entries"
    )
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="time_entries")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["technician"], condition=Q(ended_at__isnull=True), name="timeentry_one_running"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="timeentry_in_order",
            ),
        ]
        indexes = [models.Index(fields=["step"], name="timeentry_by_step")]


@tracked()
class Promise(Row):
    """The ready time told to the customer, a window; every change is a new row with its reason."""

    class Cause(models.TextChoices):
        OPENED = "opened"
        OVERRUN = "overrun"
        AHEAD = "ahead"
        HELD = "held"
        RELEASED = "released"
        REWORK = "rework"
        CHANGED = "changed"

    job = models.ForeignKey(JobCard, on_delete=models.PROTECT, related_name="promises")
    ready_from = models.DateTimeField()
    ready_to = models.DateTimeField()
    cause = models.CharField(max_length=10, choices=Cause)
    reason = models.CharField(max_length=240, blank=True, default="")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ready_to__gt=F("ready_from")), name="promise_is_a_window")
        ]
        indexes = [models.Index(fields=["job", "-made_at"], name="promise_by_job")]
