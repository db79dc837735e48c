"""What is on a job card, as the workshop sees it: items, steps and holds."""

from rest_framework import serializers

from workshop.catalog.models import Service
from workshop.jobs.models import Hold
from workshop.jobs.workflow import OUTSIDE_STEP, STEP

from .job import JobShape, PromiseShape
from .parts import ActionShape, MemberShape, MoneyShape, Shape

OUTSIDE_STEPS = list(dict.fromkeys(OUTSIDE_STEP.values()))
ITEM_STATES = ["pending", "in_progress", "paused", "done"]
BLOCKERS = ["not_authorised", "job_not_open", "earlier_step_open"]


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
    """What changed on a card, in the form of a frame's data: the card itself, and of its parts those that changed."""

    job = JobShape()
    items = ItemShape(many=True, required=False)
    steps = StepShape(many=True, required=False)
    holds = HoldShape(many=True, required=False)
    promises = PromiseShape(many=True, required=False)
    removed = serializers.DictField(
        child=serializers.ListField(child=serializers.UUIDField()), required=False, help_text="Ids by noun."
    )
