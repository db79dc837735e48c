"""The small cards by which other things name a centre, a bay or a person; they are copied where they are named."""

from typing import Any
from uuid import UUID

from .models import Bay, CustomerProfile, ServiceCenter, StaffProfile


def bay_card(bay: Bay | None) -> dict[str, str] | None:
    """Return `{id, name}`."""
    return None if bay is None else {"id": str(bay.id), "name": bay.name}


def initials(name: str) -> str:
    """Return up to two initials: "Priya S." is PS."""
    return "".join(part[0] for part in name.split()[:2]).upper()


def staff_card(profile: StaffProfile | None) -> dict[str, str] | None:
    """Return `{id, name, initials}`; the id is the user's."""
    if profile is None:
        return None
    return {"id": str(profile.user_id), "name": profile.name, "initials": initials(profile.name)}


def customer_card(user_id: UUID, profile: CustomerProfile | None, phone: str) -> dict[str, str]:
    """Return `{id, name, phone}`."""
    name = f"{profile.first_name} {profile.last_name}".strip() if profile else ""
    return {"id": str(user_id), "name": name, "phone": phone}


def center_card(center: ServiceCenter) -> dict[str, Any]:
    """Return what every screen shows of its centre."""
    return {
        "id": str(center.id),
        "version": center.version,
        "name": center.name,
        "code": center.code,
        "phone": center.phone,
        "address": center.address,
        "city": center.city,
        "zone": center.time_zone,
        "currency": center.currency,
    }


def place_card(center: ServiceCenter) -> dict[str, str]:
    """Return `{id, name, phone, zone}`: where a visit is, and whom to call."""
    return {"id": str(center.id), "name": center.name, "phone": center.phone, "zone": center.time_zone}


def technician_shape(profile: StaffProfile) -> dict[str, Any]:
    """Return a technician as boards list them."""
    return {**(staff_card(profile) or {}), "lead": profile.is_lead}


def bay_shape(bay: Bay) -> dict[str, Any]:
    """Return a bay as boards list it."""
    return {
        "id": str(bay.id),
        "version": bay.version,
        "name": bay.name,
        "position": bay.position,
        "kind": bay.kind,
    }
