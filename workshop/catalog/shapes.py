"""What audiences see of a service."""

from typing import Any

from workshop.kernel.money import Money

from .models import Service


def service_view(service: Service) -> dict[str, Any]:
    """Return a service as anybody finds it; its centre should be selected. The duration is in minutes."""
    return {
        "id": str(service.id),
        "version": service.version,
        "center_id": str(service.center_id),
        "name": service.name,
        "description": service.description,
        "category": service.category,
        "kind": service.kind,
        "base_price": Money(service.base_price, service.center.currency).as_json(),
        "estimated_duration": service.estimated_duration,
        "vehicle_kinds": list(service.vehicle_kinds),
        "skills": list(service.skills),
        "bay_kind": service.bay_kind,
        "is_active": service.is_active,
    }


def service_line(service: Service) -> dict[str, Any]:
    """Return a service as lists of centres show it; its centre should be selected. The duration is in minutes."""
    return {
        "id": str(service.id),
        "name": service.name,
        "category": service.category,
        "kind": service.kind,
        "base_price": Money(service.base_price, service.center.currency).as_json(),
        "estimated_duration": service.estimated_duration,
    }
