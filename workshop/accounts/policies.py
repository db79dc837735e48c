"""Who may do what to people and their ways in; whatever is not said here is refused."""

from uuid import UUID

from workshop.kernel.actor import Actor

from .models import Device, SignInSession


def can_end_session(actor: Actor, session: SignInSession) -> bool:
    """Everybody ends their own sessions."""
    return actor.kind == "person" and actor.id == session.user_id


def can_deactivate(actor: Actor) -> bool:
    """Only the network deactivates people."""
    return actor.kind == "system" or actor.runs_network


def can_pair_device(actor: Actor, center_id: UUID) -> bool:
    """The desk of a centre pairs its screens."""
    return actor.at_desk(center_id)


def can_revoke_device(actor: Actor, device: Device) -> bool:
    """The desk of a centre revokes its screens."""
    return device.center_id is not None and actor.at_desk(device.center_id)
