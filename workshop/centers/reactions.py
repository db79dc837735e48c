"""What centres do about their own events: invite a new colleague by mail."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from workshop.accounts.selectors import active_person
from workshop.accounts.services import invitation_token
from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from .events import ColleagueInvited
from .models import Membership, ServiceCenter
from .selectors import staff_card_of
from .work import WORK


@reaction(ColleagueInvited)
def mail_invitation(event: Recorded) -> None:
    """Mail the link to set a password, rebuilt from the moment of the invitation; the token is never in the event.

    Who has set a password meanwhile, or works there no more, gets none: it would open what is theirs by now.
    """
    person = active_person(UUID(event.data["person_id"]))
    if person is None or not person.email or person.has_usable_password():
        return
    role, center_id = event.data["role"], event.data["center_id"]
    held = Membership.objects.filter(user=person, role=role, center_id=center_id, ended_at__isnull=True)
    if not held.exists():
        return
    center = ServiceCenter.objects.get(pk=center_id) if center_id else None
    inviter = staff_card_of(UUID(event.actor_id)) if event.actor_id else None
    card = staff_card_of(person.id)
    said = {
        "name": card["name"] if card else "",
        "center": center,
        "place": " ".join(center.name.split()) if center else "",
        "inviter": inviter["name"] if inviter else "",
        "work": WORK[role],
        "link": f"{settings.PUBLIC_URL}/welcome/{invitation_token(person, event.data['invited_at'])}",
        "forgot": f"{settings.PUBLIC_URL}/forgot",
        "days": settings.INVITATION_LIFETIME.days,
    }
    subject, body = render_to_string("centers/invitation.txt", said).strip().split("\n\n", 1)
    reply_to = [center.email] if center and center.email else None
    EmailMessage(subject, body, None, [person.email], reply_to=reply_to).send()
