"""What accounts does about its own events: mail what a person asked for."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from . import selectors
from .events import PasswordResetRequested
from .services.reset_password import reset_token


@reaction(PasswordResetRequested)
def mail_reset_link(event: Recorded) -> None:
    """Mail the link, rebuilt from the moment it was asked for; the token is never in the event."""
    person = selectors.active_person(UUID(event.subject.removeprefix("person:")))
    if person is None or not person.email:
        return
    link = f"{settings.PUBLIC_URL}/reset/{reset_token(person, event.data['requested_at'])}"
    minutes = int(settings.RESET_LINK_LIFETIME.total_seconds() // 60)
    text = render_to_string("accounts/reset.txt", {"link": link, "minutes": minutes})
    subject, body = text.split("\n\n", 1)
    send_mail(subject, body, None, [person.email])
