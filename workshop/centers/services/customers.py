"""What the desk writes about a customer of its centre; never how they sign in."""

from uuid import UUID

from workshop.accounts.models import User
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

from ..selectors import patrons_of
from .members import set_customer_profile


@command
def correct_customer(*, actor: Actor, customer_id: UUID, **values: str) -> User:
    """Correct the given ones of first_name, last_name and address; raise NotFound for no customer of one's centre."""
    if not patrons_of(actor).filter(pk=customer_id).exists():
        raise NotFound()
    set_customer_profile(user_id=customer_id, **values)
    return patrons_of(actor).get(pk=customer_id)
