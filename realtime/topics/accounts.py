"""The topic of one's own: notifications, access, appointments. And which of accounts' events change access."""

from workshop.accounts.events import (
    DeviceRevoked,
    LinkRevoked,
    PasswordChanged,
    PersonDeactivated,
    SessionEnded,
)
from workshop.kernel.actor import Actor

from ..access import changes_access
from .registry import Grant, Topic, topic

changes_access(SessionEnded, PasswordChanged, PersonDeactivated, LinkRevoked, DeviceRevoked)


@topic("me")
def me(actor: Actor, topic: Topic) -> Grant | None:
    """Let a person who is signed in hear what concerns them."""
    return Grant(stream=f"person:{actor.id}", audience="person") if actor.kind == "person" else None
