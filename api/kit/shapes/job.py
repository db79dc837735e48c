"""A job card and what is on it, as the workshop sees them."""

from typing import Any

from rest_framework import serializers

from workshop.catalog.models import Service
from workshop.jobs.facts import COLUMN
from workshop.jobs.models import Hold, Promise
from workshop.jobs.workflow import JOB, OUTSIDE_STEP, STEP

from .parts import ActionShape, BayRefShape, MemberShape, MoneyShape, PatronShape, Shape, VehicleCardShape

COLUMNS = list(dict.fromkeys(COLUMN.values()))
ITEM_STATES = ["pending", "in_progress", "paused", "done"]
BLOCKERS = ["not_authorised", "job_not_open", "earlier_step_open"]
STATES = ["queued", "progress", "waiting", "blocked", "done"]
OUTSIDE_STEPS = list(dict.fromkeys(OUTSIDE_STEP.values()))


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


class JobShape(JobCore, JobBase):
    """A job card, for the desk and technicians."""


class WallJobShape(JobBase):
    """A job card on the wall."""

    customer = PatronShape(allow_null=True)
    current = CurrentStepShape(allow_null=True)
    holds = OpenHoldShape(many=True)


class ItemBase(Shape):
    """What every audience sees of a work item; estimate in minutes, clocked in seconds."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    job_id = serializers.UUIDField()
    position = serializers.IntegerField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Service.Kind.choices)
    progress_text = serializers.CharField()
    status = serializers.ChoiceField(choices=ITEM_STATES)
    technician = MemberShape(allow_null=True)
    estimate = serializers.IntegerField()
    clocked = serializers.IntegerField()
    authorised_at = serializers.DateTimeField(allow_null=True)
    price = MoneyShape()
    allowed_actions = ActionShape(many=True)


class ItemShape(ItemBase):
    """A work item, for the desk and technicians."""

    skills = serializers.ListField(child=serializers.CharField())


class ReadingNeedShape(Shape):
    """A reading that a step asks for, and its limits."""

    label = serializers.CharField()  # type: ignore[assignment]
    unit = serializers.CharField()
    min = serializers.FloatField(allow_null=True)
    max = serializers.FloatField(allow_null=True)


class StepNeedsShape(Shape):
    """What a step asks for before it is done."""

    photo = serializers.BooleanField()
    second_person = serializers.BooleanField()
    reading = ReadingNeedShape(allow_null=True)


class StepBase(Shape):
    """What every audience sees of a step; estimate in minutes, clocked in seconds of closed time entries."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    job_id = serializers.UUIDField()
    item_id = serializers.UUIDField()
    position = serializers.IntegerField()
    name = serializers.CharField()
    status = serializers.ChoiceField(choices=STEP.states)
    outside_status = serializers.ChoiceField(choices=OUTSIDE_STEPS)
    estimate = serializers.IntegerField()
    technician = MemberShape(allow_null=True)
    started_at = serializers.DateTimeField(allow_null=True)
    running_since = serializers.DateTimeField(allow_null=True)
    completed_at = serializers.DateTimeField(allow_null=True)
    clocked = serializers.IntegerField()
    reading = serializers.FloatField(allow_null=True)
    allowed_actions = ActionShape(many=True)


class StepShape(StepBase):
    """A step, for the desk and technicians."""

    outside_name = serializers.CharField()
    instructions = serializers.CharField()
    mandatory = serializers.BooleanField()
    safety = serializers.BooleanField()
    needs = StepNeedsShape()
    verified_at = serializers.DateTimeField(allow_null=True)
    notes = serializers.CharField()
    pause_reason = serializers.CharField()
    skip_reason = serializers.CharField()
    blocker = serializers.ChoiceField(
        choices=BLOCKERS,
        allow_null=True,
        help_text="Why a pending step cannot be started yet.",
    )


class HoldBase(Shape):
    """What every audience sees of a hold."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    job_id = serializers.UUIDField()
    item_id = serializers.UUIDField(allow_null=True)
    kind = serializers.ChoiceField(choices=Hold.Kind.choices)
    since = serializers.DateTimeField()
    released_at = serializers.DateTimeField(allow_null=True)
    allowed_actions = ActionShape(many=True)


class HoldShape(HoldBase):
    """A hold, for the desk and technicians."""

    reason = serializers.CharField()


class CardChangeShape(Shape):
    """A changed card, in the form of a frame's data."""

    job = JobShape()
    items = ItemShape(many=True)
    steps = StepShape(many=True)
    holds = HoldShape(many=True)
    promises = PromiseShape(many=True)


class ListedStepShape(Shape):
    """A step in a list of cards."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    position = serializers.IntegerField()
    name = serializers.CharField()
    status = serializers.ChoiceField(choices=STEP.states)
    estimate = serializers.IntegerField()
    clocked = serializers.IntegerField()


class ListedItemShape(Shape):
    """A work item in a list of cards."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    position = serializers.IntegerField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Service.Kind.choices)
    status = serializers.ChoiceField(choices=ITEM_STATES)
    technician = MemberShape(allow_null=True)
    estimate = serializers.IntegerField()
    clocked = serializers.IntegerField()
    steps = ListedStepShape(many=True)


class ListedJobShape(JobCore):
    """A card in a list, with its items and their steps."""

    items = ListedItemShape(many=True)
