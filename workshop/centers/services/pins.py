"""The PIN by which a technician tells a shared tablet who is working."""

from uuid import UUID

from django.contrib.auth.hashers import make_password

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Forbidden, Invalid, NotFound

from ..models import Membership, StaffProfile

SHORTEST, LONGEST = 4, 8


@command
def set_pin(*, actor: Actor, user_id: UUID, pin: str) -> None:
    """Give a member of staff a PIN (4 to 8 digits): one's own, or as an administrator of a centre they work at.

    Only its hash is kept. Raises NotFound, Forbidden, and Invalid `pin_invalid`.
    """
    profile = StaffProfile.objects.select_for_update(no_key=True).filter(user_id=user_id).first()
    if profile is None:
        raise NotFound()
    if actor.kind != "system" and actor.id != user_id and not _administers(actor, user_id):
        raise Forbidden()
    if not (SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdigit()):
        raise Invalid(
            "pin_invalid",
            f"A PIN has {SHORTEST} to {LONGEST} digits.",
            fields={"pin": [f"Enter {SHORTEST} to {LONGEST} digits."]},
        )
    profile.pin = make_password(pin)
    profile.save(update_fields=["pin"])


def _administers(actor: Actor, user_id: UUID) -> bool:
    works_at = Membership.objects.filter(user_id=user_id, ended_at__isnull=True, center__isnull=False)
    return any(actor.holds(center_id, "admin") for center_id in works_at.values_list("center_id", flat=True))
