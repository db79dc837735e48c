"""Service centres: where they are, when they are open, their bays and the numbers of their documents."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from workshop.events.rows import Row, tracked


@tracked()
class ServiceCenter(Row):
    """A location with bays and staff; the unit of tenancy. `code` prefixes its document numbers.

    One that applies to the network has an applicant, and a code once it is approved.
    """

    class Status(models.TextChoices):
        APPLIED = "applied"
        APPROVED = "approved"
        REJECTED = "rejected"

    code = models.CharField(max_length=6, unique=True, null=True, blank=True)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=240)
    city = models.CharField(max_length=80)
    district = models.CharField(max_length=80, blank=True, default="")
    postcode = models.CharField(max_length=16)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    phone = models.CharField(max_length=32, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    time_zone = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=10, choices=Status, default=Status.APPLIED)
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="applications"
    )
    about = models.TextField(blank=True, default="")
    approved_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="decided_applications"
    )
    rejected_reason = models.CharField(max_length=400, blank=True, default="")
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["city", "postcode"], name="center_by_place"),
            models.Index(fields=["latitude", "longitude"], name="center_by_position"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="center_position_whole",
            ),
            models.CheckConstraint(
                condition=~Q(status="approved") | Q(code__isnull=False), name="center_approved_has_code"
            ),
        ]

    @property
    def full_address(self) -> str:
        """The address with its town, once also where whoever typed the address wrote it too."""
        named = self.city.casefold() in (part.strip().casefold() for part in self.address.split(","))
        return ", ".join(part for part in (self.address, "" if named else self.city) if part)


@tracked()
class ServiceArea(Row):
    """A city, a district or a postcode from which a centre takes work, besides where it is itself."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.CASCADE, related_name="service_areas")
    city = models.CharField(max_length=80, blank=True, default="")
    district = models.CharField(max_length=80, blank=True, default="")
    postcode = models.CharField(max_length=16, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(~Q(city="") & Q(district="", postcode=""))
                | (~Q(district="") & Q(city="", postcode=""))
                | (~Q(postcode="") & Q(city="", district="")),
                name="servicearea_one_kind",
            ),
            models.UniqueConstraint(
                fields=["center", "city", "district", "postcode"], name="servicearea_unique"
            ),
        ]
        indexes = [models.Index(fields=["postcode", "city", "district"], name="servicearea_by_place")]


@tracked()
class OpeningHours(Row):
    """One open span of a weekday (0 is Monday), in the centre's wall-clock time.

    One that closes at or before the time it opens goes on into the next day.
    """

    center = models.ForeignKey(ServiceCenter, on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="openinghours_weekday"),
            models.UniqueConstraint(fields=["center", "weekday", "opens"], name="openinghours_unique"),
        ]


@tracked()
class HoursException(Row):
    """A span in which a centre is open on one date instead of the weekday's; without times it is closed that day."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.CASCADE, related_name="hours_exceptions")
    date = models.DateField()
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)
    reason = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__isnull=True, closes__isnull=True)
                | Q(opens__isnull=False, closes__isnull=False),
                name="hoursexception_open_or_closed",
            ),
            models.UniqueConstraint(
                fields=["center", "date", "opens"], nulls_distinct=False, name="hoursexception_unique"
            ),
        ]


@tracked()
class Bay(Row):
    """A place where a vehicle is worked on."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="bays")
    name = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=20)
    equipment = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["center", "name"], name="bay_name_unique")]


@tracked()
class DocumentCounter(Row):
    """The last number of a series of documents at a centre, taken under a lock late in a command."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="counters")
    series = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=1000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["center", "series"], name="documentcounter_unique")]
