"""Services, their steps and their inspection points."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from workshop.centers.models import ServiceCenter
from workshop.events.rows import Row, tracked


@tracked()
class Service(Row):
    """Work that a centre sells: its price, its duration (minutes) and what it takes to do it.

    The buffers (minutes) keep the bay before and after, unseen by the customer. From `wait_from` to `wait_until`
    (minutes from its beginning) the work waits, for a glue or a battery, and the technician is free.
    """

    class Kind(models.TextChoices):
        SERVICE = "service"
        DIAGNOSIS = "diagnosis"

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True, default="")
    category = models.CharField(max_length=30)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.SERVICE)
    base_price = models.DecimalField(max_digits=12, decimal_places=2)
    estimated_duration = models.PositiveSmallIntegerField()
    progress_text = models.CharField(max_length=120, blank=True, default="")
    skills = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    bay_kind = models.CharField(max_length=20, blank=True, default="")
    vehicle_kinds = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    tools = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    buffer_before = models.PositiveSmallIntegerField(default=0)
    buffer_after = models.PositiveSmallIntegerField(default=0)
    wait_from = models.PositiveSmallIntegerField(null=True)
    wait_until = models.PositiveSmallIntegerField(null=True)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["center", "name"], name="service_name_unique"),
            models.CheckConstraint(condition=models.Q(estimated_duration__gt=0), name="service_takes_time"),
            models.CheckConstraint(condition=models.Q(base_price__gte=0), name="service_price_not_negative"),
            models.CheckConstraint(
                condition=models.Q(wait_from__isnull=True, wait_until__isnull=True)
                | models.Q(
                    wait_from__gt=0,
                    wait_until__gt=models.F("wait_from"),
                    estimated_duration__gt=models.F("wait_until"),
                ),
                name="service_waits_within",
            ),
        ]


class StepContent(models.Model):
    """What a step says and asks for; shared by the catalogue's steps and the job card's copies of them."""

    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    outside_name = models.CharField(max_length=160, blank=True, default="")
    instructions = models.TextField(blank=True, default="")
    estimate = models.PositiveSmallIntegerField()
    mandatory = models.BooleanField(default=True)
    safety = models.BooleanField(default=False)
    needs_photo = models.BooleanField(default=False)
    needs_second_person = models.BooleanField(default=False)
    reading_label = models.CharField(max_length=80, blank=True, default="")
    reading_unit = models.CharField(max_length=20, blank=True, default="")
    reading_min = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    reading_max = models.DecimalField(max_digits=12, decimal_places=3, null=True)

    class Meta:
        abstract = True


@tracked()
class ServiceStep(StepContent, Row):
    """One thing the technician does within a service."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="steps")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "position"], name="servicestep_position_unique")
        ]


@tracked()
class InspectionPoint(Row):
    """A point of a service's checklist, with the limits of its measurement where it has one."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="inspection_points")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=20, blank=True, default="")
    minimum = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    maximum = models.DecimalField(max_digits=12, decimal_places=3, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "position"], name="inspectionpoint_position_unique")
        ]
