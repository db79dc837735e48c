"""Telling of a vehicle: to who owns it, and to the centres that know it."""

from typing import Any

from workshop.events.log import record
from workshop.kernel.actor import Actor

from ..events import VehicleEvent
from ..models import Vehicle, VehicleAtCenter, VehicleOwnership
from ..shapes import vehicle_view


def tell(event: type[VehicleEvent], vehicle: Vehicle, actor: Actor, **more: Any) -> None:
    """Record an event of a vehicle on every stream that it concerns; `more` goes into its data."""
    owner = VehicleOwnership.objects.filter(vehicle=vehicle, to_date__isnull=True).first()
    centers = VehicleAtCenter.objects.filter(vehicle=vehicle).order_by("center_id")
    streams = [f"center:{center_id}" for center_id in centers.values_list("center_id", flat=True)]
    if owner is not None:
        streams.append(f"person:{owner.person_id}")
    data = {
        "owner_id": owner and str(owner.person_id),
        "vehicle": vehicle_view(vehicle),
        **more,
    }
    for stream in streams:
        record(event(stream=stream, subject=f"vehicle:{vehicle.id}", data=data), actor=actor)
