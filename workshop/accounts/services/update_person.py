"""Change one's own ways to be reached."""

from workshop.events.command import command
from workshop.kernel.actor import Actor

from ..models import User


@command
def update_person(*, actor: Actor, phone: str) -> User:
    """Set one's own phone number. The sign-in email is changed by nobody here."""
    person = User.objects.select_for_update(no_key=True).get(pk=actor.person_id)
    if person.phone != phone:
        person.phone = phone
        person.save(update_fields=["phone"])
    return person
