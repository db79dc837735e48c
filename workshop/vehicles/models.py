"""Vehicles and their history."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from workshop.centers.models import ServiceCenter
from workshop.events.rows import Row, tracked

IN_USE = Q(archived_at__isnull=True)


@tracked()
class Vehicle(Row):
    """A car, EV, hybrid, motorcycle, van, truck, or a piece of equipment with a serial number."""

    class Kind(models.TextChoices):
        CAR = "car"
        EV = "ev"
        HYBRID = "hybrid"
        MOTORCYCLE = "motorcycle"
        VAN = "van"
        TRUCK = "truck"
        EQUIPMENT = "equipment"

    kind = models.CharField(max_length=12, choices=Kind)
    vin = models.CharField(max_length=17, blank=True, default="")
    license_plate = models.CharField(max_length=20, blank=True, default="")
    plate_key = models.CharField(max_length=20, blank=True, default="", editable=False)
    serial_number = models.CharField(max_length=60, blank=True, default="")
    make = models.CharField(max_length=60)
    model = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField(null=True)
    battery_type = models.CharField(max_length=40, blank=True, default="")
    battery_capacity = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    max_charging_power = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    state_of_health = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    purchase_date = models.DateField(null=True)
    mileage = models.PositiveIntegerField(default=0)
    last_maintenance_date = models.DateField(null=True)
    next_maintenance_due = models.DateField(null=True)
    warranty_until = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vin"], condition=IN_USE & ~Q(vin=""), name="vehicle_vin_unique"),
            models.UniqueConstraint(
                fields=["plate_key"], condition=IN_USE & ~Q(plate_key=""), name="vehicle_plate_unique"
            ),
            models.UniqueConstraint(
                fields=["serial_number"],
                condition=IN_USE & ~Q(serial_number=""),
                name="vehicle_serial_unique",
            ),
        ]


@tracked()
class VehicleOwnership(Row):
    """Who owned a vehicle from when to when; the current owner has no end."""

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="ownerships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ownerships")
    from_date = models.DateField()
    to_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vehicle"], condition=Q(to_date__isnull=True), name="vehicleownership_one_owner"
            )
        ]
        indexes = [models.Index(fields=["person", "to_date"], name="ownership_by_person")]


@tracked()
class VehicleAtCenter(Row):
    """A centre that knows a vehicle: written by booking and reception, read by what staff may see."""

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="known_at")
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="known_vehicles")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vehicle", "center"], name="vehicleatcenter_unique")]


@tracked()
class MaintenanceRecord(Row):
    """What was done to a vehicle at one visit. `appointment_id` names the visit, which lives on a higher floor."""

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="maintenance_records")
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="maintenance_records")
    appointment_id = models.UUIDField(null=True, unique=True)
    service_date = models.DateField()
    mileage_at_service = models.PositiveIntegerField(null=True)
    service_type = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="")
    cost = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    currency = models.CharField(max_length=3)
    next_service_due = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["vehicle", "-service_date"], name="maintenance_by_vehicle")]
