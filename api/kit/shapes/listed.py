"""A job card as lists show it: with its items and their steps."""

from rest_framework import serializers

from workshop.catalog.models import Service
from workshop.jobs.workflow import STEP

from .job import JobCore
from .parts import MemberShape, Shape
from .work import ITEM_STATES


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
