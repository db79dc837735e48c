"""Change one's own password."""

from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Invalid

from ..events import PasswordChanged, about_person
from ..models import SignInSession, User
from ..passwords import required_good
from .sessions import end_sessions


@command
def change_password(*, actor: Actor, current: str, new: str) -> None:
    """Set a new password and end every session but the actor's.

    Raises Invalid `wrong_password` or `password_too_weak`.
    """
    person = User.objects.select_for_update(no_key=True).get(pk=actor.person_id)
    if not person.check_password(current):
        raise Invalid(
            "wrong_password",
            "The current password is not right.",
            next="Type it again, or ask for a link to set a new one.",
            fields={"current_password": ["This is not your current password."]},
        )
    set_password(
        actor=actor, person=person, password=new, by="person", field="new_password", keep=actor.session_id
    )


def set_password(
    *, actor: Actor, person: User, password: str, by: str, field: str, keep: UUID | None = None
) -> None:
    """Give a locked person a new password and end every session but `keep`."""
    required_good(password, person, field=field)
    person.set_password(password)
    person.password_changed_at = real_now()
    person.save(update_fields=["password", "password_changed_at"])
    record(about_person(PasswordChanged, person.id, by=by), actor=actor, at=real_now())
    end_sessions(
        actor=actor, person_id=person.id, reason=SignInSession.EndReason.PASSWORD_CHANGED, besides=keep
    )
