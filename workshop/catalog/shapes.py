"""What audiences see of a service."""

from decimal import Decimal
from typing import Any

from workshop.kernel.money import Money

from .models import Service, ServiceStep


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


def service_needs(service: Service) -> dict[str, Any]:
    """Return a service as the administration of its centre sees it in a list: with all that it takes."""
    return {
        **service_view(service),
        "tools": list(service.tools),
        "buffer_before": service.buffer_before,
        "buffer_after": service.buffer_after,
        "wait_from": service.wait_from,
        "wait_until": service.wait_until,
    }


def service_sheet(service: Service) -> dict[str, Any]:
    """Return all of a service as its administration changes it; steps and points should be prefetched in order."""
    return {
        **service_needs(service),
        "progress_text": service.progress_text,
        "steps": [step_content(step) for step in service.steps.all()],
        "points": [
            {
                "name": one.name,
                "unit": one.unit,
                "minimum": _limit(one.minimum),
                "maximum": _limit(one.maximum),
            }
            for one in service.inspection_points.all()
        ],
    }


def step_content(step: ServiceStep) -> dict[str, Any]:
    """Return what a step says and asks for; its estimate is in minutes."""
    return {
        "name": step.name,
        "estimate": step.estimate,
        "outside_name": step.outside_name,
        "instructions": step.instructions,
        "mandatory": step.mandatory,
        "safety": step.safety,
        "needs_photo": step.needs_photo,
        "needs_second_person": step.needs_second_person,
        "reading_label": step.reading_label,
        "reading_unit": step.reading_unit,
        "reading_min": _limit(step.reading_min),
        "reading_max": _limit(step.reading_max),
    }


def _limit(value: Decimal | None) -> str | None:
    """Return a limit as people write it: 3, not 3.000."""
    return None if value is None else f"{value.normalize():f}"


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
