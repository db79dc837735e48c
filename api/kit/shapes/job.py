"""A job card as the workshop and the wall see it."""

from typing import Any

from rest_framework import serializers

from workshop.jobs.facts import COLUMN
from workshop.jobs.models import Hold, Promise
from workshop.jobs.workflow import JOB, STEP

from .parts import ActionShape, BayRefShape, MemberShape, MoneyShape, PatronShape, Shape, VehicleCardShape

COLUMNS = list(dict.fromkeys(COLUMN.values()))
STATES = ["queued", "progress", "waiting", "blocked", "done"]


class SpanShape(Shape):
    """The window in which a vehicle will be ready."""

    to = serializers.DateTimeField()

    def get_fields(self) -> dict[str, Any]:
        """Return the fields with the one whose name is a word of Python."""
        return {"from": serializers.DateTimeField(), **super().get_fields()}


class WindowShape(SpanShape):
    """The window told last; when it moved, from where and why."""

    cause = serializers.ChoiceField(choices=Promise.Cause.choices)
    reason = serializers.CharField()
    moved_from = serializers.DateTimeField(allow_null=True)
    told_at = serializers.DateTimeField()


class PromiseShape(SpanShape):
    """A told ready window."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    job_id = serializers.UUIDField()
    cause = serializers.ChoiceField(choices=Promise.Cause.choices)
    reason = serializers.CharField()
    made_at = serializers.DateTimeField()


class ProgressShape(Shape):
    """How far the work is."""

    done = serializers.IntegerField()
    total = serializers.IntegerField()
    minutes_left = serializers.IntegerField()


class CurrentStepBase(Shape):
    """The step being done, else the next one."""

    step_id = serializers.UUIDField()
    item_id = serializers.UUIDField()
    name = serializers.CharField()
    item_name = serializers.CharField()
    progress_text = serializers.CharField()
    status = serializers.ChoiceField(choices=STEP.states)
    number = serializers.IntegerField(help_text="Its place among the steps of the card.")
    of = serializers.IntegerField()
    started_at = serializers.DateTimeField(allow_null=True)
    running_since = serializers.DateTimeField(allow_null=True)
    technician = MemberShape(allow_null=True)


class CurrentStepShape(CurrentStepBase):
    """The step being done, else the next one, with its clock (seconds) and estimate (minutes)."""

    outside_name = serializers.CharField()
    clocked = serializers.IntegerField()
    estimate = serializers.IntegerField()


class OpenHoldShape(Shape):
    """Why a card waits."""

    kind = serializers.ChoiceField(choices=Hold.Kind.choices)
    reason = serializers.CharField()
    since = serializers.DateTimeField()


class JobFields(Shape):
    """What every audience and every list sees of a card."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    number = serializers.CharField()
    stage = serializers.ChoiceField(choices=JOB.states)
    column = serializers.ChoiceField(choices=COLUMNS, help_text="The board's column, from stage and holds.")
    state = serializers.ChoiceField(choices=STATES, help_text="Lateness is added where there is a clock.")
    title = serializers.CharField()
    center_id = serializers.UUIDField()
    appointment_id = serializers.UUIDField()
    vehicle = VehicleCardShape()
    bay = BayRefShape(allow_null=True)
    technicians = MemberShape(many=True)
    mileage_in = serializers.IntegerField(allow_null=True)
    charge_in = serializers.IntegerField(allow_null=True, help_text="Percent.")
    mileage_out = serializers.IntegerField(allow_null=True)
    received_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    ready_at = serializers.DateTimeField(allow_null=True)
    delivered_at = serializers.DateTimeField(allow_null=True)
    window = WindowShape(allow_null=True)
    progress = ProgressShape()
    created_at = serializers.DateTimeField()


class JobBase(JobFields):
    """What every audience sees of a card."""

    outside_stage = serializers.CharField(help_text="The stage in the customer's words.")
    allowed_actions = ActionShape(many=True)


class JobCore(JobFields):
    """What those who work on a card see of it, wherever they see it."""

    customer = PatronShape()
    concern = serializers.CharField()
    current = CurrentStepShape(allow_null=True)
    holds = OpenHoldShape(many=True)
    total = MoneyShape()
    settlement = serializers.CharField()
    ended_reason = serializers.CharField()
    override_reason = serializers.CharField()


class JobShape(JobCore, JobBase):
    """A job card, for the desk and technicians."""


class WallJobShape(JobBase):
    """A job card on the wall."""

    customer = PatronShape(allow_null=True)
    current = CurrentStepShape(allow_null=True)
    holds = OpenHoldShape(many=True)
