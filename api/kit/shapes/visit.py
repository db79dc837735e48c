"""A job card and what is on it, as its customer sees them."""

from rest_framework import serializers

from workshop.jobs.models import Hold

from .job import CurrentStepBase, JobBase
from .parts import MoneyShape, PatronShape, Shape
from .work import HoldBase, ItemBase, StepBase


class CurrentVisitStepShape(CurrentStepBase):
    """The step being done, else the next one, in the outside words."""


class OpenVisitHoldShape(Shape):
    """What a visit waits for."""

    kind = serializers.ChoiceField(choices=Hold.Kind.choices)
    since = serializers.DateTimeField()


class VisitJobShape(JobBase):
    """One's own job card."""

    customer = PatronShape()
    concern = serializers.CharField()
    current = CurrentVisitStepShape(allow_null=True)
    holds = OpenVisitHoldShape(many=True)
    total = MoneyShape()


class VisitItemShape(ItemBase):
    """A work item of one's own card."""


class VisitStepShape(StepBase):
    """A step of one's own card, in the outside words."""

    unit = serializers.CharField(allow_null=True, help_text="Of the reading.")


class VisitHoldShape(HoldBase):
    """A hold on one's own card."""
