"""Pair a wall screen with a centre: the screen shows a code, the desk confirms it, and the screen may look."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict, Forbidden, NotFound

from .. import policies, tokens
from ..events import DevicePaired, DeviceRevoked, about_device
from ..models import Device

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without the letters and digits that are mistaken for each other."""
CODE_LIFETIME = timedelta(minutes=10)
TRIES = 5


@command
def request_pairing(*, actor: Actor) -> tuple[Device, str]:
    """Return a new screen with the 6-character code it shows for 10 minutes, and the token it keeps."""
    for _ in range(TRIES):
        code = "".join(secrets.choice(ALPHABET) for _ in range(6))
        try:
            with transaction.atomic():
                device = Device.objects.create(
                    code=code,
                    code_expires_at=real_now() + CODE_LIFETIME,
                    user_agent=actor.origin.user_agent[:200],
                )
        except IntegrityError:
            continue
        return device, tokens.seal(tokens.DEVICE, device.id)
    raise Conflict("no_code_free", "No pairing code is free just now.", next="Try again in a minute.")


@command
def pair_device(*, actor: Actor, code: str, center_id: UUID, name: str = "") -> Device:
    """Let the screen that shows this code follow a centre's floor.

    Raises Forbidden unless the actor is at that centre's desk, and NotFound `code_unknown`.
    """
    if not policies.can_pair_device(actor, center_id):
        raise Forbidden
    waiting = Device.objects.select_for_update(no_key=True).filter(code_expires_at__gt=real_now())
    device = waiting.filter(code=code.strip().upper()).first() if code.strip() else None
    if device is None:
        raise NotFound(
            "code_unknown",
            "No screen shows this code.",
            next="Look at the screen again; a code is shown for ten minutes.",
            fields={"code": ["No screen shows this code."]},
        )
    device.code, device.name, device.center_id = "", name, center_id
    device.paired_at, device.paired_by = real_now(), actor.id
    device.save()
    record(about_device(DevicePaired, device.id, center_id=str(center_id)), actor=actor, at=device.paired_at)
    return device


@command
def revoke_device(*, actor: Actor, device_id: UUID) -> None:
    """Take a screen's right to look away. Raises NotFound unless the actor is at its centre's desk."""
    device = Device.objects.select_for_update(no_key=True).filter(pk=device_id).first()
    if device is None or not policies.can_revoke_device(actor, device):
        raise NotFound
    if device.revoked_at is None:
        device.revoked_at, device.code = real_now(), ""
        device.save(update_fields=["revoked_at", "code"])
        record(about_device(DeviceRevoked, device.id), actor=actor, at=device.revoked_at)
